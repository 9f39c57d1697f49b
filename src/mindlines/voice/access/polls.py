"""The gates of polls."""

from django.http import Http404

from mindlines.communities.access.community import step_in
from mindlines.communities.models import Membership
from mindlines.communities.rules import read as be_a_member
from mindlines.kernel.rules import Rule
from mindlines.people.models import Person
from mindlines.voice import rules
from mindlines.voice.choices import PollKind
from mindlines.voice.models import Option, Poll


def poll(person: Person, pk: int, *, may: Rule[[Poll]] = rules.read_poll) -> Poll:
    """The poll with its meeting, community and box, seen through `poll.viewer`; outsiders meet a 404.

    A pulse has gates of its own, because only who was there is asked.
    """
    polls = Poll.objects.select_related("community", "meeting", "box", "item").exclude(kind=PollKind.PULSE)
    found = polls.filter(pk=pk).first()
    if found is None:
        raise Http404
    viewer = (
        Membership.objects.with_roles()
        .present()
        .select_related("constituency")
        .filter(person=person, community_id=found.community_id)
        .first()
    )
    if viewer is not None:
        viewer.community = found.community
    found.viewer = step_in(person, viewer, may=be_a_member)
    may.require(found)
    return found


def option(person: Person, pk: int, *, of: int) -> Option:
    """Something on the list of poll `of`, for somebody who looks after that poll."""
    seen = poll(person, of, may=rules.run_poll)
    found = seen.options.filter(pk=pk).first()
    if found is None:
        raise Http404
    found.poll = seen
    return found
