"""What is unfinished and waits for a later meeting. Nothing that belongs here is ever left out: see the property in the tests."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from mindlines.communities.models import Community
from mindlines.meetings.choices import ASKING, COMING, OVER, ROUTINE, Outcome
from mindlines.meetings.models import Action, AgendaItem, Meeting, Point

Thing = AgendaItem | Point | Action

_FRESH = Q(came_from_item=None, came_from_point=None, came_from_action=None)
_NOT_REACHED = Q(meeting__phase__in=OVER) & ~Q(outcome=Outcome.REACHED)
_NOT_SETTLED = Q(became="", let_go_because="")


@dataclass(frozen=True)
class Candidate:
    """One thing that waits, in the same words whatever it is."""

    kind: str
    thing: Thing
    words: str
    meeting: Meeting | None
    since: datetime
    due_on: date | None = None

    @property
    def pk(self) -> int:
        return self.thing.pk


def items(community: Community) -> QuerySet[AgendaItem]:
    """Items that were not finished, are on no later agenda, and were neither settled nor let go."""
    here = _waiting_items().filter(meeting__community=community)
    return here.select_related("meeting").order_by("-meeting__starts_at", "position", "pk")


def points(community: Community) -> QuerySet[Point]:
    """Parked points and questions without an answer, from meetings that are over."""
    later = AgendaItem.objects.filter(came_from_point=OuterRef("pk"))
    return (
        Point.objects.filter(meeting__community=community, meeting__phase__in=OVER, kind__in=ASKING)
        .filter(_NOT_SETTLED, ~Exists(later))
        .select_related("meeting", "constituency")
        .order_by("-at", "-pk")
    )


def actions(community: Community) -> QuerySet[Action]:
    """Open actions that no coming agenda, and no item that itself waits, speaks of."""
    about = AgendaItem.objects.filter(came_from_action=OuterRef("pk"))
    coming = about.filter(meeting__phase__in=COMING)
    waiting = _waiting_items().filter(came_from_action=OuterRef("pk"))
    return (
        Action.objects.open()
        .filter(~Exists(coming), ~Exists(waiting), community=community)
        .select_related("meeting", "owner__person")
    )


def for_community(community: Community) -> list[Candidate]:
    """Everything that waits: first items, then points and questions, then open actions. Three queries."""
    waiting = [Candidate("item", item, item.title, item.meeting, item.meeting.starts_at) for item in items(community)]
    waiting += [Candidate("point", point, point.words, point.meeting, point.at) for point in points(community)]
    waiting += [
        Candidate("action", action, action.words, action.meeting, action.made_at, due_on=action.due_on)
        for action in actions(community)
    ]
    return waiting


def count(community: Community) -> int:
    """How many things wait."""
    return items(community).count() + points(community).count() + actions(community).count()


def coming_meetings(community: Community) -> QuerySet[Meeting]:
    """Meetings whose agenda can take something up, soonest first; past ones that nobody closed come last."""
    return Meeting.objects.filter(community=community, phase__in=COMING).order_by("starts_at", "pk")


def next_meeting(community: Community) -> Meeting | None:
    """The next meeting that has not ended."""
    return Meeting.objects.coming(timezone.now()).filter(community=community).first()


def still_waits(thing: Thing) -> bool:
    """Whether this very thing waits at this moment."""
    if isinstance(thing, AgendaItem):
        return items(thing.meeting.community).filter(pk=thing.pk).exists()
    if isinstance(thing, Point):
        return points(thing.meeting.community).filter(pk=thing.pk).exists()
    return actions(thing.community).filter(pk=thing.pk).exists()


def _waiting_items() -> QuerySet[AgendaItem]:
    later = AgendaItem.objects.filter(came_from_item=OuterRef("pk"))
    worth = ~Q(kind__in=ROUTINE) | ~_FRESH
    return AgendaItem.objects.filter(_NOT_REACHED, _NOT_SETTLED, worth, ~Exists(later))
