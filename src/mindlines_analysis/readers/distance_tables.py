"""Distances between people: the layout of the benchmark instances, and tables with names."""

import gzip
import io
import re
from dataclasses import dataclass

import numpy as np

from mindlines_analysis.readers.letters import decode
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.tables import Table

__all__ = ["DistanceTable", "read_distance_instance", "read_distance_table"]

MAX_UNPACKED = 200_000_000
MAX_PEOPLE = 5_000

_HEAD = re.compile(r"\s*(\d+)\s+(\d+)\s+(ss|ds)((?:\s+\d+)+)\s*")


@dataclass(frozen=True)
class DistanceTable:
    """Distances as a square table, who they are between, and the lowest and highest size of each group, if said."""

    names: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]
    sizes: tuple[tuple[int, int], ...] = ()

    def within(self, groups: tuple[tuple[str, ...], ...]) -> float:
        """The sum of the distances of all pairs that share a group."""
        values = np.array(self.values)
        places = {name: place for place, name in enumerate(self.names)}
        seats = [np.array([places[name] for name in group], dtype=int) for group in groups]
        return float(sum(values[np.ix_(seat, seat)].sum() for seat in seats) / 2)


def read_distance_instance(content: bytes, *, name: str) -> DistanceTable:
    """An instance of the maximally diverse grouping problem, packed with gzip or not.

    The first line holds the number of people, the number of groups, `ss` or `ds` for equal or different sizes, and the
    lowest and highest size of each group. A line `i j distance` follows for each pair; people count from 0.

    Parameters
    ----------
    content
        The bytes of the file.
    name
        What the file is called; only used in sentences.

    Returns
    -------
    DistanceTable
        People are named by their numbers.

    Raises
    ------
    Unreadable
        The file is in another layout, or a pair is missing, stands twice or is of nobody.

    Examples
    --------
    >>> found = read_distance_instance(b"3 2 ds 1 2 1 2\\n0 1 5.5\\n0 2 1\\n1 2 2\\n", name="small.txt")
    >>> found.sizes, found.values[0], found.within((("0", "1"), ("2",)))
    (((1, 2), (1, 2)), (0.0, 5.5, 1.0), 5.5)
    """
    text, _ = decode(_unpacked(content, name=name), name=name)
    first, _, rest = text.lstrip("\n").partition("\n")
    head = _HEAD.fullmatch(first)
    if head is None:
        raise Unreadable(
            f"“{name}” does not begin as an instance does: people, groups, ss or ds, then the lowest and highest size "
            "of each group."
        )
    many, groups, bounds = int(head[1]), int(head[2]), [int(number) for number in head[4].split()]
    if len(bounds) != 2 * groups or not 1 <= groups <= many <= MAX_PEOPLE:
        raise Unreadable(
            f"“{name}” names {many} people and {groups} groups, and {len(bounds)} sizes; there must be a lowest and a "
            f"highest for each group, and at most {MAX_PEOPLE:,} people."
        )
    values = _square(rest, many=many, name=name)
    sizes = tuple(zip(bounds[::2], bounds[1::2], strict=True))
    return DistanceTable(tuple(map(str, range(many))), values, sizes)


def read_distance_table(table: Table, *, name: str) -> DistanceTable:
    """A square table whose first column and whose header hold the same names.

    Parameters
    ----------
    table
        A table as `read_table` gives it.
    name
        What the file is called; only used in sentences.

    Returns
    -------
    DistanceTable
        In the order of the rows.

    Examples
    --------
    >>> from mindlines_analysis.readers.tables import read_table
    >>> square = read_table(b"who,Ana,Bo\\nAna,0,3\\nBo,3,0\\n", name="far.csv")
    >>> read_distance_table(square, name="far.csv").values
    ((0.0, 3.0), (3.0, 0.0))
    """
    names = tuple(row.cells[0] for row in table.rows)
    if set(names) != set(table.columns[1:]) or len(names) != len(table.columns) - 1:
        raise Unreadable(
            f"“{name}” is not a square table of distances. The first column and the header must hold the same names."
        )
    places = [table.columns.index(each) for each in names]
    return DistanceTable(
        names, tuple(tuple(_distance(row.cells[at], line=row.line) for at in places) for row in table.rows)
    )


def _unpacked(content: bytes, *, name: str) -> bytes:
    if not content.startswith(b"\x1f\x8b"):
        return content
    try:
        with gzip.open(io.BytesIO(content)) as packed:
            found = packed.read(MAX_UNPACKED + 1)
    except (OSError, EOFError) as problem:
        raise Unreadable(f"“{name}” is damaged and cannot be unpacked. Get it again.") from problem
    if len(found) > MAX_UNPACKED:
        raise Unreadable(f"“{name}” is too large when it is unpacked.")
    return found


def _square(text: str, *, many: int, name: str) -> tuple[tuple[float, ...], ...]:
    try:
        cells = np.array(text.split(), dtype=float).reshape(-1, 3)
    except ValueError:
        raise Unreadable(f"“{name}” has a line that is not two people and a distance, as in “0 1 88.63”.") from None
    pairs = cells[:, :2].astype(int) if np.isfinite(cells[:, :2]).all() else np.full((len(cells), 2), -1)
    wrong = np.flatnonzero((pairs < 0).any(1) | (pairs >= many).any(1) | (pairs[:, 0] == pairs[:, 1]))
    if len(wrong):
        raise Unreadable(f"“{name}”, line {wrong[0] + 2}: this pair is not two people between 0 and {many - 1}.")
    values = np.full((many, many), -1.0)
    for one, other in ((0, 1), (1, 0)):
        values[pairs[:, one], pairs[:, other]] = cells[:, 2]
    bad = np.flatnonzero(~np.isfinite(cells[:, 2]) | (cells[:, 2] < 0))
    if len(bad):
        raise Unreadable(f"“{name}”, line {bad[0] + 2}: a distance is a number from 0, and not “{cells[bad[0], 2]:g}”.")
    np.fill_diagonal(values, 0.0)
    pairs_needed = many * (many - 1) // 2
    if len(cells) != pairs_needed or (values < 0).any():
        raise Unreadable(f"“{name}” has {len(cells):,} pairs; {many} people have {pairs_needed:,}, each of them once.")
    return tuple(map(tuple, values.tolist()))


def _distance(cell: str, *, line: int) -> float:
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        raise Unreadable(f"Row {line}: “{cell}” is not a distance. Write a number.") from None
