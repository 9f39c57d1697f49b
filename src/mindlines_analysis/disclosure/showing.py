"""The few thresholds, and one number at a time."""

from collections.abc import Mapping
from enum import StrEnum

__all__ = [
    "LEAST_ANSWERS",
    "LEAST_BEHAVIOUR",
    "LEAST_INSIDE",
    "LEAST_PULSE",
    "CountBand",
    "count_band",
    "may_compare_pulse",
    "may_show_inside",
    "publishable",
    "rounded",
]

LEAST_INSIDE = 3
LEAST_PULSE = 5
LEAST_BEHAVIOUR = 5
LEAST_ANSWERS = 8
EXACT_FROM = 100
STEP = 5


class CountBand(StrEnum):
    """A count of people, told roughly. One or two people are never told from each other."""

    NOBODY = "nobody"
    ONE_OR_TWO = "one_or_two"
    THREE_TO_FIVE = "three_to_five"
    SIX_TO_TEN = "six_to_ten"
    ELEVEN_TO_TWENTY = "eleven_to_twenty"
    MORE_THAN_TWENTY = "more_than_twenty"


TOPS = {
    0: CountBand.NOBODY,
    2: CountBand.ONE_OR_TWO,
    5: CountBand.THREE_TO_FIVE,
    10: CountBand.SIX_TO_TEN,
    20: CountBand.ELEVEN_TO_TWENTY,
}


def count_band(count: int) -> CountBand:
    """The band of a count, for use inside a meeting.

    Examples
    --------
    >>> count_band(4).value
    'three_to_five'
    """
    _check(count, named="count")
    return next((band for top, band in TOPS.items() if count <= top), CountBand.MORE_THAN_TWENTY)


def may_show_inside(people: int) -> bool:
    """Whether something about a group of so many may be shown in its meeting: as a band, and from three people on.

    Examples
    --------
    >>> may_show_inside(2), may_show_inside(3)
    (False, True)
    """
    _check(people, named="people")
    return people >= LEAST_INSIDE


def may_compare_pulse(people: Mapping[str, int]) -> bool:
    """Whether the pulse of these groups may stand side by side; `people` are those who answered, by group.

    Every group needs five. Where one has fewer, show the whole room alone: two numbers would give the third away.

    Examples
    --------
    >>> may_compare_pulse({"lay": 5, "clinicians": 9}), may_compare_pulse({"lay": 4, "clinicians": 9})
    (True, False)
    """
    for count in people.values():
        _check(count, named="people")
    return len(people) > 1 and min(people.values()) >= LEAST_PULSE


def rounded(count: int) -> int:
    """A count under 100 to the nearest five, a larger one as it is.

    Examples
    --------
    >>> rounded(7), rounded(8), rounded(100), rounded(101)
    (5, 10, 100, 101)
    """
    _check(count, named="count")
    return count if count >= EXACT_FROM else (count + STEP // 2) // STEP * STEP


def publishable(count: int, *, least: int) -> int | None:
    """One count as it may leave the community: nought and from `least` on, rounded; None where it stays hidden.

    `least` is `LEAST_BEHAVIOUR` for what people did, `LEAST_ANSWERS` for what they answered or who they are.

    Notes
    -----
    After NHS Digital's rules for small numbers: 1 to 7 are not shown, 0 is, others are rounded to the nearest five.

    Examples
    --------
    >>> publishable(0, least=8), publishable(7, least=8), publishable(8, least=8)
    (0, None, 10)
    """
    _check(count, named="count")
    return rounded(count) if count == 0 or count >= least else None


def _check(count: int, *, named: str) -> None:
    if count < 0:
        raise ValueError(f"{named}: cannot be negative")
