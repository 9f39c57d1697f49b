"""What somebody who was not there reads beside a thing on the line."""

import pytest

from mindlines.coproduction.models import Decision, Dissent
from mindlines.coproduction.queries.line import graph
from mindlines.coproduction.queries.line.things import things
from mindlines.kernel.times import now
from mindlines.knowledge.models import Adaptation, Statement
from tests import make_coproduction, make_knowledge


def says(viewer, kind, row):
    key = graph.key(kind, pk=row.pk)
    return things(viewer, keys=[key])[key].says


def test_a_decision_says_what_came_of_each_proposal_and_that_somebody_disagrees(community, bos):
    decision = make_coproduction.decision(
        community, stage="open", opened_at=now(), proposals=("Six sessions", "Twelve")
    )
    decision.proposals.filter(words="Six sessions").update(result="agreed")
    Decision.objects.filter(pk=decision.pk).update(stage="closed", closed_at=now(), result="agreed")
    assert says(bos, graph.DECISION, decision) == ("Agreed: Six sessions", "Twelve")
    for number in range(2):
        Dissent.objects.create(decision=decision, words=f"Too few, for reason {number}", is_anonymous=True)
    assert says(bos, graph.DECISION, decision)[-1] == "2 people do not agree, and their reasons are on the record."


@pytest.fixture
def negotiation(community):
    statement = make_knowledge.statement(make_knowledge.item(community))
    made = make_knowledge.negotiation(statement, stage="settled", outcome="adapt", why="The contract pays for six.")
    Adaptation.objects.create(
        negotiation=made, changed="Eight, not twelve", because="Bus fares", core_lost="Two weeks of practice"
    )
    return made


def test_a_negotiation_says_why_what_was_changed_and_what_is_lost(bos, negotiation):
    assert says(bos, graph.NEGOTIATION, negotiation) == (
        "The contract pays for six.",
        "Changed from the research: Eight, not twelve",
        "Why: Bus fares",
        "What is lost: Two weeks of practice",
    )


def test_what_is_still_talked_about_or_was_withdrawn_is_not_told(bos, negotiation):
    Statement.objects.filter(pk=negotiation.statement_id).update(withdrawn_at=now())
    assert says(bos, graph.NEGOTIATION, negotiation) == ()
    Statement.objects.filter(pk=negotiation.statement_id).update(withdrawn_at=None)
    type(negotiation).objects.filter(pk=negotiation.pk).update(stage="shown")
    assert says(bos, graph.NEGOTIATION, negotiation) == ()


def test_a_change_of_practice_says_how_it_was_before_and_that_it_has_ended(community, bos):
    change = make_coproduction.change(
        community, before="On mats", ended_on="2026-05-01", why_ended="The hall is being rebuilt."
    )
    assert says(bos, graph.CHANGE, change) == ("Before: On mats", "This has ended. The hall is being rebuilt.")
