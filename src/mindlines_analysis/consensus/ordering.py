"""Putting things in order, with ties called ties."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mindlines_analysis.opinion.tallying import Ranked, tally

__all__ = ["Ranking", "ranking"]

HAIR = 1e-9
NOBODY = "nobody voted"


@dataclass(frozen=True)
class Ranking:
    """What came of a ranking.

    `order` names the options from best to worst, those that are level together. `winner` beats each other option in a majority of the
    orders, where there is such a one; `agrees` says whether it also stands first alone, and is None where there is none.
    """

    result: Literal["ordered", "tied", "not_agreed"]
    people: int
    order: tuple[tuple[str, ...], ...]
    ranked: tuple[Ranked, ...]
    winner: str | None
    agrees: bool | None
    reason: str = ""

    @property
    def ties(self) -> tuple[tuple[str, ...], ...]:
        """Options that are level, wherever they stand."""
        return tuple(level for level in self.order if len(level) > 1)


def ranking(orders: Sequence[Sequence[str]], *, options: Sequence[str]) -> Ranking:
    """The order in which people put options, by mean place.

    Parameters
    ----------
    orders
        For each person the options from best to worst; it may stop early, and the options left out share the places left.
    options
        All that could be put in order.

    Returns
    -------
    Ranking
        `tied` where two or more stand first together. No lot is drawn.

    Raises
    ------
    ValueError
        If an order names something else or something twice, or `options` is empty or names one twice.

    Notes
    -----
    Mean places give the order of Borda's points (1781). Condorcet (1785) asks for the one that wins each pair; the two can
    differ, and where they do people should talk again rather than take either for the will of all.

    Examples
    --------
    >>> found = ranking(
    ...     [["gym", "walk", "rest"], ["gym", "rest", "walk"], ["walk", "gym", "rest"]], options=["gym", "rest", "walk"]
    ... )
    >>> found.order, found.winner, found.agrees
    ((('gym',), ('walk',), ('rest',)), 'gym', True)
    """
    ranked = tally([tuple(order) for order in orders], options=options, kind="ranking").ranked
    if not orders:
        return Ranking("not_agreed", 0, (), ranked, None, None, reason=NOBODY)
    order = _levels(ranked)
    winner = next((option for option in options if _wins(option, orders=orders, options=options)), None)
    return Ranking(
        result="tied" if len(order[0]) > 1 else "ordered",
        people=len(orders),
        order=order,
        ranked=ranked,
        winner=winner,
        agrees=None if winner is None else order[0] == (winner,),
    )


def _levels(ranked: Sequence[Ranked]) -> tuple[tuple[str, ...], ...]:
    levels: list[list[Ranked]] = []
    for one in ranked:
        if levels and abs(levels[-1][0].points - one.points) < HAIR:
            levels[-1].append(one)
        else:
            levels.append([one])
    return tuple(tuple(sorted(one.option for one in level)) for level in levels)


def _wins(option: str, *, orders: Sequence[Sequence[str]], options: Sequence[str]) -> bool:
    return all(_margin(option, other, orders=orders) > 0 for other in options if other != option)


def _margin(one: str, other: str, *, orders: Sequence[Sequence[str]]) -> int:
    """How many more put `one` before `other` than the other way round."""
    return sum(
        (_place(one, order) < _place(other, order)) - (_place(other, order) < _place(one, order)) for order in orders
    )


def _place(option: str, order: Sequence[str]) -> int:
    return order.index(option) if option in order else len(order)
