"""What every swap of two people in one round would change, and which hard wishes it would break.

The whole cost is a sum over pairs in one group and over people in their group: a spread over kinds is, for groups of
given sizes, twice the number of pairs of one kind, less a part that depends on the group alone. And k meetings of a
pair that met m times before cost m^2 + (m + 1)^2 + ..., in whatever order the rounds come. So one round can be looked
at while the others stay.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mindlines_analysis.grouping._asked import Asked
from mindlines_analysis.grouping._holding import count_kind, kind_codes, kind_holds
from mindlines_analysis.grouping._seats import Coded, Flags, Floats, Indexes, Seats, banded, coded
from mindlines_analysis.grouping._wishing import Kindly, Written
from mindlines_analysis.grouping.mixing import Distances, Spread
from mindlines_analysis.grouping.wishes import Apart, AtLeast, AtMost, NotAlone, Pinned, Together

__all__ = ["Barrier", "Swaps", "swaps"]


@dataclass(frozen=True)
class Barrier:
    """Swaps that one wish forbids: `forbids[k, j]` for the person in row `rows[k]` with the one in row j."""

    wish: Written
    rows: Indexes
    forbids: Flags


@dataclass(frozen=True)
class Swaps:
    """`change[i, j]` of cost when i and j swap; `fits` where both can sit in the room of the other.

    `barriers` are the wishes in their way, and `forbidden` is how many of them each swap has.
    """

    change: Floats
    fits: Flags
    barriers: tuple[Barrier, ...]
    forbidden: NDArray[np.int32]


def swaps(asked: Asked, *, seats: Seats, rounds: Sequence[Seats]) -> Swaps:
    """All swaps in the round of `seats`, which is one of `rounds`."""
    change = _changes(asked, seats, rounds)
    barriers = tuple(_barriers(asked, seats))
    forbidden = np.zeros(change.shape, dtype=np.int32)
    for barrier in barriers:
        others = np.ones(len(forbidden), dtype=bool)
        others[barrier.rows] = False
        forbidden[barrier.rows] += barrier.forbids
        forbidden[np.ix_(others, barrier.rows)] += barrier.forbids[:, others].T
    return Swaps(change=change, fits=_fitting(asked, seats), barriers=barriers, forbidden=forbidden)


def _changes(asked: Asked, seats: Seats, rounds: Sequence[Seats]) -> Floats:
    many = len(seats.who)
    between = asked.history.weight * np.square(_meetings(asked, seats, rounds))
    alone = np.zeros((many, seats.groups))
    for part in asked.mix:
        if isinstance(part, Distances):
            between -= part.weight * np.asarray(part.values)[np.ix_(seats.who, seats.who)]
        elif isinstance(part, Spread):
            here = banded(asked, part).codes[seats.who]
            between += 2 * part.weight * _same(here)
            share = (np.bincount(here + 1, minlength=2) / max(1, many))[here + 1] * (here >= 0)
            alone -= 2 * part.weight * np.outer(share, seats.size)
        else:
            between += part.weight * _same(coded(asked, part.by).codes[seats.who])
    np.fill_diagonal(between, 0.0)
    is_in = seats.group[:, None] == np.arange(seats.groups)
    moved = (between @ is_in + alone)[:, seats.group]
    own = moved.diagonal()
    change: Floats = moved + moved.T - own[:, None] - own[None, :] - 2 * between
    return change


def _same(codes: Indexes) -> Flags:
    same: Flags = (codes[:, None] == codes[None, :]) & (codes >= 0)
    return same


def _meetings(asked: Asked, seats: Seats, rounds: Sequence[Seats]) -> Floats:
    """How often each pair of those seated meets without this round."""
    row = np.full(len(asked.people), -1, dtype=np.intp)
    row[seats.who] = np.arange(len(seats.who))
    times: Floats = np.zeros((len(seats.who), len(seats.who)))
    for (one, other), met in asked.history.met.items():
        i, j = row[asked.index[one]], row[asked.index[other]]
        if i >= 0 and j >= 0:
            times[i, j] = times[j, i] = met
    for earlier_or_later in rounds:
        if earlier_or_later is not seats:
            group = np.full(len(asked.people), -1, dtype=np.intp)
            group[earlier_or_later.who] = earlier_or_later.group
            times += _same(group[seats.who])
    return times


def _fitting(asked: Asked, seats: Seats) -> Flags:
    fits: Flags = seats.group[:, None] != seats.group[None, :]
    if not asked.rooms:
        return fits
    suits: dict[frozenset[str], list[bool]] = {}
    for place in seats.who.tolist():
        person = asked.people[place]
        if person.needs not in suits:
            suits[person.needs] = [room.suits(person) for room in asked.rooms]
    can_sit = np.array([suits[asked.people[place].needs] for place in seats.who.tolist()], dtype=bool)
    there: Flags = can_sit.reshape(len(seats.who), len(asked.rooms))[:, seats.group]
    return fits & there & there.T


def _barriers(asked: Asked, seats: Seats) -> list[Barrier]:
    row = {person: k for k, person in enumerate(seats.who.tolist())}
    codes = kind_codes(asked)
    found = []
    for wish in asked.wishes:
        if isinstance(wish, (AtLeast, AtMost, NotAlone)):
            found.append(_of_kind(asked, wish, seats, codes[wish.by]))
        elif isinstance(wish, Pinned):
            if asked.index[wish.person] in row and wish.round in {None, seats.number}:
                rows = np.array([row[asked.index[wish.person]]])
                found.append(Barrier(wish, rows, (seats.group != wish.group - 1)[None, :]))
        else:
            rows = np.array([row[asked.index[name]] for name in wish.people if asked.index[name] in row], dtype=np.intp)
            found.append(_of_people(wish, rows, seats))
    return found


def _of_people(wish: Apart | Together, rows: Indexes, seats: Seats) -> Barrier:
    if isinstance(wish, Together):
        holds = len(rows) > 1 and len(set(seats.group[rows].tolist())) == 1
        return Barrier(wish, rows, np.full((len(rows), len(seats.who)), holds))
    count = np.bincount(seats.group[rows], minlength=seats.groups)
    is_one = np.zeros(len(seats.who), dtype=bool)
    is_one[rows] = True
    meets = np.tile((count[seats.group] - is_one) > 0, (len(rows), 1))
    among = meets[:, rows]
    meets[:, rows] = among | among.T
    return Barrier(wish, rows, meets)


def _of_kind(asked: Asked, wish: Kindly, seats: Seats, codes: Coded) -> Barrier:
    """People are of the kind (1), of the kind and not there all the time (2), or not of the kind (0)."""
    counted = count_kind(asked, wish, seats=seats, codes=codes)
    state = np.zeros(len(seats.who), dtype=np.intp)
    state[counted.rows] = [1 + asked.people[person].partly for person in seats.who[counted.rows].tolist()]
    adds_throughout, adds = np.array([0, 1, 0]), np.array([0, 1, 1])
    holds_now = kind_holds(wish, throughout=counted.throughout, everybody=counted.everybody)
    # Whether the wish breaks in a group when one of the second state leaves and one of the third comes.
    breaks = holds_now[:, None, None] & ~kind_holds(
        wish,
        throughout=counted.throughout[:, None, None] - adds_throughout[:, None] + adds_throughout,
        everybody=counted.everybody[:, None, None] - adds[:, None] + adds,
    )
    rows = counted.rows
    here = breaks[seats.group[rows], state[rows]][:, state]
    elsewhere = breaks[seats.group, state][:, state[rows]].T
    return Barrier(wish, rows, here | elsewhere)
