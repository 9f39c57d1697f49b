"""Whether somebody about to be added is on the list already."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community
from mindlines.communities.queries import members
from mindlines_analysis.names import Level, Named, find_duplicates

REASONS: dict[Level, str | Promise] = {
    Level.SAME_MAIL: _("the e-mail address is the same"),
    Level.SAME_NAME_AND_ORGANISATION: _("name and organisation are the same"),
    Level.SAME_NAME: _("the name is the same"),
    Level.ALIKE: _("the names are alike"),
}
A_FEW = 5


@dataclass(frozen=True)
class Alike:
    """Somebody on the list who may be the same person, and why we think so."""

    pk: int
    name: str
    organisation: str
    why: str | Promise
    is_same_address: bool


def alike(community: Community, *, name: str, email: str, organisation: str) -> list[Alike]:
    """The likeliest few, the nearest first."""
    if not name:
        return []
    newcomer = Named(name, email, organisation)
    found = find_duplicates([newcomer], known=known_people(community))
    return [
        Alike(
            pk=int(hit.other.key),
            name=hit.other.name,
            organisation=hit.other.organisation,
            why=REASONS[hit.likeness.level],
            is_same_address=hit.likeness.level == Level.SAME_MAIL,
        )
        for hit in found[:A_FEW]
    ]


def known_people(community: Community) -> list[Named]:
    """Everybody on the list of the community, as the library compares people."""
    return [Named(name, email, organisation, key=pk) for pk, name, email, organisation in members.names(community)]
