"""Where everybody sits before the search begins: by lot, where they can."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mindlines_analysis.grouping._searching.problem import Doubles, Problem
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
    is_counted = problem.columns[:, order].any(axis=0) if len(problem.columns) else np.zeros(len(order), dtype=bool)
    order = order[np.lexsort((~is_counted, can_sit[:, order].sum(axis=0)))]
    counts = np.zeros((len(problem.columns), problem.groups), dtype=np.intp)
    waiting: list[int] = []
    for party in [*parties, *order[:, None]]:
        fits = free >= len(party)
        suits = fits & can_sit[:, party].all(axis=1)
        wished = problem.start[party].max()
        if wished >= 0 and fits[wished]:
            group = int(wished)
        elif fits.any():
            group = _drawn(suits if suits.any() else fits, _harm(problem, counts, party), chance)
        else:
            waiting.extend(party.tolist())
            continue
        groups[group].extend(party.tolist())
        free[group] -= len(party)
        if len(counts):
            counts[:, group] += problem.columns[:, party].sum(axis=1).astype(np.intp)
    return _seated(problem, groups, size=size, waiting=waiting)


def _harm(problem: Problem, counts: Indexes, party: Indexes) -> Doubles:
    """What the counted wishes lose or win if the party comes to each group (G).

    Who is not to be alone is left to lots: one after the other, they would all come into one group.
    """
    harm: Doubles = np.zeros(problem.groups)
    company = {column for column, _ in problem.company}
    for k, (column, count, penalty) in enumerate(zip(problem.columns, counts, problem.penalty, strict=True)):
        more = int(column[party].sum())
        if more and k not in company:
            place = np.arange(problem.groups)
            after = np.minimum(count + more + 1, penalty.shape[1] - 1)
            harm += penalty[place, after] - penalty[place, count + 1]
    return harm


def _drawn(able: NDArray[np.bool_], harm: Doubles, chance: np.random.Generator) -> int:
    """One of the groups that harm least, by lot."""
    found = np.flatnonzero(able)
    found = found[harm[found] == harm[found].min()]
    return int(found[chance.integers(len(found))])


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
