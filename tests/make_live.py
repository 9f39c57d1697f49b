"""Small makers for the room of a meeting."""

import hashlib
from datetime import timedelta
from typing import Any

from mindlines.communities.models import Membership
from mindlines.kernel.times import now
from mindlines.live.access.passes import cookie_name, sealed
from mindlines.live.choices import RoomPhase
from mindlines.live.models import Hand, Pass, Room
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import Meeting, Round
from tests import make


def room(meeting: Meeting, **more: Any) -> Room:
    """An open room of a meeting that is under way, which also lets visitors in."""
    if meeting.phase == Phase.PLANNED:
        meeting.phase = Phase.UNDER_WAY
        meeting.save(update_fields=["phase"])
    more.setdefault("phase", RoomPhase.OPEN)
    more.setdefault("lets_visitors", True)
    return Room.objects.create(meeting=meeting, **more)


def pass_cookie(given: Pass) -> dict[str, str]:
    """The cookie of a device on which this pass was typed."""
    return {cookie_name(given.room.meeting_id): sealed(given)}


def hand(room: Room, membership: Membership, **more: Any) -> Hand:
    """Somebody would like to speak; `waits` says for how many minutes by now."""
    waits = more.pop("waits", 0)
    return Hand.objects.create(room=room, membership=membership, raised_at=now() - timedelta(minutes=waits), **more)


def given_pass(room: Room, membership: Membership, code: str = "HKQ7-3MTW") -> Pass:
    """A paper with this code."""
    return Pass.objects.create(room=room, membership=membership, mark=hashlib.sha256(code.encode()).hexdigest())


def shown_groups(meeting: Meeting, *groups: list[Membership], **more: Any) -> Round:
    """A round in which these members see that they sit in these groups."""
    work = make.small_groups(meeting, *groups, **more).round
    work.shown_at = work.shown_at or now()
    work.save()
    return work
