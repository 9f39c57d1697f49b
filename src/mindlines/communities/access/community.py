from django.http import Http404
from django.utils import timezone

from mindlines.communities import rules
from mindlines.communities.choices import Standing
from mindlines.communities.models import Membership
from mindlines.communities.queries import glossary
from mindlines.kernel.rules import Rule
from mindlines.kernel.times import zone
from mindlines.people.models import Person


def membership(person: Person, slug: str, *, may: Rule[[Membership]] = rules.read) -> Membership:
    """The membership by which `person` looks at the community `slug`, with its community, after one rule was asked.

    Outsiders, people who left and people who have not yet said yes meet a 404, so that the community's existence
    does not leak.
    """
    found = (
        Membership.objects.with_roles()
        .select_related("community", "constituency")
        .filter(person=person, community__slug=slug, standing__in=(Standing.ACTIVE, Standing.PAUSED))
        .first()
    )
    return step_in(person, found, may=may)


def step_in(person: Person, found: Membership | None, *, may: Rule[[Membership]]) -> Membership:
    """Ask the rule of a loaded membership, and remember it as the way by which this person looks."""
    if found is None:
        raise Http404
    found.person = person
    may.require(found)
    person.here = found
    found.marks = glossary.marks_for(found)
    if not person.time_zone:
        timezone.activate(zone(found.community.time_zone))
    return found
