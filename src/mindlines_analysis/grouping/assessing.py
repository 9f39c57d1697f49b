"""Judging groups that somebody made by hand."""

from collections.abc import Sequence

from mindlines_analysis.grouping._asked import ask
from mindlines_analysis.grouping._describing import describe
from mindlines_analysis.grouping._seats import places_of
from mindlines_analysis.grouping._shape import Made
from mindlines_analysis.grouping.division import Division
from mindlines_analysis.grouping.mixing import History, Mix
from mindlines_analysis.grouping.people import Participant, Room
from mindlines_analysis.grouping.wishes import Wish

__all__ = ["assess"]


def assess(
    people: Sequence[Participant],
    *,
    rounds: Sequence[Sequence[Sequence[str]]],
    mix: Sequence[Mix] = (),
    wishes: Sequence[Wish] = (),
    rooms: Sequence[Room] = (),
    history: History | None = None,
) -> Division:
    """The division `rounds` as it is, with its cost, its reasons, and each hard wish that it breaks.

    Parameters
    ----------
    people
        Everybody who is to have a place.
    rounds
        For each round its groups, each a list of names. Whoever is named in no group of a round is not counted
        there, and neither is whoever is not there then; a note says so.
    mix, wishes, rooms, history
        As `divide` takes them. The sizes of the groups are taken as they are.

    Returns
    -------
    Division
        With the same meaning as what `divide` returns, except that `broken` can have something in it. `prices` and
        the reason `best` look at single swaps of two people, and are left out for more than 600 people in a round.

    Raises
    ------
    ValueError
        If something cannot be meant, such as a name that nobody has, or a person with two places.

    Notes
    -----
    The cost is the sum of its `parts`, by the formulas in the docstrings of `Spread`, `Separate`, `Distances` and
    `History`. What lots would cost is worked out from the variance of the hypergeometric distribution, and for those
    who meet from the chance of a pair to be in one group. Dividing so that the pairs within groups are as different
    as can be is the maximally diverse grouping problem: Gallego, Laguna, Martí and Duarte (2013), *Journal of the
    Operational Research Society* 64(5), 724-734.

    Examples
    --------
    >>> from mindlines_analysis.grouping import Participant, Spread
    >>> people = [
    ...     Participant("Ana", {"role": "clinician"}),
    ...     Participant("Bo", {"role": "lay"}),
    ...     Participant("Chi", {"role": "clinician"}),
    ...     Participant("Dee", {"role": "lay"}),
    ... ]
    >>> by_hand = assess(people, rounds=[[["Ana", "Chi"], ["Bo", "Dee"]]], mix=[Spread("role", weight=1)])
    >>> by_hand.cost, round(by_hand.parts[0].by_lot, 2)
    (4.0, 1.33)
    >>> assess(people, rounds=[[["Ana", "Bo"], ["Chi", "Dee"]]], mix=[Spread("role", weight=1)]).cost
    0.0
    """
    asked = ask(people, shape=Made(rounds), mix=mix, wishes=wishes, rooms=rooms, history=history)
    return describe(asked, places_of(asked, asked.start))
