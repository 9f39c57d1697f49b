"""The course of a meeting in its room: opened, from item to item, closed."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import record
from mindlines.communities.models import Membership
from mindlines.kernel import news
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.live.choices import HandState, Part, RoomPhase
from mindlines.live.models import ItemTime, Room
from mindlines.meetings.actions import attendance, notes
from mindlines.meetings.choices import COMING, Presence
from mindlines.meetings.models import AgendaItem, Meeting
from mindlines.people.models import Person
from mindlines.voice.actions import slips

# How somebody who comes in by their own phone can be there.
WAYS = (Presence.ROOM, Presence.ONLINE, Presence.PHONE)


@dataclass(frozen=True)
class Manner:
    """How the room works."""

    takes_questions: bool = True
    takes_anonymous: bool = True
    holds_back: bool = False
    pause: int = 0
    lets_visitors: bool = False
    counts_people: bool = False


@transaction.atomic
def prepare(meeting: Meeting, *, by: Person) -> Room:
    """The room of a meeting; asked for twice there is still one. People can come in, and nothing has begun."""
    if meeting.phase not in COMING:
        raise Refused(_("This meeting is over, so it has no room any more."))
    room, is_new = Room.objects.get_or_create(meeting=meeting)
    slips.box_of(meeting)
    if is_new:
        record.note(meeting.community, by=by, verb="prepared-room", words=meeting.title)
    return room


@transaction.atomic
def open(room: Room, *, by: Person) -> None:  # noqa: A001 - the verb of this house
    """The meeting begins with its first item; opened twice nothing changes. A room that was closed can be opened again."""
    room = _held(room)
    if room.is_open:
        return
    notes.start(room.meeting, by=by)
    room.phase, room.closed_at = RoomPhase.OPEN, None
    room.opened_at = room.opened_at or now()
    room.save(update_fields=["phase", "opened_at", "closed_at"])
    first = room.meeting.items.order_by("position", "pk").first()
    if room.item is None and first is not None:
        _begin(room, first)
    _tell(room)


@transaction.atomic
def close(room: Room, *, by: Person) -> None:
    """Nothing more is sent in. What was said stays, and is owed its reply."""
    room = _held(room)
    if room.phase == RoomPhase.CLOSED:
        return
    _end_item(room)
    room.hands.filter(state=HandState.WAITING).update(state=HandState.LOWERED)
    room.hands.filter(state=HandState.SPEAKING).update(state=HandState.SPOKEN)
    room.phase, room.closed_at, room.item = RoomPhase.CLOSED, now(), None
    room.save(update_fields=["phase", "closed_at", "item"])
    record.note(room.meeting.community, by=by, verb="closed-room", words=room.meeting.title)
    _tell(room)


@transaction.atomic
def go_to(room: Room, *, item: AgendaItem) -> None:
    """This item now. The one before ends; to go to where one is changes nothing."""
    room = _held(room)
    if not room.is_open:
        raise Refused(_("Open the room first. Then you can go from item to item."))
    if room.item_id == item.pk:
        return
    _begin(room, item)
    _tell(room)


@transaction.atomic
def shape(room: Room, *, manner: Manner) -> None:
    """How the room works from now on."""
    room = _held(room)
    for name, value in vars(manner).items():
        setattr(room, name, value)
    room.save(update_fields=[*vars(manner)])
    _tell(room)


@transaction.atomic
def name_scribe(room: Room, *, membership: Membership) -> None:
    """This member may write and tap for everyone; naming them twice changes nothing."""
    room.scribes.add(membership)
    news.changed(room.meeting_id, part=Part.PEOPLE)


@transaction.atomic
def release_scribe(room: Room, *, membership: Membership) -> None:
    room.scribes.remove(membership)
    news.changed(room.meeting_id, part=Part.PEOPLE)


@transaction.atomic
def arrive(room: Room, *, membership: Membership, way: str) -> None:
    """Somebody says themselves that they are here, and how."""
    if way not in WAYS:
        raise Refused(_("Say how you are here: in the room, online or by phone."))
    attendance.mark(room.meeting, member=membership.pk, way=way)
    for part in (Part.PEOPLE, Part.VOICES):
        news.changed(room.meeting_id, part=part)


def _held(room: Room) -> Room:
    """The room as it is now; nobody else moves it until the transaction ends."""
    found = Room.objects.select_for_update(of=("self",)).select_related("meeting__community", "item")
    return found.get(pk=room.pk)


def _begin(room: Room, item: AgendaItem) -> None:
    _end_item(room)
    ItemTime.objects.create(room=room, item=item, began_at=now())
    room.item = item
    room.save(update_fields=["item"])


def _end_item(room: Room) -> None:
    room.times.filter(ended_at=None).update(ended_at=now())


def _tell(room: Room) -> None:
    """Where one is decides what can be done, so most of the page may look otherwise."""
    for part in (Part.NOW, Part.POLL, Part.NEGOTIATIONS, Part.QUESTIONS, Part.QUEUE, Part.GROUPS):
        news.changed(room.meeting_id, part=part)


def tell_time() -> None:
    """Where an item goes on beyond its time, all later ones begin later; pages are told once a minute."""
    running = ItemTime.objects.filter(ended_at=None, room__phase=RoomPhase.OPEN).select_related("room", "item")
    for time in running:
        if now() > time.began_at + timedelta(minutes=time.item.minutes):
            news.changed(time.room.meeting_id, part=Part.NOW)
