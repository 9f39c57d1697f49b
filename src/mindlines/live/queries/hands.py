"""Raised hands."""

from django.db.models import QuerySet

from mindlines.live.choices import HandState
from mindlines.live.models import Hand, Room
from mindlines.voice.models import Turn

CALLED = (HandState.SPEAKING, HandState.SPOKEN)


def waiting(room: Room) -> list[Hand]:
    """Those who would like to speak, whoever raised their hand first. One query."""
    return list(_named(room).filter(state=HandState.WAITING).order_by("raised_at", "pk"))


def speaking(room: Room) -> Hand | None:
    """The hand of whoever was called and speaks now. One query."""
    return _named(room).filter(state=HandState.SPEAKING).first()


def heard(room: Room) -> set[int]:
    """The memberships of those who were called, or counted by name. Two queries."""
    called = room.hands.filter(state__in=CALLED).order_by().values_list("membership", flat=True)
    counted = Turn.objects.filter(meeting=room.meeting_id, membership__isnull=False).order_by()
    return {*called, *counted.values_list("membership", flat=True)}


def _named(room: Room) -> QuerySet[Hand]:
    return room.hands.select_related("membership__person", "membership__constituency")
