"""Lists of people as they really come: CSV in any dress, Excel, LibreOffice."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from mindlines_analysis.readers.delimited import Grid, split_text
from mindlines_analysis.readers.kinds import kind_of
from mindlines_analysis.readers.letters import decode
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.workbooks import read_workbook

MAX_BYTES = 10_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 200

_FORMULA = re.compile(r"[=@]|[+-](?![\d\s().,/-]*$)")
_INVISIBLE = re.compile("[\u200b\u200c\u200e\u200f\u2060\ufeff\u00ad\u202a-\u202e]")
_BLANKS = re.compile("[ \t\u00a0\u2007\u202f]+")
_MAIL = re.compile(r"\S+@\S+\.\S+")
_TITLE_ROWS = 10


@dataclass(frozen=True)
class Row:
    """One row, with the number of its line in the file and as many cells as the table has columns."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table with one header, and in words whatever was skipped, renamed or odd.

    `sheet` is the sheet it comes from and `other_sheets` the further ones that hold something; both are empty for text.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()

    def values(self, column: str) -> tuple[str, ...]:
        """Cells of one column, from the first row to the last."""
        if column not in self.columns:
            raise ValueError(f"column: there is no column “{column}”; the columns are {', '.join(self.columns)}")
        place = self.columns.index(column)
        return tuple(row.cells[place] for row in self.rows)


def read_table(
    content: bytes,
    *,
    name: str,
    sheet: str | None = None,
    max_bytes: int = MAX_BYTES,
    max_rows: int = MAX_ROWS,
    max_columns: int = MAX_COLUMNS,
) -> Table:
    """Read a table out of a CSV, TSV, XLSX, XLS or ODS file.

    Lines above the header are recognised, blank rows are skipped, missing and doubled column names are mended, and each
    of these is told in `notes`. Nothing is evaluated: a cell that looks like a formula stays a text.

    Parameters
    ----------
    content
        The bytes of the file.
    name
        What the file is called; only used in sentences, never trusted.
    sheet
        Which sheet of a workbook to read; by default the first visible one that holds something.
    max_bytes, max_rows, max_columns
        What is more than this is refused; the size before anything is opened.

    Returns
    -------
    Table
        Columns, rows and notes.

    Raises
    ------
    Unreadable
        With a sentence that says what is wrong and what to do.

    Examples
    --------
    >>> table = read_table(b"Members 2026;;\\nName;Town;Visits\\nBo;Ely;3\\n", name="members.csv")
    >>> table.columns
    ('Name', 'Town', 'Visits')
    >>> table.rows
    (Row(line=3, cells=('Bo', 'Ely', '3')),)
    >>> table.notes
    ('Line 1 stands above the header and was left out: “Members 2026”.',)
    """
    if len(content) > max_bytes:
        raise Unreadable(
            f"“{name}” is too large: {_megabytes(len(content))}, and we take up to {_megabytes(max_bytes)}. "
            "Take out pictures and other sheets, or split the list."
        )
    grid, notes, chosen, others = read_grid(content, name=name, sheet=sheet)
    filled = [(line, cells) for line, cells in grid if any(cells)]
    if len(filled) > max_rows + _TITLE_ROWS:
        raise Unreadable(f"“{name}” has more than {max_rows:,} rows. Split the list into smaller files.")
    if max((len(cells) for _, cells in filled), default=0) > max_columns:
        raise Unreadable(f"“{name}” has more than {max_columns} columns. Keep only the columns that are needed.")
    if not filled:
        raise Unreadable(f"“{name}” is empty. Choose the file that holds the list.")
    columns, rows, more = _headed(filled)
    blank = len(grid) - len(filled)
    if not rows:
        more.append("There are column names and no rows below them.")
    if blank:
        more.append(f"{blank} blank {'row was' if blank == 1 else 'rows were'} left out.")
    return Table(columns, rows, (*notes, *more, *_formula_note(rows)), chosen, others)


def read_grid(content: bytes, *, name: str, sheet: str | None = None) -> tuple[Grid, list[str], str, tuple[str, ...]]:
    """Read a file into rows of clean cells, without asking which of them is the header.

    Parameters
    ----------
    content
        The bytes of the file.
    name
        What the file is called.
    sheet
        Which sheet of a workbook to read.

    Returns
    -------
    tuple
        Rows with line numbers, notes, the sheet read, and the other sheets.

    Examples
    --------
    >>> read_grid(b"Name, Town\\n", name="members.csv")[0]
    [(1, ['Name', 'Town'])]
    """
    kind = kind_of(content, name=name)
    notes: list[str] = []
    if kind == "text":
        text, note = decode(content, name=name)
        notes = [note] if note else []
        return _cleaned(split_text(text, name=name)), notes, "", ()
    found = read_workbook(content, kind=kind, name=name, sheet=sheet)
    if found.others and sheet is None:
        notes.append(f"The sheet “{found.name}” was read. There is more in: {', '.join(found.others)}.")
    return _cleaned(found.grid), notes, found.name, found.others


