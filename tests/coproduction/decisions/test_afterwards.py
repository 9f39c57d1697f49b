"""What the workshop does for decisions, and what happens when somebody asks to be erased."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from mindlines.communication.models import Message
from mindlines.coproduction import tasks
from mindlines.coproduction.actions import decision_erasing
from mindlines.coproduction.actions.decisions import closing, dissents, objections, reviews, running
from mindlines.coproduction.actions.decisions.objections import Objected
from mindlines.coproduction.models import Decision, DecisionRecord, Dissent, Objection
from mindlines.coproduction.queries.decisions.record import shown
from mindlines.kernel.errors import Refused
from mindlines.people.holdings import held_about
from tests import make_ballots, make_coproduction

TODAY = timezone.localdate


@pytest.fixture
def consent(community, ana, bos) -> Decision:
    """Under way, with an objection of Bo's."""
    decision = make_coproduction.decision(community, rule="consent")
    running.open(decision, by=ana)
    objections.object_to(Objected(decision.proposals.get(), "Too far for me"), by=bos)
    decision.refresh_from_db()
    return decision


def closed(decision: Decision, ana) -> Decision:
    closing.close(decision, by=ana)
    decision.refresh_from_db()
    return decision


def test_when_its_last_day_is_over_a_decision_is_closed(community, ana):
    decision = make_coproduction.decision(community, rule="consent", closes_on=TODAY() + timedelta(days=1))
    running.open(decision, by=ana)
    tasks.close_decisions()
    assert not DecisionRecord.objects.exists()
    later = make_coproduction.decision(community, rule="consent", closes_on=TODAY() - timedelta(days=2))
    with pytest.raises(Refused, match="last day of this vote is over"):
        running.open(later, by=ana)
    Decision.objects.filter(pk=decision.pk).update(closes_on=TODAY() - timedelta(days=2))
    tasks.close_decisions()
    assert DecisionRecord.objects.get().decision == decision


def test_facilitators_are_reminded_of_a_review_once(consent, ana):
    closing.close(consent, review_on=TODAY(), by=ana)
    tasks.remind_of_reviews()
    tasks.remind_of_reviews()
    assert Message.objects.filter(subject__contains="look at a decision again").count() == 1
    consent.refresh_from_db()
    with pytest.raises(Refused, match="still to come"):
        reviews.keep(consent, review_on=TODAY(), by=ana)
    reviews.keep(consent, review_on=TODAY() + timedelta(days=30), by=ana)
    consent.refresh_from_db()
    assert consent.reminded_at is None
    assert consent.decision_record.content["review_on"] == TODAY().isoformat()


def test_only_a_closed_decision_is_looked_at_again(consent, ana):
    with pytest.raises(Refused, match="Only a closed decision"):
        reviews.keep(consent, review_on=TODAY() + timedelta(days=30), by=ana)


def test_what_was_said_against_keeps_its_words_and_loses_the_name(consent, ana, bo, bos):
    dissents.put_on_record(closed(consent, ana), words="Too many rides", is_anonymous=False, key="", by=bos)
    held = {each.title: each.rows for each in held_about(bo)}
    assert len(held["What you said against proposals and decisions"]) == 2
    assert held_about(ana)
    decision_erasing.forget(bo)
    decision_erasing.forget(ana)
    record = shown(consent)
    assert [(each.words, each.who) for each in record.dissents] == [("Too many rides", "Somebody who left")]
    assert [each["who"] for each in record.objections] == ["Somebody who left"]
    assert record.is_intact


def test_what_has_no_name_is_mixed_with_others(consent, community, ana, bos):
    proposal = consent.proposals.get()
    for number in range(3):
        objections.object_to(Objected(proposal, f"Reason {number}", is_anonymous=True), by=bos)
    tasks.mix_what_was_said_against()
    assert Objection.objects.filter(is_anonymous=True, membership=None).count() == 3
    closed(consent, ana)
    for number in range(3):
        dissents.put_on_record(consent, words=f"Because {number}", is_anonymous=True, key=str(number), by=bos)
    tasks.mix_what_was_said_against()
    assert Dissent.objects.filter(membership=None).count() == 3


def test_a_group_of_five_stands_beside_words_without_a_name(community, ana):
    lay = make_ballots.many(community, 5, group="Lay members")
    make_ballots.many(community, 5, group="Clinicians")
    decision = make_coproduction.decision(community, rule="consent")
    running.open(decision, by=ana)
    objections.object_to(Objected(decision.proposals.get(), "Too far", is_anonymous=True), by=lay[0])
    objection = Objection.objects.get()
    assert (objection.membership, objection.constituency) == (None, lay[0].constituency)


def test_dissent_comes_after_closing_and_within_a_week(consent, ana, bos):
    with pytest.raises(Refused, match="from the closing of a decision"):
        dissents.put_on_record(consent, words="No", is_anonymous=False, key="", by=bos)


def test_a_vote_is_not_put_aside_for_somebody_who_was_signed_out(consent):
    address = reverse("coproduction:decision_vote", kwargs={"pk": consent.pk})
    stranger = Client()
    stranger.post(address, {"answer_1": "secret words"})
    assert "secret words" not in str(dict(stranger.session))


def test_whoever_objected_can_take_it_back_and_nobody_else(consent, as_bo, community):
    objection = Objection.objects.get()
    address = reverse("coproduction:objection_settle", kwargs={"pk": consent.pk, "objection": objection.pk})
    as_bo.post(address, {"state": "met", "answer": "They changed it"})
    objection.refresh_from_db()
    assert objection.state == "open"
    as_bo.post(address, {"state": "taken_back", "answer": "There is a bus after all"})
    objection.refresh_from_db()
    assert (objection.state, objection.answer) == ("taken_back", "There is a bus after all")
    someone = make_ballots.many(community, 1, group="Clinicians")[0]
    other = Client()
    other.force_login(someone.person)
    assert other.get(address).status_code == 403


def test_the_same_dissent_of_two_people_stands_there_twice(consent, ana, bos, anas):
    decision = closed(consent, ana)
    said = {"words": "Too far", "is_anonymous": False}
    first = dissents.put_on_record(decision, **said, key="", by=bos)
    assert dissents.put_on_record(decision, **said, key="", by=bos) == first
    dissents.put_on_record(decision, **said, key="", by=anas)
    dissents.put_on_record(decision, words="Too far", is_anonymous=True, key="", by=bos)
    assert Dissent.objects.filter(words="Too far").count() == 3
