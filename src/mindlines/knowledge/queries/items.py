"""What a community knows, as the list shows it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, QuerySet, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import KnowledgeKind
from mindlines.communities.models import Community, Constituency, Membership, Priority
from mindlines.knowledge.models import Item
from mindlines.knowledge.queries import cards, finding
from mindlines.knowledge.queries.cards import Card

A_PAGE = 20
NEWEST, YEAR, TITLE = "newest", "year", "title"
ORDERS: dict[str, tuple[Any, ...]] = {
    NEWEST: ("-made_at", "-pk"),
    YEAR: (F("year").desc(nulls_last=True), "-made_at", "-pk"),
    TITLE: ("title", "pk"),
}


@dataclass(frozen=True)
class Wanted:
    """Which items a list shows, and in which order."""

    kind: str = ""
    form: str = ""
    group: int | None = None
    priority: int | None = None
    year: int | None = None
    words: str = ""
    order: str = NEWEST


@dataclass(frozen=True)
class Chip:
    """One kind of knowledge to narrow the list to; the empty value stands for all kinds."""

    value: str
    label: str | Promise
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Offered:
    """By what the list can be narrowed."""

    groups: Sequence[Constituency]
    priorities: Sequence[Priority]
    years: Sequence[int]


@dataclass(frozen=True)
class Listing:
    page: "Page[Card]"
    chips: list[Chip]


def listing(viewer: Membership, *, wanted: Wanted, number: str | None) -> Listing:
    """One page of what the community knows, as was wished, and how many there are of each kind."""
    among = finding.items(viewer, typed=wanted.words) if wanted.words.strip() else None
    found = cards.counted(narrowed(viewer.community, wanted=wanted, among=among)).order_by(*_order(wanted, among))
    shown = Paginator(found, A_PAGE).get_page(number)
    page: Page[Card] = Page(cards.prepared(shown), shown.number, shown.paginator)
    return Listing(page=page, chips=chips(viewer, wanted=wanted, among=among))


def chips(viewer: Membership, *, wanted: Wanted, among: Sequence[int] | None = None) -> list[Chip]:
    """Every kind with how many there are among what else was wished, in no order of worth. One query."""
    found = narrowed(viewer.community, wanted=replace(wanted, kind=""), among=among).order_by()
    counts = dict(found.values_list("kind").annotate(count=Count("pk")))
    kinds = [
        Chip(value=kind.value, label=kind.label, count=counts.get(kind.value, 0), is_chosen=wanted.kind == kind.value)
        for kind in KnowledgeKind
    ]
    every = Chip(value="", label=_("All kinds"), count=sum(counts.values()), is_chosen=not wanted.kind)
    return [every, *(chip for chip in kinds if chip.count or chip.is_chosen)]


def narrowed(community: Community, *, wanted: Wanted, among: Sequence[int] | None = None) -> QuerySet[Item]:
    """What is there and fits; `among` are the keys of what holds the words."""
    same = {"kind": wanted.kind, "form": wanted.form, "constituency": wanted.group, "priority": wanted.priority}
    found = Item.objects.present().filter(community=community, **{name: one for name, one in same.items() if one})
    if wanted.year:
        found = found.filter(year=wanted.year)
    return found if among is None else found.filter(pk__in=among)


def offered(community: Community) -> Offered:
    """Three queries."""
    years = Item.objects.present().filter(community=community, year__isnull=False).order_by("-year")
    return Offered(
        groups=list(community.constituencies.all()),
        priorities=list(community.priorities.all()),
        years=[year for year in years.values_list("year", flat=True).distinct() if year],
    )


def is_empty(community: Community) -> bool:
    return not Item.objects.present().filter(community=community).exists()


def _order(wanted: Wanted, among: Sequence[int] | None) -> tuple[Any, ...]:
    """What was looked for by words stands best first, unless another order was wished."""
    if not among or wanted.order != NEWEST:
        return ORDERS[wanted.order]
    return (Case(*(When(pk=pk, then=place) for place, pk in enumerate(among)), default=len(among)), "-pk")
