"""The last steps downhill, until no swap of two people improves the division."""

import numpy as np
from numpy.typing import NDArray

from mindlines_analysis.grouping._searching.problem import Doubles, Floats, Problem
from mindlines_analysis.grouping._seats import Indexes

__all__ = ["settle", "spread_of_swaps"]

ENOUGH = 1e-6
SAMPLE = 200


def settle(problem: Problem, seats: Indexes, *, cost: Floats) -> Indexes:
    """`seats` (G x S) after the best swaps of two units, as long as there are any that gain.

    In each pass the best swap of every unit is a candidate, and the best of those that share no group are made. A free
    seat is a unit too, so that moving somebody to it counts as a swap.
    """
    state = _State(problem, seats, cost)
    touched = np.ones(problem.groups, dtype=bool)
    while touched.any():
        # Only a swap with somebody in a group that has changed can have become better.
        touched = state.improve(np.flatnonzero(touched[state.group] & ~problem.fixed))
    return np.argsort(state.group, kind="stable").reshape(seats.shape)


def spread_of_swaps(problem: Problem, seats: Indexes, *, cost: Floats) -> float:
    """The standard deviation of what swaps of two people change, where no hard wish is touched; 0 if there are none."""
    movable = np.flatnonzero(~problem.fixed[: problem.people])
    sample = movable[:: max(1, len(movable) // SAMPLE)]
    change = _State(problem, seats, cost).changes(sample)[:, movable]
    change = change[np.abs(change) < problem.hard / 2]
    return float(change.std()) if change.size else 0.0


class _State:
    """What everybody would cost in every group. Double precision: a gain that is only a rounding error never ends."""

    def __init__(self, problem: Problem, seats: Indexes, cost: Floats) -> None:
        group = np.empty(seats.size, dtype=np.intp)
        group[seats.ravel()] = np.repeat(np.arange(problem.groups), problem.seats)
        self.problem, self.group, self.cost = problem, group, cost.astype(np.float64)
        membership = np.zeros((problem.groups, len(group)))
        membership[group, np.arange(len(group))] = 1
        self.table = membership @ self.cost + problem.place
        self.counts = (membership @ problem.columns.T).astype(np.intp)

    def improve(self, units: Indexes) -> NDArray[np.bool_]:
        """Make the best swaps of `units` that do not touch each other; which groups were touched."""
        touched = np.zeros(self.problem.groups, dtype=bool)
        change = self.changes(units)
        best = change.argmin(axis=1)
        gains = change[np.arange(len(units)), best]
        better = np.flatnonzero(gains < -ENOUGH * self.problem.soft)
        for at in better[np.argsort(gains[better], kind="stable")]:
            one, other = units[at], best[at]
            if not touched[self.group[[one, other]]].any():
                touched[self.group[[one, other]]] = True
                self._swap(one, other)
        return touched

    def _swap(self, one: int, other: int) -> None:
        here, there = self.group[one], self.group[other]
        shift = self.cost[other] - self.cost[one]
        self.table[here] += shift
        self.table[there] -= shift
        counted = (self.problem.columns[:, other] - self.problem.columns[:, one]).astype(np.intp)
        self.counts[here] += counted
        self.counts[there] -= counted
        self.group[one], self.group[other] = there, here

    def changes(self, units: Indexes) -> Doubles:
        """What a swap of each of `units` with any unit changes; infinite within a group and for who does not move."""
        group, table = self.group, self.table
        at_home = table[group, np.arange(len(group))]
        change: Doubles = table[group[:, None], units].T + table[group[units]]
        change -= at_home[units, None] + at_home
        change -= 2 * self.cost[units]
        problem = self.problem
        if len(problem.penalty):
            width = problem.penalty.shape[2]
            flat = problem.penalty.ravel().astype(np.float64)
            at = (np.arange(problem.columns.shape[0]) * problem.groups * width) + self.counts + 1
            at += (np.arange(problem.groups) * width)[:, None]
            fewer, more = (flat[at - 1] - flat[at])[group], (flat[at + 1] - flat[at])[group]
            is_of = problem.columns.T.astype(np.float64)
            is_not = 1.0 - is_of
            # Who counts leaves one group and comes to the other, or the other way round.
            one = np.concatenate([is_of * fewer, is_of, is_not, is_not * more], axis=1)
            other = np.concatenate([is_not, is_not * more, is_of * fewer, is_of], axis=1)
            change += one[units] @ other.T
        change[:, problem.fixed] = np.inf
        change[group[units, None] == group] = np.inf
        return change
