"""Agreement that no group is left out of."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from mindlines_analysis.opinion._votes import AGREE, DISAGREE, Votes, check, statements_of
from mindlines_analysis.voice.figures import Figure

__all__ = ["GroupAgreement", "StatementAgreement", "agreement"]

HALF = 0.5
TWO_THIRDS = 2 / 3
# A mean of exactly two thirds must not miss it by a rounding of the machine.
HAIR = 1e-9


@dataclass(frozen=True)
class GroupAgreement:
    """One group and one statement: `p` = (agree + 1) / (votes + 2), one half before anybody voted."""

    agree: int
    disagree: int
    votes: int
    p: float

    @property
    def passes(self) -> int:
        """Those who saw the statement and took no side."""
        return self.votes - self.agree - self.disagree


@dataclass(frozen=True)
class StatementAgreement:
    """What everybody and each group thinks of one statement.

    `together` is the geometric mean of the groups' `p`. `below` names the groups whose `p` is under one half, `unheard`
    those of whom nobody has voted: neither can be said to agree.
    """

    statement: str
    votes: int
    agree: int
    disagree: int
    passes: int
    by_group: dict[str, GroupAgreement]
    together: Figure
    agreed: bool
    below: tuple[str, ...]
    unheard: tuple[str, ...]


def agreement(
    votes: Votes,
    *,
    groups: Mapping[str, str],
    statements: Sequence[str] | None = None,
    threshold: float = TWO_THIRDS,
) -> tuple[StatementAgreement, ...]:
    """Which statements all groups agree with, however large or small a group is.

    Parameters
    ----------
    votes
        For each voter 1 (agree), 0 (pass) or -1 (disagree) on the statements that they saw; of several votes the last.
    groups
        The group of everybody who may vote, also of those who did not.
    statements
        The statements asked about, in their order. Left out: those that somebody voted on.
    threshold
        What `together` must reach.

    Returns
    -------
    tuple of StatementAgreement
        A statement is agreed when `together` reaches the threshold, no group's `p` is under one half, and every group
        has been heard.

    Raises
    ------
    ValueError
        If a vote is another number, a voter has no group, or the threshold is not between 0 and 1.

    Notes
    -----
    The measure is the group-aware consensus of Polis (Small and others 2021, Recerca 26(2)): the product of all `p`. The
    geometric mean, product^(1/groups), is the same order within one set of groups, and compares between two and three groups:
    a product of 0.536 of two groups is a mean of 0.732. Nothing here tests a hypothesis.

    Examples
    --------
    >>> votes = {"Bo": {"s": 1}, "Cy": {"s": 1}, "Di": {"s": 1}, "Ed": {"s": 1}, "Fi": {"s": -1}}
    >>> groups = {"Bo": "lay", "Cy": "lay", "Di": "clinicians", "Ed": "clinicians", "Fi": "clinicians"}
    >>> (found,) = agreement(votes, groups=groups)
    >>> {name: round(group.p, 2) for name, group in found.by_group.items()}
    {'lay': 0.75, 'clinicians': 0.6}
    >>> round(found.together.value, 3), found.agreed
    (0.671, True)
    """
    check(votes)
    if not 0 <= threshold <= 1:
        raise ValueError("threshold: between 0 and 1")
    strangers = votes.keys() - groups.keys()
    if strangers:
        raise ValueError(f"groups: no group for {sorted(strangers)}")
    asked = statements_of(votes) if statements is None else statements
    names = tuple(dict.fromkeys(groups.values()))
    return tuple(
        _of_one(statement, votes=votes, groups=groups, names=names, threshold=threshold) for statement in asked
    )


def _of_one(
    statement: str, *, votes: Votes, groups: Mapping[str, str], names: Sequence[str], threshold: float
) -> StatementAgreement:
    given: dict[str, list[int]] = {name: [] for name in names}
    for voter, theirs in votes.items():
        if statement in theirs:
            given[groups[voter]].append(theirs[statement])
    by_group = {name: _of_group(cast) for name, cast in given.items()}
    together = _geometric_mean([group.p for group in by_group.values()])
    below = tuple(name for name, group in by_group.items() if group.p < HALF)
    unheard = tuple(name for name, group in by_group.items() if not group.votes)
    reached = together.value is not None and together.value >= threshold - HAIR
    return StatementAgreement(
        statement=statement,
        votes=sum(group.votes for group in by_group.values()),
        agree=sum(group.agree for group in by_group.values()),
        disagree=sum(group.disagree for group in by_group.values()),
        passes=sum(group.passes for group in by_group.values()),
        by_group=by_group,
        together=together,
        agreed=reached and not below and not unheard,
        below=below,
        unheard=unheard,
    )


def _of_group(cast: Collection[int]) -> GroupAgreement:
    agree = sum(vote == AGREE for vote in cast)
    disagree = sum(vote == DISAGREE for vote in cast)
    return GroupAgreement(agree=agree, disagree=disagree, votes=len(cast), p=(agree + 1) / (len(cast) + 2))


def _geometric_mean(chances: Sequence[float]) -> Figure:
    if not chances:
        return Figure(None, "no groups")
    return Figure(math.exp(sum(math.log(chance) for chance in chances) / len(chances)))
