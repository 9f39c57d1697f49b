"""Who has met whom in small groups: by person, between constituencies, and as a picture."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from mindlines.communities.models import Community, Constituency, Membership
from mindlines.meetings.queries import encounters as queries
from mindlines.meetings.queries.encounters import Sitting
from mindlines_analysis.grouping import History

# A picture with more people than this shows only dust.
MOST_DRAWN = 40
SIDE = 14
Times = Mapping[frozenset[int], int]


@dataclass(frozen=True)
class Met:
    """Somebody whom a person has met: how often, and when last."""

    other: Membership
    times: int
    last: datetime


@dataclass(frozen=True)
class Row:
    """A person, how many they have met, and how many of the others there are."""

    person: Membership
    met: int
    others: int


@dataclass(frozen=True)
class Pairing:
    """How many pairs between two constituencies, or within one, have met."""

    one: Constituency
    other: Constituency
    met: int
    pairs: int

    @property
    def percent(self) -> int:
        return round(100 * self.met / self.pairs)


@dataclass(frozen=True)
class Square:
    """A pair in the picture; the more often they met, the larger."""

    x: float
    y: float
    side: float


@dataclass(frozen=True)
class Encounters:
    """Everything of the page. Whoever left is not in it."""

    people: tuple[Membership, ...]
    sittings: tuple[Sitting, ...]
    times: Times

    @property
    def rounds(self) -> int:
        return len(self.sittings)

    @property
    def meetings(self) -> int:
        return len({sitting.meeting for sitting in self.sittings})

    @property
    def met(self) -> int:
        return len(self.times)

    @property
    def pairs(self) -> int:
        return len(self.people) * (len(self.people) - 1) // 2

    @property
    def rows(self) -> list[Row]:
        counted = Counter(one for pair in self.times for one in pair)
        return [Row(one, counted[one.pk], len(self.people) - 1) for one in self.people]

    @property
    def pairings(self) -> list[Pairing]:
        """Each pair of constituencies that has people for it."""
        groups = {one.constituency_id: one.constituency for one in self.people}
        of = {one.pk: one.constituency_id for one in self.people}
        size = Counter(of.values())
        met = Counter(frozenset(of[one] for one in pair) for pair in self.times)
        order = list(groups)
        found = []
        for place, one in enumerate(order):
            for other in order[place:]:
                pairs = size[one] * (size[one] - 1) // 2 if one == other else size[one] * size[other]
                if pairs:
                    found.append(Pairing(groups[one], groups[other], met[frozenset((one, other))], pairs))
        return found

    @property
    def squares(self) -> list[Square]:
        """The picture: below the diagonal, one square for each pair that met."""
        place = {one.pk: number for number, one in enumerate(self.people)}
        squares = []
        for pair, times in self.times.items():
            across, down = sorted(place[one] for one in pair)
            side = {1: 0.4, 2: 0.65}.get(times, 0.9) * SIDE
            squares.append(Square((across + 0.5) * SIDE - side / 2, (down + 0.5) * SIDE - side / 2, side))
        return squares

    @property
    def is_drawn(self) -> bool:
        return 2 < len(self.people) <= MOST_DRAWN

    @property
    def width(self) -> int:
        return SIDE * len(self.people)

    @property
    def steps(self) -> list[Square]:
        """The diagonal, where everybody would meet themselves."""
        return [Square(number * SIDE, number * SIDE, SIDE) for number in range(len(self.people))]

    def of(self, person: int) -> tuple[list[Met], list[Membership]]:
        """Whom this person has met, the most often first, and whom not yet."""
        last = {
            frozenset(pair): sitting.at
            for sitting in self.sittings
            for group in sitting.groups
            for pair in combinations(group, 2)
        }
        met, new = [], []
        for other in self.people:
            pair = frozenset((person, other.pk))
            if pair in self.times:
                met.append(Met(other, self.times[pair], last[pair]))
            elif other.pk != person:
                new.append(other)
        return sorted(met, key=lambda each: -each.times), new


def encounters(community: Community) -> Encounters:
    """Who sat with whom until now. Two queries, however many people and rounds there are."""
    sittings = queries.sittings(community)
    seated = {one for sitting in sittings for group in sitting.groups for one in group}
    people = queries.people_of(community, seated=seated)
    return Encounters(tuple(people), tuple(sittings), _times(sittings, among={one.pk for one in people}))


def _times(sittings: Sequence[Sitting], *, among: set[int]) -> Times:
    """Every round counts the same here: the page tells what was."""
    rounds = [[[str(one) for one in group if one in among] for group in sitting.groups] for sitting in sittings]
    met = History.of(rounds, fading=1.0).met
    return {frozenset((int(one), int(other))): round(times) for (one, other), times in met.items()}
