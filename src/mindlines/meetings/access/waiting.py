from django.http import Http404

from mindlines.communities import access as communities
from mindlines.communities.models import Membership
from mindlines.communities.rules import facilitate
from mindlines.kernel.rules import Rule
from mindlines.meetings.models import Action, AgendaItem, Meeting, Point
from mindlines.meetings.queries.waiting import Thing
from mindlines.people.models import Person


def waiting(
    person: Person, slug: str, *, kind: str, pk: int, may: Rule[[Membership]] = facilitate
) -> tuple[Membership, Thing]:
    """The viewer's membership and one item, point or action of that community, whether or not it still waits."""
    viewer = communities.membership(person, slug, may=may)
    found: Thing | None = None
    if kind == "item":
        found = AgendaItem.objects.select_related("meeting").filter(pk=pk, meeting__community=viewer.community).first()
    elif kind == "point":
        found = Point.objects.select_related("meeting").filter(pk=pk, meeting__community=viewer.community).first()
    elif kind == "action":
        found = Action.objects.select_related("meeting", "community").filter(pk=pk, community=viewer.community).first()
    if found is None:
        raise Http404
    return viewer, found


def coming_meeting(viewer: Membership, pk: int) -> Meeting:
    """A meeting of the viewer's own community, to put something on its agenda."""
    found = Meeting.objects.filter(pk=pk, community=viewer.community).first()
    if found is None:
        raise Http404
    return found
