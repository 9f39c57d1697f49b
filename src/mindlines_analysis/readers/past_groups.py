"""Groups that were: from `round,group,person`, or from pairs with how often they met."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mindlines_analysis.grouping.mixing import History
from mindlines_analysis.names import plain
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.tables import Row, Table

__all__ = ["PastGroups", "read_past_groups"]

_ROUND = re.compile(r"^(rounds?|session|runde|ronde|tour|ronda)$")
_GROUP = re.compile(
    r"^(groups?|table|room|breakout( room)?|gruppe|groupe|grupo|groep|tisch|mesa|tafel)( name| number)?$"
)
_MEETING = re.compile(r"^(date|day|meeting|when|datum|jour|fecha|termin|sitzung|reunion)$")
_TIMES = re.compile(r"^(times?|count|how often|met|times met|meetings|mal|fois|veces|keer)$")
_PERSON = re.compile(r"^(person|name|who|member|participant|one|other|with|met with|partner)( [a-z0-9])?$|^name")
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")


@dataclass(frozen=True)
class PastGroups:
    """Who sat with whom: `rounds`, oldest first, each a list of groups; or `met`, how often each pair met."""

    rounds: tuple[tuple[tuple[str, ...], ...], ...] = ()
    met: tuple[tuple[str, str, float], ...] = ()
    notes: tuple[str, ...] = ()

    def history(self, *, fading: float = 0.8, weight: float = 6.0) -> History:
        """The same as `divide` takes it; pairs do not fade, because nobody knows when they met."""
        if self.rounds:
            return History.of(self.rounds, fading=fading, weight=weight)
        return History(met={(one, other): times for one, other, times in self.met}, weight=weight)


def read_past_groups(table: Table, *, people: Iterable[str] = ()) -> PastGroups:
    """Groups of earlier rounds and meetings, or pairs of people who met.

    Two layouts: one row for each person in each round, with the columns round, group and person, and a date or a
    meeting if there were several; or one row for each pair, with two columns of people and how often they met.
    Without dates, meetings and rounds are taken in the order of the file, the oldest first.

    Parameters
    ----------
    table
        A table as `read_table` gives it.
    people
        How the names are spelled today. Case, accents and the order of the words make no difference.

    Returns
    -------
    PastGroups
        Names as in `people`, and others as the file has them. Groups with numbers stand in the order of these.

    Raises
    ------
    Unreadable
        The columns are of neither layout, somebody sits in two groups of a round, or a number is none.

    Examples
    --------
    >>> from mindlines_analysis.readers.tables import read_table
    >>> text = b"round,group,person\\n1,A,Bo Lee\\n1,A,ANA DAY\\n1,B,Chi Wu\\n"
    >>> read_past_groups(read_table(text, name="groups.csv"), people=["Ana Day"]).rounds
    ((('Bo Lee', 'Ana Day'), ('Chi Wu',)),)
    >>> read_past_groups(read_table(b"one;other;times\\nBo Lee;Ana Day;2\\n", name="pairs.csv")).met
    (('Ana Day', 'Bo Lee', 2.0),)
    """
    spelled = {_words(name): name for name in people}
    group, persons = _place(table, _GROUP), _persons(table)
    if group is not None and persons:
        return _from_groups(table, group=group, person=persons[0], spelled=spelled)
    if len(persons) == 2:
        return _from_pairs(table, places=persons, spelled=spelled)
    raise Unreadable(
        f"Who met whom cannot be read from the columns {', '.join(table.columns)}. "
        "Use the columns round, group, person; or person, person, times."
    )


def _from_groups(table: Table, *, group: int, person: int, spelled: dict[str, str]) -> PastGroups:
    number, meeting = _place(table, _ROUND), _place(table, _MEETING)
    found: dict[tuple[str, str], dict[str, list[str]]] = {}
    seated: dict[tuple[str, str, str], int] = {}
    for row in table.rows:
        if not row.cells[person] or not row.cells[group]:
            raise Unreadable(f"Row {row.line} lacks a {'group' if row.cells[person] else 'person'}. Fill it in.")
        when = (_cell(row, meeting), _cell(row, number))
        name = spelled.get(_words(row.cells[person]), row.cells[person])
        before = seated.setdefault((*when, _words(name)), row.line)
        if before != row.line:
            raise Unreadable(f"Row {row.line}: {name} sits in a group of this round already, in row {before}.")
        found.setdefault(when, {}).setdefault(row.cells[group], []).append(name)
    moments = sorted(found, key=_by_date) if meeting is not None else list(found)
    return PastGroups(rounds=tuple(_in_order(found[when]) for when in moments), notes=table.notes)


def _in_order(groups: dict[str, list[str]]) -> tuple[tuple[str, ...], ...]:
    """Groups with numbers have the place of their number, others that of their first row."""
    numbers = [int(label) if label.isdecimal() else 0 for label in groups]
    if min(numbers) < 1 or max(numbers) > 2 * len(numbers) or len(set(numbers)) < len(numbers):
        return tuple(tuple(names) for names in groups.values())
    numbered = dict(zip(numbers, groups.values(), strict=True))
    return tuple(tuple(numbered.get(number, ())) for number in range(1, max(numbers) + 1))


def _from_pairs(table: Table, *, places: Sequence[int], spelled: dict[str, str]) -> PastGroups:
    often = _place(table, _TIMES)
    met: dict[tuple[str, str], float] = {}
    for row in table.rows:
        one, other = (spelled.get(_words(row.cells[place]), row.cells[place]) for place in places)
        if not one or not other or one == other:
            raise Unreadable(f"Row {row.line} does not name two people.")
        pair = (min(one, other), max(one, other))
        met[pair] = met.get(pair, 0.0) + (1.0 if often is None else _times(row, often))
    return PastGroups(met=tuple((*pair, times) for pair, times in met.items()), notes=table.notes)


def _times(row: Row, place: int) -> float:
    cell = row.cells[place].replace(",", ".")
    if not re.fullmatch(r"\d{1,6}(\.\d{1,9})?", cell):
        raise Unreadable(f"Row {row.line}: “{row.cells[place]}” does not say how often they met. Write a number.")
    return float(cell)


def _place(table: Table, words: re.Pattern[str]) -> int | None:
    return next((place for place, column in enumerate(table.columns) if words.search(_heading(column))), None)


def _persons(table: Table) -> list[int]:
    return [place for place, column in enumerate(table.columns) if _PERSON.search(_heading(column))]


def _heading(column: str) -> str:
    return plain(column.replace("_", " "))


def _cell(row: Row, place: int | None) -> str:
    return "" if place is None else row.cells[place]


def _by_date(when: tuple[str, str]) -> tuple[str, int]:
    """Dates in their order, before and after them what is no date in the order of the file; rounds by number."""
    found = _DAY_FIRST.search(when[0])
    day = f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}" if found else when[0]
    try:
        shown = dt.date.fromisoformat(day[:10]).isoformat()
    except ValueError:
        shown = ""
    return shown, int(when[1]) if when[1].isdecimal() else 0


def _words(name: str) -> str:
    return " ".join(sorted(plain(name).split()))
