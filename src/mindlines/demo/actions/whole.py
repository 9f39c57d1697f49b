"""The demonstration as a whole: made in one go, and thrown away in one go."""

from django.db import transaction
from django.utils import translation

from mindlines.communities.models import Community
from mindlines.people.models import Person

from . import direction, evidence, groups, meetings, people, preparation, voices


@transaction.atomic
def make() -> Community:
    """Write the whole story, all of it or nothing."""
    with translation.override("en-gb"):
        cast = people.make()
        direction.make(cast)
        meetings.make(cast)
        groups.make(cast)
        voices.make(cast)
        evidence.make(cast)
        preparation.make(cast)
    return cast.community


@transaction.atomic
def unmake() -> None:
    """Throw away demonstration communities and their invented people; nothing else is touched."""
    for community in Community.objects.filter(is_demo=True):
        community.priorities.all().delete()
        community.meetings.all().delete()
        community.memberships.all().delete()
        community.delete()
    Person.objects.filter(is_demo=True).delete()
