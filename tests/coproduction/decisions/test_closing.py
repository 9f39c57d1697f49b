from datetime import timedelta

import pytest
from django.utils import timezone

from mindlines.communities.models import Community, Membership, RecordLine, SearchEntry
from mindlines.coproduction.actions.decisions import closing, objections, preparing, running
from mindlines.coproduction.actions.decisions.objections import Objected
from mindlines.coproduction.models import Decision, DecisionRecord
from mindlines.kernel.errors import Refused
from mindlines.people.models import Person
from mindlines.voice.actions import ballots
from tests import make_ballots, make_coproduction


def open_decision(community: Community, ana: Person, **more: object) -> Decision:
    decision = make_coproduction.decision(community, **more)
    running.open(decision, by=ana)
    decision.refresh_from_db()
    return decision


def vote(decision: Decision, members: list[Membership], answers: list[object]) -> None:
    """Each of these members answers what is asked about the first proposal."""
    poll = decision.proposals.first().poll
    poll.refresh_from_db()
    for member, answer in zip(members, answers, strict=True):
        chosen = [str(list(poll.options.all())[answer].pk)] if poll.kind == "choice" else answer
        make_ballots.vote(poll, chosen, by=member)


def closed(decision: Decision, ana: Person) -> Decision:
    closing.close(decision, by=ana)
    decision.refresh_from_db()
    return decision


class TestConsent:
    def test_is_reached_when_nobody_objects(self, community, ana):
        decision = open_decision(community, ana, rule="consent")
        vote(decision, make_ballots.many(community, 5, group="Lay members"), [0, 0, 0, 1, 1])
        assert closed(decision, ana).result == "agreed"
        assert decision.proposals.get().result == "agreed"

    def test_waits_for_an_open_objection(self, community, ana, bos):
        decision = open_decision(community, ana, rule="consent")
        proposal = decision.proposals.get()
        objection = objections.object_to(Objected(proposal, "Too far"), by=bos)
        vote(decision, make_ballots.many(community, 5, group="Lay members"), [0, 0, 0, 0, 0])
        kept = open_decision(community, ana, rule="consent")
        assert closed(decision, ana).result == "objected"
        again = objections.object_to(Objected(kept.proposals.get(), "Too far"), by=bos)
        objections.settle(again, state="met", answer="We added a class in the village.", by=ana)
        vote(kept, make_ballots.many(community, 3, group="Lay members"), [0, 0, 0])
        assert closed(kept, ana).result == "agreed"
        content = DecisionRecord.objects.get(decision=kept).content
        assert content["objections"][0]["answer"] == "We added a class in the village."
        with pytest.raises(Refused, match="stay as they are"):
            objections.settle(objection, state="met", answer="Late", by=ana)


class TestSteps:
    def test_enough_people_and_every_group_agree(self, community, ana):
        decision = open_decision(community, ana, rule="gradient", level=4, threshold=75)
        vote(decision, make_ballots.many(community, 8, group="Clinicians"), [4, 5, 5, 4, 4, 5, 4, 2])
        assert closed(decision, ana).result == "agreed"

    def test_one_group_below_one_half_is_named_with_what_to_do(self, community, ana):
        clinicians = make_ballots.many(community, 12, group="Clinicians")
        lay = make_ballots.many(community, 5, group="Lay members")
        decision = open_decision(community, ana, rule="gradient", level=4, threshold=60)
        vote(decision, [*clinicians, *lay], [*[5] * 12, 1, 2, 1, 2, 5])
        assert closed(decision, ana).result == "not_by_all"
        proposal = DecisionRecord.objects.get().content["proposals"][0]
        assert "Lay members" in proposal["what_now"]
        assert {"group": "Lay members", "holds": False} in proposal["groups"]

    def test_the_second_vote_counts_and_changed_minds_are_told_in_bands(self, community, ana):
        decision = open_decision(community, ana, rule="gradient", level=4, threshold=75)
        people = make_ballots.many(community, 6, group="Clinicians")
        poll = decision.proposals.get().poll
        secrets = [make_ballots.vote(poll, 2, by=one) for one in people]
        running.discuss(decision, by=ana)
        running.open_again(decision, by=ana)
        poll.refresh_from_db()
        for one, secret in zip(people, secrets, strict=True):
            ballots.vote(poll, answer=ballots.Answer(5), slip=secret, by=one)
        assert closed(decision, ana).result == "agreed"
        changed = DecisionRecord.objects.get().content["proposals"][0]["changed"]
        assert (changed["answered_twice"], changed["changed"]) == (6, "6 to 10")


