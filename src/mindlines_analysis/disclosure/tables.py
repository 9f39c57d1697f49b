"""A table of counts from which nobody can work out the small ones."""

from collections.abc import Mapping
from dataclasses import dataclass

from mindlines_analysis.disclosure._auditing import Audit, Cell
from mindlines_analysis.disclosure.showing import publishable, rounded

__all__ = ["Protected", "protect"]

Table = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Protected:
    """What may be shown: counts, rounded, and None where one is hidden.

    `hidden` lists hidden cells as (row, column). `exposed` are those among them that the totals alone give away, whatever is
    hidden: where there are any, the table should not be shown beside its totals at all.
    """

    cells: dict[str, dict[str, int | None]]
    row_totals: dict[str, int | None]
    column_totals: dict[str, int | None]
    total: int | None
    hidden: tuple[Cell, ...]
    exposed: tuple[Cell, ...]


def protect(table: Table, *, least: int) -> Protected:
    """Hide small counts of a table, and as few others as keep them hidden.

    Parameters
    ----------
    table
        Counts of people by row and column, every row with the same columns. Nobody is counted twice.
    least
        Counts from 1 to `least` - 1 are hidden: 5 for behaviour, 8 for answers and characteristics.

    Returns
    -------
    Protected
        A reader who knows every total exactly, even those not shown, finds more than one possible value for each hidden cell, and
        for a small one also values from `least` on where the totals leave room for them. Noughts are shown, unless they alone
        would give a cell away; then all of them are hidden.

    Raises
    ------
    ValueError
        If a count is negative, rows have different columns, or `least` is below 2.

    Notes
    -----
    Cell suppression (Willenborg and de Waal 2001, Elements of Statistical Disclosure Control, chapter 4): where one cell of a line
    is hidden alone, the smallest other one goes too; then the range of each hidden cell is worked out and more is hidden as
    long as one is too narrow. A table of one row has no column totals, a table of one column no row totals. It protects
    one table: two tables over the same people, or of two dates, can still be subtracted.

    Examples
    --------
    >>> answers = {"lay": {"yes": 2, "no": 9}, "clinicians": {"yes": 14, "no": 11}, "managers": {"yes": 30, "no": 21}}
    >>> found = protect(answers, least=8)
    >>> found.cells["lay"], found.cells["managers"]
    ({'yes': None, 'no': None}, {'yes': 30, 'no': 20})
    >>> found.hidden
    (('lay', 'yes'), ('lay', 'no'), ('clinicians', 'yes'), ('clinicians', 'no'))
    """
    _check(table, least)
    audit = Audit.of(table, least=least)
    hidden = audit.hidden()
    columns = list(next(iter(table.values()), {}))
    return Protected(
        cells={
            row: {column: None if (row, column) in hidden else rounded(count) for column, count in counts.items()}
            for row, counts in table.items()
        },
        row_totals={row: publishable(sum(counts.values()), least=least) for row, counts in table.items()},
        column_totals={
            column: publishable(sum(counts[column] for counts in table.values()), least=least) for column in columns
        },
        total=publishable(sum(sum(counts.values()) for counts in table.values()), least=least),
        hidden=tuple((row, column) for row in table for column in columns if (row, column) in hidden),
        exposed=tuple(cell for cell in audit.small if not audit.can_be_kept(cell)),
    )


def _check(table: Table, least: int) -> None:
    if least < 2:
        raise ValueError("least: at least 2")
    columns = [list(counts) for counts in table.values()]
    if any(set(names) != set(columns[0]) for names in columns):
        raise ValueError("table: every row needs the same columns")
    if any(count < 0 for counts in table.values() for count in counts.values()):
        raise ValueError("table: counts cannot be negative")
