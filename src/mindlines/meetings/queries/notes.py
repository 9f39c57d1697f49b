"""The notes page: the agenda down the page, each item with what was written so far."""

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from mindlines.communities.models import Community, Constituency, Membership
from mindlines.meetings.choices import Outcome, Presence
from mindlines.meetings.models import Action, AgendaItem, Meeting, Note, Point
from mindlines.meetings.queries import agenda

# More names than this do not fit into a list on a phone; then a name is typed.
MOST_NAMES = 80
# Pairs of lines; comparing more would keep everybody else waiting.
MOST_TO_COMPARE = 1_000_000


@dataclass(frozen=True)
class Sources:
    """People who take part in a meeting, and the community's groups."""

    people: list[Membership]
    groups: list[Constituency]


@dataclass(frozen=True)
class Sheet:
    """One item with what was written about it; `item` is none for the meeting as a whole."""

    item: AgendaItem | None
    note: Note | None
    points: list[Point]
    actions: list[Action]


def sheets(meeting: Meeting) -> list[Sheet]:
    """The items in order, each with its notes, and last the meeting as a whole. Four queries."""
    said, agreed = _by_item(points(meeting)), _by_item(actions(meeting))
    items = agenda.laid_out(meeting)
    whole = Sheet(item=None, note=whole_note(meeting), points=said[None], actions=agreed[None])
    return [
        *(Sheet(item, getattr(item, "note", None), points=said[item.pk], actions=agreed[item.pk]) for item in items),
        whole,
    ]


def points(meeting: Meeting) -> QuerySet[Point]:
    return meeting.points.select_related("raised_by__person", "constituency").order_by("at", "pk")


def actions(meeting: Meeting) -> QuerySet[Action]:
    return meeting.actions.select_related("owner__person").order_by("made_at", "pk")


def whole_note(meeting: Meeting) -> Note | None:
    """Notes on the meeting as a whole."""
    return meeting.notes.filter(item=None).first()


def current(pages: list[Sheet], *, chosen: str = "") -> Sheet:
    """The item that was chosen, or else the first one that has not been dealt with, or else the meeting as a whole."""
    picked = next((page for page in pages if page.item and str(page.item.pk) == chosen), None)
    if picked or chosen == "whole":
        return picked or pages[-1]
    return next((page for page in pages if page.item and page.item.outcome == Outcome.WAITING), pages[-1])


def people_at(meeting: Meeting) -> QuerySet[Membership]:
    """Who may have said something or taken something on: who is here, sent apologies, or said they would come."""
    here = Q(attendance__meeting=meeting) | Q(replies__meeting=meeting)
    known = Membership.objects.filter(here, community=meeting.community).select_related("person")
    return known.distinct().order_by("person__name", "pk")[:MOST_NAMES]


def sources(meeting: Meeting) -> Sources:
    """Whom a point can come from, and who can take something on. Two queries."""
    return Sources(people=list(people_at(meeting)), groups=list(meeting.community.constituencies.all()))


def named(community: Community, *, name: str) -> list[Membership]:
    """Members of that name, whatever its case; two at most, because one is what is looked for."""
    same = Membership.objects.present().filter(community=community, person__name__iexact=name.strip())
    return list(same.select_related("person")[:2])


def merged(theirs: str, *, mine: str) -> str:
    """Both texts in one: lines they share once, all other lines kept, theirs first. Nothing is lost."""
    old, new = theirs.splitlines(), mine.splitlines()
    if len(old) * len(new) > MOST_TO_COMPARE:
        return f"{theirs}\n\n{mine}"
    lines: list[str] = []
    for kind, start, end, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        lines += old[start:end]
        lines += [] if kind == "equal" else new[begin:stop]
    return "\n".join(lines)


def unreached(meeting: Meeting) -> list[AgendaItem]:
    """Items that nobody has marked yet; closing the meeting makes them wait."""
    return list(meeting.items.filter(outcome=Outcome.WAITING).order_by("position", "pk"))


def someone_is_here(meeting: Meeting) -> bool:
    return meeting.attendance.exclude(presence=Presence.APOLOGIES).exists()


def _by_item(rows: QuerySet[Any]) -> dict[int | None, list[Any]]:
    found: dict[int | None, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.item_id].append(row)
    return found


def by_the_clock(meeting: Meeting, *, pages: list[Sheet]) -> AgendaItem | None:
    """Where the agenda would be at this moment; nothing before the start and after the end."""
    moment = timezone.now()
    begun = [page.item for page in pages if page.item and page.item.starts_at <= moment]
    return begun[-1] if begun and moment < meeting.ends_at else None
