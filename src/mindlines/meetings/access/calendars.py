from django.http import Http404

from mindlines.communities import access as communities
from mindlines.communities.models import Membership
from mindlines.communities.rules import facilitate
from mindlines.meetings.models import CalendarImport
from mindlines.people.models import Person


def calendar_import(person: Person, pk: int, *, slug: str) -> tuple[Membership, CalendarImport]:
    """A calendar on its way in, for whoever uploaded it."""
    viewer = communities.membership(person, slug, may=facilitate)
    found = CalendarImport.objects.filter(pk=pk, community=viewer.community, by=person).first()
    if found is None:
        raise Http404
    found.community = viewer.community
    return viewer, found
