import pytest

from mindlines.communities.models import Membership
from mindlines.coproduction.models import FollowUp
from tests import make, make_coproduction
from tests.coproduction.line import unheard_item, whole_line

pytestmark = pytest.mark.django_db


@pytest.fixture
def line(bo, community):
    return whole_line(community, teller=Membership.objects.get(person=bo, community=community))


@pytest.mark.parametrize("kind", ["item", "said", "statement", "negotiation", "decision", "action", "output", "change"])
def test_every_thing_on_the_line_can_be_followed(client, bo, community, line, kind):
    thing = {"item": line.study}.get(kind) or getattr(line, kind)
    client.force_login(bo)
    page = client.get(f"/trace/{kind}/{thing.pk}/").content.decode()
    assert "Where it came from" in page and "What became of it" in page and "<svg" in page


def test_a_kind_that_is_not_on_the_line_is_not_there(client, bo, community):
    client.force_login(bo)
    assert client.get("/trace/person/1/").status_code == 404


def test_nobody_from_next_door_follows_our_line(client, chi, line):
    client.force_login(chi)
    assert client.get(f"/trace/decision/{line.decision.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("", "1 of 1"),
        ("lived/", "The mats are on the floor"),
        ("not-discussed/", "Waiting times, part 1"),
        ("adapted/", "Not looked at again yet"),
    ],
)
def test_each_question_is_answered_on_a_page(client, bo, community, line, page, words):
    line.negotiation.adaptations.create(changed="Ten sessions", because="The hall is let")
    unheard_item(community)
    client.force_login(bo)
    assert words in client.get(f"/communities/{community.slug}/line/{page}").content.decode()


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("lived/", "No decision rests on lived experience yet"),
        ("not-discussed/", "Everything here has been discussed"),
        ("adapted/", "Nothing was adapted yet"),
    ],
)
def test_a_page_without_an_answer_says_how_it_will_get_one(client, bo, community, page, words):
    client.force_login(bo)
    assert words in client.get(f"/communities/{community.slug}/line/{page}").content.decode()


def test_what_was_not_discussed_can_be_read_by_kind(client, bo, community):
    unheard_item(community)
    client.force_login(bo)
    address = f"/communities/{community.slug}/line/not-discussed/"
    assert "Waiting times" in client.get(address, {"kind": "audit"}).content.decode()
    assert "Everything here has been discussed" in client.get(address, {"kind": "story"}).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_a_trace_costs_the_same_however_much_became_of_it(client, bo, community, django_assert_num_queries, count):
    decision = make_coproduction.decision(community, stage="closed")
    for number in range(count):
        FollowUp.objects.create(decision=decision, action=make.action(community, f"Ring practice {number}"))
    client.force_login(bo)
    with django_assert_num_queries(33):
        client.get(f"/trace/decision/{decision.pk}/")
