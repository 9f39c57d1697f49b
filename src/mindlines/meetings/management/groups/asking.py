"""What the options of `mindlines groups` mean for the people of the list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from mindlines_analysis.grouping import (
    Apart,
    AtLeast,
    AtMost,
    Mix,
    NotAlone,
    Pinned,
    Room,
    Separate,
    Spread,
    Together,
    Wish,
)
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.rosters import Roster

ONLINE = "online"
Size = int | list[int | tuple[int, int]] | None


@dataclass(frozen=True)
class Asked:
    """The options as they were written."""

    people: Path | None
    size: str
    groups: int | None
    rounds: int
    mix: tuple[str, ...]
    separate: tuple[str, ...]
    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    one_each: tuple[str, ...]
    not_alone: tuple[str, ...]
    apart: tuple[str, ...]
    together: tuple[str, ...]
    pin: tuple[str, ...]
    room: tuple[str, ...]
    history: Path | None
    fading: float
    history_weight: float
    distances: Path | None
    start: Path | None
    judge: Path | None
    seconds: float
    steps: int | None
    seed: int
    name_column: str
    sheet: str | None
    out: Path | None
    json: Path | None
    why: bool

    @property
    def sources(self) -> list[Path]:
        """The files that are read."""
        return [path for path in (self.people, self.history, self.distances, self.start, self.judge) if path]


class Understood(NamedTuple):
    """Options in the terms of the library, and in words how they were read."""

    mix: list[Mix]
    wishes: list[Wish]
    words: list[str]


def understood(asked: Asked, roster: Roster) -> Understood:
    """Columns, kinds and people that are meant."""
    mix, words = _mix(asked, roster)
    columns = [each.by for each in mix if isinstance(each, Spread | Separate)]
    wishes = [*_kinds(asked, roster, columns), *_people(asked, roster)]
    words += [
        f"“{setting.column}” is taken for {setting.seems}." for setting in roster.settings if setting.topic != "needs"
    ]
    return Understood(mix, wishes, words)


def columns_of(found: Understood) -> list[str]:
    """Columns that are needed, and no others."""
    named: list[Mix | Wish] = [*found.mix, *found.wishes]
    return [each.by for each in named if isinstance(each, Spread | Separate | AtLeast | AtMost | NotAlone)]


def size_of(asked: Asked) -> Size:
    """One size, or a size or a range for each group."""
    parts = [part.strip() for part in re.split(r"[,;]", asked.size) if part.strip()]
    found: list[int | tuple[int, int]] = []
    for part in parts:
        span = re.fullmatch(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?", part)
        if span is None:
            raise Unreadable(f"--size {asked.size}: write a number, as in 5, or one for each group, as in 6,6,5-7.")
        found.append((int(span[1]), int(span[2])) if span[2] else int(span[1]))
    if len(found) == 1 and isinstance(found[0], int):
        return found[0]
    return found or None


def rooms_of(asked: Asked, *, groups: int) -> list[Room]:
    """A room for each group where any was named; the others have nothing special."""
    named: dict[int, Room] = {}
    for written in asked.room:
        number, properties = _number_of(written, "--room"), written.partition("=")[2]
        if number > groups:
            raise Unreadable(f"--room {written}: there are only {groups} groups.")
        has = {part.strip().casefold() for part in properties.split(",") if part.strip()}
        if not has:
            raise Unreadable(f"--room {written}: write what the room has, as in {number}=step-free.")
        is_online = any(re.fullmatch(r"online( only)?", part) for part in has)
        has = {re.sub(r"^step ?free$", "step-free", part) for part in has if not part.startswith(ONLINE)}
        named[number] = Room(f"Group {number}", frozenset(has), ONLINE if is_online else "")
    return [named.get(each, Room(f"Group {each}")) for each in range(1, groups + 1)] if named else []


def _mix(asked: Asked, roster: Roster) -> tuple[list[Mix], list[str]]:
    mix: list[Mix] = []
    words: list[str] = []
    for written in asked.mix:
        name, weight = _weighted(written)
        column = roster.column(name)
        if roster.is_number(column):
            mix.append(Spread(column, weight=Spread.weight if weight is None else weight))
            words.append(f"“{column}” is a number: low, middle and high are spread over the groups.")
        elif roster.is_scattered(column):
            mix.append(Separate(column, weight=Separate.weight if weight is None else weight))
            words.append(f"“{column}” has few people of each kind: two of one kind rather do not meet.")
        else:
            mix.append(Spread(column, weight=Spread.weight if weight is None else weight))
            words.append(f"“{column}” is spread: each group gets its share of each kind.")
    for written in asked.separate:
        name, weight = _weighted(written)
        mix.append(Separate(roster.column(name), weight=Separate.weight if weight is None else weight))
    return mix, words


def _kinds(asked: Asked, roster: Roster, columns: list[str]) -> Iterator[Wish]:
    for written in asked.at_least:
        value, count = _counted(written, "--at-least")
        kind = roster.kind(value, first=columns)
        yield AtLeast(count, kind.column, kind.value)
    for written in asked.at_most:
        value, count = _counted(written, "--at-most")
        kind = roster.kind(value, first=columns)
        yield AtMost(count, kind.column, kind.value)
    for written in asked.one_each:
        kind = roster.kind(written.replace("=", ":"), first=columns)
        yield AtLeast(1, kind.column, kind.value)
    for written in asked.not_alone:
        yield _not_alone(written.replace("=", ":"), roster, columns)


def _not_alone(written: str, roster: Roster, columns: list[str]) -> Wish:
    """A value; or, where nobody has it, the heading of a column, which means each of its kinds."""
    try:
        kind = roster.kind(written, first=columns)
    except Unreadable:
        try:
            return NotAlone(roster.column(written))
        except Unreadable:
            pass
        raise
    return NotAlone(kind.column, kind.value)


def _people(asked: Asked, roster: Roster) -> Iterator[Wish]:
    for written in asked.apart:
        yield Apart(_persons(written, roster, "--apart"))
    for written in asked.together:
        yield Together(_persons(written, roster, "--together"))
    for written in asked.pin:
        found = re.fullmatch(r"(.+)=\s*(?:group\s*)?(\d{1,6})(?:@(\d{1,6}))?\s*", written, re.IGNORECASE)
        if found is None:
            raise Unreadable(f"--pin {written}: write it as Bo=2, or as Bo=2@3 for round 3 only.")
        yield Pinned(roster.person(found[1]), int(found[2]), int(found[3]) if found[3] else None)


def _persons(written: str, roster: Roster, option: str) -> tuple[str, ...]:
    parts = [part for part in re.split(";" if ";" in written else ",", written) if part.strip()]
    if len(parts) < 2:
        raise Unreadable(f"{option} {written}: name at least two people, with a comma between.")
    return tuple(roster.person(part) for part in parts)


def _weighted(written: str) -> tuple[str, float | None]:
    found = re.fullmatch(r"(.+):\s*(\d+(?:\.\d+)?)\s*", written)
    return (found[1], float(found[2])) if found else (written, None)


def _counted(written: str, option: str) -> tuple[str, int]:
    found = re.fullmatch(r"(.+?)\s*=\s*(\d{1,6})\s*", written)
    if found is None:
        raise Unreadable(f"{option} {written}: write it as lay=2.")
    return found[1], int(found[2])


def _number_of(written: str, option: str) -> int:
    found = re.match(r"\s*(?:group|room|table)?\s*(\d{1,6})\s*=", written, re.IGNORECASE)
    if found is None or int(found[1]) < 1:
        raise Unreadable(f"{option} {written}: write the number of the group first, as in 1=step-free.")
    return int(found[1])
