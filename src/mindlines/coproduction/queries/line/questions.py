"""Four questions that the line answers, as rows for their pages."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from mindlines.communities.choices import ConstituencyKind, KnowledgeKind
from mindlines.communities.models import Membership
from mindlines.coproduction.choices import DecisionStage
from mindlines.coproduction.models import Decision, Ground, Output
from mindlines.coproduction.queries.line import graph
from mindlines.kernel.times import zone
from mindlines.knowledge.choices import Outcome
from mindlines.knowledge.models import Attached, Item, Negotiation, Statement

A_PAGE = 25
LIVED = (KnowledgeKind.STORY, KnowledgeKind.LIVED)


@dataclass(frozen=True)
class KindCount:
    kind: str
    label: str
    count: int


def closed_decisions(viewer: Membership) -> QuerySet[Decision]:
    """Decisions that were made, the newest first."""
    return graph.known_decisions(viewer).filter(stage=DecisionStage.CLOSED).order_by("-closed_at", "-pk")


def lived_keys(viewer: Membership) -> set[str]:
    """What is lived experience: stories, patient and public knowledge, and what lay members brought in or said."""
    items = Item.objects.present().filter(community=viewer.community)
    lived = items.filter(Q(kind__in=LIVED) | Q(constituency__kind=ConstituencyKind.LAY))
    said = graph.readable_contributions(viewer).filter(constituency__kind=ConstituencyKind.LAY)
    found = {graph.key(graph.ITEM, pk=pk) for pk in lived.values_list("pk", flat=True)}
    return found | {graph.key(graph.SAID, pk=pk) for pk in said.order_by().values_list("pk", flat=True)}


def undiscussed(viewer: Membership, *, kind: str = "") -> QuerySet[Item]:
    """What nobody has laid on a board, judged, made something of, or rested a decision on; the oldest first."""
    statements = Statement.objects.filter(item=OuterRef("pk"))
    used = (
        Exists(Attached.objects.filter(item=OuterRef("pk")))
        | Exists(Ground.objects.filter(item=OuterRef("pk")))
        | Exists(Output.items.through.objects.filter(item=OuterRef("pk")))
        | Exists(statements.filter(negotiations__isnull=False))
        | Exists(statements.filter(diagnoses__isnull=False))
        | Exists(statements.filter(attached_to__isnull=False))
        | Exists(statements.filter(grounds__isnull=False))
    )
    found = Item.objects.present().filter(community=viewer.community).exclude(used)
    found = found.filter(kind=kind) if kind in KnowledgeKind.values else found
    return found.select_related("constituency").order_by("made_at", "pk")


def undiscussed_kinds(viewer: Membership) -> list[KindCount]:
    """How many of each kind nobody has discussed, beside the kinds that have some. One query."""
    rows = undiscussed(viewer).order_by().values_list("kind").annotate(count=Count("pk")).order_by("kind")
    return [KindCount(kind, str(KnowledgeKind(kind).label), count) for kind, count in rows]


def adapted(viewer: Membership) -> QuerySet[Negotiation]:
    """What was taken up with changes: what nobody has looked at again comes first, the longest due before the rest."""
    rows = Negotiation.objects.filter(statement__item__community=viewer.community, outcome=Outcome.ADAPT)
    reviewed = Q(adaptations__reviewed_on__isnull=False)
    return (
        rows.select_related("statement__item")
        .prefetch_related("adaptations")
        .annotate(reviewed=Count("adaptations", filter=reviewed))
        .order_by("reviewed", "review_on", "-settled_at", "pk")
    )


def is_due(negotiation: Negotiation, *, today: date) -> bool:
    """Whether a review was promised for a day that has come, and nobody has written down that it happened."""
    waits = any(adaptation.reviewed_on is None for adaptation in negotiation.adaptations.all())
    return waits and negotiation.review_on is not None and negotiation.review_on <= today


def a_page(rows: QuerySet[Any], *, number: str | None) -> "Page[Any]":
    return Paginator(rows, A_PAGE).get_page(number)


def today(viewer: Membership) -> date:
    return timezone.localdate(timezone=zone(viewer.community.time_zone))
