"""The demonstration is a story, so its days follow each other."""

import pytest

from mindlines.coproduction.models import Decision, FollowUp, Output, PracticeChange
from mindlines.demo.actions import make
from mindlines.knowledge.models import Item, Negotiation


@pytest.mark.django_db
def test_what_was_known_comes_before_what_was_decided_and_that_before_what_has_changed():
    make()
    decision = Decision.objects.get(closed_at__isnull=False)
    negotiation = Negotiation.objects.get(decisions=decision)
    knowledge = Item.objects.filter(made_at__lt=negotiation.settled_at)
    assert knowledge.count() >= 9
    days = [negotiation.opened_at, negotiation.settled_at, decision.opened_at, decision.closed_at]
    assert days == sorted(days)
    agreed = [step.action for step in FollowUp.objects.filter(decision=decision).select_related("action")]
    assert len(agreed) == 3
    for action in agreed:
        assert decision.closed_at <= action.made_at <= (action.closed_at or action.made_at)
    output = Output.objects.get()
    assert decision.closed_at < output.made_at < output.published_at
    for change in PracticeChange.objects.all():
        assert output.published_at.date() <= change.since <= (change.confirmed_on or change.since)
