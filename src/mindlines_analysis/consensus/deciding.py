"""Rules of decision. Each needs enough people, and no group that is mostly against."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from mindlines_analysis.consensus.intervals import Wilson, wilson
from mindlines_analysis.consensus.judging import AGAINST_TO, FOR_FROM, HIGHEST, LOWEST, TOO_FEW, Ram, ram
from mindlines_analysis.opinion.agreeing import HAIR, HALF, agreement
from mindlines_analysis.voice.figures import Figure, ratio

__all__ = ["GroupShare", "Outcome", "Result", "Votes", "appropriate", "consent", "gradient", "share"]

Votes = Mapping[str, int]
Groups = Mapping[str, str]
Result = Literal["agreed", "not_by_all", "not_agreed", "uncertain", "objected", "tied", "ordered"]

OBJECTS, AGREES = -1, 1
STEPS = 5
NOBODY = "nobody voted"
OPEN_OBJECTIONS = "an objection is open"
TOO_MANY_AGAINST = "too many are against"
TOO_FEW_AGREE = "too few agree"
APART = "the answers lie far apart"
BETWEEN = "the median lies between 3 and 7"
LOW = "the median is 3 or less"


@dataclass(frozen=True)
class GroupShare:
    """One group: how many voted, how many of them agree, and `p` = (agree + 1) / (people + 2)."""

    p: float
    people: int
    agree: int


@dataclass(frozen=True)
class Outcome:
    """What came of a vote.

    `share` are those who agree, of all who voted; `interval` is how far that can be trusted. `below` are the groups of whom fewer
    than half agree: with enough people in all the result is then `not_by_all`. `unheard` are groups of whom nobody voted; they do
    not stop a decision, and should be asked. `ram` is there for numbers from 1 to 9. `reason` says why it is not agreed.
    """

    result: Result
    people: int
    share: Figure
    against: Figure
    by_group: dict[str, GroupShare]
    below: tuple[str, ...]
    unheard: tuple[str, ...]
    interval: Wilson
    ram: Ram | None = None
    reason: str = ""


def consent(votes: Votes, *, open_objections: int, groups: Groups) -> Outcome:
    """Consent: no reason against it is open.

    Parameters
    ----------
    votes
        For each voter 1 (agrees), 0 (agrees with a worry) or -1 (objects).
    open_objections
        How many reasoned objections are neither met by a change nor taken back.
    groups
        The group of everybody who may vote. A voter whose group may not be known is left out of it, and counts in the whole.

    Returns
    -------
    Outcome
        `objected` while an objection is open. Then agreed, unless fewer than half of a group, or of all, agree.

    Raises
    ------
    ValueError
        If a vote is another number or the number of objections is negative.

    Notes
    -----
    Where few women sit among many men, they are heard less under majority rule and as much as others where all must agree
    (Karpowitz, Mendelberg and Shaker 2012, Am Polit Sci Rev 106(3), 533-547). Consent is the form of that for everyday use.

    Examples
    --------
    >>> votes = {"Bo": 1, "Cy": 0, "Di": 1}
    >>> groups = {"Bo": "lay", "Cy": "lay", "Di": "clinicians"}
    >>> consent(votes, open_objections=0, groups=groups).result
    'agreed'
    >>> consent(votes, open_objections=1, groups=groups).result
    'objected'
    """
    _check(votes, lowest=OBJECTS, highest=AGREES)
    if open_objections < 0:
        raise ValueError("open_objections: zero or more")
    before = _counted(votes, agree_from=0, against_to=OBJECTS, groups=groups)
    if not votes:
        return before
    if open_objections:
        return _says(before, "objected", OPEN_OBJECTIONS)
    return _says(before, "agreed") if _reaches(before.share, HALF) else _says(before, "not_agreed", TOO_FEW_AGREE)


def gradient(votes: Votes, *, level: int, threshold: float, groups: Groups) -> Outcome:
    """Five steps of agreement: enough people stand on a step or higher.

    Parameters
    ----------
    votes
        For each voter a step from 1 (cannot agree) to 5 (fully agrees).
    level
        From which step on somebody agrees; fixed before the vote.
    threshold
        Which part of all who vote must agree, from 0 to 1; fixed before the vote.
    groups
        As for `consent`.

    Returns
    -------
    Outcome
        Agreed when the threshold is reached and of no group fewer than half agree.

    Raises
    ------
    ValueError
        If a vote or the level is no step, or the threshold is not between 0 and 1.

    Notes
    -----
    After the idea of gradients of agreement (Kaner 2014, Facilitator's Guide to Participatory Decision-Making), with five steps
    and words of our own.

    Examples
    --------
    >>> votes = {"Bo": 2, "Cy": 1, "Di": 5, "Ed": 5, "Fi": 4, "Gus": 4}
    >>> groups = {
    ...     "Bo": "lay",
    ...     "Cy": "lay",
    ...     "Di": "clinicians",
    ...     "Ed": "clinicians",
    ...     "Fi": "clinicians",
    ...     "Gus": "clinicians",
    ... }
    >>> found = gradient(votes, level=3, threshold=0.6, groups=groups)
    >>> found.result, found.below, round(found.share.value, 2)
    ('not_by_all', ('lay',), 0.67)
    """
    _check(votes, lowest=1, highest=STEPS)
    _check_level(level, lowest=1, highest=STEPS)
    _check_share(threshold, named="threshold")
    before = _counted(votes, agree_from=level, against_to=level - 1, groups=groups)
    if not votes:
        return before
    return _says(before, "agreed") if _reaches(before.share, threshold) else _says(before, "not_agreed", TOO_FEW_AGREE)


def share(
    values: Votes, *, level: int = FOR_FROM, threshold: float = 0.7, most_against: float = 0.15, groups: Groups
) -> Outcome:
    """A share that was fixed before: enough are for it and few are against.

    Parameters
    ----------
    values
        For each voter a number from 1 (strongly against) to 9 (strongly for).
    level
        From which number on somebody agrees, 4 or more.
    threshold
        Which part of all who vote must agree.
    most_against
        Fewer than this part may answer 1, 2 or 3; with 0, nobody may.
    groups
        As for `consent`.

    Returns
    -------
    Outcome
        Agreed when both hold and of no group fewer than half agree.

    Raises
    ------
    ValueError
        If a value is not a whole number from 1 to 9, the level is not from 4 to 9, or a part is not between 0 and 1.

    Notes
    -----
    The defaults, at least 70 in 100 for and fewer than 15 in 100 against, are common for core outcome sets (Williamson and
    others 2017, Trials 18 suppl 3, 280). In 100 Delphi studies the median threshold was 75 in 100, and 23 of them stopped
    because consensus was reached (Diamond and others 2014, J Clin Epidemiol 67(4), 401-409).

    Examples
    --------
    >>> values = {str(number): value for number, value in enumerate([9, 8, 8, 7, 7, 7, 7, 5, 4, 2])}
    >>> share(values, groups={}).result, share(values, threshold=0.75, groups={}).result
    ('agreed', 'not_agreed')
    """
    _check(values, lowest=LOWEST, highest=HIGHEST)
    _check_level(level, lowest=AGAINST_TO + 1, highest=HIGHEST)
    _check_share(threshold, named="threshold")
    _check_share(most_against, named="most_against")
    before = _counted(values, agree_from=level, against_to=AGAINST_TO, groups=groups)
    if not values:
        return before
    if not _reaches(before.share, threshold):
        return _says(before, "not_agreed", TOO_FEW_AGREE)
    if before.against.value and _reaches(before.against, most_against):
        return _says(before, "not_agreed", TOO_MANY_AGAINST)
    return _says(before, "agreed")


def appropriate(values: Votes, *, groups: Groups) -> Outcome:
    """Numbers from 1 to 9 after talking about them: the median is high and the answers lie together.

    Parameters
    ----------
    values
        For each voter a number from 1 (strongly against) to 9 (strongly for).
    groups
        As for `consent`.

    Returns
    -------
    Outcome
        Agreed when `ram` reads them as appropriate and of no group fewer than half answer 7 or more; `not_agreed` where the median
        is 3 or less; otherwise, and with fewer than 7 people, `uncertain`.

    Raises
    ------
    ValueError
        If a value is not a whole number from 1 to 9.

    Notes
    -----
    Fitch and others (2001), The RAND/UCLA Appropriateness Method User's Manual. One more high answer can turn agreement into
    disagreement, where it widens the distance between the middle answers: that is the rule's own nature.

    Examples
    --------
    >>> values = {str(number): value for number, value in enumerate([4, 5, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 9, 9])}
    >>> appropriate(values, groups={}).result
    'agreed'
    """
    _check(values, lowest=LOWEST, highest=HIGHEST)
    judged = ram([*values.values()])
    before = replace(_counted(values, agree_from=FOR_FROM, against_to=AGAINST_TO, groups=groups), ram=judged)
    if not values:
        return before
    if judged.reading is None:
        return _says(before, "uncertain", TOO_FEW)
    if judged.reading == "appropriate":
        return _says(before, "agreed")
    if judged.reading == "inappropriate":
        return _says(before, "not_agreed", LOW)
    return _says(before, "uncertain", APART if judged.disagreement else BETWEEN)


def _says(before: Outcome, result: Result, reason: str = "") -> Outcome:
    """The counted vote with what a rule says of it; a group that is mostly against stops what would be agreed."""
    return replace(before, result="not_by_all" if result == "agreed" and before.below else result, reason=reason)


def _counted(votes: Votes, *, agree_from: int, against_to: int, groups: Groups) -> Outcome:
    known = {voter: {"": 1 if vote >= agree_from else -1} for voter, vote in votes.items() if voter in groups}
    (together,) = agreement(known, groups=groups, statements=[""])
    agree = sum(vote >= agree_from for vote in votes.values())
    against = sum(vote <= against_to for vote in votes.values())
    by_group = {
        name: GroupShare(p=group.p, people=group.votes, agree=group.agree) for name, group in together.by_group.items()
    }
    return Outcome(
        result="not_agreed",
        people=len(votes),
        share=ratio(agree, len(votes), otherwise=NOBODY),
        against=ratio(against, len(votes), otherwise=NOBODY),
        by_group=by_group,
        below=together.below,
        unheard=together.unheard,
        interval=wilson(agree, len(votes)),
        reason=NOBODY,
    )


def _reaches(figure: Figure, least: float) -> bool:
    return figure.value is not None and figure.value >= least - HAIR


def _check(votes: Votes, *, lowest: int, highest: int) -> None:
    for voter, vote in votes.items():
        if not isinstance(vote, int) or not lowest <= vote <= highest:
            raise ValueError(f"votes: {voter}: {vote!r} is no whole number from {lowest} to {highest}")


def _check_level(level: int, *, lowest: int, highest: int) -> None:
    if not lowest <= level <= highest:
        raise ValueError(f"level: from {lowest} to {highest}")


def _check_share(part: float, *, named: str) -> None:
    if not 0 <= part <= 1:
        raise ValueError(f"{named}: between 0 and 1")
