"""Our own answers: what they cost, how long they took."""

import time
from dataclasses import dataclass
from statistics import mean

from bench.groups import scoring
from mindlines_analysis.grouping import Distances, History, Participant, divide
from mindlines_analysis.readers import read_distance_instance
from tests.analysis.grouping.instances import instance


@dataclass(frozen=True)
class Run:
    """One division of a meeting: broken hard wishes, cost, seconds that really went by."""

    broken: int
    cost: float
    seconds: float


def meeting(told, *, seconds, seeds):
    """Divisions of one meeting, one for each seed."""
    asked = instance(told)
    runs = []
    for seed in seeds:
        begun = time.perf_counter()
        division = divide(asked.people, size=asked.size, seconds=seconds, seed=seed, **asked.arguments)
        spent = time.perf_counter() - begun
        broken, cost = (
            scoring.score(told, groups_of(division, told["n"])) if division.rounds else (told["n"], float("inf"))
        )
        runs.append(Run(broken, cost, spent))
    return runs


def groups_of(division, n):
    """Group numbers from 0, person by person."""
    group = [0] * n
    for number, names in enumerate(division.rounds[0]):
        for name in names:
            group[int(name)] = number
    return group


def lots(told, *, draws=100):
    """Mean number of broken wishes and mean cost of divisions by lot."""
    scores = [scoring.score(told, scoring.by_lot(told, seed=seed)) for seed in range(draws)]
    return mean(broken for broken, _ in scores), mean(cost for _, cost in scores)


def distances(path, *, seconds, seed):
    """The sum of the distances within groups that we reach on an instance."""
    found = read_distance_instance(path.read_bytes(), name=path.name)
    return diversity(found.values, found.sizes, seconds=seconds, seed=seed)


def diversity(values, sizes, *, seconds, seed):
    """The sum of the distances within groups that we reach."""
    people = [Participant(str(number)) for number in range(len(values))]
    division = divide(people, size=list(sizes), mix=[Distances(values)], seconds=seconds, seed=seed)
    return within(values, groups_of(division, len(people)))


def within(values, group):
    """The sum of the distances of pairs in one group."""
    n = len(values)
    return sum(values[i][j] for i in range(n) for j in range(i) if group[i] == group[j])


def golfers(groups, size, rounds, *, seconds, seed):
    """How many times two people meet again, and the seconds it took."""
    people = [Participant(str(number)) for number in range(groups * size)]
    begun = time.perf_counter()
    division = divide(people, groups=groups, rounds=rounds, history=History(), seconds=seconds, seed=seed)
    spent = time.perf_counter() - begun
    met = {}
    for made in division.rounds:
        for names in made:
            for place, one in enumerate(names):
                for other in names[place + 1 :]:
                    met[one, other] = met.get((one, other), 0) + 1
    return sum(times - 1 for times in met.values()), spent
