"""What somebody who knows the totals could work out about hidden cells.

Hidden cells are the edges of a network between rows and columns. A cell can be larger only if others of its row and of its column are
smaller, those only if others again are larger, and so on around a circle: how far it can move is a largest flow from its row
to its column (Willenborg and de Waal 2001; the constraints are totally unimodular, so whole numbers lose nothing).
"""

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

__all__ = ["Audit", "Cell"]

Cell = tuple[str, str]
Node = tuple[str, str]
Room = dict[Node, dict[Node, int]]

ANYWHERE: Node = ("", "")


@dataclass(frozen=True)
class Audit:
    """One table as it is, and the least count that may be shown."""

    counts: dict[Cell, int]
    least: int
    has_row_totals: bool
    has_column_totals: bool

    @classmethod
    def of(cls, table: Mapping[str, Mapping[str, int]], *, least: int) -> "Audit":
        counts = {(row, column): count for row, columns in table.items() for column, count in columns.items()}
        many_columns = len({column for _, column in counts}) > 1
        return cls(counts=counts, least=least, has_row_totals=many_columns, has_column_totals=len(table) > 1)

    @cached_property
    def small(self) -> tuple[Cell, ...]:
        """The cells that must not be shown."""
        return tuple(cell for cell, count in self.counts.items() if 0 < count < self.least)

    @cached_property
    def zeros_too(self) -> bool:
        """Whether a small cell can be kept only if noughts are hidden as well."""
        positive = [cell for cell, count in self.counts.items() if count]
        return any(
            not self._is_open(self.range_of(cell, hidden=positive, floor=1))
            and self._is_open(self.range_of(cell, hidden=self.counts, floor=0))
            for cell in self.small
        )

    @cached_property
    def _floor(self) -> int:
        """Where noughts are shown, everybody knows that what is hidden is none."""
        return 0 if self.zeros_too else 1

    @cached_property
    def _all(self) -> tuple[Cell, ...]:
        return tuple(cell for cell, count in self.counts.items() if count or self.zeros_too)

    @cached_property
    def _best(self) -> dict[Cell, tuple[int, int]]:
        """The range of each cell if all were hidden."""
        return {cell: self.range_of(cell, hidden=self._all, floor=self._floor) for cell in self._all}

    def can_be_kept(self, cell: Cell) -> bool:
        """Whether the totals alone do not give `cell` away."""
        return self._is_open(self._best[cell])

    def hidden(self) -> frozenset[Cell]:
        """The small cells, and as few more as keep them."""
        hidden = {*self.small}
        if self.zeros_too:
            hidden |= {cell for cell, count in self.counts.items() if not count}
        while (narrow := next(self._narrow(hidden), None)) is not None:
            hidden.add(self._partner(narrow, hidden=hidden))
        return frozenset(hidden)

    def _narrow(self, hidden: Collection[Cell]) -> Iterator[Cell]:
        """Hidden cells of which too much can be known, as long as hiding more can help."""
        for cell in self.counts:
            if cell not in hidden or not self.can_be_kept(cell):
                continue
            found = self.range_of(cell, hidden=hidden, floor=self._floor)
            low_enough = self.counts[cell] >= self.least or found[1] >= min(self.least, self._best[cell][1])
            if not (self._is_open(found) and low_enough):
                yield cell

    def _partner(self, cell: Cell, *, hidden: Collection[Cell]) -> Cell:
        """What to hide next, so that less is known of `cell`.

        From a line where a cell is hidden alone, its own first, the smallest cell; before that one that helps another lonely
        cell as well. Where no cell is alone, the smallest of its row and column, at last of all.
        """
        shown = [other for other in self._all if other not in hidden]
        alone = self._lonely(hidden)
        for line in (*self._ends(cell), *alone):
            if line in alone and (there := [other for other in shown if line in self._ends(other)]):
                return min(there, key=lambda other: (not {*self._ends(other)} <= {*alone}, self.counts[other]))
        near = [other for other in shown if {*self._ends(other)} & {*self._ends(cell)}]
        return min(near or shown, key=self.counts.__getitem__)

    def _lonely(self, hidden: Collection[Cell]) -> list[Node]:
        """Rows and columns in which one cell alone is hidden, which the total gives away."""
        counted = Counter(end for cell in self.counts if cell in hidden for end in self._ends(cell))
        return [line for line, count in counted.items() if count == 1 and line != ANYWHERE]

    @staticmethod
    def _is_open(found: tuple[int, int]) -> bool:
        return found[0] < found[1]

    def range_of(self, cell: Cell, *, hidden: Collection[Cell], floor: int) -> tuple[int, int]:
        """The least and the most that `cell` can be, for who knows all totals and all cells not `hidden`."""
        row, column = self._ends(cell)
        count = self.counts[cell]
        plenty = sum(self.counts.values()) + self.least
        if row == column:
            return floor, plenty
        room: Room = defaultdict(lambda: defaultdict(int))
        for other in hidden:
            if other != cell:
                one_row, one_column = self._ends(other)
                room[one_row][one_column] += self.counts[other] - floor
                room[one_column][one_row] += plenty
        # Lowering first: the same network, from the other end. Each flow needs the room untouched.
        lower = _flow({node: dict(edges) for node, edges in room.items()}, start=column, end=row, enough=count - floor)
        higher = _flow({node: dict(edges) for node, edges in room.items()}, start=row, end=column, enough=plenty)
        return count - lower, count + higher

    def _ends(self, cell: Cell) -> tuple[Node, Node]:
        row = ("row", cell[0]) if self.has_row_totals else ANYWHERE
        column = ("column", cell[1]) if self.has_column_totals else ANYWHERE
        return row, column


def _flow(room: Room, *, start: Node, end: Node, enough: int) -> int:
    """The largest flow, along shortest ways first (Edmonds and Karp 1972), or `enough` of it."""
    total = 0
    while total < enough and (way := _way(room, start=start, end=end)):
        amount = min(enough - total, *(room[one][other] for one, other in way))
        for one, other in way:
            room[one][other] -= amount
            room[other][one] = room[other].get(one, 0) + amount
        total += amount
    return total


def _way(room: Room, *, start: Node, end: Node) -> list[tuple[Node, Node]]:
    came_from: dict[Node, Node] = {start: start}
    waiting = deque([start])
    while waiting and end not in came_from:
        node = waiting.popleft()
        for other, left in room.get(node, {}).items():
            if left > 0 and other not in came_from:
                came_from[other] = node
                waiting.append(other)
    way, node = [], end
    while node in came_from and node != start:
        way.append((came_from[node], node))
        node = came_from[node]
    return way
