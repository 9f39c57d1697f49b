"""What a community knows, as the list shows it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import KnowledgeKind
from mindlines.communities.models import Community, Constituency, Membership, Priority
from mindlines.knowledge.models import Item, PlainVersion, Statement
from mindlines.knowledge.queries import cards
from mindlines.knowledge.queries.cards import Card

A_PAGE = 20
MOST_WORDS = 8
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


def page(viewer: Membership, *, wanted: Wanted, number: str | None) -> "Page[Card]":
    """One page of what the community knows, as was wished. Three queries."""
    found = cards.counted(narrowed(viewer.community, wanted=wanted)).order_by(*ORDERS[wanted.order])
    shown = Paginator(found, A_PAGE).get_page(number)
    return Page(cards.prepared(shown), shown.number, shown.paginator)


def chips(viewer: Membership, *, wanted: Wanted) -> list[Chip]:
    """Every kind with how many there are among what else was wished, in no order of worth. One query."""
    found = narrowed(viewer.community, wanted=replace(wanted, kind="")).order_by()
    counts = dict(found.values_list("kind").annotate(count=Count("pk")))
    kinds = [
        Chip(value=kind.value, label=kind.label, count=counts.get(kind.value, 0), is_chosen=wanted.kind == kind.value)
        for kind in KnowledgeKind
    ]
    every = Chip(value="", label=_("All kinds"), count=sum(counts.values()), is_chosen=not wanted.kind)
    return [every, *(chip for chip in kinds if chip.count or chip.is_chosen)]


def narrowed(community: Community, *, wanted: Wanted) -> QuerySet[Item]:
    """What is there and fits."""
    same = {"kind": wanted.kind, "form": wanted.form, "constituency": wanted.group, "priority": wanted.priority}
    found = Item.objects.present().filter(community=community, **{name: one for name, one in same.items() if one})
    if wanted.year:
        found = found.filter(year=wanted.year)
    for word in wanted.words.split()[:MOST_WORDS]:
        found = found.filter(_holds(word))
    return found


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


def _holds(word: str) -> Q:
    """Whether a word stands in an item, in one of its statements or in a plain version."""
    statements = Statement.objects.present().filter(item=OuterRef("pk"), words__icontains=word)
    plain = PlainVersion.objects.filter(Q(title__icontains=word) | Q(words__icontains=word), item=OuterRef("pk"))
    return Q(title__icontains=word) | Q(words__icontains=word) | Q(Exists(statements)) | Q(Exists(plain))
