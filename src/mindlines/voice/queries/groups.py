"""Whether a group is large enough to be counted with what somebody says without a name."""

from mindlines.communities.models import Membership
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import Meeting
from mindlines.voice.choices import Origin
from mindlines.voice.queries import apart

BEGUN = (Phase.UNDER_WAY, Phase.HELD)
IN_A_MEETING = (Origin.LIVE, Origin.SPOKEN)


def is_counted(membership: Membership, *, meeting: Meeting | None, origin: str = Origin.BETWEEN) -> bool:
    """Whether enough people of this member's group could have said it.

    In a meeting, and about one that has begun, those are the people who were there; otherwise all active members.
    """
    is_of_those_there = meeting is not None and (meeting.phase in BEGUN or origin in IN_A_MEETING)
    told = apart.told_apart(membership.community, meeting=meeting if is_of_those_there else None)
    return membership.constituency_id in told
