"""A table of numbers prepared for drawing. Widths and places are in percent, because pages carry no inline styles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mindlines.knowledge.choices import Chart
from mindlines.knowledge.models import AuditTable

_NUMBER = re.compile(r"[-−+]?\d+(?:\.\d+)?")
_AROUND = re.compile(r"[\s,£$€%]")
TONES = 8
MOST_ROWS, MOST_SERIES = 40, 8


@dataclass(frozen=True)
class Bar:
    """One number as a bar; without a number there is none, and its cell says why."""

    series: str
    words: str
    tone: int
    start: float
    width: float
    has_number: bool


@dataclass(frozen=True)
class Row:
    name: str
    bars: list[Bar]


@dataclass(frozen=True)
class Dot:
    x: float
    y: float


@dataclass(frozen=True)
class Line:
    """One column as a line; where a cell holds no number the line is broken."""

    series: str
    tone: int
    dots: list[Dot]
    strokes: list[tuple[Dot, Dot]]


@dataclass(frozen=True)
class Picture:
    """Bars, or lines between the first row and the last; `top` and `bottom` are the ends of the scale."""

    rows: list[Row]
    lines: list[Line]
    top: str
    bottom: str
    first: str
    last: str
    has_many: bool


def picture(table: AuditTable) -> Picture | None:
    """What is drawn beside the table; nothing where there are no numbers, too many, or only the table is wished."""
    numbers = [[number(cell) for cell in row[1:]] for row in table.rows]
    known = [value for row in numbers for value in row if value is not None]
    is_too_large = len(table.rows) > MOST_ROWS or len(table.columns) - 1 > MOST_SERIES
    if table.chart == Chart.NONE or not known or is_too_large:
        return None
    low, high = min(0.0, *known), max(0.0, *known)
    is_line = table.chart == Chart.LINE and len(table.rows) > 1
    return Picture(
        rows=[] if is_line else _bars(table, numbers=numbers, low=low, high=high),
        lines=_lines(table, numbers=numbers, low=low, high=high) if is_line else [],
        top=f"{high:g}",
        bottom=f"{low:g}",
        first=str(table.rows[0][0]),
        last=str(table.rows[-1][0]),
        has_many=len(table.columns) > 2,
    )


def number(cell: str) -> float | None:
    """The number that a cell holds, such as “1,240”, “45 %” or “£3.50”; “fewer than 5” is none."""
    bare = _AROUND.sub("", str(cell))
    return float(bare.replace("−", "-")) if _NUMBER.fullmatch(bare) else None


def _bars(table: AuditTable, *, numbers: Sequence[Sequence[float | None]], low: float, high: float) -> list[Row]:
    rows = []
    for cells, values in zip(table.rows, numbers, strict=True):
        bars = []
        for place, value in enumerate(values):
            start, end = sorted((_share(0.0, low=low, high=high), _share(value or 0.0, low=low, high=high)))
            bars.append(
                Bar(
                    series=str(table.columns[place + 1]),
                    words=str(cells[place + 1]),
                    tone=place % TONES + 1,
                    start=start,
                    width=round(end - start, 3),
                    has_number=value is not None,
                )
            )
        rows.append(Row(name=str(cells[0]), bars=bars))
    return rows


def _lines(table: AuditTable, *, numbers: Sequence[Sequence[float | None]], low: float, high: float) -> list[Line]:
    lines = []
    for place, series in enumerate(table.columns[1:]):
        dots = [
            Dot(x=round(100 * at / (len(numbers) - 1), 3), y=round(100 - _share(values[place], low=low, high=high), 3))
            if values[place] is not None
            else None
            for at, values in enumerate(numbers)
        ]
        strokes = [(one, other) for one, other in pairwise(dots) if one is not None and other is not None]
        shown = [dot for dot in dots if dot is not None]
        lines.append(Line(series=str(series), tone=place % TONES + 1, dots=shown, strokes=strokes))
    return lines


def _share(value: float | None, *, low: float, high: float) -> float:
    """How far along the scale a value lies, in percent."""
    return round(100 * ((value or 0.0) - low) / (high - low), 3) if high > low else 0.0
