"""The gates of what belongs to a room."""

from typing import Any

from django.http import Http404

from mindlines.communities.models import Membership
from mindlines.live import rules
from mindlines.live.access.room import room as room_gate
from mindlines.live.models import Hand, Room
from mindlines.meetings.choices import HERE
from mindlines.meetings.models import AgendaItem
from mindlines.people.models import Person
from mindlines.voice.models import Contribution

LONGEST_NUMBER = 18


def item(room: Room, *, pk: int) -> AgendaItem:
    """An item of the meeting's agenda."""
    found = AgendaItem.objects.filter(pk=pk, meeting=room.meeting_id).first()
    if found is None:
        raise Http404
    return found


def said(person: Person, pk: int, *, of: int) -> Contribution:
    """What somebody said in meeting `of`, for a facilitator."""
    room = room_gate(person, of, may=rules.hold)
    found = (
        Contribution.objects.select_related("community", "meeting__community", "item").filter(pk=pk, meeting=of).first()
    )
    if found is None or room.viewer is None:
        raise Http404
    found.viewer = room.viewer
    return found


def hand(person: Person, pk: int, *, of: int) -> Hand:
    """A raised hand in meeting `of`, for a facilitator."""
    room = room_gate(person, of, may=rules.hold)
    found = (
        Hand.objects.select_related("membership__person", "membership__constituency").filter(pk=pk, room=room).first()
    )
    if found is None:
        raise Http404
    found.room = room
    return found


def member(room: Room, *, pk: str) -> Membership:
    """A member of the community of this room."""
    known = pk.isdecimal() and len(pk) <= LONGEST_NUMBER
    found = Membership.objects.filter(pk=int(pk), community=room.meeting.community_id).first() if known else None
    if found is None:
        raise Http404
    return found


def tapped(room: Room, *, asked: dict[str, Any]) -> dict[str, Any]:
    """Who was tapped: a person where the room counts by person, a constituency, or a guest."""
    groups = {group.pk: group for group in room.meeting.community.constituencies.all()}
    person = None
    if room.counts_people and asked["person"]:
        here = room.meeting.attendance.filter(presence__in=HERE, membership=asked["person"])
        person = Membership.objects.select_related("constituency").filter(pk__in=here.values("membership")).first()
    return {
        "constituency": person.constituency if person else groups.get(asked["group"]),
        "membership": person,
        "key": asked["key"],
        "is_question": asked["is_question"],
        "aimed_at": groups.get(asked["aimed_at"]) if asked["is_question"] else None,
    }
