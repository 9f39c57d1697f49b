"""Who is in the room and who is missing, in numbers, in words and as a picture; never as a score."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.communities.models import Community
from mindlines.communities.queries import coverage as members
from mindlines.communities.queries.coverage import Group
from mindlines.meetings.choices import HERE, MeetingKind, Phase
from mindlines.meetings.models import Attendance, Meeting

MOST_MEETINGS = 8
# So many meetings in a row without anybody from a group are worth a sentence.
A_WHILE = 2
TALLEST = 36

Counts = Mapping[tuple[int, int | None], int]


@dataclass(frozen=True)
class Bar:
    """Pieces of a bar in percent of its length: who is active, paused, invited, and where the hope stands."""

    active: float
    paused: float
    invited: float
    target: float | None

    @property
    def paused_from(self) -> float:
        return self.active

    @property
    def invited_from(self) -> float:
        return round(self.active + self.paused, 2)


@dataclass(frozen=True)
class Cell:
    """How many of a group came to a meeting, and how tall that is drawn."""

    count: int
    height: int

    @property
    def top(self) -> int:
        return TALLEST - self.height


@dataclass(frozen=True)
class Row:
    """One group: its members, and how many of them came to each of the last meetings."""

    group: Group
    words: str
    bar: Bar
    came: tuple[Cell, ...]


@dataclass(frozen=True)
class Coverage:
    """The whole page: groups, the last meetings from old to new, and what is missing in sentences."""

    rows: tuple[Row, ...]
    meetings: tuple[Meeting, ...]
    guests: tuple[int, ...]
    missing: tuple[str, ...]

    @property
    def any_guests(self) -> bool:
        return any(self.guests)


def coverage(community: Community) -> Coverage:
    """Three queries, whatever the number of members and meetings."""
    groups = members.groups(community)
    meetings = last_meetings(community)
    counts = _counts(meetings)
    longest = max((max(each.target or 0, each.present + each.invited) for each in groups), default=0)
    tallest = max((count for (_meeting, group), count in counts.items() if group), default=0)
    rows = []
    for group in groups:
        came = [counts.get((meeting.pk, group.pk), 0) for meeting in meetings]
        cells = tuple(Cell(count, round(TALLEST * count / tallest) if tallest else 0) for count in came)
        rows.append(Row(group, in_words(group), _bar(group, longest=longest), cells))
    guests = tuple(counts.get((meeting.pk, None), 0) for meeting in meetings)
    missing = [
        sentence for row in rows for sentence in missing_words(row.group, came=[cell.count for cell in row.came])
    ]
    return Coverage(tuple(rows), tuple(meetings), guests, tuple(missing))


def last_meetings(community: Community) -> list[Meeting]:
    """The last community meetings that were held, from old to new."""
    held = community.meetings.filter(phase=Phase.HELD, kind=MeetingKind.COMMUNITY)
    return list(held.only("community", "title", "starts_at").order_by("-starts_at", "-pk")[:MOST_MEETINGS])[::-1]


def in_words(group: Group) -> str:
    """“We hoped for 4; 3 are here. 1 more is invited.”"""
    here = ngettext("%(count)d is here", "%(count)d are here", group.present) % {"count": group.present}
    if not group.present:
        here = _("nobody is here yet")
    if group.target is None:
        said = [f"{here[:1].upper()}{here[1:]}."]
    else:
        said = [_("We hoped for %(target)d; %(here)s.") % {"target": group.target, "here": here}]
    if group.paused:
        paused = ngettext("%(count)d of them takes a pause.", "%(count)d of them take a pause.", group.paused)
        said.append(paused % {"count": group.paused})
    if group.invited:
        invited = ngettext("%(count)d more is invited.", "%(count)d more are invited.", group.invited)
        said.append(invited % {"count": group.invited})
    return " ".join(said)


def missing_words(group: Group, *, came: Sequence[int]) -> list[str]:
    """Who is missing from the room; silence when nobody is, and about a support team for which nobody hopes."""
    if group.is_support and group.target is None:
        return []
    if not group.present and not group.invited:
        return [_("Nobody from %(group)s yet, and nobody is invited.") % {"group": group.name}]
    if not group.present:
        return [_("Nobody from %(group)s yet.") % {"group": group.name}]
    said = []
    if group.target and group.present < group.target:
        few = ngettext(
            "%(group)s: %(count)d person fewer than you hoped for.",
            "%(group)s: %(count)d people fewer than you hoped for.",
            group.target - group.present,
        )
        said.append(few % {"group": group.name, "count": group.target - group.present})
    away = next((number for number, count in enumerate(reversed(came)) if count), len(came))
    if away >= A_WHILE:
        said.append(
            _("Nobody from %(group)s came to the last %(count)d meetings.") % {"group": group.name, "count": away}
        )
    return said


def _counts(meetings: Sequence[Meeting]) -> dict[tuple[int, int | None], int]:
    """How many came, by meeting and constituency; guests stand under none."""
    found = (
        Attendance.objects.filter(meeting__in=[meeting.pk for meeting in meetings], presence__in=HERE)
        .order_by()
        .values_list("meeting_id", "membership__constituency_id")
        .annotate(people=Count("pk"))
    )
    return {(meeting, group): people for meeting, group, people in found}


def _bar(group: Group, *, longest: int) -> Bar:
    def share(count: int) -> float:
        return round(100 * count / longest, 2) if longest else 0.0

    target = min(share(group.target), 99.5) if group.target else None
    return Bar(share(group.active), share(group.paused), share(group.invited), target)
