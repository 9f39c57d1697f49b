from datetime import date

import pytest

from mindlines.communities.models import Membership, Organisation
from mindlines.coproduction.models import PracticeChange
from tests import make_coproduction

pytestmark = pytest.mark.django_db


@pytest.fixture
def bos(bo, community):
    return Membership.objects.get(person=bo, community=community)


def test_a_member_tells_what_has_changed_and_another_confirms_it(client, ana, bo, community):
    client.force_login(bo)
    decision = make_coproduction.decision(community, stage="closed", closed_at="2026-01-01T10:00Z")
    page = client.get(f"/communities/{community.slug}/changes/new/", {"decisions": decision.pk})
    assert decision.question in page.content.decode()
    told = {"what": "We ring people", "since": "2026-03-02", "decisions": [decision.pk]}
    page = client.post(f"/communities/{community.slug}/changes/new/", told, follow=True).content.decode()
    made = PracticeChange.objects.get()
    assert made.since == date(2026, 3, 2) and "A member says so" in page and "Yes, I confirm it" not in page
    client.force_login(ana)
    assert "Yes, I confirm it" in client.get(made.get_absolute_url()).content.decode()
    page = client.post(f"/changes/{made.pk}/confirm/", follow=True).content.decode()
    assert "A second person confirms it" in page and ana.name in page


def test_what_is_missing_is_said(client, bo, community):
    client.force_login(bo)
    page = client.post(f"/communities/{community.slug}/changes/new/", {"what": ""}).content.decode()
    assert "Write one sentence about what is done differently." in page


def test_changes_stand_by_place_and_can_be_read_by_how_we_know(client, bo, community, bos):
    hall = Organisation.objects.create(community=community, name="The hall in Leek")
    make_coproduction.change(community, organisation=hall, said_by=bos)
    make_coproduction.change(community, "We ring people", grade="shown", ended_on=date(2026, 8, 1))
    client.force_login(bo)
    page = client.get(f"/communities/{community.slug}/changes/").content.decode()
    assert page.index("The hall in Leek") < page.index("Somewhere else, or in several places")
    shown = client.get(f"/communities/{community.slug}/changes/", {"grade": "shown"}).content.decode()
    assert "We ring people" in shown and "The hall in Leek" not in shown


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_however_long_it_is(client, bo, community, django_assert_num_queries, count):
    for number in range(count):
        place = Organisation.objects.create(community=community, name=f"Hall {number}")
        make_coproduction.change(community, organisation=place)
    client.force_login(bo)
    with django_assert_num_queries(6):
        client.get(f"/communities/{community.slug}/changes/")


def test_what_ended_is_written_down_by_whoever_told_it(client, bo, community, bos):
    change = make_coproduction.change(community, said_by=bos)
    client.force_login(bo)
    ended = {"on": "2026-09-01", "why": "The hall was sold"}
    page = client.post(f"/changes/{change.pk}/end/", ended, follow=True).content.decode()
    assert "The hall was sold" in page
    assert "The hall was sold" not in client.post(f"/changes/{change.pk}/go-on/", follow=True).content.decode()


def test_a_mistake_is_removed_after_a_question(client, bo, community, bos):
    change = make_coproduction.change(community, said_by=bos)
    client.force_login(bo)
    assert "Remove this change?" in client.get(f"/changes/{change.pk}/remove/").content.decode()
    client.post(f"/changes/{change.pk}/remove/")
    assert not PracticeChange.objects.exists()


def test_what_a_former_member_told_stays(client, bo, community):
    change = make_coproduction.change(community, confirmed_on=date(2026, 4, 1))
    client.force_login(bo)
    page = client.get(change.get_absolute_url()).content.decode()
    assert "A former member" in page and "a former member" in page


def test_words_are_corrected_from_what_was_told(client, bo, community, bos):
    change = make_coproduction.change(community, said_by=bos)
    client.force_login(bo)
    assert change.what in client.get(f"/changes/{change.pk}/correct/").content.decode()
    told = {
        "what": "The class takes everybody",
        "since": "2026-03-02",
        "proof_link": "https://example.org/a",
    }
    page = client.post(f"/changes/{change.pk}/correct/", told, follow=True).content.decode()
    assert "The class takes everybody" in page and "https://example.org/a" in page