def _cleaned(grid: Grid) -> Grid:
    return [(line, [_clean(cell) for cell in cells]) for line, cells in grid]


def _clean(cell: str) -> str:
    if cell.isascii():
        return cell.strip() if "  " not in cell and "\t" not in cell else _BLANKS.sub(" ", cell).strip()
    return _BLANKS.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", cell))).strip()


def _headed(filled: Grid) -> tuple[tuple[str, ...], tuple[Row, ...], list[str]]:
    at = _header_place(filled)
    notes = [_title_note(line, cells) for line, cells in filled[:at]]
    header, body = filled[at][1], filled[at + 1 :]
    if any(_MAIL.fullmatch(cell) for cell in header):
        header, body = [], filled[at:]
        notes.append("There is no line with column names, so the columns are numbered.")
    repeated = [line for line, cells in body if header and cells == header]
    if repeated:
        notes.append(f"The header comes again on line {_listed(repeated)} and was left out there.")
        body = [(line, cells) for line, cells in body if cells != header]
    kept = _used_columns(header, body)
    notes += _ragged_notes(header, body)
    columns, renamed = _named([header[place] if place < len(header) else "" for place in kept], kept)
    rows = tuple(Row(line, tuple(cells[place] if place < len(cells) else "" for place in kept)) for line, cells in body)
    return columns, rows, notes + renamed


def _header_place(filled: Grid) -> int:
    """Titles fill one cell or two; the header is the first line nearly as full as the rows are."""
    usual = median(sum(map(bool, cells)) for _, cells in filled[:50])
    needed = max(min(2, usual), 0.6 * usual)
    for place, (_, cells) in enumerate(filled[:_TITLE_ROWS]):
        if sum(map(bool, cells)) >= needed:
            return place
    return 0


def _used_columns(header: Sequence[str], body: Grid) -> list[int]:
    used = {place for place, title in enumerate(header) if title}
    for _, cells in body:
        used.update(place for place, cell in enumerate(cells) if cell)
    return sorted(used)


def _named(titles: Sequence[str], places: Sequence[int]) -> tuple[tuple[str, ...], list[str]]:
    columns: list[str] = []
    notes: list[str] = []
    blank = [place for place, title in zip(places, titles, strict=True) if not title]
    for place, title in zip(places, titles, strict=True):
        wanted = " ".join(title.split()) or f"Column {place + 1}"
        unique, number = wanted, 2
        while unique in columns:
            unique, number = f"{wanted} ({number})", number + 1
        if unique != wanted:
            notes.append(f"Two columns are called “{wanted}”; the later one is shown as “{unique}”.")
        columns.append(unique)
    if blank and len(blank) < len(places):
        notes.append(f"Column {_listed([place + 1 for place in blank])} has no name in the header.")
    return tuple(columns), notes


def _ragged_notes(header: Sequence[str], body: Grid) -> list[str]:
    """Name rows that spill over the header; short rows only lack blank cells at the end."""
    if not header:
        return []
    long = [line for line, cells in body if any(cells[len(header) :])]
    if not long:
        return []
    start = f"Line {_listed(long)} has" if len(long) == 1 else f"Lines {_listed(long)} have"
    return [f"{start} more cells than the header. A comma inside a cell may lack its quotation marks."]


def _title_note(line: int, cells: Sequence[str]) -> str:
    return f"Line {line} stands above the header and was left out: “{' '.join(filter(None, cells))}”."


def _formula_note(rows: Sequence[Row]) -> tuple[str, ...]:
    lines = [row.line for row in rows if any(_FORMULA.match(cell) for cell in row.cells)]
    if not lines:
        return ()
    where = f"line {_listed(lines)}" if len(lines) == 1 else f"lines {_listed(lines)}"
    return (f"Cells on {where} begin like a formula. They were kept as plain text and nothing was worked out.",)


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:5])
    return shown if len(numbers) <= 5 else f"{shown} and {len(numbers) - 5} more"


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.0f} MB" if size >= 1_000_000 else f"{max(1, size // 1000)} kB"
