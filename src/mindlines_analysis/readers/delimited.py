"""Text with columns: which character divides them, and the rows that come of it."""

import csv
import math
import re
from collections import Counter
from collections.abc import Iterator

from mindlines_analysis.readers.refusal import Unreadable

DELIMITERS = ("\t", ";", "|", ",")
Grid = list[tuple[int, list[str]]]

_SAMPLE_ROWS = 200
_HARDLY = 0.001
_OTHER_DIVIDERS = re.compile(r"\S( {2,}|[:^~])\S")
_NAMES = {"\t": "tabs", ";": "semicolons", "|": "upright bars", ",": "commas"}


def split_text(text: str, *, name: str) -> Grid:
    """Split text into rows of cells, each with the number of the line it starts on.

    The dividing character is the one under which most rows have the same, largest number of cells. One column where
    the lines plainly hold more is refused, because that is how a wrong divider shows.

    Parameters
    ----------
    text
        The whole text of the file.
    name
        What the file is called, for the sentence of a refusal.

    Returns
    -------
    list of (int, list of str)
        Line number and cells; blank lines are kept as they are.

    Raises
    ------
    Unreadable
        No character divides the lines into columns, or a quotation mark is never closed.

    Examples
    --------
    >>> split_text("Name;Town\\nBo;Ely, Cambs\\n", name="members.csv")
    [(1, ['Name', 'Town']), (2, ['Bo', 'Ely, Cambs'])]
    """
    body, declared, skipped = _declared(text)
    delimiter = declared or choose_delimiter(body, name=name)
    return [(line + skipped, cells) for line, cells in rows_of(body, delimiter=delimiter, name=name)]


def choose_delimiter(text: str, *, name: str) -> str:
    """Name the character that divides the columns of `text`; see `split_text`.

    Parameters
    ----------
    text
        The whole text of the file.
    name
        What the file is called, for the sentence of a refusal.

    Returns
    -------
    str
        A tab, semicolon, upright bar or comma.

    Examples
    --------
    >>> choose_delimiter("Name|Town\\nBo|Ely\\n", name="members.csv")
    '|'
    """
    scores = {delimiter: _score(text, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: scores[delimiter])
    if scores[best] == 0:
        _refuse_hidden_columns(text, name=name)
        return ","
    return best


def rows_of(text: str, *, delimiter: str, name: str) -> Grid:
    """Split `text` at a known character; a quoted cell may run over several lines.

    Parameters
    ----------
    text
        The whole text of the file.
    delimiter
        The dividing character.
    name
        What the file is called, for the sentence of a refusal.

    Returns
    -------
    list of (int, list of str)
        Line number and cells.

    Examples
    --------
    >>> rows_of('Bo,"12 High St\\nEly"\\nChi,\\n', delimiter=",", name="x.csv")
    [(1, ['Bo', '12 High St\\nEly']), (3, ['Chi', ''])]
    """
    rows: Grid = []
    try:
        rows.extend(_records(text, delimiter, strict=True))
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise _unclosed(rows[-1][0] if rows else 0, name=name) from error
    else:
        return rows
    try:
        return list(_records(text, delimiter, strict=False))
    except csv.Error as error:
        raise Unreadable(
            f"“{name}” has a cell that is far too long. A quotation mark may be missing; save the list again as CSV."
        ) from error


def _declared(text: str) -> tuple[str, str, int]:
    """Heed Excel's own first line, ``sep=;``."""
    first, _, rest = text.partition("\n")
    found = re.fullmatch(r"\"?sep=(.)\"?\r?", first, re.IGNORECASE)
    return (rest, found.group(1), 1) if found else (text, "", 0)


def _records(text: str, delimiter: str, *, strict: bool) -> Iterator[tuple[int, list[str]]]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    reader = csv.reader((line + "\n" for line in lines), delimiter=delimiter, strict=strict)
    start = 1
    last = len(lines) + 1 if lines[-1] else len(lines)
    for cells in reader:
        if start < last:
            yield start, cells
        start = reader.line_num + 1


def _cuts_quoted_cells(sample: str, delimiter: str) -> bool:
    """Whether most rows have a quoted cell that goes on after its closing mark, as in ``";",";"`` divided at semicolons."""
    wrong = rows = 0
    for line in sample.splitlines():
        if line.strip():
            rows += 1
            try:
                list(csv.reader([line], delimiter=delimiter, strict=True))
            except csv.Error as error:
                wrong += "expected after" in str(error)
    return 2 * wrong > rows


def _score(text: str, delimiter: str) -> float:
    if delimiter not in text:
        return 0.0
    sample = "\n".join(text.splitlines()[: _SAMPLE_ROWS * 2])
    try:
        rows = [cells for _, cells in _records(sample, delimiter, strict=False) if any(map(str.strip, cells))]
    except csv.Error:
        return _HARDLY
    if _cuts_quoted_cells(sample, delimiter):
        return _HARDLY
    rows = rows[:_SAMPLE_ROWS]
    if not rows:
        return 0.0
    widths = Counter(len(cells) for cells in rows)
    width, times = max(widths.items(), key=lambda item: (item[1] if item[0] > 1 else 0, item[0]))
    if width < 2 or times < 0.3 * len(rows):
        return 0.0
    score = math.log(width) * times / len(rows)
    header = next((cells for cells in rows if len(cells) > 1), [])
    if len(header) != width:
        score *= 0.5
    return score * (0.6 if _looks_like_prose(rows, delimiter) else 1.0)


def _looks_like_prose(rows: list[list[str]], delimiter: str) -> bool:
    """A comma inside a sentence is followed by a blank; a comma between cells seldom is."""
    after = [cell for cells in rows for cell in cells[1:] if cell]
    return delimiter in ",;" and sum(cell.startswith(" ") for cell in after) > 0.5 * max(1, len(after))


def _refuse_hidden_columns(text: str, *, name: str) -> None:
    lines = [line.strip() for line in text.splitlines()[:_SAMPLE_ROWS] if line.strip(" \t;|,")]
    mixed = sum(any(char in line for char in DELIMITERS) for line in lines)
    other = sum(bool(_OTHER_DIVIDERS.search(line)) for line in lines)
    if max(mixed, other) > 0.5 * len(lines) and len(lines) > 1:
        raise Unreadable(
            f"We cannot tell where the columns of “{name}” begin: every line came out as one single cell. "
            "Save it again as CSV with commas, or as an Excel workbook (.xlsx)."
        )


def _unclosed(line: int, *, name: str) -> Unreadable:
    where = f"after line {line}" if line else "near the top"
    return Unreadable(
        f"A quotation mark in “{name}” ({where}) is opened and never closed, so the rows run together. "
        "Close it or take it out, and choose the file again."
    )
