"""A facilitator's own look back; there is no way to anybody else's."""

from mindlines.meetings.models import Meeting
from mindlines.people.models import Person
from mindlines.voice.models import Debrief


def mine(meeting: Meeting, *, by: Person) -> Debrief | None:
    return Debrief.objects.filter(meeting=meeting, by=by).first()


def before(meeting: Meeting, *, by: Person) -> Debrief | None:
    """What the same person wrote after the last meeting before this one."""
    earlier = Debrief.objects.filter(
        by=by, meeting__community=meeting.community_id, meeting__starts_at__lt=meeting.starts_at
    )
    return earlier.select_related("meeting").order_by("-meeting__starts_at", "-pk").first()
