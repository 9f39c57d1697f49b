"""People, soft wishes and history, checked."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

import numpy as np

from mindlines_analysis.grouping._refusing import known, listed, non_negative, whole
from mindlines_analysis.grouping.mixing import Distances, History, Mix, Separate, Spread
from mindlines_analysis.grouping.people import Participant

__all__ = ["attributes", "checked_history", "checked_mix", "checked_people"]


def attributes(people: Sequence[Participant]) -> set[str]:
    """What somebody has a kind of."""
    return {by for person in people for by in person.kinds}


def checked_people(people: Sequence[Participant]) -> tuple[Participant, ...]:
    """At least two people with names of their own; an empty kind is none."""
    if len(people) < 2:
        many = "one person alone" if people else "nobody"
        raise ValueError(f"people: {many} cannot be divided; give at least two people")
    seen = set()
    for person in people:
        if not person.name.strip():
            raise ValueError("people: somebody has no name; give each person a name of their own")
        if person.name in seen:
            raise ValueError(f"people: “{person.name}” is there twice; give each person a name of their own")
        seen.add(person.name)
        for by, number in person.numbers.items():
            if not math.isfinite(number):
                raise ValueError(f"people: {by} of “{person.name}” is {number}; give a number, or leave it out")
    return tuple(_without_blanks(person) for person in people)


def _without_blanks(person: Participant) -> Participant:
    if all(person.kinds.values()):
        return person
    return replace(person, kinds={by: value for by, value in person.kinds.items() if value})


def checked_mix(mix: Sequence[Mix], *, people: Sequence[Participant]) -> tuple[Mix, ...]:
    """The soft wishes; the distances as an array of numpy."""
    kinds = attributes(people)
    numbers = {by for person in people for by in person.numbers}
    kept: list[Mix] = []
    for part in mix:
        if isinstance(part, Distances):
            non_negative(part.weight, argument="mix, weight of the distances")
            values = _square(part, people=people)
            kept.append(replace(part, values=cast("Sequence[Sequence[float]]", values)))
            continue
        non_negative(part.weight, argument=f"mix, weight of {part.by}")
        if isinstance(part, Spread):
            whole(part.bands, argument=f"mix, bands of {part.by}")
            known(part.by, among=kinds | numbers, argument="mix", what="is not known of anybody")
        else:
            _check_separate(part, kinds=kinds, numbers=numbers)
        kept.append(part)
    return tuple(kept)


def _check_separate(part: Separate, *, kinds: set[str], numbers: set[str]) -> None:
    if part.by in numbers - kinds:
        raise ValueError(f"mix: “{part.by}” is a number, and only kinds can be kept separate; use Spread for it")
    known(part.by, among=kinds, argument="mix", what="is not known of anybody")


def _square(part: Distances, *, people: Sequence[Participant]) -> np.ndarray:
    lengths = {len(row) for row in part.values}
    if lengths != {len(part.values)}:
        raise ValueError("distances: the table is not square; give each person one row and one column")
    values = np.asarray(part.values, dtype=float)
    if len(values) != len(people):
        raise ValueError(f"distances: the table has {len(values)} rows for {len(people)} people; give each one row")
    names = [person.name for person in people]
    for wrong, words in (
        (~np.isfinite(values), "is not a number; give a finite number"),
        (values < 0, "is negative; give numbers of at least 0"),
        (~np.isclose(values, values.T, rtol=1e-9, atol=1e-12, equal_nan=True), "is not the same both ways"),
    ):
        if wrong.any():
            one, other = (int(place) for place in np.argwhere(wrong)[0])
            raise ValueError(f"distances: that of “{names[one]}” and “{names[other]}” {words}")
    return values


def checked_history(history: History, *, people: Sequence[Participant]) -> tuple[History, tuple[str, ...]]:
    """The history of those who are here, and a note on those who left."""
    non_negative(history.weight, argument="history, weight")
    here = {person.name for person in people}
    met: dict[tuple[str, str], float] = {}
    gone: dict[str, None] = {}
    for (one, other), times in history.met.items():
        if one == other:
            raise ValueError(f"history: “{one}” cannot meet themselves; name two people")
        if not 0 <= times < math.inf:
            raise ValueError(f"history: “{one}” and “{other}” met {times} times; give a finite number of at least 0")
        if one not in here or other not in here:
            gone.update(dict.fromkeys(name for name in (one, other) if name not in here))
            continue
        if (other, one) in met:
            raise ValueError(f"history: “{one}” and “{other}” are there twice; give each pair once")
        if times:
            met[one, other] = times
    notes = (f"Of the history, {len(gone)} are not here: {listed(gone)}.",) if gone else ()
    return replace(history, met=met), notes
