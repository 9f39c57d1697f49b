"""One round as arrays that the search can work on.

Every soft wish becomes a cost of pairs: with y = (is of the kind) - (part of the kind among all), the cost of a spread,
weight x (count - fair share)^2, is weight x (sum of y over the group)^2, whatever the group's size. Hard wishes become
masks (rooms, pins), pair costs (apart), blocks that move as one (together), and penalties by count (at least, at most,
not alone). Free seats are phantom people, so that groups may have any size between their least and most.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mindlines_analysis.grouping._asked import Asked
from mindlines_analysis.grouping._seats import Indexes, banded, coded
from mindlines_analysis.grouping.mixing import Separate, Spread
from mindlines_analysis.grouping.wishes import Apart, AtLeast, AtMost, NotAlone, Pinned, Together

__all__ = ["Doubles", "Floats", "Problem", "firm", "history_of", "pose"]

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]

# What a broken hard wish costs at first, in units of what a usual swap changes: so little that the search can pass
# through a division that breaks one. `firm` makes it so much that no soft wish can ever win.
HARD = 6.0
FIRM = 10.0
# What it costs in the same units to move somebody away from the start.
STAY = 40.0


@dataclass(frozen=True)
class Problem:
    """`units` are the n people who are there, then phantoms, then walls that fill up smaller groups; N of them.

    `who`: their places among all people (n). `least`, `most`: sizes (G). `cost`: what a pair costs in one group (N x N).
    `place`: what a unit costs in a group (G x N). `columns`: which units count for each counted wish (K x N), and
    `penalty`: what each count costs, from -1 on (K x G x width). `company`: columns of whom nobody is to be alone, and
    how many are company. `blocks`: people who move as one. `fixed`: units that no single swap may move (N). `apart`:
    units kept apart (pairs x 2). `soft`: what a usual swap changes. `hard`: the price of one broken hard wish.
    """

    who: Indexes
    least: Indexes
    most: Indexes
    cost: Floats
    place: Floats
    columns: Floats
    penalty: Floats
    company: tuple[tuple[int, int], ...]
    blocks: tuple[Indexes, ...]
    fixed: NDArray[np.bool_]
    apart: Indexes
    soft: float
    hard: float
    start: Indexes

    @property
    def people(self) -> int:
        """How many people there are."""
        return len(self.who)

    @property
    def groups(self) -> int:
        """How many groups there are."""
        return len(self.most)

    @property
    def seats(self) -> int:
        """How many units each group has, walls included."""
        return int(self.most.max())

    @property
    def phantoms(self) -> int:
        """How many seats stay free."""
        return int(self.most.sum()) - self.people


def pose(asked: Asked, number: int, *, pairs: Floats) -> Problem:
    """Round `number`, counted from 0, as a problem; `pairs` is what people who met before cost (all x all)."""
    who = np.array(asked.there[number], dtype=np.intp)
    sizes = np.array(asked.sizes[number], dtype=np.intp)
    least, most = sizes[:, 0], sizes[:, 1]
    people, groups, units = len(who), len(most), len(most) * int(most.max())
    cost = np.zeros((units, units), dtype=np.float32)
    everybody = people == len(asked.people)
    cost[:people, :people] = _soft(asked, who) + (pairs if everybody else pairs[np.ix_(who, who)])
    soft = _usual_change(cost[:people, :people], size=float(most.mean()))
    starts = _start(asked, number, who)
    hard = soft * HARD * (STAY if (starts >= 0).any() else 1.0)
    here = {int(person): unit for unit, person in enumerate(who)}
    apart = np.array(sorted(set(_apart(asked, here))), dtype=np.intp).reshape(-1, 2)
    cost[apart[:, 0], apart[:, 1]] += hard
    cost[apart[:, 1], apart[:, 0]] += hard
    np.fill_diagonal(cost, 0)
    place = np.zeros((groups, units), dtype=np.float32)
    place[:, :people] = _places(asked, number, who, hard=hard)
    seated = np.flatnonzero(starts >= 0)
    place[starts[seated], seated] -= soft * STAY
    blocks = _blocks(asked, here)
    fixed = np.zeros(units, dtype=bool)
    fixed[int(most.sum()) :] = True
    for block in blocks:
        fixed[block] = True
    columns, penalty, company = _counted(asked, who, least=least, most=most, hard=hard)
    return Problem(
        who=who, least=least, most=most, cost=cost, place=place, columns=columns, penalty=penalty,
        company=company, blocks=blocks,
        fixed=fixed, apart=apart, soft=soft, hard=hard, start=starts,
    )  # fmt: skip


def firm(problem: Problem) -> Problem:
    """The same problem with hard wishes that no soft wish can outweigh."""
    dearest = 4 * problem.seats * float(np.abs(_without(problem.cost, problem.apart)).max(initial=0.0))
    factor = max(FIRM, dearest / problem.hard)
    extra = np.float32((factor - 1) * problem.hard)
    cost, place = problem.cost.copy(), problem.place.copy()
    cost[problem.apart[:, 0], problem.apart[:, 1]] += extra
    cost[problem.apart[:, 1], problem.apart[:, 0]] += extra
    place[place > problem.hard / 2] *= np.float32(factor)
    penalty = problem.penalty * np.float32(factor)
    return replace(problem, cost=cost, place=place, penalty=penalty, hard=problem.hard * factor)


def history_of(asked: Asked) -> Floats:
    """How often each two people have met (all x all)."""
    met = np.zeros((len(asked.people), len(asked.people)), dtype=np.float32)
    for (one, other), times in asked.history.met.items():
        first, second = asked.index[one], asked.index[other]
        met[first, second] += times
        met[second, first] += times
    return met


def _without(cost: Floats, pairs: Indexes) -> Floats:
    left = cost.copy()
    left[pairs[:, 0], pairs[:, 1]] = left[pairs[:, 1], pairs[:, 0]] = 0
    return left


def _soft(asked: Asked, who: Indexes) -> Floats:
    cost = np.zeros((len(who), len(who)), dtype=np.float32)
    spread = []
    for part in asked.mix:
        if isinstance(part, Spread):
            kinds = banded(asked, part)
            is_of = (kinds.codes[who][:, None] == np.arange(len(kinds.labels))).astype(np.float32)
            spread.append(np.float32((2 * part.weight) ** 0.5) * (is_of - is_of.mean(axis=0)))
        elif isinstance(part, Separate):
            codes = coded(asked, part.by).codes[who]
            cost += np.float32(part.weight) * ((codes[:, None] == codes) & (codes >= 0))
        else:
            cost -= np.float32(part.weight) * np.asarray(part.values, dtype=np.float32)[np.ix_(who, who)]
    if spread:
        beyond = np.concatenate(spread, axis=1)
        cost += beyond @ beyond.T
    np.fill_diagonal(cost, 0)
    return cost


def _usual_change(cost: Floats, *, size: float) -> float:
    """The standard deviation of what a swap of two people changes, were everybody placed by lot."""
    pairs = max(1, len(cost) * (len(cost) - 1))
    mean = float(cost.sum(dtype=np.float64)) / pairs
    square = float(np.vdot(cost, cost)) / pairs
    return 2 * float(max(0.0, square - mean**2) * size) ** 0.5 or 1.0


def _start(asked: Asked, number: int, who: Indexes) -> Indexes:
    named = asked.start[number] if number < len(asked.start) else {}
    return np.array([named.get(asked.people[person].name, -1) for person in who], dtype=np.intp)


def _apart(asked: Asked, here: dict[int, int]) -> Iterator[tuple[int, int]]:
    for wish in asked.wishes:
        if isinstance(wish, Apart):
            units = [here[asked.index[name]] for name in wish.people if asked.index[name] in here]
            for place, one in enumerate(units):
                for other in units[place + 1 :]:
                    yield min(one, other), max(one, other)


def _places(asked: Asked, number: int, who: Indexes, *, hard: float) -> Floats:
    """What it costs that somebody sits where they cannot or shall not (G x n)."""
    groups = len(asked.sizes[number])
    place = np.zeros((groups, len(who)), dtype=np.float32)
    if asked.rooms:
        alike: dict[frozenset[str], list[int]] = {}
        for unit, person in enumerate(who):
            alike.setdefault(asked.people[person].needs, []).append(unit)
        for same in alike.values():
            closed = [not room.suits(asked.people[who[same[0]]]) for room in asked.rooms[:groups]]
            place[np.ix_(closed, same)] += hard
    units = {int(person): unit for unit, person in enumerate(who)}
    for wish in asked.wishes:
        if isinstance(wish, Pinned) and wish.round in {None, number + 1} and asked.index[wish.person] in units:
            elsewhere = np.arange(groups) != wish.group - 1
            place[elsewhere, units[asked.index[wish.person]]] += hard
    return place


def _blocks(asked: Asked, here: dict[int, int]) -> tuple[Indexes, ...]:
    """Those who sit together; wishes that share somebody are one block."""
    blocks: list[set[int]] = []
    for wish in asked.wishes:
        if isinstance(wish, Together):
            block = {here[asked.index[name]] for name in wish.people if asked.index[name] in here}
            for other in [other for other in blocks if other & block]:
                blocks.remove(other)
                block |= other
            if len(block) > 1:
                blocks.append(block)
    return tuple(np.array(sorted(block), dtype=np.intp) for block in blocks)


def _counted(
    asked: Asked, who: Indexes, *, least: Indexes, most: Indexes, hard: float
) -> tuple[Floats, Floats, tuple[tuple[int, int], ...]]:
    """Columns (K x N), what each count costs (K x G x width), the first count being -1, and columns of company."""
    groups, seats = len(most), int(most.max())
    counts = np.arange(-1, seats + 2)
    columns: list[NDArray[np.bool_]] = []
    penalties: list[Doubles] = []
    company: list[tuple[int, int]] = []
    for wish in asked.wishes:
        if isinstance(wish, (AtLeast, AtMost, NotAlone)):
            if isinstance(wish, NotAlone):
                company.append((len(columns), wish.count))
            for is_of, beyond in _counting(asked, wish, who, counts):
                columns.append(np.pad(is_of, (0, groups * seats - len(who))))
                penalties.append(np.broadcast_to(hard * beyond, (groups, len(counts))))
    free = int(most.sum()) - len(who)
    if free and (most > least).any():
        phantoms = np.zeros(groups * seats, dtype=bool)
        phantoms[len(who) : len(who) + free] = True
        columns.append(phantoms)
        penalties.append(hard * np.maximum(0, counts - (most - least)[:, None]))
    if not columns:
        nothing = np.zeros((0, groups, len(counts)), dtype=np.float32)
        return np.zeros((0, groups * seats), dtype=np.float32), nothing, ()
    return np.array(columns, dtype=np.float32), np.array(penalties, dtype=np.float32), tuple(company)


def _counting(
    asked: Asked, wish: AtLeast | AtMost | NotAlone, who: Indexes, counts: Indexes
) -> Iterator[tuple[NDArray[np.bool_], Indexes]]:
    people = [asked.people[person] for person in who]
    everybody = np.array([person.kinds.get(wish.by) == wish.value for person in people])
    throughout = everybody & np.array([not person.partly for person in people])
    if isinstance(wish, AtLeast):
        yield throughout, np.maximum(0, wish.count - counts)
    elif isinstance(wish, AtMost):
        yield everybody, np.maximum(0, counts - wish.count)
    else:
        lonely = np.where(counts > 0, np.minimum(counts, np.maximum(0, wish.count - counts)), 0)
        yield everybody, lonely
        if (throughout != everybody).any():
            yield throughout, lonely
