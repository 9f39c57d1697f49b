from datetime import date

import pytest
from django.urls import reverse

from mindlines.communities.actions import charter, priorities, reviews
from mindlines.communities.choices import Answer, PriorityState, RoleName
from mindlines.communities.forms import choosing
from mindlines.communities.models import PriorityReview, Role
from tests import make


def page(name, **keys):
    return reverse(f"communities:{name}", kwargs={"slug": "hips", **keys})


@pytest.fixture
def version(community, ana):
    return charter.write(
        community, wording=charter.Wording(purpose="Exercise.", agreed_on=date(2026, 2, 1)), based_on=0, by=ana
    )


@pytest.fixture
def two(community, ana):
    return [priorities.add(title, to=community, by=ana) for title in ("STarT Back", "ESCAPE-pain")]


def test_bo_says_no_as_easily_as_yes(as_bo, bos):
    offer = make.role(bos, RoleName.CHAIR, answer=Answer.OFFERED)
    shown = as_bo.get(page("role_answer", pk=offer.pk)).content.decode()
    assert shown.count('<button class="govuk-button govuk-button--secondary" name="answer"') == 2
    as_bo.post(page("role_answer", pk=offer.pk), {"answer": "no"})
    offer.refresh_from_db()
    assert offer.answer == Answer.DECLINED


def test_bo_cannot_answer_for_somebody_else(as_bo, community):
    offer = make.role(make.membership(community), RoleName.CHAIR, answer=Answer.OFFERED)
    answer = as_bo.post(page("role_answer", pk=offer.pk), {"answer": "yes"})
    assert answer.status_code == 403
    assert "somebody else" in answer.content.decode()


def test_ana_writes_down_what_somebody_said_by_phone(as_ana, bos):
    offer = make.role(bos, RoleName.CHAIR, answer=Answer.OFFERED)
    as_ana.post(page("role_answer", pk=offer.pk), {"answer": "yes"})
    offer.refresh_from_db()
    assert offer.answer == Answer.ACCEPTED


def test_the_last_facilitator_reads_why_the_role_stays(as_ana, anas):
    answer = as_ana.post(page("role_give_up", pk=anas.roles.get().pk))
    assert answer.status_code == 409
    assert "You are the last facilitator." in answer.content.decode()


def test_in_a_large_community_a_member_is_chosen_by_name(as_ana, bos, monkeypatch):
    monkeypatch.setattr(choosing, "MOST_IN_A_LIST", 1)
    wrong = as_ana.post(page("role_offer"), {"member": "Bo Borg", "name": "chair"})
    assert "no active member called “Bo Borg”" in wrong.content.decode()
    as_ana.post(page("role_offer"), {"member": "bo  berg", "name": "chair"})
    assert Role.objects.get(name=RoleName.CHAIR).membership == bos


def test_a_stale_charter_form_keeps_what_was_typed(as_ana, version, community, bo):
    charter.write(community, wording=charter.Wording(purpose="Walks.", agreed_on=date(2026, 3, 1)), based_on=1, by=bo)
    said = {
        "purpose": "Swimming for all.",
        "what_changed": "Water",
        "why": "Heat",
        "agreed_on": "2026-04-01",
        "based_on": 1,
    }
    answer = as_ana.post(page("charter_new"), said).content.decode()
    assert "Somebody saved version 2" in answer
    assert "Swimming for all." in answer
    assert 'name="based_on" value="2"' in answer
    as_ana.post(page("charter_new"), {**said, "based_on": 2})
    assert community.charter_versions.first().purpose == "Swimming for all."


def test_what_changed_and_why_is_asked_from_the_second_version_on(as_ana, version):
    answer = as_ana.post(page("charter_new"), {"purpose": "Walks.", "agreed_on": "2026-04-01", "based_on": 1})
    assert "Write what changed since the version before." in answer.content.decode()


def test_a_comparison_says_added_and_taken_out_in_words(as_bo, version, community, ana):
    charter.write(community, wording=charter.Wording(purpose="Walks.", agreed_on=date(2026, 3, 1)), based_on=1, by=ana)
    shown = as_bo.get(page("charter_compare"), {"old": 1, "new": 2}).content.decode()
    assert "(taken out:)" in shown
    assert "(added:)" in shown
    assert as_bo.get(page("charter_compare"), {"old": 1, "new": 9}).status_code == 302


def test_a_reader_is_thanked_once_and_seen_by_facilitators_only(as_bo, as_ana, version):
    as_bo.post(page("charter_read", number=1))
    as_bo.post(page("charter_read", number=1))
    assert "You have read this version." in as_bo.get(page("charter")).content.decode()
    assert "Bo Berg" not in as_bo.get(page("charter")).content.decode().split("Who has read it")[1]
    assert "Bo Berg" in as_ana.get(page("charter_readers", number=1)).content.decode()


def test_all_priorities_are_reviewed_together_or_not_at_all(as_ana, two, community, ana):
    event = reviews.note_event(community, title="Clinics close", on=date(2026, 3, 16), by=ana)
    first, second = two
    half = {"on": "2026-06-03", "based_on": 0, f"p{first.pk}-outcome": "adapt", f"p{first.pk}-why": "No groups."}
    answer = as_ana.post(page("event_review", pk=event.pk), half).content.decode()
    assert "Choose keep, adapt, pause or stop." in answer
    assert "Write what changes." in answer
    assert not PriorityReview.objects.exists()
    whole = {**half, f"p{first.pk}-change": "Online.", f"p{second.pk}-outcome": "pause", f"p{second.pk}-why": "Closed."}
    as_ana.post(page("event_review", pk=event.pk), whole)
    assert [each.state for each in community.priorities.all()] == [PriorityState.ACTIVE, PriorityState.PAUSED]


def test_a_stale_review_keeps_what_was_typed(as_ana, two, community, bo):
    verdict = reviews.Verdict(priority=two[0], outcome="keep", why="Good.")
    reviews.review([verdict], because=None, on=date(2026, 6, 1), based_on=0, by=bo)
    number = two[0].pk
    said = {"on": "2026-06-03", "based_on": 0, f"p{number}-outcome": "stop", f"p{number}-why": "The money is gone."}
    answer = as_ana.post(page("priority_review", pk=number), said).content.decode()
    assert "while you were writing" in answer
    assert "The money is gone." in answer


def test_a_title_or_criterion_that_is_taken_is_said_at_the_field(as_ana, two, community, ana):
    answer = as_ana.post(page("priority_edit", pk=two[0].pk), {"title": "escape-PAIN"})
    assert "Choose another title." in answer.content.decode()
    first, _second = (priorities.add_criterion(words, to=community, by=ana) for words in ("In guidance", "A plan"))
    answer = as_ana.post(page("criterion", pk=first.pk), {"words": "a plan"})
    assert "There is already a criterion with these words." in answer.content.decode()


@pytest.mark.parametrize("seat", ["role-king", "group-999999", "group-x", "nonsense"])
def test_a_card_for_no_seat_is_not_found(seat, as_bo):
    assert as_bo.get(page("role_card", seat=seat)).status_code == 404


def test_a_role_of_the_neighbours_is_not_found_here(as_ana, neighbours):
    theirs = make.role(make.membership(neighbours), RoleName.CHAIR)
    assert as_ana.get(page("role_give_up", pk=theirs.pk)).status_code == 404


def test_an_unknown_priority_is_not_found(as_ana):
    assert as_ana.get(page("priority", pk=999999)).status_code == 404
