from itertools import zip_longest

import pytest
from django.test import Client
from django.urls import reverse

from mindlines.coproduction.actions.decisions import closing, objections, preparing, running
from mindlines.coproduction.actions.decisions.objections import Objected
from mindlines.coproduction.models import Decision, Objection
from mindlines.kernel.errors import Refused
from mindlines.voice.models import Ballot
from mindlines.voice.queries import slips
from tests import make_ballots, make_coproduction


def text(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def consent(community, ana) -> Decision:
    """Two proposals, decided by consent, open for votes."""
    decision = make_coproduction.decision(
        community, rule="consent", proposals=("Twelve sessions", "A class in the hall")
    )
    running.open(decision, by=ana)
    return decision


def address(decision: Decision, name: str = "decision", **more: object) -> str:
    return reverse(f"coproduction:{name}", kwargs={"pk": decision.pk, **more})


def sheet(decision: Decision, *answers: int, **more: object) -> dict[str, object]:
    """What a voter sends: for each proposal the number of the answer that they choose, from 0, or nothing."""
    sent: dict[str, object] = dict(more)
    for proposal, answer in zip_longest(decision.proposals.all(), answers):
        left_out = answer is None
        sent[f"answer_{proposal.pk}"] = "left-out" if left_out else str(list(proposal.poll.options.all())[answer].pk)
    return sent


def test_all_proposals_are_answered_at_once_with_one_slip(consent, as_bo, bos):
    page = text(as_bo.get(address(consent)))
    assert "no objection is open" in page
    assert "Nobody can see who gave which answer" in page
    as_bo.post(address(consent, "decision_vote"), sheet(consent, 0, 1))
    assert [poll.ballots.count() for poll in preparing.polls_of(consent)] == [1, 1]
    consent.refresh_from_db()
    assert consent.box.handed.count() == 1
    assert "Your vote counts." in text(as_bo.get(address(consent)))


def test_a_vote_is_changed_until_it_closes(consent, as_bo):
    as_bo.get(address(consent))
    as_bo.post(address(consent, "decision_vote"), sheet(consent, 0, 1))
    as_bo.post(address(consent, "decision_vote"), sheet(consent, 1, 1))
    first, second = (proposal.poll for proposal in consent.proposals.all())
    assert first.ballots.get().before == [str(list(first.options.all())[1].pk)]
    assert second.ballots.get().before == [str(list(second.options.all())[1].pk)]


def test_an_objection_needs_its_reason(consent, as_bo, bos):
    proposal = consent.proposals.first()
    refused = as_bo.post(address(consent, "decision_vote"), sheet(consent, 2))
    assert "An objection counts with its reason" in text(refused)
    assert not Ballot.objects.exists()
    reason = {f"objection_{proposal.pk}": "Nobody can come twelve times"}
    as_bo.post(address(consent, "decision_vote"), sheet(consent, 2, key="k" * 30, **reason))
    as_bo.post(address(consent, "decision_vote"), sheet(consent, 2, key="k" * 30, **reason))
    objection = Objection.objects.get()
    assert (objection.membership, objection.constituency) == (bos, bos.constituency)
    assert "Nobody can come twelve times" in text(as_bo.get(address(consent)))


def test_an_objection_without_a_name_has_nobody_and_a_small_group_is_not_told(consent, as_bo):
    reason = {f"objection_{consent.proposals.first().pk}": "Too far for me", "is_anonymous": "on"}
    as_bo.post(address(consent, "decision_vote"), sheet(consent, 2, **reason))
    objection = Objection.objects.get()
    assert (objection.membership, objection.constituency) == (None, None)
    assert "Somebody who wished to stay without a name" in text(as_bo.get(address(consent)))


def test_without_an_answer_nothing_is_sent(consent, as_bo):
    assert "Choose an answer to “Twelve sessions”" in text(as_bo.post(address(consent, "decision_vote"), {}))
    assert "Choose an answer first" in text(as_bo.post(address(consent, "decision_vote"), sheet(consent)))
    assert not Ballot.objects.exists()


def test_a_second_device_is_asked_for_the_code_of_the_slip(consent, as_bo, bo):
    as_bo.get(address(consent))
    as_bo.post(address(consent, "decision_vote"), sheet(consent, 0))
    other = Client()
    other.force_login(bo)
    sent_on = other.post(address(consent, "decision_vote"), sheet(consent, 1))
    assert sent_on.headers["Location"].endswith("/slip/")
    assert "Your voting slip is on another device" in text(other.get(address(consent)))


def test_polls_of_a_decision_in_a_meeting_share_the_box_of_the_room(community, meeting, ana, bos):
    made = make_coproduction.decision(community, rule="gradient", meeting=meeting, proposals=("A", "B"))
    running.open(made, by=ana)
    made.refresh_from_db()
    room = make_ballots.poll(community, meeting=meeting).box
    assert {poll.box for poll in preparing.polls_of(made)} == {made.box} == {room}
    assert preparing.polls_of(made)[0].get_absolute_url() == made.get_absolute_url()
    assert slips.was_handed(made.box, to=bos) is False


@pytest.mark.parametrize(
    ("rule", "kind", "is_paired", "polls"),
    [
        ("consent", "choice", True, 2),
        ("gradient", "gradient", True, 2),
        ("appropriate", "scale", True, 2),
        ("delphi", "scale", True, 2),
        ("ranking", "ranking", False, 1),
    ],
)
def test_each_rule_asks_in_its_own_way(community, ana, rule, kind, is_paired, polls):
    prepared = preparing.Prepared("Which?", ("One", "Two"), rule=rule)
    made = preparing.make(prepared, of=community, by=ana)
    running.open(made, by=ana)
    asked = preparing.polls_of(made)
    assert (len(asked), asked[0].kind, asked[0].is_paired) == (polls, kind, is_paired)


def test_the_rule_is_fixed_once_people_were_asked(consent, ana):
    with pytest.raises(Refused, match="stay as they are"):
        preparing.change(consent, prepared=preparing.Prepared("Another?", ("One",), rule="gradient"))


def test_whoever_votes_after_closing_is_told_that_it_did_not_count(consent, as_bo, ana):
    sent = sheet(consent, 0, 1)
    closing.close(consent, by=ana)
    refused = as_bo.post(address(consent, "decision_vote"), sent)
    assert refused.status_code == 409
    assert "your answer was not counted" in text(refused)


def test_an_objection_belongs_to_whoever_wrote_it_though_another_says_the_same(consent, bos, anas):
    proposal = consent.proposals.first()
    first = objections.object_to(Objected(proposal, "Too far"), by=bos)
    assert objections.object_to(Objected(proposal, "Too far"), by=bos) == first
    second = objections.object_to(Objected(proposal, "Too far"), by=anas)
    third = objections.object_to(Objected(proposal, "Too far", is_anonymous=True), by=bos)
    assert len({first, second, third}) == 3
    objections.settle(first, state="taken_back", answer="There is a bus.", by=bos.person)
    again = objections.object_to(Objected(proposal, "Too far"), by=bos)
    assert again.state == "open"


def test_what_became_of_an_objection_is_written_down_once(consent, bos, ana):
    objection = objections.object_to(Objected(consent.proposals.first(), "Too far"), by=bos)
    for _time in range(2):
        objections.settle(objection, state="met", answer="There is a bus.", by=ana)
    with pytest.raises(Refused, match="There is a bus"):
        objections.settle(objection, state="taken_back", answer="Never mind", by=bos.person)
    assert consent.community.record.filter(verb="settled-objection").count() == 1


def test_what_was_dropped_before_anybody_was_asked_stays_with_facilitators(community, ana, as_bo, as_ana):
    made = make_coproduction.decision(community)
    preparing.drop(made, by=ana)
    assert as_bo.get(address(made)).status_code == 403
    assert as_ana.get(address(made)).status_code == 200
    assert made.question not in text(as_bo.get(reverse("coproduction:decisions", kwargs={"slug": community.slug})))
