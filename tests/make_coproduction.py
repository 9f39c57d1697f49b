"""Makers of decisions, outputs and practice changes; as in `tests.make`, each takes what the story is about."""

from datetime import date
from typing import Any

from django.utils import timezone

from mindlines.communities.models import Community
from mindlines.coproduction.choices import DecisionStage
from mindlines.coproduction.models import Decision, Output, PracticeChange, Proposal, Scoring


def decision(community: Community, question: str = "How many sessions do we ask for?", **more: Any) -> Decision:
    """A decision with its proposals, not opened yet unless the story says so."""
    if more.get("stage", DecisionStage.DRAFT) != DecisionStage.DRAFT:
        more.setdefault("opened_at", timezone.now())
    proposals = more.pop("proposals", ("Twelve sessions in small groups",))
    made = Decision.objects.create(community=community, question=question, **more)
    for position, words in enumerate(proposals):
        Proposal.objects.create(decision=made, words=words, position=position)
    return made


def output(community: Community, title: str = "The pathway for sore knees", **more: Any) -> Output:
    return Output.objects.create(community=community, title=title, **more)


def change(
    community: Community, what: str = "The class takes people who cannot lie down", **more: Any
) -> PracticeChange:
    values: dict[str, Any] = {"since": date(2026, 3, 2), **more}
    return PracticeChange.objects.create(community=community, what=what, **values)


def scoring(community: Community, title: str = "What do we work on next?", **more: Any) -> Scoring:
    return Scoring.objects.create(community=community, title=title, **more)
