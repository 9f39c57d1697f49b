"""Negotiations as lists and their own pages show them."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, Q, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _

from mindlines.communities.models import Community, Membership
from mindlines.kernel.times import zone
from mindlines.knowledge.choices import NegotiationStage, Outcome, Side
from mindlines.knowledge.models import AuditTable, Negotiation, Statement, Step
from mindlines.knowledge.queries import charts, things
from mindlines.knowledge.queries.charts import Picture
from mindlines.knowledge.queries.things import Thing
from mindlines.meetings.models import AgendaItem
from mindlines.voice.queries import saying

A_PAGE = 20
DUE = "due"
TONES = {
    Outcome.ADOPT: "good",
    Outcome.ADAPT: "good",
    Outcome.TRIAL: "info",
    Outcome.DEFER: "warm",
    Outcome.REJECT: "bad",
}


@dataclass(frozen=True)
class Row:
    """One negotiation of a list; `tag` says where it stands, or what came of it."""

    negotiation: Negotiation
    statement: str
    tag: str
    tone: str
    is_due: bool
    waits: bool = False


@dataclass(frozen=True)
class Choice:
    """To what the list can be narrowed."""

    key: str
    label: str
    count: int
    is_here: bool


@dataclass(frozen=True)
class Laid:
    """A thing on the board; a table of numbers comes with its picture."""

    pk: int
    thing: Thing
    table: AuditTable | None = None
    picture: Picture | None = None


@dataclass(frozen=True)
class Board:
    """One of the three sides. `empty` says what belongs there."""

    side: str
    label: str
    empty: str
    words: str
    laid: list[Laid]


def of_statement(statement: Statement) -> list[Row]:
    """Every negotiation of a statement that a gate handed over, the newest first. One query."""
    found = statement.negotiations.select_related("meeting")
    return _rows(found, today=today(statement.item.community))


def page(viewer: Membership, *, show: str, number: str | None) -> "Page[Row]":
    """What the community negotiates: what is due for a second look first, then what is under way. At most three queries."""
    today_here = today(viewer.community)
    found = _narrowed(all_of(viewer.community), show=show, today_here=today_here)
    due = Case(
        When(_is_due(today_here), then=Value(0)), When(stage=NegotiationStage.SETTLED, then=Value(2)), default=Value(1)
    )
    ordered = found.select_related("statement", "meeting").order_by(due, "-opened_at", "-pk")
    shown = Paginator(ordered, A_PAGE).get_page(number)
    judged = set(_judged_by(viewer, shown))
    return Page(_rows(shown, today=today_here, judged=judged), shown.number, shown.paginator)  # type: ignore[arg-type]  # the same page of rows


def all_of(community: Community) -> QuerySet[Negotiation]:
    return Negotiation.objects.filter(statement__item__community=community)


def due(on: date) -> QuerySet[Negotiation]:
    """What should be looked at again by now, and of which no facilitator has been told."""
    return Negotiation.objects.filter(_is_due(on), reminded_at=None).select_related("statement__item__community")


def is_due(negotiation: Negotiation, *, on: date) -> bool:
    return negotiation.is_settled and negotiation.review_on is not None and negotiation.review_on <= on


def today(community: Community) -> date:
    return timezone.localdate(timezone=zone(community.time_zone))


def board(negotiation: Negotiation) -> list[Board]:
    """The three sides with what lies on them. At most five queries."""
    rows = list(negotiation.attached.all())
    known = things.known(negotiation.statement.item.community, keys=[things.key_of(row) for row in rows])
    tables = {
        table.item_id: table
        for table in AuditTable.objects.filter(item__in=[row.item_id for row in rows if row.item_id])
    }
    laid: dict[str, list[Laid]] = {side: [] for side in Side}
    for row in rows:
        table = tables.get(row.item_id or 0)
        picture = charts.picture(table) if table is not None else None
        laid[row.side].append(Laid(row.pk, known[things.key_of(row)], table, picture))
    return [
        Board(
            side=side.value,
            label=str(side.label),
            empty=_EMPTY[side](),
            words=getattr(negotiation, side.value),
            laid=laid[side],
        )
        for side in Side
    ]


def laid_keys(negotiation: Negotiation) -> list[str]:
    """What is on the board already, so that it is not offered again. One query."""
    about = f"{things.STATEMENT}:{negotiation.statement_id}"
    return [about, *(things.key_of(row) for row in negotiation.attached.all())]


def steps(negotiation: Negotiation) -> list[Step]:
    """What people do because of it. One query."""
    return list(negotiation.steps.select_related("action__owner__person").order_by("action__due_on", "pk"))


def asked(negotiation: Negotiation) -> list[Membership]:
    """Everybody who can judge: all active members, by name. One query."""
    members = Membership.objects.active().filter(community=negotiation.statement.item.community_id)
    return list(members.select_related("person", "constituency").order_by("person__name", "pk"))


def has_judged(negotiation: Negotiation) -> set[int]:
    """The members of whom there is a judgement: for whoever hands out paper, and never what they think."""
    known = negotiation.judgements.filter(membership__isnull=False)
    return {pk for pk in known.values_list("membership", flat=True).distinct() if pk}


def places(viewer: Membership) -> list[tuple[str, str]]:
    """Meetings and the items of their agendas in which it can be talked about, as choices of a form. Two queries."""
    meetings = saying.meetings_offered(viewer)
    items = AgendaItem.objects.filter(meeting__in=meetings).order_by("position")
    found: list[tuple[str, str]] = []
    for meeting in meetings:
        found.append((f"meeting:{meeting.pk}", meeting.title))
        found += [
            (f"item:{item.pk}", f"{meeting.title} – {item.title}") for item in items if item.meeting_id == meeting.pk
        ]
    return found


def choices(viewer: Membership, *, show: str) -> list[Choice]:
    """How many are at which stage, and how many are due; only what there is. Two queries."""
    found = all_of(viewer.community)
    counts = dict(found.order_by().values_list("stage").annotate(count=Count("pk")))
    due_count = found.filter(_is_due(today(viewer.community))).count()
    every = Choice("", _("All"), sum(counts.values()), is_here=not show)
    stages = [
        Choice(stage.value, str(stage.label), counts.get(stage.value, 0), is_here=show == stage)
        for stage in NegotiationStage
    ]
    again = Choice(DUE, _("To look at again"), due_count, is_here=show == DUE)
    return [every, *(choice for choice in (again, *stages) if choice.count or choice.is_here)] if every.count else []


def next_of(negotiation: Negotiation) -> Negotiation | None:
    """The negotiation that follows this one. One query."""
    return Negotiation.objects.filter(follows=negotiation).first()


def side_words(side: str) -> dict[str, str]:
    """The name of a side, and what belongs there."""
    found = Side(side)
    return {"side": found.value, "label": str(found.label), "empty": _EMPTY[found]()}


def fingerprint(words: str) -> str:
    """Short for what somebody had before them when they began to write."""
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def _is_due(on: date) -> Q:
    return Q(stage=NegotiationStage.SETTLED, review_on__lte=on)


def _narrowed(found: QuerySet[Negotiation], *, show: str, today_here: date) -> QuerySet[Negotiation]:
    if show == DUE:
        return found.filter(_is_due(today_here))
    return found.filter(stage=show) if show in NegotiationStage.values else found


def _judged_by(viewer: Membership, shown: Iterable[Negotiation]) -> Iterable[int]:
    """Where the viewer has judged something already."""
    found = Negotiation.objects.filter(pk__in=[one.pk for one in shown], judgements__membership=viewer)
    return found.values_list("pk", flat=True).distinct()


def _rows(found: Iterable[Negotiation], *, today: date, judged: set[int] | None = None) -> list[Row]:
    return [
        Row(
            negotiation=one,
            statement=one.statement.words,
            tag=str(one.get_outcome_display() if one.is_settled else one.get_stage_display()),
            tone=TONES.get(Outcome(one.outcome), "") if one.is_settled else "info",
            is_due=is_due(one, on=today),
            waits=judged is not None and one.stage == NegotiationStage.PRIVATE and one.pk not in judged,
        )
        for one in found
    ]


_EMPTY = {
    Side.RESEARCH: lambda: _("What was found, for whom, and how sure it is. Say it so that everybody can follow."),
    Side.HERE: lambda: _("What is the same here, and what is different: people, places, money, what was counted."),
    Side.LIVED: lambda: _("What people who live with it tell, and what it would mean for their days."),
}
