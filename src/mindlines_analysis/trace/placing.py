from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .reaching import Edge

SWEEPS = 4


@dataclass(frozen=True)
class Place:
    """Where a thing stands: in which column, and how many places from the top."""

    key: str
    column: int
    row: int


@dataclass(frozen=True)
class Gathered:
    """So many things of a column that are not drawn one by one; they stand together at the foot of it."""

    column: int
    row: int
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """From one place to another, both as (column, row); `count` edges of the same kind lie on it."""

    source: tuple[int, int]
    target: tuple[int, int]
    kind: str
    count: int


@dataclass(frozen=True)
class Layout:
    places: tuple[Place, ...]
    gathered: tuple[Gathered, ...]
    lines: tuple[Line, ...]
    columns: int
    rows: int


def lay_out(columns: Mapping[str, int], edges: Iterable[Edge], *, order: Sequence[str], most: int = 8) -> Layout:
    """Places for a trace: things of a kind in one column, lines between them with few crossings.

    Parameters
    ----------
    columns
        For each thing the number of its column, from 0; an empty column takes no room.
    edges
        What came from what; edges of things without a column are left out.
    order
        The things in the order in which they matter, the most important first: what does not fit into a column is taken
        from the end of it. Things that are not in it come last.
    most
        So many places has a column at most, the one for what is gathered among them; at least 2.

    Returns
    -------
    Layout
        Deterministic: the same input gives the same places, whatever the order of `edges`.

    Raises
    ------
    ValueError
        If `most` is below 2, or a column is below 0.

    Notes
    -----
    The order within columns is found by sweeps of barycentres (Sugiyama, Tagawa & Toda 1981,
    https://doi.org/10.1109/TSMC.1981.4308636).

    Examples
    --------
    >>> lay_out(
    ...     {"study": 0, "class": 3, "story": 0}, [Edge("study", "class")], order=["class", "study", "story"]
    ... ).places
    (Place(key='study', column=0, row=0), Place(key='story', column=0, row=1), Place(key='class', column=1, row=0))
    """
    if most < 2:
        raise ValueError(f"`most` is at least 2, and not {most}")
    if any(column < 0 for column in columns.values()):
        raise ValueError("`columns` has a column below 0")
    packed = {column: number for number, column in enumerate(sorted(set(columns.values())))}
    drawn, gathered = _chosen({key: packed[column] for key, column in columns.items()}, order=order, most=most)
    known = [edge for edge in edges if edge.source in columns and edge.target in columns]
    _untangle(drawn, _neighbours(known))
    places = tuple(
        Place(key, column, row) for column in range(len(packed)) for row, key in enumerate(drawn.get(column, ()))
    )
    foot = tuple(Gathered(column, len(drawn[column]), tuple(keys)) for column, keys in sorted(gathered.items()))
    return Layout(
        places=places,
        gathered=foot,
        lines=_lines(known, places=places, gathered=foot),
        columns=len(packed),
        rows=max((*(place.row + 1 for place in places), *(each.row + 1 for each in foot)), default=0),
    )


def _chosen(
    columns: Mapping[str, int], *, order: Sequence[str], most: int
) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """What is drawn by itself and what is gathered, by column."""
    rank = {key: number for number, key in enumerate(order)}
    drawn: dict[int, list[str]] = defaultdict(list)
    for key in sorted(columns, key=lambda key: (rank.get(key, len(rank)), key)):
        drawn[columns[key]].append(key)
    gathered = {}
    for column, keys in drawn.items():
        if len(keys) > most:
            drawn[column], gathered[column] = keys[: most - 1], keys[most - 1 :]
    return drawn, gathered


def _neighbours(edges: Iterable[Edge]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        found[edge.source].add(edge.target)
        found[edge.target].add(edge.source)
    return found


def _untangle(drawn: dict[int, list[str]], neighbours: Mapping[str, set[str]]) -> None:
    """Put each thing at the height of what it is tied to in the columns before it, then in those after it, and again."""
    columns = sorted(drawn)
    for sweep in range(SWEEPS):
        height = {key: (row + 0.5) / len(keys) for keys in drawn.values() for row, key in enumerate(keys)}
        for column in columns if sweep % 2 == 0 else reversed(columns):
            keys = drawn[column]
            here = set(keys)
            wish = {}
            for key in keys:
                tied = [height[other] for other in neighbours.get(key, ()) if other in height and other not in here]
                wish[key] = sum(sorted(tied)) / len(tied) if tied else height[key]
            keys.sort(key=lambda key: (wish[key], height[key]))
            height.update({key: (row + 0.5) / len(keys) for row, key in enumerate(keys)})


def _lines(edges: Iterable[Edge], *, places: Sequence[Place], gathered: Sequence[Gathered]) -> tuple[Line, ...]:
    where = {place.key: (place.column, place.row) for place in places}
    where |= {key: (each.column, each.row) for each in gathered for key in each.keys}
    counts: dict[tuple[tuple[int, int], tuple[int, int], str], int] = defaultdict(int)
    for edge in dict.fromkeys(edges):
        source, target = where[edge.source], where[edge.target]
        if source != target:
            counts[source, target, edge.kind] += 1
    return tuple(Line(source, target, kind, count) for (source, target, kind), count in sorted(counts.items()))
