"""What each seat is for."""

from dataclasses import dataclass

from mindlines.communities.choices import RoleName
from mindlines.communities.models import Community, Membership, RoleCard
from mindlines.communities.queries.roles import holds


@dataclass(frozen=True)
class Cards:
    """The cards of a community, and the seats that have none yet."""

    groups: list[RoleCard]
    roles: list[RoleCard]


def cards(community: Community) -> Cards:
    """One card for each constituency and each role, written or still empty. Two queries."""
    written = {card.seat: card for card in community.role_cards.select_related("constituency")}
    groups = [RoleCard(community=community, constituency=group) for group in community.constituencies.all()]
    roles = [RoleCard(community=community, role=role) for role in RoleName.values]
    return Cards(
        groups=[written.get(card.seat, card) for card in groups], roles=[written.get(card.seat, card) for card in roles]
    )


def cards_of(membership: Membership) -> list[RoleCard]:
    """The written cards that speak to this member: the one of the constituency, then those of roles held."""
    seats = [f"group-{membership.constituency_id}", *(f"role-{role.name}" for role in holds(membership))]
    written = {card.seat: card for card in membership.community.role_cards.select_related("constituency")}
    return [written[seat] for seat in seats if seat in written]
