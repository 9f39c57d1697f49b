"""Who sits where in one round, and of what kind everybody is, as arrays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mindlines_analysis.grouping._asked import Asked
from mindlines_analysis.grouping.mixing import Spread

__all__ = ["Coded", "Flags", "Floats", "Indexes", "Seats", "banded", "coded", "places_of", "seated"]

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]
Indexes = NDArray[np.intp]


@dataclass(frozen=True)
class Coded:
    """Everybody's kind of one attribute as a number; -1 is unknown. `labels` are the kinds in words."""

    codes: Indexes
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Seats:
    """One round: `group[k]` is where the k-th of those seated sits; `who[k]` is their place among all people."""

    number: int
    who: Indexes
    group: Indexes
    size: Indexes

    @property
    def groups(self) -> int:
        """How many groups there are."""
        return len(self.size)

    def members(self) -> list[list[int]]:
        """For each group the people in it, in the order of the people."""
        found: list[list[int]] = [[] for _ in range(self.groups)]
        for person, group in zip(self.who.tolist(), self.group.tolist(), strict=True):
            found[group].append(person)
        return found

    def count(self, codes: Indexes, *, kinds: int) -> Indexes:
        """How many of each kind are in each group; `codes` are those of all people."""
        here = codes[self.who]
        is_known = here >= 0
        cells = np.bincount(self.group[is_known] * kinds + here[is_known], minlength=self.groups * kinds)
        return cells.reshape(self.groups, kinds)


def places_of(asked: Asked, places: Sequence[dict[str, int]]) -> list[Indexes]:
    """For each round, the group of everybody in the order of the people; -1 is nowhere."""
    return [np.array([named.get(person.name, -1) for person in asked.people], dtype=np.intp) for named in places]


def seated(asked: Asked, places: Iterable[Indexes]) -> list[Seats]:
    """The rounds as seats."""
    rounds = []
    for number, group in enumerate(places, start=1):
        who = np.flatnonzero(group >= 0)
        groups = len(asked.sizes[number - 1])
        size = np.bincount(group[who], minlength=groups)
        rounds.append(Seats(number=number, who=who, group=group[who], size=size))
    return rounds


def coded(asked: Asked, by: str) -> Coded:
    """Everybody's kind `by`."""
    labels = tuple(sorted({person.kinds[by] for person in asked.people if by in person.kinds}))
    numbers = {label: number for number, label in enumerate(labels)}
    codes = [numbers[person.kinds[by]] if by in person.kinds else -1 for person in asked.people]
    return Coded(codes=np.array(codes, dtype=np.intp), labels=labels)


def banded(asked: Asked, spread: Spread) -> Coded:
    """Everybody's kind or, where `by` is a number, the band in which theirs lies among those of all people."""
    if any(spread.by in person.kinds for person in asked.people):
        return coded(asked, spread.by)
    has = np.array([spread.by in person.numbers for person in asked.people])
    values = np.array([person.numbers[spread.by] for person in asked.people if spread.by in person.numbers])
    cuts = np.quantile(values, np.arange(1, spread.bands) / spread.bands)
    bands = np.searchsorted(cuts, values, side="right")
    codes = np.full(len(asked.people), -1, dtype=np.intp)
    codes[has] = bands
    labels = []
    for band in range(spread.bands):
        inside = values[bands == band]
        labels.append(f"{inside.min():g} to {inside.max():g}" if len(inside) else "")
    return Coded(codes=codes, labels=tuple(labels))
