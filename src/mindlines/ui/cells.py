"""Tables for a spreadsheet, in which no cell can act."""

import csv
import io
from collections.abc import Iterable, Sequence

from django.http import HttpResponse
from django.utils.text import get_valid_filename

# What a spreadsheet may take for the beginning of a formula.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Cells = Iterable[Sequence[str]]


def safe(cell: str) -> str:
    """The text with an apostrophe before it where a spreadsheet could take it for a formula."""
    return f"'{cell}" if cell.startswith(DANGEROUS) else cell


def csv_answer(rows: Cells, *, file_name: str, marked: bool = True) -> HttpResponse:
    """UTF-8; with a mark at the start, because Excel reads it wrongly without, unless another program stumbles over it."""
    text = io.StringIO()
    csv.writer(text).writerows([safe(cell) for cell in row] for row in rows)
    return _file(
        text.getvalue().encode("utf-8-sig" if marked else "utf-8"),
        kind="text/csv; charset=utf-8",
        name=f"{file_name}.csv",
    )


def xlsx_answer(rows: Cells, *, file_name: str) -> HttpResponse:
    """Every cell is text; what could be a formula also carries the mark that Excel sets behind a typed apostrophe."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to load, and seldom wanted
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, value="")
            cell.value = text
            cell.data_type = "s"
            cell.quotePrefix = text.startswith(DANGEROUS)
            cells.append(cell)
        sheet.append(cells)
    kept = io.BytesIO()
    book.save(kept)
    return _file(kept.getvalue(), kind=XLSX, name=f"{file_name}.xlsx")


def _file(content: bytes, *, kind: str, name: str) -> HttpResponse:
    disposition = f'attachment; filename="{get_valid_filename(name)}"'
    return HttpResponse(content, kind, headers={"Content-Disposition": disposition})
