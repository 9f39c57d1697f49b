"""What was said, and what became of it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from mindlines.communities import rules as communities
from mindlines.communities.models import Community, Constituency, Membership
from mindlines.kernel.times import now, zone
from mindlines.meetings.models import AgendaItem, Meeting
from mindlines.meetings.queries import points
from mindlines.voice.choices import Audience, ContributionKind, Showing, Uptake
from mindlines.voice.models import Contribution, Support
from mindlines.voice.queries import marks, supports

A_PAGE = 25
# How many a page that is drawn while a meeting runs shows at once.
AT_ONCE = 60
MOST_MEETINGS = 40
NEWEST, SUPPORTED, DUE = "newest", "supported", "due"


@dataclass(frozen=True)
class Wanted:
    """Which contributions a list shows, and in which order."""

    kind: str = ""
    uptake: str = ""
    meeting: int | None = None
    showing: str = ""
    order: str = NEWEST


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
    def tone(self) -> str:
        """How the tag of what became of it is drawn."""
        if self.contribution.uptake == Uptake.UNANSWERED:
            return "bad" if self.is_late else ""
        return "warm" if self.contribution.uptake == Uptake.PARKED else "good"


def page(viewer: Membership, *, wanted: Wanted, number: str | None) -> "Page[Row]":
    """One page of what `viewer` can read, as was wished. Three queries at most."""
    return rows_of(Paginator(listed(viewer, wanted=wanted), A_PAGE).get_page(number), viewer=viewer)


def listed(viewer: Membership, *, wanted: Wanted) -> QuerySet[Contribution]:
    """What `viewer` can find in the list: what is shown to everyone, and for facilitators all that is not joined."""
    found = viewer.community.contributions.exclude(showing=Showing.MERGED)
    if communities.facilitate(viewer):
        found = found.filter(showing=wanted.showing) if wanted.showing else found.exclude(showing=Showing.HIDDEN)
    else:
        found = found.filter(Q(audience=Audience.EVERYONE) | Q(membership=viewer), showing=Showing.SHOWN)
    narrowed = {"kind": wanted.kind, "uptake": wanted.uptake, "meeting": wanted.meeting}
    found = found.filter(**{name: value for name, value in narrowed.items() if value})
    return _ordered(counted(found), order=wanted.order)


def counted(found: QuerySet[Contribution]) -> QuerySet[Contribution]:
    """Each with its supports and how many were joined with it, and all that a row names."""
    supports = Support.objects.filter(contribution=OuterRef("pk")).order_by().values("contribution")
    joined = Contribution.objects.filter(merged_into=OuterRef("pk")).order_by().values("merged_into")
    return found.select_related("meeting", "membership__person", "constituency").annotate(
        support_count=_number(supports.annotate(number=Count("pk"))),
        joined_count=_number(joined.annotate(number=Count("pk"))),
    )


def of_meeting(meeting: Meeting, *, for_facilitator: bool, most: int = AT_ONCE) -> list[Row]:
    """What was said in or about a meeting, the most supported first; facilitators also see what waits. One query."""
    found = meeting.contributions.filter(community=meeting.community_id)
    if for_facilitator:
        found = found.filter(showing__in=(Showing.SHOWN, Showing.WAITING))
    else:
        found = found.filter(showing=Showing.SHOWN, audience=Audience.EVERYONE)
    return _rows(_ordered(counted(found), order=SUPPORTED)[:most], community=meeting.community)


def questions_to_answer(meeting: Meeting, *, most: int = AT_ONCE) -> list[Row]:
    """For whoever chairs: questions and objections without an answer, what waits for a look first. One query."""
    asking = (ContributionKind.QUESTION, ContributionKind.OBJECTION)
    found = meeting.contributions.unanswered().filter(  # type: ignore[attr-defined]  # our own manager
        kind__in=asking, showing__in=(Showing.SHOWN, Showing.WAITING)
    )
    order = ("-showing", "-support_count", "pk")
    return _rows(counted(found).order_by(*order)[:most], community=meeting.community)


def number_of_meeting(meeting: Meeting, *, for_facilitator: bool) -> int:
    """How many there are in all, where a page shows only the first."""
    found = meeting.contributions.filter(showing=Showing.SHOWN)
    if for_facilitator:
        return meeting.contributions.filter(showing__in=(Showing.SHOWN, Showing.WAITING)).count()
    return found.filter(audience=Audience.EVERYONE).count()


def owed(community: Community) -> QuerySet[Contribution]:
    """What is owed a reply and has none, by the day of the reply."""
    return counted(community.contributions.owed())  # type: ignore[attr-defined]  # our own manager


def owed_page(viewer: Membership, *, number: str | None) -> "Page[Row]":
    return rows_of(Paginator(owed(viewer.community), A_PAGE).get_page(number), viewer=viewer)


def owed_counts(community: Community) -> dict[str, int]:
    """How many replies are owed, and how many of them are late. One query."""
    late = Count("pk", filter=Q(reply_due__lt=_today(community)))
    return community.contributions.owed().order_by().aggregate(all=Count("pk"), late=late)  # type: ignore[attr-defined]  # as above


def mine(membership: Membership, *, secret: str = "") -> QuerySet[Contribution]:
    """What this member said, and what the device with this secret sent without a name; newest first. Two queries."""
    own = Q(membership=membership)
    from_here = marks.sent_from(secret, community=membership.community)
    if from_here:
        own |= Q(pk__in=from_here)
    return counted(membership.community.contributions.filter(own)).select_related(
        "merged_into", "meeting", "membership__person", "constituency"
    )


def my_page(membership: Membership, *, secret: str, number: str | None) -> "Page[Row]":
    page = rows_of(Paginator(mine(membership, secret=secret), A_PAGE).get_page(number), viewer=membership)
    return Page([replace(row, is_own=True) for row in page], page.number, page.paginator)


def row(contribution: Contribution, *, supported: Collection[int] = ()) -> Row:
    """The row of one contribution that a gate handed over. Two queries."""
    known: Any = contribution
    known.support_count, known.joined_count = contribution.supports.count(), contribution.merged_from.count()
    made = _rows([known], community=contribution.community)[0]
    return replace(made, is_own=contribution.is_own, is_supported=contribution.pk in supported)


def with_supports(found: "Page[Row]", *, by: Membership, cookies: Mapping[str, str]) -> "Page[Row]":
    """The same page, on which each row knows whether the device with these cookies supports it. Two queries."""
    mine = supports.supported([row.contribution for row in found], by=by, cookies=cookies)
    rows = [replace(row, is_supported=row.contribution.pk in mine) for row in found]
    return Page(rows, found.number, found.paginator)


def answered(contribution: Contribution) -> dict[str, str]:
    """What the form for an answer begins with: the answer that was given, if any."""
    if contribution.uptake == Uptake.UNANSWERED:
        return {}
    return {"uptake": contribution.uptake, "reply": contribution.reply}


@dataclass(frozen=True)
class Tools:
    """What a facilitator can do with one contribution now."""

    answer: bool
    hide: bool
    show: str
    join: bool
    items: list[AgendaItem] | None


def tools(contribution: Contribution) -> Tools:
    """At most one query, for the items of the meeting to whose notes it can go."""
    showing = contribution.showing
    in_sight = showing in (Showing.SHOWN, Showing.WAITING)
    words = {
        Showing.WAITING: _("Show it to everyone"),
        Showing.HIDDEN: _("Show it again"),
        Showing.MERGED: _("Take it apart again"),
    }
    can_be_carried = (
        contribution.meeting is not None
        and contribution.point is None
        and contribution.audience == Audience.EVERYONE
        and showing in (Showing.SHOWN, Showing.MERGED)
    )
    return Tools(
        answer=showing != Showing.MERGED,
        hide=in_sight,
        show=words.get(Showing(showing), ""),
        join=in_sight,
        items=items(contribution) if can_be_carried else None,
    )


def items(contribution: Contribution) -> list[AgendaItem]:
    """The items of its meeting's agenda."""
    return list(contribution.meeting.items.all()) if contribution.meeting else []


