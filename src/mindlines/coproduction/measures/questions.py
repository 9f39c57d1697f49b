"""Answers to the questions of the line that need the whole graph, and how many there are of each."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership
from mindlines.coproduction.models import Decision
from mindlines.coproduction.queries.line import graph, questions
from mindlines.coproduction.queries.line.things import Thing, things
from mindlines.knowledge.models import Negotiation
from mindlines_analysis.trace import Edge, reach

Words = str | Promise
LIVED, UNDISCUSSED, ADAPTED, CHANGES = "lived", "undiscussed", "adapted", "changes"
# The questions, in the order in which the line answers them, each with what it is good for.
QUESTIONS: dict[str, tuple[Words, Words]] = {
    LIVED: (
        _("Which decisions rest on lived experience?"),
        _("Stories, patient and public knowledge, and what lay members said count as lived experience."),
    ),
    UNDISCUSSED: (
        _("What do we know that has not been discussed?"),
        _("Nobody has laid it on a board, judged it, or decided anything on it."),
    ),
    ADAPTED: (
        _("What did we adapt, and has it been looked at again?"),
        _("What we changed from the research, what is lost by it, and whether it still works."),
    ),
    CHANGES: (
        _("Where is it done differently now?"),
        _("What has changed in practice, place by place, and how we know."),
    ),
}


@dataclass(frozen=True)
class Asked:
    """One question with the number that answers it in short."""

    name: str
    question: Words
    about: Words
    count: int
    of: int | None = None


@dataclass(frozen=True)
class Rested:
    """A decision with what it rests on that is lived experience; `more` are not listed."""

    decision: Decision
    lived: tuple[Thing, ...]
    more: int


@dataclass(frozen=True)
class Adapted:
    negotiation: Negotiation
    is_reviewed: bool
    is_due: bool


def asked(viewer: Membership) -> list[Asked]:
    """The four questions with their numbers."""
    lived = _decisions_on_lived(viewer)
    counts: dict[str, tuple[int, int | None]] = {
        LIVED: (len(lived), questions.closed_decisions(viewer).count()),
        UNDISCUSSED: (questions.undiscussed(viewer).count(), None),
        ADAPTED: (questions.adapted(viewer).count(), None),
        CHANGES: (viewer.community.practice_changes.count(), None),
    }
    return [Asked(name, *QUESTIONS[name], *counts[name]) for name in QUESTIONS]


def resting_on_lived(viewer: Membership, *, number: str | None) -> "tuple[Page[Any], int]":
    """A page of decisions that rest on lived experience, each with what that is; and how many decisions do not."""
    decisions = questions.closed_decisions(viewer)
    found = decisions.filter(pk__in=_decisions_on_lived(viewer))
    page = questions.a_page(found, number=number)
    edges, lived = _edges(viewer), questions.lived_keys(viewer)
    reached = {
        decision.pk: [key for key in reach(edges, of=graph.key(graph.DECISION, pk=decision.pk)).back if key in lived]
        for decision in page
    }
    shown = {pk: keys[:FEW] for pk, keys in reached.items()}
    known = things(viewer, keys={key for keys in shown.values() for key in keys})
    page.object_list = [
        Rested(
            decision,
            tuple(known[key] for key in shown[decision.pk] if key in known),
            len(reached[decision.pk]) - len(shown[decision.pk]),
        )
        for decision in page
    ]
    return page, decisions.count() - found.count()


def adapted(viewer: Membership, *, number: str | None) -> "Page[Any]":
    """A page of what was taken up with changes."""
    page = questions.a_page(questions.adapted(viewer), number=number)
    today = questions.today(viewer)
    page.object_list = [
        Adapted(
            negotiation,
            is_reviewed=all(each.reviewed_on for each in negotiation.adaptations.all()),
            is_due=questions.is_due(negotiation, today=today),
        )
        for negotiation in page
    ]
    return page


FEW = 4
_SOURCE = "lived:0"


def _edges(viewer: Membership) -> list[Edge]:
    return [Edge(tie.source, tie.target) for tie in graph.ties(viewer) if tie.kind != graph.SET_ASIDE]


def _decisions_on_lived(viewer: Membership) -> list[int]:
    """One walk from all that is lived experience at once."""
    begun = [Edge(_SOURCE, key) for key in sorted(questions.lived_keys(viewer))]
    reached = reach([*begun, *_edges(viewer)], of=_SOURCE).forth
    found = [graph.parted(key) for key in reached if key.startswith(graph.DECISION)]
    closed = set(questions.closed_decisions(viewer).values_list("pk", flat=True))
    return [pk for _kind, pk in found if pk in closed]
