"""What a division costs, part by part, and what it would cost on average if lots were drawn.

Lots are drawn among those seated, for groups of the sizes that this division has.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from mindlines_analysis.grouping._asked import Asked
from mindlines_analysis.grouping._seats import Floats, Indexes, Seats, banded, coded
from mindlines_analysis.grouping.division import Encounter, Part
from mindlines_analysis.grouping.mixing import Distances, Separate, Spread

__all__ = ["parts"]


def parts(asked: Asked, rounds: Sequence[Seats], *, encounters: Sequence[Encounter]) -> tuple[Part, ...]:
    """What each soft wish costs, in the order of the wishes, and last what those cost who meet again."""
    found = []
    for part in asked.mix:
        if isinstance(part, Spread):
            found.append(_spread(asked, part, rounds))
        elif isinstance(part, Separate):
            found.append(_separate(asked, part, rounds))
        else:
            found.append(_distances(part, rounds))
    return (*found, _met(asked, rounds, encounters))


def _spread(asked: Asked, part: Spread, rounds: Sequence[Seats]) -> Part:
    kinds = banded(asked, part)
    cost = by_lot = 0.0
    for seats in rounds:
        count = seats.count(kinds.codes, kinds=len(kinds.labels))
        many = len(seats.who)
        share = count.sum(axis=0) / max(1, many)
        cost += part.weight * float(np.square(count - np.outer(seats.size, share)).sum())
        # The count of a kind in a group drawn by lot is hypergeometric; this is its variance.
        drawn = np.outer(seats.size * (many - seats.size), share * (1 - share)).sum() / max(1, many - 1)
        by_lot += part.weight * float(drawn)
    return Part(kind="spread", by=part.by, cost=cost, by_lot=by_lot)


def _separate(asked: Asked, part: Separate, rounds: Sequence[Seats]) -> Part:
    kinds = coded(asked, part.by)
    cost = by_lot = 0.0
    for seats in rounds:
        count = seats.count(kinds.codes, kinds=len(kinds.labels))
        cost += part.weight * _pairs(count)
        by_lot += part.weight * _pairs(count.sum(axis=0)) * _chance(seats)
    return Part(kind="separate", by=part.by, cost=cost, by_lot=by_lot)


def _distances(part: Distances, rounds: Sequence[Seats]) -> Part:
    values = np.asarray(part.values)
    cost = by_lot = 0.0
    for seats in rounds:
        cost -= part.weight * sum(_within(values, np.array(members, dtype=np.intp)) for members in seats.members())
        by_lot -= part.weight * _within(values, seats.who) * _chance(seats)
    return Part(kind="distances", by="", cost=cost, by_lot=by_lot)


def _met(asked: Asked, rounds: Sequence[Seats], encounters: Sequence[Encounter]) -> Part:
    cost = asked.history.weight * sum(encounter.before**2 for encounter in encounters)
    by_lot = asked.history.weight * _meetings_by_lot(asked, rounds)
    return Part(kind="met", by="", cost=cost, by_lot=by_lot)


def _meetings_by_lot(asked: Asked, rounds: Sequence[Seats]) -> float:
    """The expected sum of (times met before)^2 over the pairs who meet.

    People seated in the same rounds are alike, so pairs are summed by the rounds of the one and of the other.
    """
    is_seated = np.zeros((len(asked.people), len(rounds)), dtype=bool)
    for place, seats in enumerate(rounds):
        is_seated[seats.who, place] = True
    patterns, pattern = np.unique(is_seated, axis=0, return_inverse=True)
    many = np.bincount(pattern.ravel(), minlength=len(patterns))
    pairs = (np.outer(many, many) - np.diag(many)) / 2
    times, squares = _history_sums(asked.history.met, asked.index, pattern=pattern.ravel(), patterns=len(patterns))
    mean, variance, expected = np.zeros_like(pairs), np.zeros_like(pairs), 0.0
    for place, seats in enumerate(rounds):
        both = np.outer(patterns[:, place], patterns[:, place])
        chance = _chance(seats)
        expected += chance * float((squares + 2 * mean * times + (variance + mean**2) * pairs)[both].sum())
        mean[both] += chance
        variance[both] += chance * (1 - chance)
    return expected


def _history_sums(
    met: Mapping[tuple[str, str], float], index: Mapping[str, int], *, pattern: Indexes, patterns: int
) -> tuple[Floats, Floats]:
    one = pattern[[index[name] for name, _ in met]] if met else np.zeros(0, dtype=np.intp)
    other = pattern[[index[name] for _, name in met]] if met else one
    values = np.fromiter(met.values(), dtype=float, count=len(met))
    times, squares = np.zeros((patterns, patterns)), np.zeros((patterns, patterns))
    np.add.at(times, (one, other), values)
    np.add.at(squares, (one, other), values**2)
    return times, squares


def _within(values: Floats, members: Indexes) -> float:
    return float(np.triu(values[np.ix_(members, members)], 1).sum())


def _pairs(count: Indexes) -> float:
    return float((count * (count - 1)).sum()) / 2


def _chance(seats: Seats) -> float:
    """The chance that two of those seated come into one group by lot."""
    many = len(seats.who)
    return _pairs(seats.size) / (many * (many - 1) / 2) if many > 1 else 0.0
