"""Several people press at the same moment: a decision is decided once, and nobody's answer is counted by halves."""

from functools import partial

import pytest
from django.db import IntegrityError

from mindlines.communities.models import Membership
from mindlines.coproduction.actions.decisions import closing, objections, preparing, running, voting
from mindlines.coproduction.actions.decisions.objections import Objected
from mindlines.coproduction.actions.decisions.preparing import Prepared
from mindlines.coproduction.models import Decision, DecisionRecord, Objection, Proposal
from mindlines.coproduction.queries.decisions.beginnings import Origin
from mindlines.kernel.errors import Refused
from mindlines.voice.actions.ballots import Answer
from mindlines.voice.models import Poll
from tests import make_ballots, make_coproduction
from tests.at_once import at_once, together

pytestmark = together


@pytest.fixture
def consent(community, ana) -> Decision:
    """Two proposals, open for votes."""
    decision = make_coproduction.decision(community, rule="consent", proposals=("Twelve sessions", "A class"))
    running.open(decision, by=ana)
    decision.refresh_from_db()
    return decision


def objects(decision: Decision, member: Membership) -> str:
    """Object to both proposals, as the form of this member's device would send it."""
    given, against = [], []
    for proposal in Proposal.objects.filter(decision=decision).select_related("poll"):
        poll = proposal.poll
        assert poll is not None
        last = poll.options.last()
        assert last is not None
        given.append(voting.Given(poll, Answer([str(last.pk)])))
        against.append(Objected(proposal, f"{member.pk}: too far", key=f"{member.pk}-{proposal.pk}"))
    return voting.vote(decision, filled=voting.Filled(given, against), slip="", by=member)


def refused(outcomes: list[object]) -> list[Refused]:
    """Those who were told why not; anything else that went wrong is shown by the test."""
    wrong = [each for each in outcomes if isinstance(each, Exception) and not isinstance(each, Refused)]
    assert wrong == []
    return [each for each in outcomes if isinstance(each, Refused)]


def verbs(decision: Decision) -> list[str]:
    return [line.verb for line in decision.community.record.order_by("pk")]


def test_of_those_who_close_it_one_does_and_there_is_one_record(consent, ana, bo):
    outcomes = at_once(*(partial(closing.close, consent, by=person) for person in (ana, bo, ana, bo)))
    assert sorted(outcomes) == [False, False, False, True]
    assert DecisionRecord.objects.count() == 1
    assert verbs(consent).count("closed-decision") == 1


def test_a_ballot_on_its_way_is_in_the_record_with_its_reason_or_refused(consent, community, ana):
    members = make_ballots.many(community, 7, group="Clinicians")
    outcomes = at_once(
        *(partial(objects, consent, member) for member in members[:4]),
        partial(closing.close, consent, by=ana),
        *(partial(objects, consent, member) for member in members[4:]),
    )
    late = refused(outcomes)
    counted = len(members) - len(late)
    content = DecisionRecord.objects.get().content
    assert [poll.ballots.count() for poll in preparing.polls_of(consent)] == [counted, counted]
    assert [each["people"] for each in content["proposals"]] == [counted, counted]
    assert len(content["objections"]) == Objection.objects.count() == 2 * counted
    assert all("not counted" in each.sentence for each in late)


def test_dropping_waits_for_those_who_vote_and_they_for_it(consent, community, ana):
    members = make_ballots.many(community, 6, group="Clinicians")
    voters = [partial(objects, consent, member) for member in members]
    late = refused(at_once(*voters[:3], partial(preparing.drop, consent, by=ana), *voters[3:]))
    assert {poll.ballots.count() for poll in Poll.objects.all()} == {len(members) - len(late)}
    consent.refresh_from_db()
    assert (consent.stage, DecisionRecord.objects.count()) == ("dropped", 0)


def test_what_became_of_an_objection_is_written_once_and_the_record_says_the_same(consent, ana, bo, bos):
    objection = objections.object_to(Objected(consent.proposals.first(), "Too far"), by=bos)
    refused(
        at_once(
            partial(objections.settle, objection, state="met", answer="There is a bus.", by=ana),
            partial(closing.close, consent, by=ana),
            partial(objections.settle, objection, state="taken_back", answer="Never mind.", by=bo),
        )
    )
    objection.refresh_from_db()
    (written,) = DecisionRecord.objects.get().content["objections"]
    assert (written["state"], written["answer"]) == (objection.state, objection.answer)
    assert verbs(consent).count("settled-objection") == (objection.state != "open")


def test_a_decision_is_opened_once(community, ana, bo):
    decision = make_coproduction.decision(community, rule="gradient")
    assert at_once(*(partial(running.open, decision, by=person) for person in (ana, bo, ana))) == [None] * 3
    assert (Poll.objects.count(), verbs(decision).count("opened-decision")) == (1, 1)


def test_one_new_decision_takes_the_place_of_an_earlier_one(consent, community, ana, bo):
    closing.close(consent, by=ana)
    make = partial(preparing.make, of=community, origin=Origin(supersedes=consent))
    outcomes = at_once(*(partial(make, Prepared("Again?", ("Eight",)), by=person) for person in (ana, bo, ana)))
    assert len(refused(outcomes)) == 2
    assert Decision.objects.filter(supersedes=consent).count() == 1


def test_a_form_sent_twice_at_once_makes_one_decision(community, ana):
    twice = partial(preparing.make, Prepared("How many?", ("Eight",), key="k" * 30), of=community, by=ana)
    outcomes = at_once(twice, twice)
    assert Decision.objects.count() == 1
    # The database refuses the second where it did not wait for the first; the page then says so.
    assert all(isinstance(each, (Decision, IntegrityError)) for each in outcomes)
