"""Taking up what waits, or saying what became of it."""

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from mindlines.communities.actions import record
from mindlines.communities.models import Community
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.meetings.actions.upkeep import locked, make_findable
from mindlines.meetings.choices import ActionState, ItemKind
from mindlines.meetings.models import Action, AgendaItem, Meeting, Point
from mindlines.meetings.queries import waiting
from mindlines.people.models import Person


@transaction.atomic
def take_up(thing: waiting.Thing, *, into: Meeting, by: Person) -> AgendaItem:
    """Put what waits on the agenda of a coming meeting, once; asking twice for the same meeting changes nothing."""
    into = locked(into)
    thing = _locked(thing)
    already = _carried(thing).filter(meeting=into).first()
    if already is not None:
        return already
    _refuse_unless_waiting(thing)
    if not into.is_open_for_planning or into.community_id != _community(thing).pk:
        raise Refused(_("This meeting is over. Choose one that is still to come."))
    item = AgendaItem(meeting=into, title=_title(thing), kind=ItemKind.DISCUSSION, position=_place(into))
    _remember_origin(item, thing=thing)
    item.save()
    record.note(into.community, by=by, verb="took-up", words=item.title)
    make_findable(into)
    return item


@transaction.atomic
def settle(thing: waiting.Thing, *, became: str, by: Person) -> None:
    """What waited found its answer; the words say what became of it."""
    thing = _locked(thing)
    _refuse_unless_waiting(thing)
    if isinstance(thing, Action):
        thing.state, thing.reason, thing.closed_at = ActionState.DONE, became[:300], now()
    elif isinstance(thing, Point):
        thing.became, thing.settled_at = became, now()
    else:
        thing.became = became
    thing.save()
    record.note(_community(thing), by=by, verb="answered", words=_title(thing))


@transaction.atomic
def let_go(thing: waiting.Thing, *, because: str, by: Person) -> None:
    """What waited is let go, and the reason stays."""
    thing = _locked(thing)
    _refuse_unless_waiting(thing)
    if isinstance(thing, Action):
        thing.state, thing.reason, thing.closed_at = ActionState.DROPPED, because, now()
    else:
        thing.let_go_because = because
    if isinstance(thing, Point):
        thing.settled_at = now()
    thing.save()
    record.note(_community(thing), by=by, verb="let-go", words=_title(thing))


def _locked(thing: waiting.Thing) -> waiting.Thing:
    if isinstance(thing, Action):
        return Action.objects.select_for_update(of=("self",)).select_related("community").get(pk=thing.pk)
    if isinstance(thing, Point):
        return Point.objects.select_for_update(of=("self",)).select_related("meeting__community").get(pk=thing.pk)
    return AgendaItem.objects.select_for_update(of=("self",)).select_related("meeting__community").get(pk=thing.pk)


def _refuse_unless_waiting(thing: waiting.Thing) -> None:
    if not waiting.still_waits(thing):
        raise Refused(_("This no longer waits: it is on an agenda already, or somebody said what became of it."))


def _community(thing: waiting.Thing) -> Community:
    return thing.community if isinstance(thing, Action) else thing.meeting.community


def _carried(thing: waiting.Thing) -> QuerySet[AgendaItem]:
    return thing.carried_to.all()


def _title(thing: waiting.Thing) -> str:
    words = thing.title if isinstance(thing, AgendaItem) else thing.words
    return words if len(words) <= 150 else f"{words[:149].rstrip()}…"


def _remember_origin(item: AgendaItem, *, thing: waiting.Thing) -> None:
    """An item that is carried on keeps the point or action it was first made for, so that its owner can follow it."""
    if isinstance(thing, AgendaItem):
        item.came_from_item = thing
        item.came_from_point_id, item.came_from_action_id = thing.came_from_point_id, thing.came_from_action_id
        item.kind, item.minutes, item.lead_id, item.words = thing.kind, thing.minutes, thing.lead_id, thing.words
        item.knowledge, item.priority_id = thing.knowledge, thing.priority_id
    elif isinstance(thing, Point):
        item.came_from_point, item.words = thing, thing.words
    else:
        item.came_from_action, item.minutes, item.words = thing, 5, thing.words


def _place(meeting: Meeting) -> int:
    """After everything but a closing item, which stays last."""
    last = meeting.items.order_by("position", "pk").last()
    if last is None:
        return 0
    if last.kind != ItemKind.CLOSE:
        return last.position + 1
    meeting.items.filter(pk=last.pk).update(position=F("position") + 1)
    return last.position