def address(deed: str, contribution: Contribution) -> str:
    """Where a deed on a contribution is posted to."""
    return reverse(f"voice:{deed}", kwargs={"pk": contribution.pk})


def joined_with(contribution: Contribution) -> list[Contribution]:
    """Those that say the same, as far as whoever looks can read them."""
    found = contribution.merged_from.select_related("membership__person", "constituency")
    return list(found if communities.facilitate(contribution.viewer) else found.filter(audience=Audience.EVERYONE))


def to_join_page(contribution: Contribution, *, words: str, number: str | None) -> "Page[Row]":
    """With which ones it could be joined: shown, with these words, those of the same meeting first."""
    found = contribution.community.contributions.filter(showing=Showing.SHOWN).exclude(pk=contribution.pk)
    if contribution.audience == Audience.EVERYONE:
        found = found.filter(audience=Audience.EVERYONE)
    for word in words.split()[:6]:
        found = found.filter(words__icontains=word)
    is_near = Case(When(meeting=contribution.meeting_id, then=Value(0)), default=Value(1))
    ordered = counted(found).alias(is_near=is_near).order_by("is_near", "-support_count", "-made_on", "pk")
    return rows_of(Paginator(ordered, A_PAGE).get_page(number), viewer=contribution.viewer)


def meetings_spoken_of(viewer: Membership) -> list[Meeting]:
    """Meetings that this member knows of and about which something was said, newest first. One query."""
    said = Contribution.objects.filter(meeting=OuterRef("pk"))
    return list(Meeting.objects.known_to(viewer).filter(Exists(said)).order_by("-starts_at", "-pk")[:MOST_MEETINGS])


def raised_besides(membership: Membership, *, raised: list[points.Became]) -> list[points.Became]:
    """Points raised in meetings that did not come from a contribution, which would stand twice. One query."""
    carried = set(membership.contributions.exclude(point=None).values_list("point", flat=True))
    return [became for became in raised if became.point.pk not in carried]


def is_empty(community: Community) -> bool:
    """Whether nothing was ever said."""
    return not community.contributions.exists()


def rows_of(found: "Page[Any]", *, viewer: Membership) -> "Page[Row]":
    """The same page with its rows prepared."""
    shown = _rows(found, community=viewer.community)
    own = [replace(each, is_own=each.contribution.membership_id == viewer.pk) for each in shown]
    return Page(own, found.number, found.paginator)


def who_words(contribution: Contribution) -> str:
    """Who said it, as everyone may read it."""
    if contribution.is_anonymous:
        return _("Without a name")
    if contribution.membership is None or contribution.membership.person.is_erased:
        return _("Somebody who left")
    return contribution.membership.name


def _rows(found: Iterable[Any], *, community: Community) -> list[Row]:
    today = _today(community)
    return [_row(contribution, today=today) for contribution in found]


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


def _ordered(found: QuerySet[Contribution], *, order: str) -> QuerySet[Contribution]:
    if order == SUPPORTED:
        return found.order_by("-support_count", "-made_on", "pk")
    if order == DUE:
        return found.order_by(F("reply_due").asc(nulls_last=True), "-made_on", "pk")
    return found.order_by("-made_on", "pk")


def _number(counting: QuerySet[Any]) -> Coalesce:
    return Coalesce(Subquery(counting.values("number")), 0, output_field=IntegerField())


def _today(community: Community) -> date:
    return now().astimezone(zone(community.time_zone)).date()
