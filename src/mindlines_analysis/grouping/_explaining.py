"""Who meets whom, and why everybody is where they are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from mindlines_analysis.grouping._asked import Asked
from mindlines_analysis.grouping._holding import count_kind, kind_codes, kind_holds
from mindlines_analysis.grouping._seats import Flags, Seats, banded
from mindlines_analysis.grouping.division import Encounter, Reason
from mindlines_analysis.grouping.mixing import Spread
from mindlines_analysis.grouping.wishes import Apart, AtLeast, NotAlone, Pinned, Together

__all__ = ["encounters", "reasons"]

KINDS = ("pinned", "room", "together", "apart", "needed", "only", "share", "new", "best")
ORDER = {kind: place for place, kind in enumerate(KINDS)}


def encounters(asked: Asked, rounds: Sequence[Seats]) -> tuple[Encounter, ...]:
    """Every pair in one group of a round, and how often they met before it."""
    times: dict[tuple[int, int], float] = {}
    for (one, other), met in asked.history.met.items():
        i, j = sorted((asked.index[one], asked.index[other]))
        times[i, j] = met
    found = []
    for seats in rounds:
        for members in seats.members():
            for pair in combinations(members, 2):
                before = times.get(pair, 0)
                found.append(Encounter(asked.people[pair[0]].name, asked.people[pair[1]].name, seats.number, before))
                times[pair] = before + 1
    return tuple(found)


def reasons(
    asked: Asked, *, seats: Seats, meetings: Iterable[Encounter], content: Flags | None
) -> dict[str, tuple[Reason, ...]]:
    """Why each of those seated is where they are; `content` says for whom no swap would be better, if it is known."""
    said: dict[int, list[Reason]] = {person: [] for person in seats.who.tolist()}
    where = dict(zip(seats.who.tolist(), seats.group.tolist(), strict=True))
    for person, reason in _reasons(_Round(asked, seats, where)):
        if not any((reason.by, reason.value) == (other.by, other.value) for other in said[person] if reason.by):
            said[person].append(reason)
    for person, new in _new(asked, meetings).items():
        said[person].append(Reason("new", people=new))
    if content is not None:
        for person in seats.who[content].tolist():
            said[person].append(Reason("best"))
    return {
        asked.people[person].name: tuple(sorted(found, key=lambda reason: ORDER[reason.kind]))
        for person, found in said.items()
    }


@dataclass(frozen=True)
class _Round:
    asked: Asked
    seats: Seats
    where: Mapping[int, int]


def _reasons(here: _Round) -> Iterator[tuple[int, Reason]]:
    yield from _pinned(here)
    yield from _roomed(here)
    yield from _with_others(here)
    yield from _needed(here)
    yield from _shares(here)


def _pinned(here: _Round) -> Iterator[tuple[int, Reason]]:
    for wish in here.asked.wishes:
        if isinstance(wish, Pinned) and wish.round in {None, here.seats.number}:
            person = here.asked.index[wish.person]
            if here.where.get(person) == wish.group - 1:
                yield person, Reason("pinned")


def _roomed(here: _Round) -> Iterator[tuple[int, Reason]]:
    if here.asked.rooms:
        for person, group in here.where.items():
            room = here.asked.rooms[group]
            for need in sorted(here.asked.people[person].needs & (room.has | {room.only_for})):
                yield person, Reason("room", value=need)


def _with_others(here: _Round) -> Iterator[tuple[int, Reason]]:
    for wish in here.asked.wishes:
        if not isinstance(wish, (Apart, Together)):
            continue
        kind: str = "apart" if isinstance(wish, Apart) else "together"
        placed = [person for person in (here.asked.index[name] for name in wish.people) if person in here.where]
        for person in placed:
            own = here.where[person]
            others = [o for o in placed if o != person and (here.where[o] == own) == (kind == "together")]
            if others:
                names = tuple(here.asked.people[other].name for other in others)
                yield person, Reason("apart" if kind == "apart" else "together", people=names)


def _needed(here: _Round) -> Iterator[tuple[int, Reason]]:
    """Those without whom a wish would no longer hold in their group."""
    codes = kind_codes(here.asked)
    for wish in here.asked.wishes:
        if not isinstance(wish, (AtLeast, NotAlone)):
            continue
        counted = count_kind(here.asked, wish, seats=here.seats, codes=codes[wish.by])
        everybody = counted.everybody
        holds = kind_holds(wish, throughout=counted.throughout, everybody=everybody)
        leaves = {
            partly: holds & ~kind_holds(wish, throughout=counted.throughout - (not partly), everybody=everybody - 1)
            for partly in (False, True)
        }
        for row in counted.rows.tolist():
            person = int(here.seats.who[row])
            if leaves[here.asked.people[person].partly][here.seats.group[row]]:
                yield person, Reason("needed", by=wish.by, value=wish.value)


def _shares(here: _Round) -> Iterator[tuple[int, Reason]]:
    """The only ones of a kind in their group, and those without whom it would have less than its share."""
    seats = here.seats
    for part in here.asked.mix:
        if not isinstance(part, Spread):
            continue
        kinds = banded(here.asked, part)
        count = seats.count(kinds.codes, kinds=len(kinds.labels))
        fair = np.outer(seats.size, count.sum(axis=0) / max(1, len(seats.who)))
        has_share = count - fair < 0.5
        only = [Reason("only", by=part.by, value=label) for label in kinds.labels]
        share = [Reason("share", by=part.by, value=label) for label in kinds.labels]
        codes = kinds.codes[seats.who].tolist()
        for person, group, kind in zip(seats.who.tolist(), seats.group.tolist(), codes, strict=True):
            if kind >= 0 and count[group, kind] == 1:
                yield person, only[kind]
            elif kind >= 0 and has_share[group, kind]:
                yield person, share[kind]


def _new(asked: Asked, meetings: Iterable[Encounter]) -> dict[int, tuple[str, ...]]:
    found: dict[int, list[int]] = {}
    for meeting in meetings:
        if meeting.is_first:
            one, other = asked.index[meeting.one], asked.index[meeting.other]
            found.setdefault(one, []).append(other)
            found.setdefault(other, []).append(one)
    return {person: tuple(asked.people[other].name for other in sorted(others)) for person, others in found.items()}
