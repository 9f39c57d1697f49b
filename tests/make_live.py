"""Small makers for the room of a meeting."""

from typing import Any

from mindlines.live.access.passes import cookie_name, sealed
from mindlines.live.choices import RoomPhase
from mindlines.live.models import Pass, Room
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import Meeting


def room(meeting: Meeting, **more: Any) -> Room:
    """An open room of a meeting that is under way."""
    if meeting.phase == Phase.PLANNED:
        meeting.phase = Phase.UNDER_WAY
        meeting.save(update_fields=["phase"])
    more.setdefault("phase", RoomPhase.OPEN)
    return Room.objects.create(meeting=meeting, **more)


def pass_cookie(given: Pass) -> dict[str, str]:
    """The cookie of a device on which this pass was typed."""
    return {cookie_name(given.room.meeting_id): sealed(given)}
