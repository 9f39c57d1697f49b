"""What the floors above meetings add to the page of a meeting."""

from dataclasses import dataclass

from mindlines.communities import rules as communities
from mindlines.live.choices import RoomPhase
from mindlines.live.models import Room
from mindlines.live.queries import rooms
from mindlines.meetings.choices import COMING, Phase
from mindlines.meetings.models import Meeting
from mindlines.voice.models import Poll
from mindlines.voice.queries import polls


@dataclass(frozen=True)
class Doing:
    """The room of a meeting and its votes, and what its viewer can do with them."""

    room: Room | None
    polls: list[Poll]
    facilitates: bool
    is_coming: bool
    is_held: bool

    @property
    def may_enter(self) -> bool:
        """Whether there is something to see in the room."""
        return self.room is not None and self.is_coming and self.room.phase != RoomPhase.CLOSED

    @property
    def may_prepare(self) -> bool:
        return self.facilitates and self.room is None and self.is_coming


def doing(meeting: Meeting) -> Doing:
    """Two queries."""
    facilitates = communities.facilitate(meeting.viewer)
    return Doing(
        room=rooms.of_meeting(meeting),
        polls=polls.of_meeting(meeting, for_facilitator=facilitates),
        facilitates=facilitates,
        is_coming=meeting.phase in COMING,
        is_held=meeting.phase == Phase.HELD,
    )
