from django.http import Http404

from mindlines.communities import access as communities
from mindlines.communities.models import Membership
from mindlines.communities.rules import read
from mindlines.kernel.rules import Rule
from mindlines.meetings import rules
from mindlines.meetings.access.meeting import meeting as meeting_gate
from mindlines.meetings.models import AgendaItem, Method
from mindlines.meetings.queries.methods import library
from mindlines.people.models import Person


def method(person: Person, slug: str, *, key: str, may: Rule[[Membership]] = read) -> tuple[Membership, Method]:
    """The viewer's membership of the community `slug`, and a method of the library."""
    viewer = communities.membership(person, slug, may=may)
    found = library.method(key)
    if found is None:
        raise Http404
    return viewer, found


def item_to_lead(person: Person, pk: int, *, of: int) -> AgendaItem:
    """An item of the agenda of meeting `of`, for a facilitator or whoever leads it; seen through `item.meeting.viewer`."""
    meeting = meeting_gate(person, of)
    found = meeting.items.filter(pk=pk).first()
    if found is None:
        raise Http404
    found.meeting = meeting
    rules.lead.require(found)
    return found
