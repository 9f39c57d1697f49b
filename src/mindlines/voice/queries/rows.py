"""Rows of lists: a contribution with all that a list says about it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.paginator import Page
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from mindlines.communities.models import Community, Constituency, Membership
from mindlines.kernel.times import now, zone
from mindlines.voice.choices import WRITTEN_FOR, Showing, Uptake
from mindlines.voice.models import Contribution, Support
from mindlines.voice.queries import supports


@dataclass(frozen=True)
class Row:
    """One contribution with what a list says about it."""

    contribution: Contribution
    supports: int
    joined: int
    who: str
    group: Constituency | None
    is_own: bool = False
    is_supported: bool = False
    days_late: int = 0
    is_due_today: bool = False

    @property
    def is_late(self) -> bool:
        return self.days_late > 0

    @property
    def is_waiting(self) -> bool:
        return self.contribution.showing == Showing.WAITING

    @property
    def is_answered(self) -> bool:
        return self.contribution.uptake != Uptake.UNANSWERED

    @property
    def came(self) -> str:
        """How it reached the community, where somebody else wrote it down."""
        is_written_for = self.contribution.origin in WRITTEN_FOR
        return str(self.contribution.get_origin_display()) if is_written_for else ""

    @property
    def tone(self) -> str:
        """How the tag of what became of it is drawn."""
        if self.contribution.uptake == Uptake.UNANSWERED:
            return "bad" if self.is_late else ""
        return "warm" if self.contribution.uptake == Uptake.PARKED else "good"


def counted(found: QuerySet[Contribution]) -> QuerySet[Any]:
    """Each with its supports and how many were joined with it, and all that a row names."""
    supports = Support.objects.filter(contribution=OuterRef("pk")).order_by().values("contribution")
    joined = Contribution.objects.filter(merged_into=OuterRef("pk")).order_by().values("merged_into")
    return found.select_related("meeting", "membership__person", "constituency").annotate(
        support_count=_number(supports.annotate(number=Count("pk"))),
        joined_count=_number(joined.annotate(number=Count("pk"))),
    )


def page_of(found: "Page[Any]", *, viewer: Membership) -> "Page[Row]":
    """The same page with its rows prepared."""
    shown = prepared(found, community=viewer.community)
    own = [replace(each, is_own=each.contribution.membership_id == viewer.pk) for each in shown]
    return Page(own, found.number, found.paginator)


def row(contribution: Contribution, *, supported: Collection[int] = ()) -> Row:
    """The row of one contribution that a gate handed over. Two queries."""
    known: Any = contribution
    known.support_count, known.joined_count = contribution.supports.count(), contribution.merged_from.count()
    made = prepared([known], community=contribution.community)[0]
    return replace(made, is_own=contribution.is_own, is_supported=contribution.pk in supported)


def with_supports(found: "Page[Row]", *, by: Membership, cookies: Mapping[str, str]) -> "Page[Row]":
    """The same page, on which each row knows whether the device with these cookies supports it. Two queries."""
    mine = supports.supported([row.contribution for row in found], by=by, cookies=cookies)
    rows = [replace(row, is_supported=row.contribution.pk in mine) for row in found]
    return Page(rows, found.number, found.paginator)


def prepared(found: Iterable[Any], *, community: Community) -> list[Row]:
    today = today_in(community)
    return [_row(contribution, today=today) for contribution in found]


def today_in(community: Community) -> date:
    return now().astimezone(zone(community.time_zone)).date()


def who_words(contribution: Contribution) -> str:
    """Who said it, as everyone may read it."""
    if contribution.is_anonymous:
        return _("Without a name")
    if contribution.membership is None or contribution.membership.person.is_erased:
        return _("Somebody who left")
    return contribution.membership.name


def _row(contribution: Any, *, today: date) -> Row:
    due = contribution.reply_due if contribution.uptake == Uptake.UNANSWERED else None
    return Row(
        contribution=contribution,
        supports=contribution.support_count,
        joined=contribution.joined_count,
        who=who_words(contribution),
        group=contribution.constituency,
        days_late=max(0, (today - due).days) if due else 0,
        is_due_today=due == today,
    )


def _number(counting: QuerySet[Any]) -> Coalesce:
    return Coalesce(Subquery(counting.values("number")), 0, output_field=IntegerField())
