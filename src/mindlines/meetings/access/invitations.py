from django.http import Http404

from mindlines.communities.models import Membership
from mindlines.meetings import rules
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import CalendarFeed, Meeting
from mindlines.meetings.queries import links
from mindlines.people.models import Person


def by_link(token: str) -> Meeting:
    """The meeting of a personal link, seen through `meeting.viewer`. The link opens the answer to one invitation and nothing else."""
    found = links.read_reply_token(token)
    if found is None:
        raise Http404
    meeting = (
        Meeting.objects.select_related("community", "place").filter(pk=found[0]).exclude(phase=Phase.PLANNED).first()
    )
    members = Membership.objects.active().select_related("person", "constituency")
    viewer = members.filter(pk=found[1], community_id=meeting.community_id).first() if meeting else None
    if meeting is None or viewer is None:
        raise Http404
    viewer.community = meeting.community
    meeting.viewer = viewer
    rules.reply.require(meeting)
    return meeting


def feed(secret: str) -> Person:
    """Whose calendar this secret address is."""
    found = CalendarFeed.objects.select_related("person").filter(secret=secret, person__is_active=True).first()
    if found is None:
        raise Http404
    return found.person
