"""What helps and what hinders a change, as groups see it: where they part, and what they do not know."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

__all__ = ["Answer", "Compared", "Rated", "Rating", "Seen", "compare", "see"]

Answer = Literal["rated", "dont_know", "not_relevant"]
LOWEST, HIGHEST = -2, 2
# Groups whose medians lie so far apart see it differently.
APART = 2.0


@dataclass(frozen=True)
class Rating:
    """One person's answer to one prompt: from -2, strongly hinders, to 2, strongly helps; or why there is no number."""

    prompt: str
    group: str
    answer: Answer = "rated"
    value: int | None = None


@dataclass(frozen=True)
class Seen:
    """How one group, or everybody, sees one prompt.

    `middle` is the median of those who rated, None where nobody did; `unknown` and `irrelevant` are the shares of those asked
    who do not know, or for whom it does not matter there.
    """

    people: int
    middle: float | None
    unknown: float
    irrelevant: float


@dataclass(frozen=True)
class Rated:
    """One prompt: as everybody sees it, as each group does that may be told apart, and how far those lie apart.

    There is no total over prompts: the constructs are no scale, and a sum would hide what hinders behind what helps.
    """

    prompt: str
    everybody: Seen
    by_group: dict[str, Seen]
    spread: float | None
    is_apart: bool


@dataclass(frozen=True)
class Compared:
    """One prompt in two rounds; `moved` is the difference of the medians, None where one of them is missing."""

    prompt: str
    before: float | None
    after: float | None
    moved: float | None


def see(ratings: Iterable[Rating], *, prompts: Sequence[str], least: int = 3) -> tuple[Rated, ...]:
    """How groups see what helps and hinders, prompt by prompt.

    Parameters
    ----------
    ratings
        One for each person and prompt.
    prompts
        What was asked, in the order of the result.
    least
        So many people of a group must have answered a prompt before the group is told apart there.

    Returns
    -------
    tuple of Rated
        One for each prompt. Groups lie apart where the medians of two of them differ by 2 points or more.

    Raises
    ------
    ValueError
        If a rating is for a prompt that was not asked, its value is not from -2 to 2, it is rated without a value or has a
        value without being rated, or `least` is below 1.

    Notes
    -----
    The prompts belong to the constructs of i-PARIHS (Harvey & Kitson 2016, https://doi.org/10.1186/s13012-016-0398-2). It is
    not validated as a scale, so nothing is summed.

    Examples
    --------
    >>> ratings = [Rating("time", "lay", value=2)] * 3 + [Rating("time", "clinical", value=-1)] * 3
    >>> see(ratings, prompts=["time"])[0].is_apart
    True
    """
    if least < 1:
        raise ValueError(f"`least` is at least 1, and not {least}")
    rows: dict[str, dict[str, list[Rating]]] = defaultdict(lambda: defaultdict(list))
    for rating in ratings:
        _check(rating, prompts=prompts)
        rows[rating.prompt][rating.group].append(rating)
    return tuple(_rated(prompt, rows[prompt], least=least) for prompt in dict.fromkeys(prompts))


def compare(before: Sequence[Rated], after: Sequence[Rated]) -> tuple[Compared, ...]:
    """What has moved from one round to the next, for all prompts of the later one.

    Examples
    --------
    >>> first = see([Rating("time", "lay", value=-2)], prompts=["time"])
    >>> second = see([Rating("time", "lay", value=0)], prompts=["time"])
    >>> compare(first, second)
    (Compared(prompt='time', before=-2.0, after=0.0, moved=2.0),)
    """
    earlier = {rated.prompt: rated.everybody.middle for rated in before}
    return tuple(_compared(rated.prompt, earlier.get(rated.prompt), rated.everybody.middle) for rated in after)


def _check(rating: Rating, *, prompts: Collection[str]) -> None:
    if rating.prompt not in prompts:
        raise ValueError(f"`ratings` has a prompt that was not asked: {rating.prompt}")
    if (rating.answer == "rated") != (rating.value is not None):
        raise ValueError("`ratings`: an answer that is rated has a value, and no other has one")
    if rating.value is not None and not LOWEST <= rating.value <= HIGHEST:
        raise ValueError(f"`ratings`: a value is from -2 to 2, and not {rating.value}")


def _rated(prompt: str, groups: Mapping[str, Sequence[Rating]], *, least: int) -> Rated:
    by_group = {group: _seen(groups[group]) for group in sorted(groups) if group and len(groups[group]) >= least}
    middles = [
        seen.middle
        for group, seen in by_group.items()
        if seen.middle is not None and sum(each.value is not None for each in groups[group]) >= least
    ]
    spread = max(middles) - min(middles) if len(middles) > 1 else None
    everybody = _seen([rating for rows in groups.values() for rating in rows])
    return Rated(prompt, everybody, by_group, spread, is_apart=spread is not None and spread >= APART)


def _seen(rows: Sequence[Rating]) -> Seen:
    values = [rating.value for rating in rows if rating.value is not None]
    people = len(rows)
    return Seen(
        people,
        float(median(values)) if values else None,
        sum(rating.answer == "dont_know" for rating in rows) / people if people else 0.0,
        sum(rating.answer == "not_relevant" for rating in rows) / people if people else 0.0,
    )


def _compared(prompt: str, before: float | None, after: float | None) -> Compared:
    moved = after - before if before is not None and after is not None else None
    return Compared(prompt, before, after, moved)
