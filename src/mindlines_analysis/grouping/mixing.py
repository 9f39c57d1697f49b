"""Soft wishes: what should be mixed, how much it matters, and who has met whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

__all__ = ["Distances", "History", "Mix", "Separate", "Spread"]


@dataclass(frozen=True)
class Spread:
    """Each group gets its fair share of every kind `by`.

    Costs `weight` x (how many - fair share)^2 for each kind and group, where the fair share is the group's size x the
    part of the kind among all. A number is first cut into `bands` of about the same number of people.
    """

    by: str
    weight: float = 10.0
    bands: int = 4


@dataclass(frozen=True)
class Separate:
    """Two people of the same kind `by` rather not in one group: each such pair costs `weight`.

    For kinds with few people each, such as organisations, of which no group can have a share.
    """

    by: str
    weight: float = 5.0


@dataclass(frozen=True)
class Distances:
    """People far from each other in one group: each pair in one group earns `weight` x its distance.

    `values` is a square, symmetric table with a row for each person, in the order of the people.
    """

    values: Sequence[Sequence[float]]
    weight: float = 1.0


Mix = Spread | Separate | Distances


@dataclass(frozen=True)
class History:
    """How often two people have been in one group before; a pair that meets again costs `weight` x times^2.

    `met` has each pair once, in any order. Times need not be whole: meetings long ago count less.
    """

    met: Mapping[tuple[str, str], float] = field(default_factory=dict)
    weight: float = 6.0

    @classmethod
    def of(cls, rounds: Sequence[Sequence[Sequence[str]]], *, fading: float = 0.8, weight: float = 6.0) -> "History":
        """The history of `rounds`, oldest first, each a list of groups of names.

        The newest round counts 1, each older one `fading` times as much as the one after it.
        """
        met: dict[tuple[str, str], float] = {}
        for age, groups in enumerate(reversed(rounds)):
            for group in groups:
                for one, other in combinations(sorted(set(group)), 2):
                    met[one, other] = met.get((one, other), 0.0) + fading**age
        return cls(met=met, weight=weight)
