"""Which groups are large enough that a secret answer may say which group it came from."""

from collections.abc import Collection, Mapping

from django.db.models import Count

from mindlines.communities.choices import ConstituencyKind
from mindlines.communities.models import Community, Membership
from mindlines.meetings.choices import HERE
from mindlines.meetings.models import Meeting

# A crowd in which one person cannot be found.
FEWEST = 5


def sizes(community: Community, *, meeting: Meeting | None) -> dict[int, int]:
    """How many of each constituency are here; without a meeting, how many active members it has."""
    if meeting is None:
        members = Membership.objects.active().filter(community=community)
    else:
        here = meeting.attendance.filter(membership__isnull=False, presence__in=HERE)
        members = Membership.objects.filter(pk__in=here.values("membership"))
    counts = members.values_list("constituency").annotate(count=Count("pk")).order_by()
    return {pk: count for pk, count in counts if pk}


def large_enough(
    counted: Mapping[int, int], *, outside: int = 0, first: Collection[int] = (), fewest: int = FEWEST
) -> list[int]:
    """The groups that can be told apart so that nobody can be found, neither in one of them nor in what is left.

    Were all but two people in groups that are told apart, the two would be found by being in none. So the smallest of
    the groups is then not told apart either; those of `first` are kept longest. `outside` are people of whom no group is known.
    `fewest` is the least crowd: smaller where a group is told as a band, and never by its votes.
    """
    told = sorted(
        (pk for pk, count in counted.items() if count >= fewest), key=lambda pk: (pk not in first, -counted[pk], pk)
    )
    left = outside + sum(count for pk, count in counted.items() if pk not in told)
    while told and 0 < left < fewest:
        left += counted[told.pop()]
    return sorted(told)


def lay_groups(community: Community) -> frozenset[int]:
    """The groups whose voices we would miss first."""
    return frozenset(community.constituencies.filter(kind=ConstituencyKind.LAY).values_list("pk", flat=True))


def told_apart(community: Community, *, meeting: Meeting | None, outside: int = 0) -> list[int]:
    """The keys of those constituencies, as things stand."""
    return large_enough(sizes(community, meeting=meeting), outside=outside, first=lay_groups(community))
