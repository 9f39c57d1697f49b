"""The blocks of an attendance report: lines about the meeting, and rows about those who came."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mindlines_analysis.readers.addresses import split_addresses
from mindlines_analysis.readers.delimited import Grid
from mindlines_analysis.readers.headings import (
    Shape,
    action_of,
    column_of,
    language_of,
    line_of,
    says_yes,
    shape_of,
)
from mindlines_analysis.readers.moments import NO_DAY, DayOrder, Order, day_order, find_day, read_duration, read_moment
from mindlines_analysis.readers.refusal import Unreadable

_MOMENT = re.compile(r"\d{1,2}[:.]\d{2}")
_NUMBERED = re.compile(r"\d\.")


@dataclass(frozen=True)
class Entry:
    """One row about somebody: a stay, a sum of stays, or one coming or going."""

    line: int
    shape: Shape
    name: str
    email: str = ""
    identity: str = ""
    joined: dt.datetime | None = None
    left: dt.datetime | None = None
    duration: int | None = None
    role: str = ""
    guest: bool = False
    before: bool = False

    @property
    def timed(self) -> bool:
        """Whether the row tells when."""
        return self.joined is not None or self.left is not None


@dataclass
class Report:
    """What the blocks of a report hold, before rows are joined to people."""

    title: str = ""
    started: dt.datetime | None = None
    ended: dt.datetime | None = None
    count: int | None = None
    entries: list[Entry] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_report(grid: Grid, *, name: str, day_first: bool | None = None) -> Report:
    """Read the blocks of an attendance report, whichever program wrote them.

    Parameters
    ----------
    grid
        Rows of cells with line numbers.
    name
        What the file is called.
    day_first
        Whether 11/12 is 11 December; without it the file decides.

    Returns
    -------
    Report
        Its entries in the order of the file.

    Raises
    ------
    Unreadable
        No block with people is in it.

    Examples
    --------
    >>> grid = [(1, ["Meeting title", "Planning"]), (2, ["Name", "Duration"]), (3, ["Bo Lee", "20m"])]
    >>> report = read_report(grid, name="meeting.csv")
    >>> report.title, report.entries[0].duration
    ('Planning', 1200)
    """
    headers = [cells for _, cells in grid if shape_of(cells)]
    if not any(shape_of(cells) not in ("", "meeting") for cells in headers):
        raise Unreadable(
            f"“{name}” is not an attendance report we know. In Teams, Zoom or Meet download the attendance report of "
            "the meeting as CSV and choose that file as it is."
        )
    language = language_of([cell for cells in headers for cell in cells])
    found = _found_order(grid, language=language, day_first=day_first)
    report = Report()
    _Reading(report, found.order, find_day(name) or NO_DAY).take(grid)
    if not found.sure and (
        first := next((time for entry in report.entries if (time := entry.joined or entry.left)), None)
    ):
        report.notes.append(
            f"The days can be read in two ways. We read {first.day} {first:%B %Y} ({found.order}), because "
            f"{found.why}. Check it."
        )
    return report


def _found_order(grid: Grid, *, language: str, day_first: bool | None) -> DayOrder:
    if day_first is not None:
        return DayOrder("day first" if day_first else "month first", "you said so", sure=True)
    return day_order((cell for _, cells in grid for cell in cells if _MOMENT.search(cell)), language=language)


class _Reading:
    """Goes down the lines and remembers under which header it is."""

    def __init__(self, report: Report, order: Order, day: dt.date) -> None:
        self._report, self._order, self._day = report, order, day
        self._shape: Shape = ""
        self._fields: list[str] = []
        self._skipped: list[int] = []

    def take(self, grid: Grid) -> None:
        for line, cells in grid:
            shape = shape_of(cells)
            if shape:
                self._shape = shape
                self._fields = [self._field(cell) for cell in cells]
            elif sum(map(bool, cells)) < 2:
                self._lone(line, cells)
            elif self._shape in ("", "meeting") or self._is_label(cells):
                self._line(cells)
            elif not self._entry(line, cells):
                self._skipped.append(line)
        if self._skipped:
            shown = ", ".join(map(str, self._skipped[:5]))
            self._report.notes.append(f"Not understood and left out: line {shown}.")

    def _field(self, heading: str) -> str:
        return line_of(heading) if self._shape == "meeting" else column_of(heading)

    def _is_label(self, cells: Sequence[str]) -> bool:
        """A block about the meeting may follow one about people; its lines have a label and a value."""
        return sum(map(bool, cells)) == 2 and bool(line_of(cells[0])) and len(self._fields) > 2 and bool(cells[1])

    def _lone(self, line: int, cells: Sequence[str]) -> None:
        """A line with a single cell is the title of a block ("2. Participants"); elsewhere nothing is known of it."""
        text = next(filter(None, cells), "")
        if text and self._shape not in ("", "meeting") and not _NUMBERED.match(text):
            self._skipped.append(line)

    def _line(self, cells: Sequence[str]) -> None:
        if self._shape == "meeting":
            for what, cell in zip(self._fields, cells, strict=False):
                self._tell(what, cell)
            self._shape = ""
        else:
            self._tell(line_of(cells[0]), cells[1])

    def _tell(self, what: str, cell: str) -> None:
        report = self._report
        if what == "title" and cell and not report.title:
            report.title = cell
        elif what == "count" and cell.isdigit() and report.count is None:
            report.count = int(cell)
        elif what == "started" and report.started is None:
            report.started = self._moment(cell)
        elif what == "ended" and report.ended is None:
            report.ended = self._moment(cell)

    def _moment(self, cell: str) -> dt.datetime | None:
        return read_moment(cell, order=self._order, day=self._day) if cell else None

    def _entry(self, line: int, cells: Sequence[str]) -> bool:
        row: dict[str, str] = {}
        for what, cell in zip(self._fields, cells, strict=False):
            if what and cell:
                row.setdefault(what, cell)
        name = row.get("name") or " ".join(filter(None, (row.get("first"), row.get("last"))))
        action = action_of(row.get("action", "")) if self._shape == "actions" else ""
        stamp = self._moment(row.get("timestamp", ""))
        if not name or (self._shape == "actions" and not (action and stamp)):
            return False
        mails = split_addresses(row.get("email", ""))[1]
        email = mails[0] if mails else ""
        self._report.entries.append(
            Entry(
                line=line,
                shape=self._shape,
                name=name,
                email=email,
                identity=email or row.get("identity", ""),
                joined=stamp if action in ("joined", "before") else self._moment(row.get("joined", "")),
                left=stamp if action == "left" else self._moment(row.get("left", "")),
                duration=read_duration(row.get("duration", "")),
                role=row.get("role", ""),
                guest=says_yes(row.get("guest", "")),
                before=action == "before",
            )
        )
        return True
