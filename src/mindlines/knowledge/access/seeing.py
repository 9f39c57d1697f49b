"""Through which membership somebody looks at what a community knows."""

from mindlines.communities.access.community import step_in
from mindlines.communities.models import Community, Membership
from mindlines.communities.rules import read as be_a_member
from mindlines.people.models import Person


def viewer(person: Person, community: Community) -> Membership:
    """The membership by which `person` looks; outsiders meet a 404."""
    found = (
        Membership.objects.with_roles()
        .present()
        .select_related("constituency")
        .filter(person=person, community=community)
        .first()
    )
    if found is not None:
        found.community = community
    return step_in(person, found, may=be_a_member)
