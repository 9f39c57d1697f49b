"""A transcript on its way in, and what it will change."""

from collections.abc import Collection
from dataclasses import dataclass

from mindlines.communities.models import Membership
from mindlines.meetings.choices import HERE
from mindlines.meetings.models import Meeting
from mindlines.meetings.queries.attendance import here_by_name
from mindlines.voice.choices import COUNTED_LIVE, TurnSource
from mindlines.voice.models import Recording, TranscriptImport

# A longer list is no help to choose from.
MOST_HERE = 60


@dataclass(frozen=True)
class Change:
    """What stands in the meeting already."""

    earlier: int
    counted: int


def waiting(meeting: Meeting) -> TranscriptImport | None:
    """The transcript that waits for somebody to say who is who."""
    return meeting.transcript_imports.first()


def people_here(meeting: Meeting) -> list[tuple[int, str]]:
    """Members who are marked as here, to choose from; of very many none. One query."""
    found = here_by_name(meeting).filter(presence__in=HERE)[: MOST_HERE + 1]
    rows = [(row.membership_id, row.membership) for row in found]
    return [(pk, f"{one.name}, {one.constituency}") for pk, one in rows if pk and one] if len(rows) <= MOST_HERE else []


def heard_elsewhere(meeting: Meeting, *, members: Collection[int]) -> list[Membership]:
    """Those among `members` who are not marked as here. One query."""
    there = meeting.attendance.filter(presence__in=HERE, membership__isnull=False).values("membership")
    return list(
        meeting.community.memberships.filter(pk__in=members)
        .exclude(pk__in=there)
        .select_related("person", "constituency")
        .order_by("person__name", "pk")
    )


def change(meeting: Meeting) -> Change:
    """How many turns a transcript takes the place of."""
    turns = meeting.turns.values_list("source", flat=True)
    found = list(turns)
    return Change(
        earlier=found.count(TurnSource.TRANSCRIPT), counted=sum(found.count(source) for source in COUNTED_LIVE)
    )


def recording(meeting: Meeting) -> Recording | None:
    """What a transcript told of this meeting as a whole."""
    return Recording.objects.filter(meeting=meeting).first()
