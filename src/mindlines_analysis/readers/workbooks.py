"""Excel and LibreOffice workbooks, as rows of texts."""

import datetime as dt
from dataclasses import dataclass
from io import BytesIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from mindlines_analysis.readers.delimited import Grid
from mindlines_analysis.readers.kinds import Kind, protected
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.unpacking import MAX_CELLS, check_packed, damaged

Value = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook: its name, its rows, and the names of the other sheets that hold something."""

    name: str
    grid: Grid
    others: tuple[str, ...]


def read_workbook(content: bytes, *, kind: Kind, name: str, sheet: str | None = None) -> Sheet:
    """Read one sheet of a workbook; without `sheet` the first visible one that holds something.

    Formulas are never evaluated: what the program that saved the file had worked out is taken.

    Parameters
    ----------
    content
        The bytes of the workbook.
    kind
        What `kind_of` said about it.
    name
        What the file is called, for the sentence of a refusal.
    sheet
        The name of the sheet to read.

    Returns
    -------
    Sheet
        Rows with their numbers as the spreadsheet program shows them.

    Raises
    ------
    Unreadable
        The workbook is damaged, protected, too large unpacked, or has nothing in it.

    Examples
    --------
    >>> read_workbook(b"PK\\x03\\x04", kind="xlsx", name="members.xlsx")
    Traceback (most recent call last):
    ...
    mindlines_analysis.readers.refusal.Unreadable: “members.xlsx” is damaged ... save it, and choose it again.
    """
    if kind != "xls":
        check_packed(content, name=name)
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        return _chosen(workbook, name=name, sheet=sheet)
    except (CalamineError, OSError) as error:
        raise protected(name) if isinstance(error, PasswordError) else damaged(name) from error


def _chosen(workbook: CalamineWorkbook, *, name: str, sheet: str | None) -> Sheet:
    visible = [
        entry.name
        for entry in workbook.sheets_metadata
        if entry.typ == SheetTypeEnum.WorkSheet and entry.visible == SheetVisibleEnum.Visible
    ]
    if sheet is not None and sheet not in visible:
        raise Unreadable(f"“{name}” has no sheet called “{sheet}”. Its sheets are: {', '.join(visible) or 'none'}.")
    filled = {title: found for title in visible if (found := workbook.get_sheet_by_name(title)).start is not None}
    wanted = sheet if sheet is not None else next(iter(filled), None)
    if wanted is None or wanted not in filled:
        raise Unreadable(f"There is nothing to read in “{name}”. Choose the workbook that holds the list.")
    others = tuple(title for title in filled if title != wanted)
    return Sheet(name=wanted, grid=_grid(filled[wanted], name=name), others=others)


def _grid(sheet: CalamineSheet, *, name: str) -> Grid:
    if sheet.height * sheet.width > MAX_CELLS:
        raise Unreadable(
            f"The sheet “{sheet.name}” of “{name}” is far too large. Copy only the list into a new workbook."
        )
    first = (sheet.start or (0, 0))[0] + 1
    rows = sheet.to_python(skip_empty_area=True)
    return [(first + number, [_text(value) for value in cells]) for number, cells in enumerate(rows)]


def _text(value: Value) -> str:
    """Write a cell as its reader sees it: 1 and not 1.0, days as 2026-12-09."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else format(value, ".15g")
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ", timespec="seconds" if value.second else "minutes")
    if isinstance(value, dt.time):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    return str(value)
