from django.http import Http404

from mindlines.communities import access as communities
from mindlines.communities.models import Membership
from mindlines.communities.rules import facilitate
from mindlines.meetings.models import Place, Series
from mindlines.people.models import Person


def place(person: Person, pk: int, *, slug: str) -> tuple[Membership, Place]:
    """A place of the community `slug`, for a facilitator."""
    viewer = communities.membership(person, slug, may=facilitate)
    found = Place.objects.filter(pk=pk, community=viewer.community).first()
    if found is None:
        raise Http404
    found.community = viewer.community
    return viewer, found


def series(person: Person, pk: int, *, slug: str) -> tuple[Membership, Series]:
    """A series of the community `slug`, for a facilitator."""
    viewer = communities.membership(person, slug, may=facilitate)
    found = Series.objects.select_related("place").filter(pk=pk, community=viewer.community).first()
    if found is None:
        raise Http404
    found.community = viewer.community
    return viewer, found
