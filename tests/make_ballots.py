"""Small makers of polls, slips and votes."""

from typing import Any

from mindlines.communities.models import Community, Membership
from mindlines.meetings.choices import Presence
from mindlines.meetings.models import Attendance, Meeting
from mindlines.voice.actions import ballots, polls, slips
from mindlines.voice.actions.ballots import Answer
from mindlines.voice.actions.polls import Asked
from mindlines.voice.models import Option, Poll
from tests import make


def poll(community: Community, *, meeting: Meeting | None = None, is_open: bool = True, **asked: Any) -> Poll:
    """A poll, open unless the story is about what comes before; a choice between yes and no unless it asks otherwise."""
    asked.setdefault("question", "Shall we meet on Tuesdays?")
    if asked.get("kind", "choice") == "choice":
        asked.setdefault("options", ("Yes", "No"))
    by = asked.pop("by", None) or make.person()
    made = polls.make(Asked(**asked), of=community, meeting=meeting, by=by)
    if is_open:
        polls.open(made, by=by)
    made.refresh_from_db()
    return made


def option(poll: Poll, words: str) -> Option:
    return poll.options.get(words=words)


def choosing(poll: Poll, *words: str, **more: Any) -> Answer:
    return Answer([str(option(poll, each).pk) for each in words], **more)


def vote(poll: Poll, answer: Answer | Any, *, by: Membership) -> str:
    """Vote as the person's own device would; returns the secret."""
    return ballots.vote(poll, answer=answer if isinstance(answer, Answer) else Answer(answer), by=by)


def here(meeting: Meeting, *members: Membership) -> None:
    Attendance.objects.bulk_create(
        [Attendance(meeting=meeting, membership=one, presence=Presence.ROOM) for one in members]
    )


def many(community: Community, count: int, *, group: str) -> list[Membership]:
    """So many active members of one constituency."""
    found = community.constituencies.get(name=group)
    return [make.membership(community, constituency=found) for _number in range(count)]


def slip(poll: Poll, *, to: Membership) -> str:
    return slips.hand(poll.box, to=to)
