"""The decisions of a community as a list."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.utils import timezone

from mindlines.communities import rules as communities
from mindlines.communities.choices import Standing
from mindlines.communities.models import Membership
from mindlines.coproduction.choices import VOTING, DecisionStage, Result
from mindlines.coproduction.models import Decision
from mindlines.coproduction.queries.decisions.wording import TONES
from mindlines.kernel.times import zone
from mindlines.voice.choices import Secrecy
from mindlines.voice.models import Ballot, Handed

A_PAGE = 25
REVIEW = "review"


@dataclass(frozen=True)
class Row:
    decision: Decision
    tag: str
    tone: str
    is_open: bool
    waits: bool
    is_due: bool


@dataclass(frozen=True)
class Choice:
    """One way to narrow the list."""

    key: str
    label: str
    is_here: bool
    count: int


def page(viewer: Membership, *, show: str, number: str | None) -> Page[Row]:
    """What takes votes first, then what is talked about or prepared, then what is closed. Two queries."""
    today = _today(viewer)
    found = Paginator(_narrowed(viewer, show=show, today=today), A_PAGE).get_page(number)
    rows = [_row(decision, viewer=viewer, today=today) for decision in found]
    return cast("Page[Row]", Page(rows, found.number, found.paginator))


def choices(viewer: Membership, *, show: str) -> list[Choice]:
    """Results that there are, and reviews that are due. One query."""
    today = _today(viewer)
    counts = {
        row["result"]: row["count"]
        for row in known_to(viewer).filter(stage=DecisionStage.CLOSED).order_by().values("result").annotate(count=Count("pk"))
    }  # fmt: skip
    due = known_to(viewer).filter(_is_due(today)).count()
    listed = [
        Choice(result.value, str(result.label), show == result, counts[result]) for result in Result if result in counts
    ]
    if due:
        listed.append(Choice(REVIEW, "", show == REVIEW, due))
    return listed


def known_to(viewer: Membership) -> QuerySet[Decision]:
    """Members know a decision once it was opened."""
    found = Decision.objects.filter(community=viewer.community)
    return found if communities.facilitate(viewer) else found.filter(opened_at__isnull=False)


def waiting_for(memberships: list[Membership]) -> list[Decision]:
    """Open decisions in which these active members were not yet handed a slip, or gave no named vote. One query."""
    active = [each.pk for each in memberships if each.standing == Standing.ACTIVE]
    if not active:
        return []
    communities_ = [each.community_id for each in memberships if each.standing == Standing.ACTIVE]
    found = Decision.objects.filter(community__in=communities_, stage__in=VOTING).select_related("community")
    return list(_unanswered(found, by=active).order_by("closes_on", "pk"))


def _unanswered(found: QuerySet[Decision], *, by: list[int]) -> QuerySet[Decision]:
    """In a secret vote nobody knows whether somebody answered the second time, so that one is shown to everybody."""
    handed = Exists(Handed.objects.filter(box=OuterRef("box"), membership__in=by))
    named = Exists(Ballot.objects.filter(poll__proposal__decision=OuterRef("pk"), membership__in=by))
    again = Q(stage=DecisionStage.OPEN_AGAIN)
    return found.filter(
        Q(secrecy=Secrecy.SECRET) & (~Q(handed) | again) | Q(secrecy=Secrecy.NAMED) & (~Q(named) | again)
    )


def _narrowed(viewer: Membership, *, show: str, today: date) -> QuerySet[Decision]:
    rank = Case(
        When(stage__in=VOTING, then=Value(0)),
        When(stage=DecisionStage.DISCUSSING, then=Value(1)),
        When(stage=DecisionStage.DRAFT, then=Value(2)),
        When(stage=DecisionStage.CLOSED, then=Value(3)),
        default=Value(4),
        output_field=IntegerField(),
    )
    waits = Exists(_unanswered(Decision.objects.filter(pk=OuterRef("pk")), by=[viewer.pk]))
    found = known_to(viewer).alias(rank=rank).annotate(is_unanswered=waits).select_related("meeting", "superseded_by")
    if show in Result.values:
        found = found.filter(result=show)
    elif show == REVIEW:
        found = found.filter(_is_due(today))
    return found.order_by("rank", F("closed_at").desc(nulls_last=True), "-made_at", "pk")


def _row(decision: Decision, *, viewer: Membership, today: date) -> Row:
    result = Result(decision.result) if decision.result else None
    is_open = decision.takes_votes
    return Row(
        decision=decision,
        tag=str(result.label if result else decision.get_stage_display()),
        tone=TONES[result] if result else "brand" if is_open else "",
        is_open=is_open,
        waits=is_open and communities.take_part(viewer) and bool(decision.is_unanswered),  # type: ignore[attr-defined]  # annotated above
        is_due=_review_is_due(decision, today=today),
    )


def _is_due(today: date) -> Q:
    return Q(stage=DecisionStage.CLOSED, review_on__lte=today, superseded_by__isnull=True)


def _review_is_due(decision: Decision, *, today: date) -> bool:
    is_replaced = hasattr(decision, "superseded_by")
    return decision.is_closed and decision.review_on is not None and decision.review_on <= today and not is_replaced


def _today(viewer: Membership) -> date:
    return timezone.localdate(timezone=zone(viewer.community.time_zone))
