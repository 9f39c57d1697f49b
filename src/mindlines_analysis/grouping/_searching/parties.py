"""Several people move at once: those who are to sit together, and those who would be alone one by one."""

import numpy as np
from numpy.typing import NDArray

from mindlines_analysis.grouping._searching.chain import Chain
from mindlines_analysis.grouping._searching.noise import NOISE, REFUSED, noise
from mindlines_analysis.grouping._searching.problem import Floats
from mindlines_analysis.grouping._seats import Indexes

__all__ = ["Parties"]

EVERY = 8
TRIES = 24


class Parties:
    """Moves of a party of one group for as many people of another, in every replica of a chain.

    A party is a block of people who are to sit together; or as many of one kind as nobody is alone with, for moving
    them one by one would leave somebody alone on the way.
    """

    def __init__(self, chain: Chain) -> None:
        """Look which parties there are."""
        problem = chain.problem
        self.chain = chain
        able: NDArray[np.bool_] = problem.place < problem.hard / 2
        self.blocks = [
            np.array([block for block in problem.blocks if len(block) == length])
            for length in sorted({len(block) for block in problem.blocks})
            if length <= chain.size
        ]
        self.suits = [np.ascontiguousarray(able[:, blocks].all(axis=2).T) for blocks in self.blocks]
        self.company = [(column, count) for column, count in problem.company if count <= chain.size]
        self.choices = (len(self.blocks) + len(self.company)) if chain.groups > 1 else 0

    def run(self, steps: int, temperature: float) -> None:
        """`steps` steps of the chain at `temperature`, and now and then a party moves."""
        for _ in range(steps):
            self.chain.step(np.float32(temperature))
            if not self.chain.steps % EVERY:
                self._move(np.float32(temperature))

    def _move(self, temperature: np.float32) -> None:
        """Weigh some moves of one sort of party, and draw one or none per replica."""
        if not self.choices:
            return
        chain, choice = self.chain, int(self.chain.chance.integers(self.choices))
        if choice < len(self.blocks):
            party, here, there = self._block(self.blocks[choice], self.suits[choice])
            odd = here == there
        else:
            party, here, there = self._company(*self.company[choice - len(self.blocks)])
            odd = (chain.fixed[party] > 0).any(axis=2)
        length, replica = party.shape[2], np.arange(chain.replicas)[:, None] * chain.groups
        seat = chain.chance.random((*here.shape, chain.size)).argpartition(length - 1, axis=2)[:, :, :length]
        here, there = replica + here, replica + there
        others = chain.rows[there[:, :, None], seat]
        change = self._change(party, others, here, there)
        change[odd] = REFUSED
        many = chain.replicas * (TRIES + 1)
        offset = int(chain.chance.integers(0, NOISE - many))
        gain = noise()[offset : offset + many].reshape(chain.replicas, TRIES + 1) * temperature
        gain[:, 1:] -= change
        best = gain.argmax(axis=1)
        for moved in np.flatnonzero(best):
            at = best[moved] - 1
            self._exchange(party[moved, at], others[moved, at], int(here[moved, at]), int(there[moved, at]))

    def _block(self, blocks: Indexes, suits: NDArray[np.bool_]) -> tuple[Indexes, Indexes, Indexes]:
        """For each try a block, its group, and a group by lot among those with a room that suits all of it."""
        chain = self.chain
        chosen = chain.chance.integers(len(blocks), size=(chain.replicas, TRIES))
        party = blocks[chosen]
        order = np.argsort(~suits, axis=1, kind="stable")
        many = np.maximum(1, suits.sum(axis=1))[chosen]
        there = order[chosen, (chain.chance.random(chosen.shape) * many).astype(np.intp)]
        return party, np.take_along_axis(chain.group_of(), party[:, :, 0], axis=1), there

    def _company(self, column: int, count: int) -> tuple[Indexes, Indexes, Indexes]:
        """For each try a group by lot, `count` people in it, first those of the kind, and another group by lot."""
        chain = self.chain
        here = chain.chance.integers(chain.groups, size=(chain.replicas, TRIES))
        there = (here + chain.chance.integers(1, chain.groups, size=here.shape)) % chain.groups
        units = chain.rows[np.arange(chain.replicas)[:, None] * chain.groups + here]
        order = chain.chance.random(units.shape) - chain.columns[units, column]
        order += chain.problem.fixed[units]
        seat = order.argpartition(count - 1, axis=2)[:, :, :count]
        return np.take_along_axis(units, seat, axis=2), here, there

    def _change(self, party: Indexes, others: Indexes, here: Indexes, there: Indexes) -> Floats:
        """What each move changes (R x tries)."""
        chain, table = self.chain, self.chain.table
        h, t = here[:, :, None], there[:, :, None]
        change: Floats = (table[t, party] - table[h, party] + table[h, others] - table[t, others]).sum(axis=2)
        change += self._among(party, party) + self._among(others, others) - 2 * self._among(party, others)
        change += chain.fixed[others].sum(axis=2)
        if len(chain.penalty):
            moved = (chain.columns[others].sum(axis=2) - chain.columns[party].sum(axis=2)).astype(np.intp)
            width = chain.problem.penalty.shape[2]
            for rows, sign in ((here, 1), (there, -1)):
                first = chain.first[rows]
                after = np.clip(chain.at[rows] + sign * moved, first - 1, first + width - 2)
                change += (chain.penalty[after] - chain.penalty[chain.at[rows]]).sum(axis=2)
        return change

    def _among(self, one: Indexes, other: Indexes) -> Floats:
        """The sum of costs between the units of `one` and of `other` (R x tries)."""
        cost = self.chain.cost
        which = np.arange(len(one))[:, None, None, None] if len(cost) > 1 else 0
        found: Floats = cost[which, one[:, :, :, None], other[:, :, None, :]].sum(axis=(2, 3))
        return found

    def _exchange(self, party: Indexes, others: Indexes, here: int, there: int) -> None:
        chain = self.chain
        cost = chain.cost[here // chain.groups if len(chain.cost) > 1 else 0]
        shift = cost[others].sum(axis=0) - cost[party].sum(axis=0)
        chain.table[here] += shift
        chain.table[there] -= shift
        at_home, away = np.isin(chain.rows[here], party), np.isin(chain.rows[there], others)
        chain.rows[here, at_home], chain.rows[there, away] = chain.rows[there, away], chain.rows[here, at_home]
        if len(chain.penalty):
            moved = (chain.columns[others].sum(axis=0) - chain.columns[party].sum(axis=0)).astype(np.intp)
            chain.at[here] += moved
            chain.at[there] -= moved
