"""The gates of the pulse."""

from django.http import Http404

from mindlines.communities.models import Membership
from mindlines.meetings.access import meeting as meeting_gate
from mindlines.meetings.models import Meeting
from mindlines.people.models import Person
from mindlines.voice import rules
from mindlines.voice.choices import PollKind
from mindlines.voice.models import Poll
from mindlines.voice.queries import pulse as queries


def running(person: Person, pk: int) -> tuple[Meeting, Poll]:
    """A meeting and its pulse, for whoever looks after it."""
    meeting = meeting_gate(person, pk, may=rules.ask_pulse)
    poll = queries.of_meeting(meeting)
    if poll is None:
        raise Http404
    return meeting, poll


def member(poll: Poll, pk: int) -> Membership:
    """Somebody who was there, for whom a facilitator writes something down."""
    found = next((one for one in queries.people(queries.meeting_of(poll)) if one.pk == pk), None)
    if found is None:
        raise Http404
    return found


def by_link(token: str) -> tuple[Meeting, Poll]:
    """The pulse of a personal link, with its meeting seen through `meeting.viewer`. The link opens this one form."""
    found = queries.read_token(token)
    polls = Poll.objects.select_related("meeting__community", "box", "community").filter(kind=PollKind.PULSE)
    poll = polls.filter(pk=found[0]).first() if found else None
    if found is None or poll is None or poll.meeting is None:
        raise Http404
    members = Membership.objects.active().select_related("person", "constituency")
    viewer = members.filter(pk=found[1], community_id=poll.community_id).first()
    if viewer is None:
        raise Http404
    viewer.community = poll.community
    poll.meeting.viewer = viewer
    rules.answer_pulse.require(poll.meeting)
    return poll.meeting, poll
