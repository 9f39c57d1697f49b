"""What somebody judged, and how many have."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership
from mindlines.knowledge.choices import Question
from mindlines.knowledge.models import Judgement, Negotiation

LOWEST, HIGHEST = 1, 9
# What each question is about, where its own words leave it open.
ABOUT: dict[str, str | Promise] = {
    Question.PROBLEM: _("How many people have it, and how much it weighs on them."),
    Question.DESIRABLE: _("For example less pain, or doing more of what matters."),
    Question.UNDESIRABLE: _("9 means hardly any harm or burden."),
    Question.CERTAINTY: _("How good the studies are, and whether they fit together."),
    Question.VALUES: _("Whether people would choose it for what it brings."),
    Question.BALANCE: _("All in all, for the people it is for."),
    Question.RESOURCES: _("What it takes to begin, and to go on."),
    Question.RESOURCE_CERTAINTY: _("Whether somebody counted it, or we guess."),
    Question.COST_EFFECTIVENESS: _("Compared with what the same money could do elsewhere."),
    Question.EQUITY: _("Whether people who have it harder gain as much as others."),
    Question.ACCEPTABILITY: _("People it is for, those who would do it, and those who pay."),
    Question.FEASIBILITY: _("With the rooms, people and time that are there."),
    Question.SERVICE_FIT: _("What the contract and the rules of the service allow."),
    Question.LIVED_FIT: _("Work, travel, family, other illness, and what people are used to."),
}


@dataclass(frozen=True)
class Own:
    """How far somebody is with their own judgement."""

    judged: int
    of: int

    @property
    def has_begun(self) -> bool:
        return self.judged > 0

    @property
    def is_whole(self) -> bool:
        return self.judged == self.of


def given(negotiation: Negotiation, *, by: Membership) -> dict[str, Judgement]:
    """What this member judged, by question. One query."""
    return {one.question: one for one in negotiation.judgements.filter(membership=by)}


def own(negotiation: Negotiation) -> Own:
    """How far the viewer is. One query."""
    return Own(negotiation.judgements.filter(membership=negotiation.viewer).count(), len(Question))


def people(negotiation: Negotiation) -> int:
    """How many have judged at least one question. One query."""
    return negotiation.judgements.filter(membership__isnull=False).values("membership").distinct().count()


def all_of(negotiation: Negotiation) -> Sequence[Judgement]:
    """Everything that was judged, with its group. One query."""
    return list(negotiation.judgements.select_related("constituency").order_by("question", "pk"))
