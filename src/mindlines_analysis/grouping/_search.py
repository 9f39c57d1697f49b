"""From what was asked to groups: one search for each round, in turn, each knowing what the others do."""

from dataclasses import dataclass
from time import monotonic

import numpy as np

from mindlines_analysis.grouping._asked import Asked
from mindlines_analysis.grouping._beginning import begin
from mindlines_analysis.grouping._chain import Chain
from mindlines_analysis.grouping._problem import Floats, history_of, pose
from mindlines_analysis.grouping._seats import Indexes
from mindlines_analysis.grouping._settling import settle

__all__ = ["Effort", "Found", "search"]

# The search cools from HOT to COLD, in units of what a usual swap changes; tried on meetings of 24 to 2,000 people and
# on distances of 60 to 240.
HOT = 0.15
COLD = 0.05
STAGES = 40
WARM = 24
LEAST_STEPS = 200


@dataclass(frozen=True)
class Effort:
    """How long to search: until `seconds` have passed, or for `steps` steps if they come first."""

    seconds: float
    steps: int | None
    seed: int


@dataclass(frozen=True)
class Found:
    """`places[r]` is the group of everybody in round r, -1 for nowhere."""

    places: list[Indexes]
    steps: int
    cut_short: bool


def search(asked: Asked, effort: Effort) -> Found:
    """The best groups found; whether every hard wish holds in them is for the caller to see."""
    ends = monotonic() + effort.seconds
    rounds = _Rounds(asked, np.random.default_rng(effort.seed))
    begun = monotonic()
    rounds.run(WARM, HOT)
    pace = (monotonic() - begun) / WARM
    # The last tenth is kept for settling and for everything that explains the result.
    ends -= 0.1 * (ends - begun)
    steps = effort.steps or max(LEAST_STEPS, int(0.9 * (ends - monotonic()) / pace))
    done = 0
    for stage in range(STAGES):
        todo = steps * (stage + 1) // STAGES - done
        rounds.run(todo, HOT * (COLD / HOT) ** (stage / (STAGES - 1)))
        done += todo
        if monotonic() > ends and stage < STAGES - 1:
            break
    return Found(places=rounds.settled(), steps=steps, cut_short=done < steps)


class _Rounds:
    """All rounds side by side in every replica; `together[r]` says who sits with whom in round r (R x all x all)."""

    def __init__(self, asked: Asked, chance: np.random.Generator) -> None:
        self.asked, self.met = asked, history_of(asked)
        many = len(asked.people)
        self.replicas = int(np.clip(480 // max(1, many), 1, 8))
        self.several = asked.rounds > 1
        self.together = np.zeros((asked.rounds, self.replicas if self.several else 0, many, many), dtype=np.float32)
        self.chains: list[Chain] = []
        self.bases: list[Floats] = []
        for number in range(asked.rounds):
            plain = pose(asked, number, pairs=self.again(self.together[:, :1].sum(axis=(0, 1))))
            seats = np.array([begin(plain, chance) for _ in range(self.replicas)])
            chain = Chain(plain, seats=seats, chance=chance)
            self.chains.append(chain)
            if self.several:
                self.bases.append(pose(asked, number, pairs=np.zeros_like(self.met)).cost)
                self._note(number)
        self.visit = max(4, many * many * self.replicas // 20_000)

    def again(self, times: Floats) -> Floats:
        """What it costs that two people meet who met in history and `times` in other rounds."""
        cost: Floats = np.float32(self.asked.history.weight) * (self.met + times) ** 2
        return cost

    def run(self, steps: int, temperature: float) -> None:
        """`steps` steps in every round."""
        if not self.several:
            self.chains[0].run(steps, temperature * self.chains[0].problem.soft)
            self.chains[0].refresh()
            return
        while steps > 0:
            for number, chain in enumerate(self.chains):
                self._learn(number)
                chain.run(min(steps, self.visit), temperature * chain.problem.soft)
                self._note(number)
            steps -= self.visit

    def settled(self) -> list[Indexes]:
        """Every replica taken downhill as far as single swaps go; the places of the best."""
        for chain in self.chains:
            chain.refresh()
        while self._settle_once():
            pass
        best = int(np.argmin(self._totals()))
        return [self._places(chain, best) for chain in self.chains]

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

    def _totals(self) -> Floats:
        """What each replica costs in all rounds (R); a pair that meets k times is counted once for each meeting."""
        if not self.several:
            return self.chains[0].total()
        whole = np.zeros(self.replicas)
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
            self.chains[number].use(self._costs(number, self.together.sum(axis=0) - self.together[number]))

    def _note(self, number: int) -> None:
        if not self.several:
            return
        chain = self.chains[number]
        for replica in range(self.replicas):
            group = self._places(chain, replica)
            self.together[number, replica] = (group[:, None] == group) & (group >= 0)

    def _places(self, chain: Chain, replica: int) -> Indexes:
        """The group of everybody, -1 for who is not there."""
        units = np.empty(chain.units, dtype=np.intp)
        units[chain.seats[replica].ravel()] = np.repeat(np.arange(chain.groups), chain.size)
        places = np.full(len(self.asked.people), -1, dtype=np.intp)
        places[chain.problem.who] = units[: chain.problem.people]
        return places
