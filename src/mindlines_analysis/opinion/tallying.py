"""What a poll came to: counts, the middle of a scale, the order of a ranking."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mindlines_analysis.voice.figures import Figure

__all__ = ["Count", "Ranked", "Tally", "tally"]

Answer = str | int | Sequence[str]
Kind = Literal["choice", "scale", "ranking"]

NOBODY = "nobody answered"
NOT_A_SCALE = "only a scale has a middle"


@dataclass(frozen=True)
class Count:
    """How many chose `option`, and which part they are of all who answered."""

    option: str | int
    count: int
    share: Figure


@dataclass(frozen=True)
class Ranked:
    """One option of a ranking: `points` after Borda, `place` on average, `first` how often it came first."""

    option: str
    points: float
    place: Figure
    first: int


@dataclass(frozen=True)
class Tally:
    """A poll, counted.

    `counts` is in the order of the options; in a ranking it counts who named the option at all. `median`, `low` and `high`
    (the quartiles) are there for a scale alone, `ranked`, best first, for a ranking alone.
    """

    people: int
    counts: tuple[Count, ...]
    median: Figure
    low: Figure
    high: Figure
    ranked: tuple[Ranked, ...]


def tally(answers: Sequence[Answer], *, options: Sequence[str | int], kind: Kind = "choice") -> Tally:
    """Count one poll.

    Parameters
    ----------
    answers
        One for each person: an option, several options (a choice of many), a number of a scale, or the options from best to
        worst (a ranking, which may stop early). Somebody who does not answer is not in it.
    options
        All that could be answered, in their order; for a scale its numbers.
    kind
        `choice`, `scale` or `ranking`.

    Returns
    -------
    Tally
        Shares are parts of the people who answered, so those of a choice of many add up to more than one.

    Raises
    ------
    ValueError
        If an answer is none of the options or names one twice, or `options` is empty or names one twice.

    Notes
    -----
    Quartiles are the medians of the lower and upper half, the middle answer counted in both (Tukey 1977). In a ranking of m
    options the first gets m - 1 points, the next one fewer, down to 0 (Borda 1781); options that a person left out share
    the places that are left.

    Examples
    --------
    >>> [(count.option, count.count) for count in tally(["yes", "no", "yes"], options=["yes", "no"]).counts]
    [('yes', 2), ('no', 1)]
    >>> tally([7, 8, 3, 9, 7], options=range(1, 10), kind="scale").median.value
    7.0
    >>> ranking = tally([["rest", "gym"], ["gym"], ["rest"]], options=["gym", "rest", "walk"], kind="ranking")
    >>> [(ranked.option, ranked.points) for ranked in ranking.ranked]
    [('rest', 4.5), ('gym', 3.5), ('walk', 1.0)]
    """
    chosen = [(answer,) if isinstance(answer, str | int) else tuple(answer) for answer in answers]
    _check(chosen, options)
    counts = tuple(_count(option, chosen) for option in options)
    low, middle, high = _quartiles(sorted(int(answer[0]) for answer in chosen)) if kind == "scale" else _no_quartiles()
    ranked = _rank(chosen, [str(option) for option in options]) if kind == "ranking" else ()
    return Tally(people=len(chosen), counts=counts, median=middle, low=low, high=high, ranked=ranked)


def _check(chosen: Sequence[tuple[str | int, ...]], options: Sequence[str | int]) -> None:
    if not options or len(set(options)) < len(options):
        raise ValueError("options: at least one, and each once")
    for answer in chosen:
        strange = [option for option in answer if option not in options]
        if strange:
            raise ValueError(f"answers: {strange[0]!r} is none of the options")
        if not answer or len(set(answer)) < len(answer):
            raise ValueError("answers: at least one option, and each once")


def _count(option: str | int, chosen: Sequence[tuple[str | int, ...]]) -> Count:
    count = sum(option in answer for answer in chosen)
    return Count(option=option, count=count, share=Figure(count / len(chosen)) if chosen else Figure(None, NOBODY))


def _no_quartiles() -> tuple[Figure, Figure, Figure]:
    none = Figure(None, NOT_A_SCALE)
    return none, none, none


def _quartiles(numbers: Sequence[int]) -> tuple[Figure, Figure, Figure]:
    if not numbers:
        none = Figure(None, NOBODY)
        return none, none, none
    half = (len(numbers) + 1) // 2
    return _middle(numbers[:half]), _middle(numbers), _middle(numbers[-half:])


def _middle(numbers: Sequence[int]) -> Figure:
    return Figure(float(statistics.median(numbers)))


def _rank(chosen: Sequence[tuple[str | int, ...]], options: Sequence[str]) -> tuple[Ranked, ...]:
    places = {option: [_place(option, answer, many=len(options)) for answer in chosen] for option in options}
    found = [
        Ranked(
            option=option,
            points=sum(len(options) - place for place in theirs),
            place=Figure(sum(theirs) / len(theirs)) if theirs else Figure(None, NOBODY),
            first=sum(answer[0] == option for answer in chosen),
        )
        for option, theirs in places.items()
    ]
    return tuple(sorted(found, key=lambda ranked: -ranked.points))


def _place(option: str, answer: Sequence[str | int], *, many: int) -> float:
    if option in answer:
        return answer.index(option) + 1.0
    return (len(answer) + 1 + many) / 2
