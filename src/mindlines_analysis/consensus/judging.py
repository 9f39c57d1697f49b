"""Whether people who gave numbers from 1 to 9 agree: the rules of the RAND/UCLA appropriateness method."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = ["CountRule", "Ram", "Reading", "count_rule", "ram"]

Reading = Literal["appropriate", "uncertain", "inappropriate"]

LOWEST, HIGHEST = 1, 9
AGAINST_TO, FOR_FROM = 3, 7
FEWEST = 7
TOO_FEW = "fewer than 7 people"
NOBODY = "nobody"
SIZES = range(14, 17)
OTHER_SIZE = "only for 14 to 16 people"
MOST_OUTSIDE, EACH_END = 4, 5
# Two percentiles that differ by a rounding of the machine are the same.
HAIR = 1e-9


@dataclass(frozen=True)
class Ram:
    """The middle of numbers from 1 to 9, and whether they lie too far apart for it to speak for all.

    `ipr` is the distance from the 30th to the 70th percentile, `iprcp` their middle, `ai` how far that lies from 5, and `ipras`
    the widest distance at which people still agree. `disagreement` and `reading` are None below 7 people, and `reason` says so.
    """

    people: int
    median: float | None
    ipr: float | None
    iprcp: float | None
    ai: float | None
    ipras: float | None
    disagreement: bool | None
    reading: Reading | None
    reason: str = ""


@dataclass(frozen=True)
class CountRule:
    """The older rule, which counts. `outside` is how many lie outside the third of the scale that holds the median."""

    outside: int | None
    agreement: bool | None
    disagreement: bool | None
    reason: str = ""


def ram(values: Sequence[int]) -> Ram:
    """Whether a panel agrees, by the distance between percentiles corrected for where on the scale they lie.

    Parameters
    ----------
    values
        One number from 1 (strongly against) to 9 (strongly for) for each person. Who does not know is not in it.

    Returns
    -------
    Ram
        There is disagreement when `ipr` is larger than `ipras` = 2.35 + 1.5 `ai`. The reading is appropriate for a median from
        7 on, inappropriate for one up to 3, and uncertain between them or with disagreement.

    Raises
    ------
    ValueError
        If a value is not a whole number from 1 to 9.

    Notes
    -----
    Fitch and others (2001), The RAND/UCLA Appropriateness Method User's Manual, chapter 8. Percentiles are interpolated
    linearly at 0.3 (n - 1) and 0.7 (n - 1), which the manual leaves open. Below 7 people two answers decide a percentile, so
    nothing is read from it. A median of 6.5 or 3.5 is uncertain here.

    Examples
    --------
    >>> found = ram([4, 5, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 9, 9])
    >>> found.median, found.ipr, found.ai, round(found.ipras, 2), found.disagreement, found.reading
    (7.0, 1.0, 2.5, 6.1, False, 'appropriate')
    """
    _check(values)
    if not values:
        return Ram(0, None, None, None, None, None, None, None, reason=NOBODY)
    low, high = _percentile(values, 0.3), _percentile(values, 0.7)
    median, ipr, iprcp = float(statistics.median(values)), high - low, (low + high) / 2
    ai = abs(5 - iprcp)
    ipras = 2.35 + 1.5 * ai
    enough = len(values) >= FEWEST
    disagreement = ipr > ipras + HAIR if enough else None
    return Ram(
        people=len(values),
        median=median,
        ipr=ipr,
        iprcp=iprcp,
        ai=ai,
        ipras=ipras,
        disagreement=disagreement,
        reading=_reading(median, disagreement=bool(disagreement)) if enough else None,
        reason="" if enough else TOO_FEW,
    )


def count_rule(values: Sequence[int]) -> CountRule:
    """Whether a panel of 14 to 16 agrees, by counting.

    Parameters
    ----------
    values
        As for `ram`.

    Returns
    -------
    CountRule
        Agreement: no more than 4 lie outside the third of the scale (1-3, 4-6, 7-9) that holds the median. Disagreement: at least
        5 in the lowest third and at least 5 in the highest. Neither may hold.

    Raises
    ------
    ValueError
        If a value is not a whole number from 1 to 9.

    Notes
    -----
    Fitch and others (2001), as above. A median between two thirds halves the panel, so that there is no agreement whichever
    of them is taken.

    Examples
    --------
    >>> count_rule([4, 5, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 9, 9])
    CountRule(outside=3, agreement=True, disagreement=False, reason='')
    """
    _check(values)
    if len(values) not in SIZES:
        return CountRule(None, None, None, reason=OTHER_SIZE)
    third = _third(statistics.median(values))
    outside = sum(_third(value) != third for value in values)
    against, for_it = sum(value <= AGAINST_TO for value in values), sum(value >= FOR_FROM for value in values)
    return CountRule(
        outside=outside,
        agreement=outside <= MOST_OUTSIDE,
        disagreement=against >= EACH_END and for_it >= EACH_END,
    )


def _check(values: Sequence[int]) -> None:
    if any(not isinstance(value, int) or not LOWEST <= value <= HIGHEST for value in values):
        raise ValueError("values: whole numbers from 1 to 9")


def _percentile(values: Sequence[int], part: float) -> float:
    ordered = sorted(values)
    place = part * (len(ordered) - 1)
    below = int(place + HAIR)
    rest = max(0.0, place - below)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + rest * (ordered[above] - ordered[below])


def _third(value: float) -> int:
    return 0 if value <= AGAINST_TO else 1 if value < FOR_FROM else 2


def _reading(median: float, *, disagreement: bool) -> Reading:
    if disagreement or AGAINST_TO < median < FOR_FROM:
        return "uncertain"
    return "appropriate" if median >= FOR_FROM else "inappropriate"