class TestNumbers:
    def test_answers_far_apart_are_uncertain(self, community, ana):
        decision = open_decision(community, ana, rule="appropriate")
        vote(decision, make_ballots.many(community, 10, group="Clinicians"), [9, 9, 9, 9, 9, 1, 1, 1, 1, 8])
        assert closed(decision, ana).result == "uncertain"

    def test_fewer_than_seven_people_say_nothing(self, community, ana):
        decision = open_decision(community, ana, rule="appropriate")
        vote(decision, make_ballots.many(community, 5, group="Clinicians"), [9, 9, 9, 9, 9])
        assert closed(decision, ana).result == "uncertain"
        assert "Fewer than 7 people" in DecisionRecord.objects.get().content["proposals"][0]["why"]

    def test_a_share_is_reached_or_missed(self, community, ana):
        decision = open_decision(community, ana, rule="delphi", level=7, threshold=70, most_against=15)
        vote(decision, make_ballots.many(community, 10, group="Clinicians"), [7, 7, 8, 9, 7, 8, 7, 5, 5, 1])
        assert closed(decision, ana).result == "agreed"
        other = open_decision(community, ana, rule="delphi", level=7, threshold=70, most_against=15)
        vote(other, make_ballots.many(community, 10, group="Clinicians"), [7, 7, 8, 9, 7, 8, 7, 5, 1, 1])
        assert closed(other, ana).result == "not_agreed"


class TestOrder:
    def ranked(self, community, ana, *orders: tuple[int, ...]) -> Decision:
        decision = open_decision(
            community, ana, rule="ranking", is_paired=False, proposals=("Class", "Leaflet", "Walk")
        )
        poll = decision.proposals.first().poll
        keys = [str(pk) for pk in poll.options.values_list("pk", flat=True)]
        for order, one in zip(orders, make_ballots.many(community, len(orders), group="Clinicians"), strict=True):
            make_ballots.vote(poll, [keys[place] for place in order], by=one)
        return closed(decision, ana)

    def test_is_kept_in_the_record(self, community, ana):
        decision = self.ranked(community, ana, (0, 1, 2), (0, 2, 1), (0, 1, 2))
        assert decision.result == "ordered"
        order = decision.decision_record.content["order"]
        assert [each["proposals"] for each in order] == [["Class"], ["Leaflet"], ["Walk"]]

    def test_a_tie_is_called_a_tie(self, community, ana):
        decision = self.ranked(community, ana, (0, 1, 2), (0, 1, 2), (1, 0, 2), (1, 0, 2))
        assert decision.result == "tied"
        assert "Nobody wins a tie by lot" in decision.decision_record.content["what_now"]

    def test_of_one_or_two_people_it_is_not_told_because_it_is_how_they_voted(self, community, ana):
        decision = self.ranked(community, ana, (2, 0, 1), (2, 1, 0))
        content = decision.decision_record.content
        assert (decision.result, content["order"]) == ("uncertain", [])
        assert "was to stay secret" in content["proposals"][0]["why"]


class TestFewVoters:
    def test_of_a_secret_vote_of_two_not_even_the_result_is_told(self, community, ana):
        decision = open_decision(community, ana, rule="gradient", proposals=("One", "Two"))
        vote(decision, make_ballots.many(community, 2, group="Clinicians"), [5, 5])
        content = closed(decision, ana).decision_record.content
        assert content["result"] == content["proposals"][0]["result"] == "uncertain"
        assert (content["proposals"][0]["agree"], content["proposals"][0]["groups"]) == ({}, [])
        single = open_decision(community, ana, rule="gradient")
        vote(single, make_ballots.many(community, 1, group="Clinicians"), [5])
        assert "Nothing is decided" in closed(single, ana).decision_record.content["what_now"]

    def test_with_names_two_can_decide(self, community, ana):
        decision = open_decision(community, ana, rule="gradient", secrecy="named")
        vote(decision, make_ballots.many(community, 2, group="Clinicians"), [5, 5])
        assert closed(decision, ana).result == "agreed"


