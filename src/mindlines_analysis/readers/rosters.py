"""Who is to be divided into groups, out of a list as people have it, and what words about that list mean."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from mindlines_analysis.grouping.people import Participant
from mindlines_analysis.names import plain
from mindlines_analysis.readers.addresses import says_nothing
from mindlines_analysis.readers.columns import guess_columns
from mindlines_analysis.readers.meanings import MOST_CHOICES, alternatives, enumerated, in_order, meant, singular
from mindlines_analysis.readers.members import read_members
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.settings import Setting, settings_of
from mindlines_analysis.readers.tables import Row, Table

__all__ = ["Kind", "Roster", "read_roster"]

_NUMBER = re.compile(r"([+-]?\d+(?:[.,]\d+)?)\s*(?:years?|yrs?|y|jahre?|ans|años|jaar|%)?", re.IGNORECASE)
_YES = frozenset({"yes", "y", "true", "x", "1", "ja", "j", "oui", "si", "wahr"})
_FEW = 3.0


@dataclass(frozen=True)
class Kind:
    """Some of the people: those who have `value` in `column`."""

    column: str
    value: str


@dataclass(frozen=True)
class Roster:
    """People of a list, in its order, with whatever the list says of them; `notes` tell what was changed or left out."""

    names: tuple[str, ...]
    rows: tuple[Row, ...]
    table: Table
    settings: tuple[Setting, ...]
    notes: tuple[str, ...] = ()

    def column(self, asked: str) -> str:
        """The column that is meant by `asked`, a part of its heading or a word for it."""
        whole = [column for column in self.table.columns if plain(column) == plain(asked)]
        field = next(iter(guess_columns(Table((asked,), ()))), "")
        guessed = guess_columns(self.table).get(field)
        found = whole or ([guessed] if guessed else []) or meant(asked, self.table.columns)
        if len(found) != 1:
            problem = f"“{asked}” may be {alternatives(found)}" if found else f"There is no column “{asked}”"
            raise Unreadable(f"{problem}. The columns are {enumerated(self.table.columns)}.")
        return found[0]

    def person(self, asked: str) -> str:
        """The one person who is meant by `asked`, a whole name or a part of it that nobody else has."""
        found = self._by_words.get(in_order(asked)) or meant(asked, self.names)
        if len(found) != 1:
            problem = (
                f"“{asked}” may be {alternatives(found)}. Write more of the name"
                if found
                else f"Nobody is called “{asked}”"
            )
            raise Unreadable(f"{problem}." if found else f"{problem}. The people are {enumerated(self.names)}.")
        return found[0]

    def kind(self, asked: str, *, first: Sequence[str] = ()) -> Kind:
        """Those who are meant by `asked`: ``lay``, or ``constituency:lay`` where several columns have it.

        A value that is written so counts more than one that contains the words, the columns `first` more than others,
        and a heading such as "Facilitator" stands for those with a yes in its column.
        """
        column, _, value = asked.rpartition(":")
        columns = [self.column(column)] if column else [*first]
        others = [] if column else [each for each in self._choosable() if each not in first]
        for among in (columns, others):
            found = self._kinds(value, among=among)
            if len(found) == 1:
                return found[0]
            if found:
                break
        else:
            told = {each: tuple(self._values(each)) for each in columns or others}
            choices = "; ".join(f"{each}: {enumerated(values)}" for each, values in told.items())
            raise Unreadable(f"Nobody is “{value.strip()}”. The choices are {choices or 'none'}.")
        choices = alternatives([f"{kind.column}:{kind.value}" for kind in found])
        raise Unreadable(f"“{asked}” may be {choices}. Write which one.")

    def is_number(self, column: str) -> bool:
        """Whether `column` holds measures, such as years, of which there are at least four different ones."""
        cells = [(row, cell) for row, cell in self._cells(column) if not says_nothing(cell)]
        numbers = {cell for _, cell in cells if _NUMBER.fullmatch(cell)}
        wrong = [(row, cell) for row, cell in cells if not _NUMBER.fullmatch(cell)]
        if len(numbers) < 4 or len(wrong) > 0.2 * len(cells):
            return False
        if wrong:
            row, cell = wrong[0]
            raise Unreadable(
                f"Row {row.line}: “{cell}” in “{column}” is not a number. Write a number, or leave the cell empty."
            )
        return True

    def is_scattered(self, column: str) -> bool:
        """Whether the kinds of `column` have so few people each that no group can have a share of them."""
        counted = self._values(column)
        return bool(counted) and sum(counted.values()) / len(counted) < _FEW

    def participants(self, columns: Iterable[str] = (), *, properties: Collection[str] = ()) -> tuple[Participant, ...]:
        """The people with what `columns` say of them and nothing more, and needs that a room can meet.

        `properties` are further properties of rooms, which are looked for among what people need.
        """
        asked = list(dict.fromkeys(columns))
        numbers = [column for column in asked if self.is_number(column)]
        spelled = {column: self._spellings(column) for column in asked if column not in numbers}
        return tuple(
            Participant(
                name,
                kinds={
                    column: spelling[plain(cell)]
                    for column, spelling in spelled.items()
                    if plain(cell := self._cell(row, column)) in spelling
                },
                numbers={column: _number(cell) for column in numbers if _says(cell := self._cell(row, column))},
                needs=self._needs(row, properties=properties),
                rounds=next((s.rounds(row) for s in self.settings if s.topic == "rounds"), None),
                partly=any(setting.is_so(row) for setting in self.settings if setting.topic == "partly"),
            )
            for name, row in zip(self.names, self.rows, strict=True)
        )

    @cached_property
    def _by_words(self) -> Mapping[tuple[str, ...], list[str]]:
        found: dict[tuple[str, ...], list[str]] = {}
        for name in self.names:
            found.setdefault(in_order(name), []).append(name)
        return found

    def _needs(self, row: Row, *, properties: Collection[str]) -> frozenset[str]:
        """Whoever is online needs no step-free way."""
        here = {setting.need for setting in self.settings if setting.is_so(row)}
        if "online" in here:
            return frozenset({"online"})
        told = plain(" ".join(row.cells[setting.place] for setting in self.settings if setting.topic == "needs"))
        more = {each for each in properties if each != "online" and plain(each) and plain(each) in told}
        return frozenset((here & {"step-free"}) | more)

    def _kinds(self, asked: str, *, among: Sequence[str]) -> list[Kind]:
        whole = [Kind(each, value) for each in among for value in self._values(each) if plain(value) == plain(asked)]
        yes = [
            Kind(each, value)
            for each in among
            if singular(each) == singular(asked)
            for value in self._values(each)
            if plain(value) in _YES
        ]
        return whole or yes or [Kind(each, value) for each in among for value in meant(asked, self._values(each))]

    def _choosable(self) -> list[str]:
        """Columns of which people would name a value: few different ones."""
        listed = {column for field, column in guess_columns(self.table).items() if field.endswith("name")}
        return [
            column
            for column in self.table.columns
            if column not in listed and len(self._values(column)) <= max(MOST_CHOICES, len(self.names) // 4)
        ]

    def _values(self, column: str) -> Counter[str]:
        """How many people have each kind of `column`, each in the spelling that most have."""
        spelled = self._spellings(column)
        return Counter(spelled[plain(cell)] for _, cell in self._cells(column) if plain(cell) in spelled)

    def _spellings(self, column: str) -> Mapping[str, str]:
        counted = Counter(cell for _, cell in self._cells(column) if _says(cell))
        spelled: dict[str, str] = {}
        for cell, _ in counted.most_common():
            spelled.setdefault(plain(cell), cell)
        return spelled

    def _cells(self, column: str) -> list[tuple[Row, str]]:
        return [(row, self._cell(row, column)) for row in self.rows]

    def _cell(self, row: Row, column: str) -> str:
        return row.cells[self.table.columns.index(column)]


def read_roster(table: Table, *, name_column: str = "") -> Roster:
    """Who is to be divided, out of a table.

    The column with the names is found by its heading, or named. "Surname, First" becomes "First Surname". Columns that
    tell who needs a step-free way, is online, comes late or leaves early, and for which rounds somebody is there, are
    known by their headings.

    Parameters
    ----------
    table
        A table as `read_table` gives it.
    name_column
        The heading of the column with the names, if it cannot be guessed.

    Returns
    -------
    Roster
        Everybody in the order of the table.

    Raises
    ------
    Unreadable
        A row has no name or stands twice, or no column holds names.

    Examples
    --------
    >>> from mindlines_analysis.readers.tables import read_table
    >>> text = b"Name;Group;Years;Step-free\\nLee, Bo;Lay members;2;yes\\nDay, Ana;GP;11;\\n"
    >>> roster = read_roster(read_table(text, name="list.csv"))
    >>> roster.names
    ('Bo Lee', 'Ana Day')
    >>> roster.column("constituency"), roster.kind("lay"), roster.person("bo")
    ('Group', Kind(column='Group', value='Lay members'), 'Bo Lee')
    >>> roster.participants(["Group"])[0].needs
    frozenset({'step-free'})
    """
    columns = _name_columns(table, name_column)
    first = table.columns.index(next(iter(columns.values())))
    filled = [row for row in table.rows if row.cells[first]]
    if len(columns) == 1 and filled and not any(re.search(r"[^\W\d_]", row.cells[first]) for row in filled):
        named = {row.line: row.cells[first] for row in filled}
        notes: tuple[str, ...] = ()
    else:
        found = read_members(table, columns=columns)
        if found.refused:
            raise Unreadable(" ".join(row.sentence for row in found.refused[:3]))
        named, notes = {member.line: member.name for member in found.members}, found.notes
    rows = tuple(row for row in table.rows if row.line in named)
    _check_once([(row.line, named[row.line]) for row in rows])
    return Roster(tuple(named[row.line] for row in rows), rows, table, settings_of(table), (*table.notes, *notes))


def _name_columns(table: Table, name_column: str) -> dict[str, str]:
    if name_column:
        found = [each for each in table.columns if plain(each) == plain(name_column)]
        if not found:
            raise Unreadable(f"There is no column “{name_column}”. The columns are {enumerated(table.columns)}.")
        return {"name": found[0]}
    columns = {field: column for field, column in guess_columns(table).items() if field.endswith("name")}
    if not columns:
        raise Unreadable(
            f"No column looks like names. The columns are {enumerated(table.columns)}. Call the one with the people “Name”."
        )
    return {"name": columns["name"]} if "name" in columns else columns


def _check_once(named: Iterable[tuple[int, str]]) -> None:
    lines: dict[str, int] = {}
    for line, name in named:
        if plain(name) in lines:
            raise Unreadable(
                f"Row {line}: {name} stands in row {lines[plain(name)]} already. "
                "Take one of the rows out; if they are two people, tell their names apart."
            )
        lines[plain(name)] = line


def _says(cell: str) -> bool:
    """A no and a cross are words of their own in a column of kinds."""
    return plain(cell) in {"x", "no"} or not says_nothing(cell)


def _number(cell: str) -> float:
    found = _NUMBER.fullmatch(cell)
    return float(found[1].replace(",", ".")) if found else 0.0
