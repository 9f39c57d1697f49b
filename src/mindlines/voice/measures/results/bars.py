"""Counts of a poll, prepared for drawing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mindlines_analysis.opinion import Tally


@dataclass(frozen=True)
class Bar:
    """One answer; `width` is in percent of the longest possible bar."""

    words: str
    count: int
    share: int
    width: float


@dataclass(frozen=True)
class Place:
    """One thing that was ranked. `width` compares its points with the most that there could be."""

    number: int
    words: str
    first: int
    mean: float
    width: float


def bars(tally: Tally, *, words: Mapping[Any, str]) -> tuple[Bar, ...]:
    """One bar for each answer, in the order of the list."""
    shares = {count.option: 100 * (count.share.value or 0) for count in tally.counts}
    return tuple(
        Bar(words[each.option], each.count, round(shares[each.option]), round(shares[each.option], 2))
        for each in tally.counts
    )


def ranked(tally: Tally, *, words: Mapping[Any, str]) -> tuple[Place, ...]:
    """The best first; what has the same points has the same number."""
    most = tally.people * max(1, len(tally.ranked) - 1)
    points = [each.points for each in tally.ranked]
    return tuple(
        Place(
            number=points.index(each.points) + 1,
            words=words[each.option],
            first=each.first,
            mean=round(each.place.value or 0, 1),
            width=round(100 * each.points / most, 2) if most else 0,
        )
        for each in tally.ranked
    )
