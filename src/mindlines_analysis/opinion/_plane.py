"""Voters and statements on a plane: the two directions in which people differ most."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mindlines_analysis.opinion._votes import AGREE, Votes

__all__ = ["Floats", "Plane", "lay_out", "table"]

Floats = npt.NDArray[np.float64]
NOTHING = 1e-12


@dataclass(frozen=True)
class Plane:
    """`voters` and `statements` are places, two numbers a row; `explained` the parts of all variance the two directions hold."""

    voters: Floats
    statements: Floats
    explained: tuple[float, float]


def table(votes: Votes, *, voters: Sequence[str], statements: Sequence[str]) -> Floats:
    """A row for each voter, a column for each of all statements; not a number where a statement was not seen."""
    column = {statement: number for number, statement in enumerate(statements)}
    cells = np.full((len(voters), len(statements)), np.nan)
    for row, voter in enumerate(voters):
        for statement, vote in votes[voter].items():
            cells[row, column[statement]] = vote
    return cells


def lay_out(cells: Floats) -> Plane | None:
    """Principal components of the votes; None where everybody votes alike.

    A statement that somebody has not seen counts as its mean vote, which pulls towards the middle whoever saw few. So each is
    moved outwards again by the root of (statements / statements seen).
    """
    seen = ~np.isnan(cells)
    centre = np.where(seen, cells, 0.0).sum(axis=0) / np.maximum(1, seen.sum(axis=0))
    apart = np.where(seen, cells - centre, 0.0)
    _, sizes, directions = np.linalg.svd(apart, full_matrices=False)
    power = np.square(np.append(sizes, [0.0, 0.0]))
    if power[0] <= NOTHING:
        return None
    both = np.zeros((2, cells.shape[1]))
    both[: min(2, len(directions))] = directions[:2]
    stretch = np.sqrt(cells.shape[1] / np.maximum(1, seen.sum(axis=1)))
    voters = apart @ both.T * stretch[:, None]
    # The sign of a component means nothing: the longer tail goes right and up, so that one set of votes has one map.
    signs = np.where(np.power(voters, 3).sum(axis=0) < 0, -1.0, 1.0)
    statements = ((AGREE - centre) * both).T * np.sqrt(cells.shape[1])
    first, second = (float(part) for part in power[:2] / power.sum())
    return Plane(voters=voters * signs, statements=statements * signs, explained=(first, second))
