"""Where everybody sits before the search begins: by lot, where they can."""

from collections.abc import Sequence

import numpy as np

from mindlines_analysis.grouping._problem import Problem
from mindlines_analysis.grouping._seats import Indexes

__all__ = ["begin"]


def begin(problem: Problem, chance: np.random.Generator) -> Indexes:
    """Everybody somewhere (G x seats): where the start says; else in rooms that suit them, as long as there are any.

    Those who sit together come first, for they are hardest to move later; then whoever has the fewest groups to go to.
    """
    size = _sizes(problem, chance)
    groups: list[list[int]] = [[] for _ in range(problem.groups)]
    free = size.copy()
    can_sit = problem.place[:, : problem.people] < problem.hard / 2
    loose = np.ones(problem.people, dtype=bool)
    parties = sorted(problem.blocks, key=len, reverse=True)
    for block in parties:
        loose[block] = False
    order = chance.permutation(np.flatnonzero(loose))
    order = order[np.argsort(can_sit[:, order].sum(axis=0), kind="stable")]
    waiting: list[int] = []
    for party in [*parties, *order[:, None]]:
        fits = free >= len(party)
        group = _group_for(fits, fits & can_sit[:, party].all(axis=1), problem.start[party], chance)
        if group is None:
            waiting.extend(party.tolist())
        else:
            groups[group].extend(party.tolist())
            free[group] -= len(party)
    return _seated(problem, groups, size=size, waiting=waiting)


def _group_for(fits: np.ndarray, suits: np.ndarray, start: Indexes, chance: np.random.Generator) -> int | None:
    wished = start[start >= 0]
    if len(wished) and fits[wished[0]]:
        return int(wished[0])
    found = np.flatnonzero(suits)
    if not len(found):
        found = np.flatnonzero(fits)
    return int(found[chance.integers(len(found))]) if len(found) else None


def _sizes(problem: Problem, chance: np.random.Generator) -> Indexes:
    """How many people each group has at first: as many as the start says, or by lot, between least and most."""
    size: Indexes = problem.least.copy()
    known = problem.start[problem.start >= 0]
    if len(known):
        size = np.clip(np.bincount(known, minlength=problem.groups), problem.least, problem.most)
    while size.sum() != problem.people:
        step = 1 if size.sum() < problem.people else -1
        able = np.flatnonzero(size < problem.most if step > 0 else size > problem.least)
        size[chance.choice(able)] += step
    return size


def _seated(problem: Problem, groups: Sequence[list[int]], *, size: Indexes, waiting: list[int]) -> Indexes:
    """The groups as a table: filled up with those who wait, then with phantoms, then with walls."""
    seats = np.empty((problem.groups, problem.seats), dtype=np.intp)
    phantom, wall = problem.people, problem.people + problem.phantoms
    for number, row in enumerate(groups):
        while len(row) < size[number]:
            row.append(waiting.pop())
        while len(row) < problem.most[number]:
            row.append(phantom)
            phantom += 1
        while len(row) < problem.seats:
            row.append(wall)
            wall += 1
        seats[number] = row
    return seats
