"""Wherever work is given to somebody who has much already, the next page says so and forbids nothing."""

import pytest

from mindlines.coproduction.actions.decisions import closing, running
from mindlines.meetings.models import Action
from tests import make, make_coproduction, make_knowledge


@pytest.fixture
def busy(bos):
    for number in range(3):
        make.action(bos.community, f"Number {number}", owner=bos)
    return bos


def negotiation(community):
    statement = make_knowledge.statement(make_knowledge.item(community))
    return f"/negotiations/{make_knowledge.negotiation(statement, stage='settled', outcome='adopt').pk}/actions/new/"


def diagnosis(community):
    statement = make_knowledge.statement(make_knowledge.item(community))
    return f"/diagnoses/{make_knowledge.diagnosis(statement).pk}/act/time/"


@pytest.mark.parametrize("place", [negotiation, diagnosis])
def test_a_step_that_follows_from_what_we_know_brings_the_hint(community, busy, as_ana, place):
    page = as_ana.post(place(community), {"words": "Book the hall", "owner": "Bo Berg"}, follow=True)
    assert "Bo Berg now has 4 open actions" in page.text
    assert Action.objects.filter(owner=busy).count() == 4


def test_what_follows_from_a_decision_brings_the_hint(community, busy, ana, as_ana):
    decision = make_coproduction.decision(community, rule="consent")
    running.open(decision, by=ana)
    closing.close(decision, by=ana)
    address = f"{decision.get_absolute_url()}actions/new/"
    page = as_ana.post(address, {"words": "Ask the bus company", "owner": busy.pk}, follow=True)
    assert "Bo Berg now has 4 open actions" in page.text
