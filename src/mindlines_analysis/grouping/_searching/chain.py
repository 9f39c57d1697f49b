"""The search itself: many swaps at once, each drawn by its gain at a temperature.

In a step the groups are paired by lot, and for each pair of groups all swaps of two seats are weighed at once; one of
them, or none, is drawn with the odds of a heat bath, by adding Gumbel noise and taking the largest. All pairs of groups
move at the same time, for they do not touch each other, and several replicas move side by side.
"""

import numpy as np

from mindlines_analysis.grouping._searching.noise import NOISE, REFUSED, noise
from mindlines_analysis.grouping._searching.problem import Doubles, Floats, Problem
from mindlines_analysis.grouping._seats import Indexes

__all__ = ["Chain"]

PAIRINGS = 128
FRESH = 256
# Of larger groups a step looks at so many seats, drawn by lot.
WINDOW = 64


class Chain:
    """`replicas` divisions of one problem. `seats` is R x G x S; `cost` may be one table, or one for each replica."""

    def __init__(self, problem: Problem, *, seats: Indexes, chance: np.random.Generator) -> None:
        """Begin with `seats`."""
        self.problem = problem
        self.chance = chance
        self.replicas, self.groups, self.size = seats.shape
        self.units = self.groups * self.size
        self.rows = np.ascontiguousarray(seats).reshape(self.replicas * self.groups, self.size)
        self.cost = problem.cost[None]
        self.flat = 2 * problem.cost.ravel()
        self.fixed = np.where(problem.fixed, REFUSED, np.float32(0))
        self.any_fixed = bool(problem.fixed.any())
        self.penalty = problem.penalty.ravel()
        kinds, width = problem.penalty.shape[0], problem.penalty.shape[2]
        first = (np.arange(kinds) * self.groups + np.arange(self.groups)[:, None]) * width + 1
        self.first = np.tile(first, (self.replicas, 1))
        self.fewer = np.append(np.float32(0), self.penalty[:-1] - self.penalty[1:]) if kinds else self.penalty
        self.more = np.append(self.penalty[1:] - self.penalty[:-1], np.float32(0)) if kinds else self.penalty
        self.columns = np.ascontiguousarray(problem.columns.T)
        self.noise = noise()
        self.steps = 0
        self._draw_pairings()
        self.refresh()

    @property
    def seats(self) -> Indexes:
        """Who sits where (R x G x S)."""
        return self.rows.reshape(self.replicas, self.groups, self.size)

    def use(self, cost: Floats) -> None:
        """Go on with these costs of pairs: one table for each replica (R x N x N)."""
        self.cost = cost
        self.flat = 2 * cost.ravel()
        self.cost_at = (self.own[:, : self.pairs] // self.groups * self.units**2)[:, :, None]
        self.refresh()

    def refresh(self) -> None:
        """Work out anew what each unit would cost in each group, and the counts."""
        place = np.tile(self.problem.place, (self.replicas, 1))
        if len(self.cost) > 1:
            replica = np.repeat(np.arange(self.replicas), self.groups)[:, None]
            self.table = self.cost[replica, self.rows].sum(axis=1) + place
        else:
            self.table = place
            for seat in range(self.size):
                self.table += self.cost[0].take(self.rows[:, seat], axis=0)
        self.at = self.first + self.columns[self.rows].sum(axis=1).astype(np.intp)

    def group_of(self) -> Indexes:
        """In which group of its replica each unit sits (R x N)."""
        group = np.empty((self.replicas, self.units), dtype=np.intp)
        in_order = np.repeat(np.arange(self.groups), self.size)[None]
        np.put_along_axis(group, self.rows.reshape(self.replicas, -1), in_order, axis=1)
        return group

    def total(self) -> Doubles:
        """What each replica costs, broken hard wishes included (R)."""
        people = self.rows
        where = np.arange(len(people))[:, None]
        both = self.table[where, people].astype(float).sum(axis=1)
        placed = self.problem.place[where % self.groups, people].astype(float).sum(axis=1)
        counted = self.penalty.take(self.at).sum(axis=1)
        by_group: Doubles = (both + placed) / 2 + counted
        total: Doubles = by_group.reshape(self.replicas, self.groups).sum(axis=1)
        return total

    def broken(self) -> Doubles:
        """How many hard wishes each replica breaks, those on counts by how far (R)."""
        problem, seats = self.problem, self.seats
        where = np.arange(self.groups)[:, None]
        found: Doubles = (problem.place[where, seats] > problem.hard / 2).sum(axis=(1, 2)).astype(np.float64)
        if len(self.penalty):
            found += self.penalty.take(self.at).reshape(self.replicas, -1).sum(axis=1) / problem.hard
        if len(problem.apart):
            group = np.take_along_axis(self.group_of(), np.tile(problem.apart.ravel(), (self.replicas, 1)), axis=1)
            found += (group[:, ::2] == group[:, 1::2]).sum(axis=1)
        return found

    def breed(self, temperature: float, cooler: float) -> None:
        """Before going on at the `cooler` temperature: replicas by lot, with the odds of population annealing."""
        if self.replicas == 1:
            return
        total = self.total()
        odds = np.exp(-(total - total.min()) * (1 / cooler - 1 / temperature))
        # Systematic draw: a replica with k times the average odds gets about k places.
        marks = (self.chance.random() + np.arange(self.replicas)) / self.replicas
        chosen = np.searchsorted(np.cumsum(odds) / odds.sum(), marks)
        rows = (chosen[:, None] * self.groups + np.arange(self.groups)).ravel()
        self.rows, self.table, self.at = self.rows[rows], self.table[rows], self.at[rows]

    def _draw_pairings(self) -> None:
        """Pairs of groups by lot, as rows of `seats` and of the table, for the next steps."""
        half = self.groups // 2
        order = np.tile(np.arange(self.groups), (PAIRINGS, self.replicas, 1))
        order = self.chance.permuted(order, axis=2) + (np.arange(self.replicas) * self.groups)[:, None]
        one = order[:, :, :half].reshape(PAIRINGS, -1)
        other = order[:, :, half : 2 * half].reshape(PAIRINGS, -1)
        self.pairs = one.shape[1]
        self.own = np.concatenate([one, other], axis=1)
        self.own_at = (self.own * self.units)[:, :, None]
        self.other_at = (np.concatenate([other, one], axis=1) * self.units)[:, :, None]
        if len(self.cost) > 1:
            self.cost_at = (one // self.groups * self.units**2)[:, :, None]
        weighed = self.pairs * min(self.size, WINDOW) ** 2
        self.offsets = self.chance.integers(0, NOISE - weighed - self.pairs, PAIRINGS)

    def step(self, temperature: np.float32) -> None:
        """Weigh swaps between paired groups, and make one or none for each pair."""
        turn = self.steps % PAIRINGS
        if not turn and self.steps:
            self._draw_pairings()
        self.steps += 1
        # Rounding errors of single precision add up.
        if not self.steps % FRESH:
            self.refresh()
        pairs, size = self.pairs, min(self.size, WINDOW)
        if not pairs:
            return
        own = self.own[turn]
        people = self.rows.take(own, axis=0)
        seats = self.chance.permutation(self.size)[:WINDOW] if self.size > WINDOW else None
        if seats is not None:
            people = people[:, seats]
        change = self.table.take(self.other_at[turn] + people)
        change -= self.table.take(self.own_at[turn] + people)
        if self.any_fixed:
            change += self.fixed.take(people)
        at = people[:pairs] * self.units
        if len(self.cost) > 1:
            at += self.cost_at[turn]
        offset = self.offsets[turn]
        weighed = pairs * size * size
        gain = self.noise[offset : offset + weighed].reshape(pairs, size, size) * temperature
        gain += self.flat.take(at[:, :, None] + people[pairs:, None, :])
        if len(self.penalty):
            gain -= self._penalties(own, people, change)
        gain -= change[:pairs, :, None]
        gain -= change[pairs:, None, :]
        best = gain.reshape(pairs, -1).argmax(axis=1)
        stay = self.noise[offset + weighed : offset + weighed + pairs] * temperature
        moved = (gain.take(best + np.arange(pairs) * (size * size)) > stay).nonzero()[0]
        if moved.size:
            seat = np.concatenate(np.divmod(best[moved], size))
            if seats is not None:
                seat = seats[seat]
            self._swap(own.take(np.concatenate([moved, moved + pairs])), seat)

    def _penalties(self, own: Indexes, people: Indexes, change: Floats) -> Floats:
        """What each swap changes in the counted wishes; the part of one person alone goes into `change`."""
        pairs = self.pairs
        at = self.at.take(own, axis=0)
        fewer, more = self.fewer.take(at), self.more.take(at)
        leaves = fewer[:pairs] + more[pairs:]
        comes = more[:pairs] + fewer[pairs:]
        counts = self.columns.take(people, axis=0)
        here, there = counts[:pairs], counts[pairs:]
        change[:pairs] += np.matmul(here, leaves[:, :, None])[:, :, 0]
        change[pairs:] += np.matmul(there, comes[:, :, None])[:, :, 0]
        twice: Floats = np.matmul(here * (leaves + comes)[:, None, :], there.transpose(0, 2, 1))
        return -twice

    def _swap(self, groups: Indexes, seats: Indexes) -> None:
        """Swap whoever sits in the first half of these seats with whoever sits in the second half."""
        at, many = groups * self.size + seats, len(groups) // 2
        rows = self.rows.reshape(-1)
        units = rows.take(at)
        others = np.concatenate([units[many:], units[:many]])
        if len(self.cost) > 1:
            replica = groups[:many] // self.groups
            shift = self.cost[replica, units[many:]] - self.cost[replica, units[:many]]
        else:
            shift = self.cost[0].take(units[many:], axis=0)
            shift -= self.cost[0].take(units[:many], axis=0)
        self.table[groups[:many]] += shift
        self.table[groups[many:]] -= shift
        rows[at] = others
        if len(self.penalty):
            self.at[groups] += (self.columns.take(others, axis=0) - self.columns.take(units, axis=0)).astype(np.intp)
