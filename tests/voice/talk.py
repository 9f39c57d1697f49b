"""Makers of who was there and who spoke."""

from itertools import count
from typing import Any

from mindlines.communities.models import Community, Constituency, Membership
from mindlines.meetings.choices import Presence
from mindlines.meetings.models import Attendance, Meeting
from mindlines.voice.models import Ballot, Poll, Turn
from tests import make

_keys = count(1)


def group(community: Community, name: str) -> Constituency:
    return community.constituencies.get(name=name)


def here(meeting: Meeting, *members: Membership, **more: Any) -> list[Membership]:
    """These members are at the meeting."""
    more.setdefault("presence", Presence.ROOM)
    for member in members:
        Attendance.objects.create(meeting=meeting, membership=member, **more)
    return list(members)


def came(meeting: Meeting, group: str, number: int) -> list[Membership]:
    """So many new members of a group are at the meeting."""
    constituency = meeting.community.constituencies.get(name=group)
    people = [make.membership(meeting.community, constituency=constituency) for _ in range(number)]
    return here(meeting, *people)


def spoke(meeting: Meeting, group: Constituency | None, *, times: int = 1, **more: Any) -> None:
    """Somebody of a group spoke so many times."""
    more.setdefault("source", "tap")
    Turn.objects.bulk_create(
        Turn(meeting=meeting, constituency=group, key=f"turn-{next(_keys)}", **more) for _ in range(times)
    )


def vtt(said: list[tuple[str, float, float, str]]) -> bytes:
    """A transcript as Teams gives it out: name, from second, to second, words."""
    cues = [f"{_clock(start)} --> {_clock(end)}\n<v {name}>{words}</v>\n" for name, start, end, words in said]
    return ("WEBVTT\n\n" + "\n".join(cues)).encode()


def _clock(seconds: float) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"00:{int(minutes):02}:{rest:06.3f}"


def answered(poll: Poll, *, lay: list[int], other: list[int]) -> None:
    """Answers to a pulse: for each person the step that they gave to all six statements."""
    for side, steps in (("lay", lay), ("other", other)):
        kept = side if side in poll.told_apart else ""
        Ballot.objects.bulk_create(
            Ballot(poll=poll, lock=f"lock-{next(_keys)}", side=kept, before=[step] * 6) for step in steps
        )
