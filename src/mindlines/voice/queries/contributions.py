"""What was said, and what became of it."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from mindlines.communities import rules as communities
from mindlines.communities.models import Community, Membership
from mindlines.meetings.models import Meeting
from mindlines.meetings.queries import points
from mindlines.ui.dates import short_day_words
from mindlines.voice.choices import Audience, ContributionKind, Showing, Uptake
from mindlines.voice.models import Contribution
from mindlines.voice.queries import marks, rows
from mindlines.voice.queries.rows import Row

A_PAGE = 25
# How many a page that is drawn while a meeting runs shows at once.
AT_ONCE = 60
MOST_MEETINGS = 40
# Within a day, those with a time come first; what has no name has no time, and stands in no order.
NEWEST_FIRST = ("-made_on", F("made_at").desc(nulls_last=True), "pk")
NEWEST, SUPPORTED, DUE = "newest", "supported", "due"


@dataclass(frozen=True)
class Wanted:
    """Which contributions a list shows, and in which order."""

    kind: str = ""
    uptake: str = ""
    meeting: int | None = None
    showing: str = ""
    order: str = NEWEST


def page(viewer: Membership, *, wanted: Wanted, number: str | None) -> "Page[Row]":
    """One page of what `viewer` can read, as was wished. Three queries at most."""
    return rows.page_of(Paginator(listed(viewer, wanted=wanted), A_PAGE).get_page(number), viewer=viewer)


def listed(viewer: Membership, *, wanted: Wanted) -> QuerySet[Contribution]:
    """What `viewer` can find in the list: what is shown to everyone, and for facilitators all that is not joined."""
    found = viewer.community.contributions.exclude(showing=Showing.MERGED)
    if communities.facilitate(viewer):
        found = found.filter(showing=wanted.showing) if wanted.showing else found.exclude(showing=Showing.HIDDEN)
    else:
        found = found.filter(Q(audience=Audience.EVERYONE) | Q(membership=viewer), showing=Showing.SHOWN)
    narrowed = {"kind": wanted.kind, "uptake": wanted.uptake, "meeting": wanted.meeting}
    found = found.filter(**{name: value for name, value in narrowed.items() if value})
    return _ordered(rows.counted(found), order=wanted.order)


def of_meeting(meeting: Meeting, *, for_facilitator: bool, most: int = AT_ONCE) -> list[Row]:
    """What was said in or about a meeting, the most supported first; facilitators also see what waits. One query."""
    found = meeting.contributions.filter(community=meeting.community_id)
    if for_facilitator:
        found = found.filter(showing__in=(Showing.SHOWN, Showing.WAITING))
    else:
        found = found.filter(showing=Showing.SHOWN, audience=Audience.EVERYONE)
    return rows.prepared(_ordered(rows.counted(found), order=SUPPORTED)[:most], community=meeting.community)


def questions_to_answer(meeting: Meeting, *, most: int = AT_ONCE) -> list[Row]:
    """For whoever chairs: questions and objections without an answer, what waits for a look first. One query."""
    asking = (ContributionKind.QUESTION, ContributionKind.OBJECTION)
    found = meeting.contributions.unanswered().filter(kind__in=asking, showing__in=(Showing.SHOWN, Showing.WAITING))
    order = ("-showing", "-support_count", "pk")
    return rows.prepared(rows.counted(found).order_by(*order)[:most], community=meeting.community)


def number_of_meeting(meeting: Meeting, *, for_facilitator: bool) -> int:
    """How many there are in all, where a page shows only the first."""
    found = meeting.contributions.filter(showing=Showing.SHOWN)
    if for_facilitator:
        return meeting.contributions.filter(showing__in=(Showing.SHOWN, Showing.WAITING)).count()
    return found.filter(audience=Audience.EVERYONE).count()


def owed(community: Community) -> QuerySet[Contribution]:
    """What is owed a reply and has none, by the day of the reply."""
    return rows.counted(community.contributions.owed())


def owed_page(viewer: Membership, *, number: str | None) -> "Page[Row]":
    return rows.page_of(Paginator(owed(viewer.community), A_PAGE).get_page(number), viewer=viewer)


def owed_counts(community: Community) -> dict[str, int]:
    """How many replies are owed, and how many of them are late. One query."""
    late = Count("pk", filter=Q(reply_due__lt=rows.today_in(community)))
    return community.contributions.owed().order_by().aggregate(all=Count("pk"), late=late)


def mine(membership: Membership, *, secret: str = "") -> QuerySet[Contribution]:
    """What this member said, and what the device with this secret sent without a name; newest first. Two queries."""
    own = Q(membership=membership)
    from_here = marks.sent_from(secret, community=membership.community)
    if from_here:
        own |= Q(pk__in=from_here)
    return rows.counted(membership.community.contributions.filter(own)).order_by(*NEWEST_FIRST)


def my_page(membership: Membership, *, secret: str, number: str | None) -> "Page[Row]":
    page = rows.page_of(Paginator(mine(membership, secret=secret), A_PAGE).get_page(number), viewer=membership)
    return Page([replace(row, is_own=True) for row in page], page.number, page.paginator)


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
    ordered = rows.counted(found).alias(is_near=is_near).order_by("is_near", "-support_count", "-made_on", "pk")
    return rows.page_of(Paginator(ordered, A_PAGE).get_page(number), viewer=contribution.viewer)


def meetings_spoken_of(viewer: Membership) -> list[Meeting]:
    """Meetings that this member knows of and about which something was said, newest first. One query."""
    said = Contribution.objects.filter(meeting=OuterRef("pk"))
    return list(Meeting.objects.known_to(viewer).filter(Exists(said)).order_by("-starts_at", "-pk")[:MOST_MEETINGS])


def raised_besides(membership: Membership, *, raised: list[points.Became]) -> list[points.Became]:
    """Points raised in meetings that did not come from a contribution, which would stand twice. One query."""
    carried = set(membership.contributions.exclude(point=None).values_list("point", flat=True))
    return [became for became in raised if became.point.pk not in carried]


def said_by(memberships: Collection[Membership], *, most: int) -> list[Contribution]:
    """What was said through these memberships with a name, newest first. One query."""
    said = Contribution.objects.filter(membership__in=memberships).select_related("community")
    return list(said.order_by(*NEWEST_FIRST)[:most])


def owed_by(memberships: Collection[Membership]) -> dict[int, int]:
    """How many replies are owed in the communities of these memberships, by community. One query."""
    owed = Contribution.objects.owed().filter(community__in=[each.community_id for each in memberships])
    return dict(owed.order_by().values_list("community").annotate(Count("pk")))


def fate(contribution: Contribution) -> str:
    """In a sentence, what became of it."""
    if contribution.uptake == Uptake.UNANSWERED:
        due = contribution.reply_due
        return _("A reply is owed by %(day)s.") % {"day": short_day_words(due)} if due else _("Not answered yet.")
    became = str(contribution.get_uptake_display())
    return f"{became}: {contribution.reply}" if contribution.reply else f"{became}."


def is_empty(community: Community) -> bool:
    """Whether nothing was ever said."""
    return not community.contributions.exists()


def _ordered(found: QuerySet[Any], *, order: str) -> QuerySet[Any]:
    if order == SUPPORTED:
        return found.order_by("-support_count", "-made_on", "pk")
    if order == DUE:
        return found.order_by(F("reply_due").asc(nulls_last=True), "-made_on", "pk")
    return found.order_by(*NEWEST_FIRST)
