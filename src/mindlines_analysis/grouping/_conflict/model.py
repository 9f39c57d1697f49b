"""The smallest set of wishes to relax, by an exact model that HiGHS solves.

People who are alike for the hard wishes are one whole number in each group, so that the model stays small however many
they are; only people named in a wish have numbers of their own. Each wish can be relaxed at a price of one, and a
person's need for a room at a price of one too; sizes always hold.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from mindlines_analysis.grouping._asked import Asked
from mindlines_analysis.grouping._conflict.clash import Clash, Scene
from mindlines_analysis.grouping._conflict.rooms import unmet
from mindlines_analysis.grouping._seats import Indexes
from mindlines_analysis.grouping._wishing import Kindly
from mindlines_analysis.grouping.people import Participant
from mindlines_analysis.grouping.wishes import Apart, AtLeast, AtMost, NotAlone, Pinned, Roomed, Together, Wish

__all__ = ["Solved", "solve"]

LARGEST = 60_000
# Of sets of one size, that one whose wishes are easiest to do without.
DEARNESS = {AtLeast: 0, AtMost: 0, NotAlone: 0, Apart: 1, Together: 1, Pinned: 2, Roomed: 3}


@dataclass(frozen=True)
class Solved:
    """A smallest set of wishes to relax, and for each round the group of everybody without them; -1 is nowhere."""

    relax: tuple[Wish, ...]
    places: tuple[Indexes, ...]


@dataclass(frozen=True)
class _Alike:
    """People between whom no hard wish makes a difference, as places among all people."""

    people: tuple[int, ...]
    one: Participant


@dataclass
class _Model:
    """Columns with their prices and bounds, and rows of coefficients with theirs."""

    price: list[float] = field(default_factory=list)
    most: list[float] = field(default_factory=list)
    row: list[int] = field(default_factory=list)
    column: list[int] = field(default_factory=list)
    factor: list[float] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)

    def add(self, *, most: float, price: float = 0.0) -> int:
        """A new whole number from 0 to `most`."""
        self.price.append(price)
        self.most.append(most)
        return len(self.price) - 1

    def keep(self, terms: Iterable[tuple[int, float]], *, low: float = -np.inf, high: float = np.inf) -> None:
        """A new row."""
        for column, factor in terms:
            self.row.append(len(self.low))
            self.column.append(column)
            self.factor.append(factor)
        self.low.append(low)
        self.high.append(high)

    def solve(self, seconds: float) -> np.ndarray | None:
        """The best whole numbers, if they were found and proven best in time."""
        # Half a second to import, and most divisions have no conflict.
        from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415
        from scipy.sparse import csr_array  # noqa: PLC0415

        shape = (len(self.low), len(self.price))
        matrix = csr_array((self.factor, (self.row, self.column)), shape=shape)
        found = milp(
            np.array(self.price),
            integrality=np.ones(len(self.price)),
            bounds=Bounds(0.0, np.array(self.most)),
            constraints=LinearConstraint(matrix, self.low, self.high),
            options={"time_limit": seconds, "mip_rel_gap": 0.0},
        )
        return np.rint(found.x) if found.status == 0 else None


def solve(asked: Asked, *, scenes: Sequence[Scene], clashes: Iterable[Clash], seconds: float) -> Solved | None:
    """The smallest set to relax (empty if none need be), or None if it could not be proven within `seconds`."""
    alike = _alike(asked)
    if len(alike) * sum(scene.groups for scene in scenes) > LARGEST:
        return None
    building = _Building(asked, alike)
    for scene in scenes:
        building.add_round(scene)
    building.add_clashes(clashes)
    found = building.model.solve(seconds)
    return None if found is None else building.read(found, scenes)


def _alike(asked: Asked) -> list[_Alike]:
    named: set[str] = set()
    kinds: set[tuple[str, str]] = set()
    for wish in asked.wishes:
        if isinstance(wish, (Apart, Together)):
            named.update(wish.people)
        elif isinstance(wish, Pinned):
            named.add(wish.person)
        else:
            kinds.add((wish.by, wish.value))
    found: dict[object, list[int]] = {}
    for place, person in enumerate(asked.people):
        key = (
            person.name if person.name in named else None,
            person.needs if asked.rooms else None,
            frozenset(kinds & set(person.kinds.items())),
            person.partly,
            tuple(person.attends(number) for number in range(1, asked.rounds + 1)),
        )
        found.setdefault(key, []).append(place)
    return [_Alike(tuple(places), asked.people[places[0]]) for places in found.values()]


class _Building:
    """The model of all rounds."""

    def __init__(self, asked: Asked, alike: list[_Alike]) -> None:
        self.asked, self.alike, self.model = asked, alike, _Model()
        many = len(asked.wishes) + sum(len(person.needs) + 1 for person in asked.people)
        self.dear = 1 / (4 * many)
        self.relaxed: dict[Wish, int] = {
            wish: self.model.add(most=1, price=self._price(type(wish))) for wish in asked.wishes
        }
        self.lacking: dict[tuple[int, str], int] = {}
        self.sits: dict[tuple[int, int], list[int]] = {}

    def _price(self, kind: type[Wish]) -> float:
        return 1 + DEARNESS[kind] * self.dear

    def add_round(self, scene: Scene) -> None:
        """Who can sit where in one round, and the wishes that matter in it."""
        here = [place for place, group in enumerate(self.alike) if group.one.attends(scene.number)]
        for place in here:
            many = len(self.alike[place].people)
            columns = [self.model.add(most=min(many, most)) for _, most in scene.sizes]
            self.sits[scene.number, place] = columns
            self.model.keep([(column, 1) for column in columns], low=many, high=many)
            self._room(place, columns)
        for group, (least, most) in enumerate(scene.sizes):
            self.model.keep([(self.sits[scene.number, place][group], 1) for place in here], low=least, high=most)
        own = {self.alike[place].one.name: self.sits[scene.number, place] for place in here}
        for wish in self.asked.wishes:
            if isinstance(wish, (AtLeast, AtMost, NotAlone)):
                self._of_kind(wish, scene, here)
            elif isinstance(wish, (Apart, Together)):
                self._of_people(wish, [own[name] for name in wish.people if name in own])
        for pin in scene.pins:
            self.model.keep([(own[pin.person][pin.group - 1], 1), (self.relaxed[pin], 1)], low=1)

    def _room(self, place: int, columns: list[int]) -> None:
        """How many of these people lack each need; what they lack in several rounds is relaxed once."""
        without: dict[str, list[int]] = {}
        for column, room in zip(columns, self.asked.rooms, strict=False):
            for lack in unmet(self.alike[place].one, room):
                without.setdefault(lack.need, []).append(column)
        for need, unsuited in without.items():
            if (place, need) not in self.lacking:
                most = len(self.alike[place].people)
                self.lacking[place, need] = self.model.add(most=most, price=self._price(Roomed))
            self.model.keep([(self.lacking[place, need], 1), *((column, -1) for column in unsuited)], low=0)

    def _of_people(self, wish: Apart | Together, columns: list[list[int]]) -> None:
        relaxed = self.relaxed[wish]
        if isinstance(wish, Together):
            for others in columns[1:]:
                for first, other in zip(columns[0], others, strict=True):
                    self.model.keep([(first, 1), (other, -1), (relaxed, -1)], high=0)
        else:
            for group in zip(*columns, strict=True):
                self.model.keep([*((column, 1) for column in group), (relaxed, 1 - len(group))], high=1)

    def _of_kind(self, wish: Kindly, scene: Scene, here: list[int]) -> None:
        of_kind = [place for place in here if self.alike[place].one.kinds.get(wish.by) == wish.value]
        full = [place for place in of_kind if not self.alike[place].one.partly]
        relaxed = self.relaxed[wish]
        for group, (_, most) in enumerate(scene.sizes):
            everybody = [(self.sits[scene.number, place][group], 1.0) for place in of_kind]
            throughout = [(self.sits[scene.number, place][group], 1.0) for place in full]
            if isinstance(wish, AtLeast):
                self.model.keep([*throughout, (relaxed, wish.count)], low=wish.count)
            elif isinstance(wish, AtMost):
                self.model.keep([*everybody, (relaxed, min(0, wish.count - most))], high=wish.count)
            else:
                for terms in [everybody, throughout] if len(full) < len(of_kind) else [everybody]:
                    some = self.model.add(most=1)
                    self.model.keep([*terms, (some, -most), (relaxed, -most)], high=0)
                    self.model.keep([*terms, (some, -wish.count), (relaxed, wish.count)], low=0)

    def add_clashes(self, clashes: Iterable[Clash]) -> None:
        """What is known to clash need not be found out again."""
        single = {group.one.name: place for place, group in enumerate(self.alike) if len(group.people) == 1}
        for clash in clashes:
            columns = []
            for wish in clash.wishes:
                if isinstance(wish, Roomed):
                    columns.append(self.lacking.get((single.get(wish.person, -1), wish.need)))
                else:
                    columns.append(self.relaxed.get(wish))
            known = [column for column in columns if column is not None]
            if len(known) == len(columns):
                self.model.keep([(column, 1) for column in known], low=1)

    def read(self, found: np.ndarray, scenes: Sequence[Scene]) -> Solved:
        """The wishes relaxed, and the people in their groups."""
        places: dict[int, Indexes] = {}
        for scene in scenes:
            group_of = np.full(len(self.asked.people), -1, dtype=np.intp)
            for (number, place), columns in self.sits.items():
                if number == scene.number:
                    group_of[list(self.alike[place].people)] = self._filled(place, found[columns])
            places.update(dict.fromkeys(scene.numbers, group_of))
        relaxed: dict[Wish, None] = {wish: None for wish, column in self.relaxed.items() if found[column]}
        if self.asked.rooms:
            for scene in scenes:
                for place in self.asked.there[scene.number - 1]:
                    room = self.asked.rooms[places[scene.number][place]]
                    relaxed.update(dict.fromkeys(unmet(self.asked.people[place], room)))
        return Solved(tuple(relaxed), tuple(places[number] for number in sorted(places)))

    def _filled(self, place: int, counts: np.ndarray) -> Indexes:
        """Groups in which people lack most come first, so that the same people lack it in every round."""
        groups = np.arange(len(counts))
        if self.asked.rooms:
            person = self.alike[place].one
            lacks = [len(unmet(person, self.asked.rooms[group])) for group in groups.tolist()]
            groups = np.argsort(-np.array(lacks), kind="stable")
        return np.repeat(groups, counts[groups].astype(np.intp))
