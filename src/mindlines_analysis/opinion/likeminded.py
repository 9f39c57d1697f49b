"""Groups of people who vote alike, found in the votes themselves."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from mindlines_analysis.opinion._chance import chance
from mindlines_analysis.opinion._parting import Labels, part, silhouette
from mindlines_analysis.opinion._plane import Floats, lay_out, table
from mindlines_analysis.opinion._telling import Telling, tell
from mindlines_analysis.opinion._votes import PASS, Votes, check, statements_of
from mindlines_analysis.voice.figures import Figure

__all__ = ["OpinionGroups", "Place", "Telling", "opinion_groups"]

ENOUGH_VOTES = 7
FEWEST_STATEMENTS = 3
PEOPLE_PER_FURTHER_GROUP = 12
ONE_IN_TWENTY = 0.05
# One more group must be worth at least this much of a silhouette.
WORTH = 0.02

NONE = Figure(None, "no groups were looked for")

Place = tuple[float, float]
Tries = dict[int, tuple[float, Labels]]


@dataclass(frozen=True)
class OpinionGroups:
    """Who votes alike; where there are no groups, `reason` says why.

    `groups` has the largest first. `places` puts every grouped voter on a plane, `statement_places` every statement where
    somebody would stand who agreed with it and saw nothing else. `explained` is the part of all differences that each of the two
    directions holds, `silhouette` how clearly the groups stand apart, and `silhouettes` that for each number of groups tried. `by_chance` is how often shuffled votes go together as much.
    `told_by` has, for each group, the statements that set it apart. `left_out` voted on too few statements to be placed.
    """

    groups: tuple[tuple[str, ...], ...] = ()
    places: dict[str, Place] = field(default_factory=dict)
    statement_places: dict[str, Place] = field(default_factory=dict)
    silhouette: Figure = NONE
    by_chance: Figure = NONE
    silhouettes: dict[int, float] = field(default_factory=dict)
    explained: tuple[float, float] = (0.0, 0.0)
    told_by: tuple[tuple[Telling, ...], ...] = ()
    left_out: tuple[str, ...] = ()
    reason: str = ""


def opinion_groups(
    votes: Votes,
    *,
    withdrawn: Collection[str] = (),
    most: int = 5,
    least_voters: int = 30,
    smallest: int = 5,
    seed: int = 0,
) -> OpinionGroups:
    """Find groups of people who vote alike.

    Parameters
    ----------
    votes
        For each voter 1 (agree), 0 (pass) or -1 (disagree) on the statements that they saw; of several votes the last.
    withdrawn
        Statements that a moderator took away: whoever voted on them has voted, but how they voted makes no difference.
    most
        The largest number of groups to try.
    least_voters
        With fewer voters who can be placed there are no groups: take the declared ones, with `agreement`.
    smallest
        No division is taken that leaves a group smaller than this.
    seed
        For the shuffles, and for the beginnings of k-means.

    Returns
    -------
    OpinionGroups
        The order of voters and statements decides nothing but the shuffles. k-means finds groups in any cloud, and a silhouette of 0.35 to
        0.45 is also what people get who toss a coin; so there are groups only where the votes of different people go together more
        than they do after each statement's votes were dealt out anew among those who saw it.

    Raises
    ------
    ValueError
        If a vote is another number, or `most` or `smallest` is less than two or one.

    Notes
    -----
    After the published method of Polis (Small and others 2021, Recerca 26(2)): principal components of the votes of
    everybody, a statement not seen counting as its mean; voters stretched by the root of (statements / seen); people with at
    least seven votes (or all, if there are fewer statements) parted by k-means (Arthur and Vassilvitskii 2007); the number of groups by the largest mean silhouette
    (Rousseeuw 1987), up to two and one more for each twelve people. Where Polis starts k-means once, from those who came
    first, the best of many beginnings is taken here, so that the order of arrival does not decide who belongs where. The
    comparison with shuffled votes, parallel analysis (Horn 1965), is not part of Polis.

    Examples
    --------
    >>> votes = {f"a{n}": {"s": 1, "t": 1, "u": -1, "v": 1 - n % 3} for n in range(20)}
    >>> votes |= {f"b{n}": {"s": -1, "t": -1, "u": 1, "v": 1 - n % 3} for n in range(15)}
    >>> found = opinion_groups(votes, most=2)
    >>> [(len(group), group[0]) for group in found.groups]
    [(20, 'a0'), (15, 'b0')]
    >>> [(told.statement, told.direction) for told in found.told_by[1]]
    [('s', 'disagree'), ('t', 'disagree'), ('u', 'agree')]
    """
    _check(votes, most=most, smallest=smallest)
    seen = statements_of(votes)
    enough = max(1, min(ENOUGH_VOTES, len(seen)))
    voters = [voter for voter, given in votes.items() if len(given) >= enough]
    left_out = [voter for voter, given in votes.items() if len(given) < enough]
    statements = [statement for statement in seen if statement not in withdrawn]
    cells = table(votes, voters=[*voters, *left_out], statements=[*statements, *(set(seen) - set(statements))])
    # As published: a statement taken away is one that everybody has seen and nobody took a side on.
    cells[:, len(statements) :] = PASS
    found = OpinionGroups(left_out=tuple(left_out))
    if len(voters) < least_voters:
        return replace(found, reason="too few voters")
    if len(statements) < FEWEST_STATEMENTS:
        return replace(found, reason="too few statements")
    plane = lay_out(cells)
    if plane is None:
        return replace(found, reason="everybody votes alike")
    by_chance = chance(cells, seed=seed)
    found = replace(found, by_chance=Figure(by_chance), explained=plane.explained)
    if by_chance > ONE_IN_TWENTY:
        return replace(found, reason="no more alike than by chance")
    tried = _tries(plane.voters[: len(voters)], most=most, smallest=smallest, seed=seed)
    found = replace(
        found,
        places=_named(voters, plane.voters),
        statement_places=_named(statements, plane.statements),
        silhouettes={many: clear for many, (clear, _) in tried.items()},
    )
    if not tried:
        return replace(found, reason="every division leaves a group too small")
    return _grouped(found, tried=tried, cells=cells)


def _check(votes: Votes, *, most: int, smallest: int) -> None:
    check(votes)
    if most < 2:
        raise ValueError("most: at least two groups")
    if smallest < 1:
        raise ValueError("smallest: at least one person")


def _named(names: Sequence[str], places: Floats) -> dict[str, Place]:
    # Votes on a line give a second direction that is nothing but the noise of the machine.
    return {name: (float(x), float(y)) for name, (x, y) in zip(names, places.round(12) + 0.0, strict=False)}


def _tries(places: Floats, *, most: int, smallest: int, seed: int) -> Tries:
    """Each number of groups that leaves none too small, with its silhouette and who belongs where."""
    tried: Tries = {}
    for many in range(2, min(most, 2 + len(places) // PEOPLE_PER_FURTHER_GROUP) + 1):
        labels = part(places, many=many, seed=seed)
        if labels is not None and np.bincount(labels, minlength=many).min() >= smallest:
            tried[many] = (silhouette(places, labels=labels), labels)
    return tried


def _grouped(found: OpinionGroups, *, tried: Tries, cells: Floats) -> OpinionGroups:
    """The division that stands out most, or one with fewer groups that does so nearly as well."""
    voters = list(found.places)
    clearest = max(clear for clear, _ in tried.values())
    clear, labels = next(attempt for attempt in tried.values() if attempt[0] >= clearest - WORTH)
    groups = [[voter for voter, label in zip(voters, labels, strict=True) if label == one] for one in np.unique(labels)]
    groups.sort(key=lambda group: (-len(group), np.mean([found.places[voter] for voter in group], axis=0).tolist()))
    return replace(
        found,
        groups=tuple(tuple(group) for group in groups),
        silhouette=Figure(clear),
        told_by=tuple(
            tell(
                cells[: len(voters)],
                inside=[voter in group for voter in voters],
                statements=list(found.statement_places),
            )
            for group in map(frozenset, groups)
        ),
    )
