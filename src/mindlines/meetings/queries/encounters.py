"""Who sat with whom in small groups, for a measure and for its page."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from mindlines.communities.choices import Standing
from mindlines.communities.models import Community, Membership
from mindlines.kernel.times import now
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import Seat


@dataclass(frozen=True)
class Sitting:
    """One round that was, with its groups as numbers of memberships."""

    meeting: int
    at: datetime
    groups: tuple[tuple[int, ...], ...]


def sittings(community: Community) -> list[Sitting]:
    """Chosen groups of meetings that have begun and were not cancelled, oldest first. One query."""
    seats = (
        Seat.objects.filter(
            division__chosen_for__isnull=False,
            division__round__meeting__community=community,
            division__round__meeting__starts_at__lte=now(),
            participant__is_present=True,
            group__isnull=False,
        )
        .exclude(division__round__meeting__phase=Phase.CANCELLED)
        .order_by("division__round__meeting__starts_at", "division__round__position", "division", "group", "pk")
        .values_list(
            "division",
            "group",
            "participant__membership",
            "division__round__meeting",
            "division__round__meeting__starts_at",
        )
    )
    found = []
    for _, same in groupby(seats, key=lambda row: row[0]):
        rows = list(same)
        groups = tuple(tuple(row[2] for row in group) for _, group in groupby(rows, key=lambda row: row[1]))
        found.append(Sitting(rows[0][3], rows[0][4], groups))
    return found


def people_of(community: Community, *, seated: set[int]) -> list[Membership]:
    """Members who sat in a small group and are still here, by constituency and name. One query."""
    found = (
        Membership.objects.filter(community=community, pk__in=seated)
        .exclude(standing=Standing.LEFT)
        .select_related("person", "constituency")
    )
    return sorted(found, key=lambda one: (one.constituency.position, one.constituency_id, one.name.casefold(), one.pk))