class TestSecondVote:
    def talked_about(self, community, ana, **more: object) -> Decision:
        """Eight agree the first time; then it is talked about."""
        decision = open_decision(community, ana, **more)
        answer = 9 if decision.rule == "appropriate" else 5
        vote(decision, make_ballots.many(community, 8, group="Clinicians"), [answer] * 8)
        running.discuss(decision, by=ana)
        return decision

    def test_what_was_changed_is_not_agreed_by_votes_on_other_words(self, community, ana):
        decision = self.talked_about(community, ana, rule="gradient")
        running.amend(decision.proposals.get(), words="Six sessions", by=ana)
        with pytest.raises(Refused, match="Open the second vote"):
            closing.close(decision, by=ana)
        running.open_again(decision, by=ana)
        proposal = closed(decision, ana).decision_record.content["proposals"][0]
        assert (decision.result, proposal["people"], proposal["answers"]) == ("not_agreed", 0, [])

    def test_of_a_rule_with_two_rounds_one_is_not_enough(self, community, ana):
        decision = self.talked_about(community, ana, rule="appropriate")
        assert closed(decision, ana).result == "uncertain"
        assert "one of the two rounds" in decision.decision_record.content["proposals"][0]["why"]

    def test_of_another_rule_the_first_vote_counts_where_there_is_no_second(self, community, ana):
        assert closed(self.talked_about(community, ana, rule="gradient"), ana).result == "agreed"


def test_without_a_proposal_nothing_is_opened(community, ana):
    with pytest.raises(Refused, match="at least one proposal"):
        running.open(make_coproduction.decision(community, proposals=()), by=ana)


@pytest.mark.parametrize("rule", ["consent", "ranking"])
def test_a_vote_that_went_with_its_meeting_is_closed_all_the_same(community, meeting, ana, rule):
    decision = open_decision(community, ana, rule=rule, meeting=meeting, proposals=("One", "Two"))
    meeting.delete()
    assert closed(decision, ana).result == "not_agreed"
    empty = make_coproduction.decision(community, rule=rule, stage="open", proposals=())
    assert closed(empty, ana).result == "not_agreed"


def test_a_decision_that_was_dropped_meanwhile_does_not_keep_others_open(community, ana):
    past = timezone.localdate() - timedelta(days=2)
    first, second = (open_decision(community, ana, rule="consent") for _number in range(2))
    Decision.objects.update(closes_on=past)
    waiting = list(Decision.objects.order_by("pk"))
    preparing.drop(first, by=ana)
    for each in waiting:
        closing.close_in_time(each)
    second.refresh_from_db()
    assert second.is_closed


@pytest.mark.parametrize("rule", ["consent", "gradient", "appropriate", "delphi", "ranking"])
def test_if_nobody_voted_it_says_so(community, ana, rule):
    decision = closed(open_decision(community, ana, rule=rule, proposals=("One", "Two")), ana)
    assert decision.result == "not_agreed"
    assert "Nobody voted" in decision.decision_record.content["what_now"]


def test_closing_twice_writes_one_record(community, ana):
    decision = open_decision(community, ana, rule="consent")
    first = closed(decision, ana).decision_record
    assert not closing.close(decision, by=ana)
    assert DecisionRecord.objects.get() == first
    assert RecordLine.objects.filter(verb="closed-decision").count() == 1
    assert SearchEntry.objects.get(kind="decision").title == decision.question


def test_a_vote_after_closing_is_refused_in_words(community, ana, bos):
    decision = open_decision(community, ana, rule="gradient")
    closing.close(decision, by=ana)
    with pytest.raises(Refused, match="your answer was not counted"):
        vote(decision, [bos], [5])


def test_what_was_never_open_cannot_be_closed(community, ana):
    with pytest.raises(Refused, match="never open"):
        closing.close(make_coproduction.decision(community), by=ana)
