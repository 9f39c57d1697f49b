"""The gates of roles and role cards."""

import re

from django.http import Http404

from mindlines.communities import rules
from mindlines.communities.access.community import membership
from mindlines.communities.choices import RoleName
from mindlines.communities.models import Community, Role, RoleCard
from mindlines.communities.rules import Seen
from mindlines.kernel.rules import Rule
from mindlines.people.models import Person


def role(person: Person, pk: int, *, slug: str, may: Rule[[Role]]) -> Role:
    """The role with its member, seen through `role.viewer`."""
    viewer = membership(person, slug)
    found = (
        Role.objects.select_related(
            "membership__person", "membership__constituency", "offered_by", "takes_over_from__membership__person"
        )
        .filter(pk=pk, membership__community=viewer.community)
        .first()
    )
    if found is None:
        raise Http404
    found.viewer = viewer
    found.membership.community = viewer.community
    may.require(found)
    return found


def role_card(person: Person, seat: str, *, slug: str, may: Rule[[Seen]] = rules.see) -> RoleCard:
    """The card of `seat` (`group-12` or `role-chair`); one that nobody wrote yet is empty and not stored."""
    viewer = membership(person, slug)
    card = _card(viewer.community, seat=seat)
    card.community, card.viewer = viewer.community, viewer
    may.require(card)
    return card


def _card(community: Community, *, seat: str) -> RoleCard:
    named = re.fullmatch(r"(group|role)-(\w{1,20})", seat)
    if named is None:
        raise Http404
    if named[1] == "role":
        if named[2] not in RoleName:
            raise Http404
        return community.role_cards.filter(role=named[2]).first() or RoleCard(role=named[2])
    group = community.constituencies.filter(pk=int(named[2])).first() if named[2].isdecimal() else None
    if group is None:
        raise Http404
    return community.role_cards.select_related("constituency").filter(constituency=group).first() or RoleCard(
        constituency=group
    )
