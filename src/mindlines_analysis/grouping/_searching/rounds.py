"""One search for each round, side by side, each knowing what the others do."""

from collections.abc import Sequence
from dataclasses import replace
from time import monotonic

import numpy as np

from mindlines_analysis.grouping._asked import Asked
from mindlines_analysis.grouping._searching.beginning import begin
from mindlines_analysis.grouping._searching.chain import Chain
from mindlines_analysis.grouping._searching.cooling import QUICK, QUICK_STEPS
from mindlines_analysis.grouping._searching.parties import Parties
from mindlines_analysis.grouping._searching.problem import Doubles, Floats, firm, history_of, pose
from mindlines_analysis.grouping._searching.settling import settle, spread_of_swaps
from mindlines_analysis.grouping._seats import Indexes

__all__ = ["Rounds"]

# How many steps a round goes on before it learns what the others did.
VISIT = 8


class Rounds:
    """All rounds side by side in every replica; `together[r]` says who sits with whom in round r (R x all x all)."""

    def __init__(self, asked: Asked, chance: np.random.Generator) -> None:
        self.asked, self.met = asked, history_of(asked)
        many = len(asked.people)
        self.replicas = int(np.clip(1000 // max(1, many), 1, 8))
        self.several = asked.rounds > 1
        self.together = np.zeros((asked.rounds, self.replicas if self.several else 0, many, many), dtype=np.float32)
        self.meetings = np.zeros(self.together.shape[1:], dtype=np.float32)
        self.chance = chance
        self.chains: list[Chain] = []
        self.parties: list[Parties] = []
        self.bases: list[Floats] = []
        self.visit = max(VISIT, many * many * self.replicas // 20_000) if self.several else 1

    def place(self, places: Sequence[Indexes] = ()) -> None:
        """Give everybody a first place: the one in `places`, or else by lot."""
        for number in range(self.asked.rounds):
            problem = pose(self.asked, number, pairs=self.again(self.meetings[:1].sum(axis=0)))
            known = replace(problem, start=places[number][problem.who]) if places else problem
            seats = np.array([begin(known, self.chance) for _ in range(self.replicas)])
            self.chains.append(Chain(problem, seats=seats, chance=self.chance))
            self.parties.append(Parties(self.chains[-1]))
            if self.several:
                self.bases.append(pose(self.asked, number, pairs=np.zeros_like(self.met)).cost)
                self._note(number)
        self.unit = [chain.problem.soft for chain in self.chains]

    def again(self, times: Floats) -> Floats:
        """What it costs that two people meet who met in history and `times` in other rounds."""
        cost: Floats = np.square(self.met + times if self.several else self.met)
        cost *= np.float32(self.asked.history.weight)
        return cost

    def run(self, steps: int, temperature: float) -> None:
        """`steps` steps in every round."""
        if not self.several:
            self.parties[0].run(steps, temperature * self.unit[0])
            return
        while steps > 0:
            for number in range(len(self.chains)):
                self._learn(number)
                self.parties[number].run(min(steps, self.visit), temperature * self.unit[number])
                self._note(number)
            steps -= self.visit

    def breed(self, temperature: float, cooler: float) -> None:
        """Let the better replicas take the places of the worse; rounds that know each other stay as they are."""
        if not self.several:
            self.chains[0].breed(temperature * self.unit[0], cooler * self.unit[0])

    def cool(self) -> float:
        """The quick leg; how many seconds a step takes near its end."""
        done, at_half = 0, monotonic()
        for todo, temperature in QUICK.stages(QUICK_STEPS, least=self.visit):
            if done <= QUICK_STEPS // 2:
                at_half, before = monotonic(), done
            self.run(todo, temperature)
            done += todo
        return (monotonic() - at_half) / (done - before)

    def breaks(self) -> bool:
        """Whether every replica breaks a hard wish."""
        return bool(np.sum([chain.broken() for chain in self.chains], axis=0).min() > 0)

    def are_perfect(self) -> bool:
        """Whether nobody meets again, and nothing else was asked for."""
        return self.several and not self.asked.mix and not self._totals().min()

    def firm(self) -> None:
        """From now on hard wishes are not given up for anything."""
        for number, chain in enumerate(self.chains):
            self.chains[number] = Chain(firm(chain.problem), seats=chain.seats, chance=self.chance)
            self.parties[number] = Parties(self.chains[number])
            if self.several:
                self.bases[number] += self.chains[number].problem.cost - chain.problem.cost
        self._take_measure()

    def _take_measure(self) -> None:
        """From now on a temperature of 1 is the standard deviation of what swaps change, near the bottom."""
        for number, chain in enumerate(self.chains):
            self._learn(number)
            spread = spread_of_swaps(chain.problem, chain.seats[0], cost=chain.cost[0])
            self.unit[number] = spread or self.unit[number]

    def settled(self) -> list[Indexes]:
        """Every replica taken downhill as far as single swaps go; the places of the best."""
        for chain in self.chains:
            chain.refresh()
        while self._settle_once():
            pass
        best = int(np.argmin(self._totals()))
        return [self._places(chain)[best] for chain in self.chains]

    def _settle_once(self) -> bool:
        """Settle each round; whether there is reason to do it once more."""
        changed = False
        for number, chain in enumerate(self.chains):
            self._learn(number)
            for replica in range(self.replicas):
                cost = chain.cost[replica % len(chain.cost)]
                before = chain.seats[replica]
                after = settle(chain.problem, before, cost=cost)
                changed |= not np.array_equal(np.sort(before, axis=1), after)
                chain.rows[replica * chain.groups : (replica + 1) * chain.groups] = after
            chain.refresh()
            self._note(number)
        return changed and self.several

    def _totals(self) -> Doubles:
        """What each replica costs in all rounds (R); a pair that meets k times is counted once for each meeting."""
        if not self.several:
            return self.chains[0].total()
        whole: Doubles = np.zeros(self.replicas)
        earlier = np.zeros_like(self.together[0])
        for number, chain in enumerate(self.chains):
            chain.use(self._costs(number, earlier))
            whole += chain.total()
            earlier += self.together[number]
        return whole

    def _costs(self, number: int, others: Floats) -> Floats:
        """The table of pair costs of each replica (R x N x N), `others` being how often they meet in other rounds."""
        who = self.chains[number].problem.who
        cost = np.repeat(self.bases[number][None], self.replicas, axis=0)
        cost[:, : len(who), : len(who)] += self.again(others)[:, who[:, None], who]
        cost[:, np.arange(cost.shape[1]), np.arange(cost.shape[1])] = 0
        return cost

    def _learn(self, number: int) -> None:
        if self.several:
            self.chains[number].use(self._costs(number, self.meetings - self.together[number]))

    def _note(self, number: int) -> None:
        """Remember who sits with whom in round `number`."""
        if self.several:
            group = self._places(self.chains[number])
            together = (group[:, :, None] == group[:, None]) & (group >= 0)[:, :, None]
            self.meetings -= self.together[number]
            self.together[number] = together
            self.meetings += together

    def _places(self, chain: Chain) -> Indexes:
        """The group of everybody in each replica, -1 for who is not there (R x all)."""
        units = np.empty((self.replicas, chain.units), dtype=np.intp)
        in_order = np.repeat(np.arange(chain.groups), chain.size)[None]
        np.put_along_axis(units, chain.seats.reshape(self.replicas, -1), in_order, axis=1)
        places = np.full((self.replicas, len(self.asked.people)), -1, dtype=np.intp)
        places[:, chain.problem.who] = units[:, : chain.problem.people]
        return places
