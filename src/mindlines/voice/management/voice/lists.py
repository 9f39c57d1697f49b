"""The lists that say who belongs to which group, who was there, and who is behind a shown name."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mindlines_analysis.names import Named, plain
from mindlines_analysis.readers.addresses import says_nothing
from mindlines_analysis.readers.attendance import read_attendance
from mindlines_analysis.readers.columns import guess_columns
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.rosters import Roster, read_roster
from mindlines_analysis.readers.tables import Table, read_table

NOBODY = "-"
NO_GROUP = "Group not known"

_WAS_THERE = frozenset({"attended", "attendance", "present", "was there", "here", "attending", "came"})
_WAS_NOT = frozenset({"no", "n", "0", "false", "absent", "apologies", "sent apologies", "did not attend", "declined",
                      "not present", "nein", "non", "nee"})  # fmt: skip


@dataclass(frozen=True)
class Members:
    """Everybody who is known, the group of each, and all groups in the order of the list."""

    named: tuple[Named, ...]
    groups: tuple[str, ...]
    column: str
    notes: tuple[str, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The groups, the largest first."""
        each = [group for group in self.groups if group != NO_GROUP]
        return tuple(sorted(dict.fromkeys(each), key=lambda group: (-each.count(group), group)))


@dataclass(frozen=True)
class Attendance:
    """Who was there, as shown or as written; `notes` tell what to look at."""

    named: tuple[Named, ...]
    notes: tuple[str, ...] = ()


def read_people(path: Path, *, by: str) -> Members:
    """Members with the group that `by`, a heading or a part of it, says."""
    table = read_table(path.read_bytes(), name=path.name)
    roster = read_roster(table)
    column = roster.column(by)
    kinds = [person.kinds.get(column, "") for person in roster.participants([column])]
    written = [row.cells[table.columns.index(column)] for row in roster.rows]
    groups = tuple(
        kind or (NO_GROUP if says_nothing(cell) else cell) for kind, cell in zip(kinds, written, strict=True)
    )
    return Members(_named(roster, table, mark="member"), groups, column, roster.notes)


def read_presence(path: Path) -> Attendance:
    """Who was there, from a report of a meeting program or from any list of names."""
    try:
        report = read_attendance(path.read_bytes(), name=path.name)
    except Unreadable as refusal:
        return _list_of_names(path, refusal=refusal)
    named = [Named(person.name, person.email, key=f"attendee {place}") for place, person in enumerate(report.people)]
    return Attendance(tuple(named), report.notes)


def read_crosswalk(path: Path) -> Mapping[str, str]:
    """From plain shown names to the name of a person, or to a dash for what is no person."""
    table = read_table(path.read_bytes(), name=path.name)
    shown = next((each for each in table.columns if plain(each) in {"shown", "name", "label", "displayed"}), None)
    person = next((each for each in table.columns if plain(each) in {"person", "member", "is"}), None)
    if shown is None or person is None:
        raise Unreadable(f"“{path.name}” needs the columns “shown” and “person”. --review writes such a file for you.")
    rows = zip(table.values(shown), table.values(person), strict=True)
    return {written(one): other.strip() for one, other in rows if other.strip()}


def written(name: str) -> str:
    """A name without what makes no difference between two files: capitals, blanks, and the mark that keeps a
    spreadsheet from taking it for a formula.
    """
    return " ".join(name.casefold().split()).removeprefix("'")


def _list_of_names(path: Path, *, refusal: Unreadable) -> Attendance:
    try:
        table = read_table(path.read_bytes(), name=path.name)
        roster = read_roster(table)
    except Unreadable:
        raise refusal from None
    column = next((each for each in table.columns if plain(each) in _WAS_THERE), None)
    named = _named(roster, table, mark="attendee")
    if column is None:
        return Attendance(named, roster.notes)
    place = table.columns.index(column)
    there = [not _says_no(row.cells[place]) for row in roster.rows]
    absent = there.count(False)
    note = f"“{column}” says that {absent} of {len(there)} people on the list were not there."
    present = tuple(each for each, was in zip(named, there, strict=True) if was)
    return Attendance(present, (*roster.notes, *([note] if absent else [])))


def _says_no(cell: str) -> bool:
    return plain(cell) in _WAS_NOT or (plain(cell) != "x" and says_nothing(cell))


def _named(roster: Roster, table: Table, *, mark: str) -> tuple[Named, ...]:
    guessed = guess_columns(table)

    def cell(place: int, field: str) -> str:
        found = roster.rows[place].cells[table.columns.index(guessed[field])] if field in guessed else ""
        return "" if says_nothing(found) else found

    return tuple(
        Named(name, cell(place, "email"), cell(place, "organisation"), key=f"{mark} {place}")
        for place, name in enumerate(roster.names)
    )
