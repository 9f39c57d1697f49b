"""Which hard wishes do not hold, and where."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from mindlines_analysis.grouping._asked import Asked
from mindlines_analysis.grouping._seats import Coded, Flags, Indexes, Seats, coded
from mindlines_analysis.grouping._wishing import Kindly
from mindlines_analysis.grouping.division import Broken
from mindlines_analysis.grouping.wishes import Apart, AtLeast, AtMost, NotAlone, Pinned, Roomed, Sized, Together

__all__ = ["Counted", "broken", "count_kind", "kind_codes", "kind_holds"]

Grouped = Mapping[int, int]


@dataclass(frozen=True)
class Counted:
    """Those of one kind in one round: their rows among those seated, and how many are in each group."""

    rows: Indexes
    throughout: Indexes
    everybody: Indexes


def broken(asked: Asked, rounds: Sequence[Seats]) -> tuple[Broken, ...]:
    """Every hard wish that does not hold, round by round."""
    found: list[Broken] = []
    codes = kind_codes(asked)
    for seats in rounds:
        where = dict(zip(seats.who.tolist(), seats.group.tolist(), strict=True))
        for wish in asked.wishes:
            if isinstance(wish, (Apart, Together)):
                found += _not_as_pair(asked, wish, seats, where)
            elif isinstance(wish, Pinned):
                found += _not_pinned(asked, wish, seats, where)
            else:
                found += _not_as_counted(asked, wish, seats, codes[wish.by])
        found += _not_roomed(asked, seats, where)
        found += _not_sized(asked, seats)
    return tuple(found)


def kind_codes(asked: Asked) -> dict[str, Coded]:
    """The kinds that wishes are about."""
    return {by: coded(asked, by) for by in {w.by for w in asked.wishes if isinstance(w, (AtLeast, AtMost, NotAlone))}}


def count_kind(asked: Asked, wish: Kindly, *, seats: Seats, codes: Coded) -> Counted:
    """Who is of the kind of the wish."""
    code = codes.labels.index(wish.value) if wish.value in codes.labels else len(codes.labels)
    rows = np.flatnonzero(codes.codes[seats.who] == code)
    is_partly = np.array([asked.people[person].partly for person in seats.who[rows].tolist()], dtype=bool)
    return Counted(
        rows=rows,
        throughout=np.bincount(seats.group[rows][~is_partly], minlength=seats.groups),
        everybody=np.bincount(seats.group[rows], minlength=seats.groups),
    )


def kind_holds(wish: Kindly, *, throughout: Indexes, everybody: Indexes) -> Flags:
    """Where the wish holds, given how many of its kind are there all the time, and how many are there at all."""
    if isinstance(wish, AtLeast):
        return throughout >= wish.count
    if isinstance(wish, AtMost):
        return everybody <= wish.count
    none_or_enough: Flags = (throughout == 0) | (throughout >= wish.count)
    none_or_enough &= (everybody == 0) | (everybody >= wish.count)
    return none_or_enough


def _not_as_pair(asked: Asked, wish: Apart | Together, seats: Seats, where: Grouped) -> Iterator[Broken]:
    placed = {name: where[asked.index[name]] for name in wish.people if asked.index[name] in where}
    taken = Counter(placed.values())
    wrong = {group for group, many in taken.items() if many > 1 or isinstance(wish, Together)}
    if len(wrong) > isinstance(wish, Together):
        people = tuple(name for name, group in placed.items() if group in wrong)
        yield Broken(wish, seats.number, tuple(group + 1 for group in sorted(wrong)), people)


def _not_pinned(asked: Asked, wish: Pinned, seats: Seats, where: Grouped) -> Iterator[Broken]:
    group = where.get(asked.index[wish.person])
    if group is not None and wish.round in {None, seats.number} and group != wish.group - 1:
        yield Broken(wish, seats.number, (group + 1,), (wish.person,))


def _not_as_counted(asked: Asked, wish: Kindly, seats: Seats, codes: Coded) -> Iterator[Broken]:
    counted = count_kind(asked, wish, seats=seats, codes=codes)
    holds = kind_holds(wish, throughout=counted.throughout, everybody=counted.everybody)
    if not holds.all():
        wrong = counted.rows[~holds[seats.group[counted.rows]]]
        people = tuple(asked.people[person].name for person in seats.who[wrong].tolist())
        yield Broken(wish, seats.number, tuple((np.flatnonzero(~holds) + 1).tolist()), people)


def _not_roomed(asked: Asked, seats: Seats, where: Grouped) -> Iterator[Broken]:
    if not asked.rooms:
        return
    for place, group in where.items():
        person, room = asked.people[place], asked.rooms[group]
        missing = sorted(person.needs - room.has - {room.only_for})
        if room.only_for and room.only_for not in person.needs:
            missing.append("")
        for need in missing:
            yield Broken(Roomed(person.name, need), seats.number, (group + 1,), (person.name,))


def _not_sized(asked: Asked, seats: Seats) -> Iterator[Broken]:
    sizes = asked.sizes[seats.number - 1]
    for group, (many, (least, most)) in enumerate(zip(seats.size.tolist(), sizes, strict=True), start=1):
        if not least <= many <= most:
            yield Broken(Sized(group, least, most), seats.number, (group,), ())
