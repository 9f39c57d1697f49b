"""The whole line of a community as a graph: what there is, and what came from what.

Keys are `kind:number`. An arrow points from what was there first to what came of it. A fixed number of queries, values only,
so that ten thousand things are read in one go; words are fetched later, for what is shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import QuerySet

from mindlines.communities import rules as communities
from mindlines.communities.models import Membership
from mindlines.coproduction.choices import DecisionStage
from mindlines.coproduction.models import Decision, FollowUp, Ground, Output, PracticeChange
from mindlines.knowledge.models import Attached, Diagnosis, Item, Negotiation, Statement, Step
from mindlines.voice.choices import Audience, Showing
from mindlines.voice.models import Contribution

# The kinds of things on the line, in the order in which one comes from the other.
ITEM, SAID, STATEMENT, DIAGNOSIS, NEGOTIATION = "item", "said", "statement", "diagnosis", "negotiation"
DECISION, ACTION, OUTPUT, CHANGE = "decision", "action", "output", "change"
KINDS = (SAID, ITEM, STATEMENT, DIAGNOSIS, NEGOTIATION, DECISION, ACTION, OUTPUT, CHANGE)

# How one thing is tied to another.
KEPT, CLAIMED, LAID_BESIDE, JUDGED, RESTS = "kept", "claimed", "laid_beside", "judged", "rests"
SET_ASIDE, LED_TO, MADE, CHANGED, REPLACED, LATER = "set_aside", "led_to", "made", "changed", "replaced", "later"


@dataclass(frozen=True)
class Tie:
    """`target` came from `source`."""

    source: str
    target: str
    kind: str


def key(kind: str, *, pk: int) -> str:
    return f"{kind}:{pk}"


def parted(of: str) -> tuple[str, int]:
    kind, number = of.split(":")
    return kind, int(number)


def ties(viewer: Membership) -> list[Tie]:
    """Every tie that this member may know of, in a fixed number of queries."""
    return list(chain(_knowledge(viewer), _decisions(viewer), _made(viewer)))


def readable_contributions(viewer: Membership) -> QuerySet[Contribution]:
    """What everybody here can read; facilitators read all but what is hidden."""
    said = Contribution.objects.filter(community=viewer.community).exclude(showing=Showing.HIDDEN)
    if communities.facilitate(viewer):
        return said
    return said.filter(showing__in=(Showing.SHOWN, Showing.MERGED), audience=Audience.EVERYONE)


def known_decisions(viewer: Membership) -> QuerySet[Decision]:
    """Members know of a decision once it was opened."""
    found = Decision.objects.filter(community=viewer.community).exclude(stage=DecisionStage.DROPPED)
    return found if communities.facilitate(viewer) else found.filter(opened_at__isnull=False)


def _tied(rows: QuerySet[Any], *, source: tuple[str, str], target: tuple[str, str], kind: str) -> Iterable[Tie]:
    """Ties from one column of `rows` to another; each end is a kind of thing and the column that holds its number."""
    there = rows.filter(**{f"{source[1]}__isnull": False, f"{target[1]}__isnull": False}).order_by()
    for first, second in there.values_list(source[1], target[1]):
        yield Tie(key(source[0], pk=first), key(target[0], pk=second), kind)


def _knowledge(viewer: Membership) -> Iterable[Tie]:
    here = viewer.community
    # What was made of something that was said and then withdrawn is not to be found again through its words.
    kept = Item.objects.present().filter(community=here, said__in=readable_contributions(viewer))
    yield from _tied(kept, source=(SAID, "said"), target=(ITEM, "pk"), kind=KEPT)
    statements = Statement.objects.filter(item__community=here, withdrawn_at__isnull=True)
    negotiations = Negotiation.objects.filter(statement__item__community=here)
    diagnoses = Diagnosis.objects.filter(statement__item__community=here)
    yield from _tied(statements, source=(ITEM, "item"), target=(STATEMENT, "pk"), kind=CLAIMED)
    yield from _tied(negotiations, source=(STATEMENT, "statement"), target=(NEGOTIATION, "pk"), kind=JUDGED)
    yield from _tied(negotiations, source=(NEGOTIATION, "follows"), target=(NEGOTIATION, "pk"), kind=LATER)
    yield from _tied(diagnoses, source=(STATEMENT, "statement"), target=(DIAGNOSIS, "pk"), kind=JUDGED)
    yield from _tied(diagnoses, source=(DIAGNOSIS, "follows"), target=(DIAGNOSIS, "pk"), kind=LATER)
    attached = Attached.objects.filter(negotiation__statement__item__community=here)
    yield from _grounded(viewer, attached, to=(NEGOTIATION, "negotiation"), kind=LAID_BESIDE)
    steps = Step.objects.filter(action__community=here)
    yield from _tied(steps, source=(NEGOTIATION, "negotiation"), target=(ACTION, "action"), kind=LED_TO)
    yield from _tied(steps, source=(DIAGNOSIS, "diagnosis"), target=(ACTION, "action"), kind=LED_TO)


def _decisions(viewer: Membership) -> Iterable[Tie]:
    decisions = known_decisions(viewer)
    yield from _tied(decisions, source=(NEGOTIATION, "negotiation"), target=(DECISION, "pk"), kind=RESTS)
    yield from _tied(decisions, source=(DECISION, "supersedes"), target=(DECISION, "pk"), kind=REPLACED)
    grounds = Ground.objects.filter(decision__in=decisions)
    yield from _grounded(viewer, grounds.filter(is_set_aside=False), to=(DECISION, "decision"), kind=RESTS)
    yield from _grounded(viewer, grounds.filter(is_set_aside=True), to=(DECISION, "decision"), kind=SET_ASIDE)
    yield from _tied(
        FollowUp.objects.filter(decision__in=decisions),
        source=(DECISION, "decision"),
        target=(ACTION, "action"),
        kind=LED_TO,
    )


def _grounded(viewer: Membership, rows: QuerySet[Any], *, to: tuple[str, str], kind: str) -> Iterable[Tie]:
    yield from _tied(rows, source=(ITEM, "item"), target=to, kind=kind)
    yield from _tied(rows, source=(STATEMENT, "statement"), target=to, kind=kind)
    readable = rows.filter(contribution__in=readable_contributions(viewer))
    yield from _tied(readable, source=(SAID, "contribution"), target=to, kind=kind)


def _made(viewer: Membership) -> Iterable[Tie]:
    here, decisions = viewer.community, known_decisions(viewer)
    for kind, column in ((DECISION, "decision"), (ITEM, "item"), (ACTION, "action")):
        rows = getattr(Output, f"{column}s").through.objects.filter(output__community=here)
        rows = rows.filter(decision__in=decisions) if kind == DECISION else rows
        yield from _tied(rows, source=(kind, column), target=(OUTPUT, "output"), kind=MADE)
    for kind, column in ((DECISION, "decision"), (OUTPUT, "output"), (ACTION, "action")):
        rows = getattr(PracticeChange, f"{column}s").through.objects.filter(practicechange__community=here)
        rows = rows.filter(decision__in=decisions) if kind == DECISION else rows
        yield from _tied(rows, source=(kind, column), target=(CHANGE, "practicechange"), kind=CHANGED)


def untied(viewer: Membership) -> set[str]:
    """Keys of what stands for itself, tied to something or not. Five queries."""
    here = viewer.community
    rows: dict[str, QuerySet[Any]] = {
        ITEM: Item.objects.filter(community=here),
        STATEMENT: Statement.objects.filter(item__community=here),
        DECISION: known_decisions(viewer),
        OUTPUT: Output.objects.filter(community=here),
        CHANGE: PracticeChange.objects.filter(community=here),
    }
    return {key(kind, pk=pk) for kind, found in rows.items() for pk in found.order_by().values_list("pk", flat=True)}
