"""The gates of what a small group brings back."""

from mindlines.live import rules
from mindlines.live.access.room import room as room_gate
from mindlines.live.models import Room
from mindlines.live.queries import feedback
from mindlines.live.queries.feedback import MyGroup
from mindlines.people.models import Person


def my_group(person: Person, pk: int) -> tuple[Room, MyGroup | None]:
    """The room of meeting `pk`, and where this person sits in it now, if they have a seat."""
    room = room_gate(person, pk)
    return room, feedback.my_group(room, membership=room.viewer) if room.viewer else None


def own_group(person: Person, pk: int) -> tuple[Room, MyGroup]:
    """The same for somebody who writes."""
    room, mine = my_group(person, pk)
    rules.bring_back.require(mine)
    assert mine is not None  # noqa: S101 - the rule asks for it; for the type checker
    return room, mine
