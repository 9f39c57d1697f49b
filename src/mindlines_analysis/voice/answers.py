"""Who is asked, and what becomes of what a group says."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mindlines_analysis.voice.figures import Figure, ratio
from mindlines_analysis.voice.parity import parity

NO_QUESTIONS = "no question was aimed at anybody"


@dataclass(frozen=True)
class Aimed:
    """Questions that are aimed at one group, with who asks them, and how that compares with its part of the people."""

    name: str
    questions: int
    share: Figure
    parity: Figure
    asked_by: dict[str, int]


def aims(questions: Sequence[tuple[str, str]], *, people: Mapping[str, int] | None = None) -> tuple[Aimed, ...]:
    """Which groups questions are aimed at.

    Parameters
    ----------
    questions
        For each question that was aimed at somebody, the group that asks and the group that is asked.
    people
        How many people of each group were there. Without it there is no comparison with their numbers.

    Returns
    -------
    tuple of Aimed
        One for each group, in the order of `people` or else of their first question. A parity far above 1 says that
        everybody turns to this group.

    Raises
    ------
    ValueError
        If a question is aimed at a group that `people` does not name.

    Notes
    -----
    In the community of practice from which Mindlines began, an observer saw questions and bodies turn to the commissioner.

    Examples
    --------
    >>> asked = [("lay", "managers"), ("clinicians", "managers"), ("lay", "clinicians"), ("lay", "managers")]
    >>> for one in aims(asked, people={"lay": 4, "clinicians": 4, "managers": 2}):
    ...     print(one.name, one.questions, one.share.value, one.parity.value, one.asked_by)
    lay 0 0.0 0.0 {}
    clinicians 1 0.25 0.625 {'lay': 1}
    managers 3 0.75 3.75 {'lay': 2, 'clinicians': 1}
    """
    at = Counter(asked for _, asked in questions)
    named = people if people is not None else dict.fromkeys([group for pair in questions for group in pair], 0)
    uncounted = dict.fromkeys(named, Figure(None, "nobody said how many people of each group were there"))
    ratios = uncounted if people is None else parity(at, people=people)
    return tuple(
        Aimed(
            name=name,
            questions=at[name],
            share=ratio(at[name], len(questions), otherwise=NO_QUESTIONS),
            parity=ratios[name] if questions or people is None else Figure(None, NO_QUESTIONS),
            asked_by=dict(Counter(asking for asking, asked in questions if asked == name)),
        )
        for name in named
    )


@dataclass(frozen=True)
class Unanswered:
    """How many of one group's points nobody answered."""

    name: str
    points: int
    unanswered: int
    share: Figure


@dataclass(frozen=True)
class UnansweredGap:
    """The shares of all groups, and how far the highest is from the lowest; `most` and `least` name those two."""

    groups: tuple[Unanswered, ...]
    gap: Figure
    most: str = ""
    least: str = ""


def unanswered_gap(points: Sequence[tuple[str, bool]], *, groups: Sequence[str] = ()) -> UnansweredGap:
    """Whether the points of one group are left unanswered more often than those of another.

    Parameters
    ----------
    points
        For each point or question the group it came from, and whether it was answered.
    groups
        Groups to name even if no point came from them. They come first, in this order.

    Returns
    -------
    UnansweredGap
        Shares, and the gap between the highest and the lowest, from 0 to 1. With few points a gap says little.

    Notes
    -----
    That what patient representatives contribute is often disregarded is reported of guideline groups by Hult, Lundgren
    and Jangland 2021, https://doi.org/10.1111/hex.13249. The index is ours and not validated.

    Examples
    --------
    >>> found = unanswered_gap([("lay", False), ("lay", True), ("clinicians", True), ("clinicians", True)])
    >>> found.gap.value, found.most, found.least
    (0.5, 'lay', 'clinicians')
    >>> unanswered_gap([("lay", True)]).gap.reason
    'fewer than two groups raised a point'
    """
    every, left = Counter(name for name, _ in points), Counter(name for name, answered in points if not answered)
    names = dict.fromkeys([*groups, *every])
    told = tuple(
        Unanswered(name, every[name], left[name], ratio(left[name], every[name], otherwise=NO_POINTS)) for name in names
    )
    shares = sorted((each.share.value, each.name) for each in told if each.share.value is not None)
    if len(shares) < 2:
        return UnansweredGap(told, Figure(None, "fewer than two groups raised a point"))
    (low, least), (high, most) = shares[0], shares[-1]
    if high == low:
        return UnansweredGap(told, Figure(0.0))
    return UnansweredGap(told, Figure(high - low), most, least)


NO_POINTS = "this group raised no point"


@dataclass(frozen=True)
class Uptake:
    """What became of one group's points: how many of each outcome, and which part of its points."""

    name: str
    points: int
    counts: dict[str, int]
    shares: dict[str, Figure]


def uptake(
    points: Sequence[tuple[str, str]], *, groups: Sequence[str] = (), outcomes: Sequence[str] = ()
) -> tuple[Uptake, ...]:
    """What became of the points of each group.

    Parameters
    ----------
    points
        For each point the group it came from, and what became of it: built on, adopted, adapted, parked, answered,
        unanswered, or whatever words are used.
    groups
        Groups to name even if no point came from them. They come first, in this order.
    outcomes
        Outcomes to name even if no point has them. They come first, in this order.

    Returns
    -------
    tuple of Uptake
        One for each group. Shares of a group without points say so.

    Notes
    -----
    Talk shares alone do not tell whether anybody listened: Karpowitz and Mendelberg 2014, *The Silent Sex*, Princeton.

    Examples
    --------
    >>> found = uptake([("lay", "adopted"), ("lay", "unanswered"), ("clinicians", "adopted")])
    >>> [(each.name, each.counts["adopted"], each.shares["adopted"].value) for each in found]
    [('lay', 1, 0.5), ('clinicians', 1, 1.0)]
    """
    names = dict.fromkeys([*groups, *(name for name, _ in points)])
    kinds = dict.fromkeys([*outcomes, *(outcome for _, outcome in points)])
    every, both = Counter(name for name, _ in points), Counter(points)
    return tuple(
        Uptake(
            name=name,
            points=every[name],
            counts={kind: both[name, kind] for kind in kinds},
            shares={kind: ratio(both[name, kind], every[name], otherwise=NO_POINTS) for kind in kinds},
        )
        for name in names
    )
