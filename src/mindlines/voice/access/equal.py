"""The gate of the page that tells how equal a community is."""

from mindlines.communities import access as communities
from mindlines.communities.models import Membership
from mindlines.people.models import Person
from mindlines.voice import rules
from mindlines.voice.models import Mirror
from mindlines.voice.queries import equal as queries


def looking(person: Person, slug: str) -> tuple[Membership, Mirror | None]:
    """Whoever may look, and the agreement by which all members may."""
    viewer = communities.membership(person, slug)
    mirror = queries.mirror(viewer.community)
    rules.look_in_mirror.require(viewer, mirror)
    return viewer, mirror
