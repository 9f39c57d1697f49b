"""Dividing people into groups."""

from collections.abc import Sequence
from dataclasses import replace
from time import monotonic

from mindlines_analysis.grouping._asked import Asked, ask, check_effort
from mindlines_analysis.grouping._conflict import best_known, explained, solved
from mindlines_analysis.grouping._describing import describe
from mindlines_analysis.grouping._searching import Effort, improve, search
from mindlines_analysis.grouping._shape import Wanted
from mindlines_analysis.grouping.division import Division
from mindlines_analysis.grouping.mixing import History, Mix
from mindlines_analysis.grouping.people import Participant, Room
from mindlines_analysis.grouping.wishes import Wish

__all__ = ["divide"]

# Seconds for the proof that hard wishes contradict each other.
LEAST_PATIENCE = 5.0


def divide(  # noqa: PLR0913 -- each is an option of one deed, named by the caller
    people: Sequence[Participant],
    *,
    groups: int | None = None,
    size: int | Sequence[int | tuple[int, int]] | None = None,
    rounds: int = 1,
    mix: Sequence[Mix] = (),
    wishes: Sequence[Wish] = (),
    rooms: Sequence[Room] = (),
    history: History | None = None,
    start: Sequence[Sequence[Sequence[str]]] = (),
    seconds: float = 1.0,
    steps: int | None = None,
    seed: int = 0,
) -> Division:
    """Groups of `people` for each round, every hard wish kept, mixed as well as `seconds` allow.

    Swaps are drawn by their gain while a temperature falls (a heat bath over pairs of groups, several replicas side by
    side), and at the end the best are made until no single swap improves the result.

    Parameters
    ----------
    people
        Everybody who is to have a place; names tell them apart.
    groups, size
        One of the two: how many groups, of sizes equal within one; how many people in each; or for each group its
        size, or its least and most.
    rounds
        How many times they are divided. People meet new people from round to round.
    mix
        What is to be mixed, each with its weight: `Spread`, `Separate`, `Distances`.
    wishes
        What must hold: `Apart`, `Together`, `AtLeast`, `AtMost`, `NotAlone`, `Pinned`.
    rooms
        One for each group, or none; people sit where their needs are met.
    history
        Who met whom before.
    start
        Groups to keep as they are, as far as the hard wishes let: as few people move as possible. People without a
        place in it get one.
    seconds
        How long to look. Whatever was found by then is returned.
    steps
        How many steps to look; with the same `seed` and `steps` the result is the same, unless time ran out.
    seed
        Which lots are drawn.

    Returns
    -------
    Division
        The groups, their cost and its parts, the price of each hard wish, why everybody is where they are, and who
        meets whom. When the hard wishes cannot all hold, no groups but a `conflict`: a smallest set of wishes to
        relax, in words.

    Raises
    ------
    ValueError
        When the input contradicts itself; the sentence names the argument, the person and the remedy.

    Notes
    -----
    The problem is the maximally diverse grouping problem (Gallego, Laguna, Martí and Duarte 2013,
    https://doi.org/10.1057/jors.2012.66) with side constraints, and over several rounds the social golfer problem.
    Passing replicas on from one temperature to the next is population annealing (Hukushima and Iba 2003,
    https://doi.org/10.1063/1.1632130).

    Examples
    --------
    >>> from mindlines_analysis.grouping import AtLeast, Spread, Together
    >>> people = [Participant(name, kinds={"constituency": kind}) for name, kind in zip("ABCDEF", "llccgg")]
    >>> division = divide(people, groups=2, mix=[Spread("constituency")], wishes=[Together(("A", "C"))], steps=200)
    >>> [len({"ABCDEF".index(name) // 2 for name in group}) for group in division.rounds[0]]
    [3, 3]
    >>> divide(people, groups=3, wishes=[AtLeast(1, "constituency", "l")], steps=200).conflict.sentences[0]
    'Two people of constituency “l” cannot be one in each of three groups. Make two groups.'
    """
    begun = monotonic()
    asked = ask(
        people,
        shape=Wanted(groups=groups, size=size, rounds=rounds, start=start),
        mix=mix,
        wishes=wishes,
        rooms=rooms,
        history=history,
    )
    check_effort(seconds, steps)
    found = search(asked, Effort(seconds=seconds - (monotonic() - begun), steps=steps, seed=seed))
    division = describe(asked, found.places)
    if division.broken:
        division = _mended(asked, division, Effort(seconds=seconds, steps=steps, seed=seed))
    return replace(division, seed=seed, steps=found.steps, cut_short=found.cut_short, seconds=monotonic() - begun)


def _mended(asked: Asked, division: Division, effort: Effort) -> Division:
    """What to answer when the search broke a hard wish: a division that does not, or why there is none."""
    patience = max(LEAST_PATIENCE, effort.seconds)
    proof = solved(asked, seconds=patience)
    if proof is not None and not proof.relax:
        return describe(asked, improve(asked, proof.places, seed=effort.seed))
    if proof is not None:
        return Division(rounds=(), conflict=explained(asked, proof.relax), notes=asked.notes)
    again = describe(asked, search(asked, replace(effort, seconds=patience, seed=effort.seed + 1)).places)
    if not again.broken:
        return again
    conflict = best_known(asked, broken=[broken.wish for broken in again.broken], seconds=patience)
    return Division(rounds=(), conflict=conflict, notes=asked.notes)
