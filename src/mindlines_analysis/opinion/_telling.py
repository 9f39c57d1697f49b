"""What sets a group apart: the statements on which it votes unlike everybody else."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from mindlines_analysis.opinion._plane import Floats

__all__ = ["Telling", "tell"]

Said = npt.NDArray[np.bool_]

# One-sided at 90 %, as published: a hint for readers and no proof, for the groups were made from the same votes.
LOUD = 1.2816
MOST = 5


@dataclass(frozen=True)
class Telling:
    """A statement that a group agrees or disagrees with more than the others do.

    `inside` and `outside` are (said so + 1) / (votes + 2) in the group and among all others, and `ratio` one by the other. `z`
    compares the two, `z_inside` compares the group's part with one half.
    """

    statement: str
    direction: Literal["agree", "disagree"]
    count: int
    votes: int
    inside: float
    outside: float
    ratio: float
    z: float
    z_inside: float


def tell(cells: Floats, *, inside: Sequence[bool], statements: Sequence[str]) -> tuple[Telling, ...]:
    """At most five statements, the most telling first; none where nothing stands out."""
    rows = np.asarray(inside, dtype=bool)
    found = []
    for column, statement in enumerate(statements):
        votes = cells[:, column]
        here, there = votes[rows & ~np.isnan(votes)], votes[~rows & ~np.isnan(votes)]
        found += [_one(statement, "agree", here == 1, there == 1), _one(statement, "disagree", here == -1, there == -1)]
    loud = [telling for telling in found if telling.z > LOUD and telling.z_inside > LOUD]
    loud.sort(key=lambda telling: -telling.ratio * telling.z * telling.inside * telling.z_inside)
    return tuple(loud[:MOST])


def _one(statement: str, direction: Literal["agree", "disagree"], here: Said, there: Said) -> Telling:
    count, votes = int(here.sum()), len(here)
    inside, outside = (count + 1) / (votes + 2), (int(there.sum()) + 1) / (len(there) + 2)
    return Telling(
        statement=statement,
        direction=direction,
        count=count,
        votes=votes,
        inside=inside,
        outside=outside,
        ratio=inside / outside,
        z=_two_parts(here, there),
        z_inside=2 * math.sqrt(votes + 1) * ((count + 1) / (votes + 1) - 0.5),
    )


def _two_parts(here: Said, there: Said) -> float:
    """z of the difference between two parts, with one success and one vote added to each."""
    successes, votes = [int(here.sum()) + 1, int(there.sum()) + 1], [len(here) + 1, len(there) + 1]
    pooled = sum(successes) / sum(votes)
    if pooled == 1:
        return 0.0
    width = math.sqrt(pooled * (1 - pooled) * (1 / votes[0] + 1 / votes[1]))
    return (successes[0] / votes[0] - successes[1] / votes[1]) / width
