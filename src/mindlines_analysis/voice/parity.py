"""Whether a group has its share of what was said, given how many of its people were there."""

import math
from collections.abc import Mapping
from enum import StrEnum

from mindlines_analysis.voice.figures import Figure, check_amounts
from mindlines_analysis.voice.sharing import NOBODY

NOBODY_THERE = "nobody of this group was there"


class Band(StrEnum):
    """How a group's voice compares with its part of the people. The limits are rules of thumb, not validated."""

    FAR_BELOW = "far below"
    BELOW = "below"
    ABOUT = "about its share"
    ABOVE = "above"
    FAR_ABOVE = "far above"


def band_of(ratio: float) -> Band:
    """The band of a parity ratio.

    Parameters
    ----------
    ratio
        A parity ratio, as `parity` gives it.

    Returns
    -------
    Band
        Far below under 0.5, below under 0.8, about its share up to 1.25, above up to 2, far above beyond. The limits
        mirror each other: half and twice, four fifths and five fourths.

    Raises
    ------
    ValueError
        If `ratio` is negative or no number.

    Examples
    --------
    >>> band_of(0.4).value, band_of(1.0).value, band_of(2.5).value
    ('far below', 'about its share', 'far above')
    """
    if not ratio >= 0:
        raise ValueError("ratio: zero or more")
    exact = round(ratio, 9)
    if exact < 0.8:
        return Band.FAR_BELOW if exact < 0.5 else Band.BELOW
    if exact <= 1.25:
        return Band.ABOUT
    return Band.ABOVE if exact <= 2 else Band.FAR_ABOVE


def parity(amounts: Mapping[str, float], *, people: Mapping[str, int]) -> dict[str, Figure]:
    """Each group's share of what was said over its share of the people who were there.

    Parameters
    ----------
    amounts
        What each group contributed: turns, words or seconds. A group that is missing contributed nothing.
    people
        How many people of each group were there, whether they spoke or not.

    Returns
    -------
    dict of str to Figure
        For each group of `people` 1 if it has its share, 0 if it has nothing, 2 if it has twice its share. Weighted by
        people, these ratios average to 1. What a group contributed of which nobody was there is left aside.

    Raises
    ------
    ValueError
        If a number is negative, or `amounts` names a group that `people` does not.

    Notes
    -----
    The same idea as a location quotient, or a representation ratio. That participation matters between groups rather than
    between persons follows Karpowitz, Mendelberg and Shaker 2012, https://doi.org/10.1017/S0003055412000329.

    Examples
    --------
    >>> found = parity({"lay": 10, "clinicians": 30}, people={"lay": 5, "clinicians": 5})
    >>> found["lay"].value, found["clinicians"].value
    (0.5, 1.5)
    >>> parity({"lay": 10}, people={"lay": 5, "managers": 0})["managers"].reason
    'nobody of this group was there'
    """
    check_amounts(amounts.values(), named="amounts")
    check_amounts(people.values(), named="people")
    strangers = sorted(amounts.keys() - people.keys())
    if strangers:
        raise ValueError(f"people: no count for {strangers}")
    everybody = sum(people.values())
    total = math.fsum(amounts.get(group, 0) for group, count in people.items() if count)
    return {
        group: _ratio(amounts.get(group, 0), count, of=total, everybody=everybody) for group, count in people.items()
    }


def _ratio(amount: float, count: int, *, of: float, everybody: int) -> Figure:
    if not count:
        return Figure(None, NOBODY_THERE)
    return Figure((amount / of) / (count / everybody)) if of else Figure(None, NOBODY)
