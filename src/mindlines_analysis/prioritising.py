"""Weighing candidates by several criteria, with every group counting the same however many people it has."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median

__all__ = ["Scored", "Weighed", "Weight", "weigh"]


@dataclass(frozen=True)
class Scored:
    """How far one person thinks a candidate meets a criterion; `value` is None where they do not know."""

    candidate: str
    criterion: str
    group: str
    value: float | None


@dataclass(frozen=True)
class Weight:
    """One candidate by one criterion.

    `median` is that of all who know, None where fewer than `least` do, because it would tell what they answered; `by_group`
    holds the medians of groups of which at least `least` people know; `spread` is the widest distance between those, None with fewer than two groups; `unknown` is
    the share of those asked who do not know.
    """

    criterion: str
    median: float | None
    by_group: dict[str, float]
    spread: float | None
    unknown: float
    answers: int


@dataclass(frozen=True)
class Weighed:
    """One candidate. `by_group` is each group's mean of its medians; `together` the mean of these; `place` from 1, ties share one."""

    candidate: str
    weights: tuple[Weight, ...]
    by_group: dict[str, float]
    together: float | None
    place: int | None


def weigh(
    scores: Iterable[Scored], *, candidates: Sequence[str], criteria: Sequence[str], least: int = 3
) -> tuple[Weighed, ...]:
    """Candidates in the order in which the groups, each counting the same, see them meet the criteria.

    Parameters
    ----------
    scores
        Scores of any range, the higher the better; one for each person, candidate and criterion.
    candidates, criteria
        What was weighed and by what, in the order in which ties and results are given.
    least
        So many people of a group must know before the group is told apart, and so many of all before anything is told. People of smaller groups count
        together as one further group without a name (key ``""``), if together they are enough.

    Returns
    -------
    tuple of Weighed
        Best first. Candidates that too few could score come last and have no place.

    Raises
    ------
    ValueError
        If a score names a candidate or a criterion that is not in the lists, or `least` is below 1.

    Notes
    -----
    Groups are kept apart and count the same so that the many do not outvote the few, as the interim scores of a James
    Lind Alliance partnership are (https://doi.org/10.1186/s12969-018-0276-3). The scale is ordinal: medians within a
    group are exact, means of medians are an aid to sorting and never close a matter that is disputed.

    Examples
    --------
    >>> scores = [Scored("class", "works", "lay", 3)] * 3 + [Scored("class", "works", "clinical", 1)] * 9
    >>> weigh(scores, candidates=["class"], criteria=["works"])[0].together
    2.0
    """
    if least < 1:
        raise ValueError(f"`least` is at least 1, and not {least}")
    rows = list(scores)
    _refuse_strangers(rows, candidates=candidates, criteria=criteria)
    named = _told_apart(rows, least=least)
    found = [
        _weighed(candidate, rows, criteria=criteria, named=named, least=least)
        for candidate in dict.fromkeys(candidates)
    ]
    found.sort(key=lambda each: -1 if each.together is None else each.together, reverse=True)
    totals = [each.together for each in found]
    return tuple(
        Weighed(each.candidate, each.weights, each.by_group, each.together, _place(each.together, totals))
        for each in found
    )


def _refuse_strangers(rows: Iterable[Scored], *, candidates: Collection[str], criteria: Collection[str]) -> None:
    for row in rows:
        if row.candidate not in candidates:
            raise ValueError(f"`scores` names a candidate that is not in `candidates`: {row.candidate}")
        if row.criterion not in criteria:
            raise ValueError(f"`scores` names a criterion that is not in `criteria`: {row.criterion}")


def _told_apart(rows: Iterable[Scored], *, least: int) -> dict[str, str]:
    """The name under which each group counts: its own, the common one, or none where even together they are too few."""
    most: dict[str, dict[tuple[str, str], int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        most[row.group][row.candidate, row.criterion] += 1
    sizes = {group: max(counts.values()) for group, counts in most.items()}
    small = [group for group, size in sizes.items() if size < least or not group]
    rest = "" if sum(sizes[group] for group in small) >= least else None
    names = {group: group for group in sizes if group not in small}
    return names | ({} if rest is None else dict.fromkeys(small, rest))


def _weighed(
    candidate: str, rows: Iterable[Scored], *, criteria: Sequence[str], named: Mapping[str, str], least: int
) -> Weighed:
    given: dict[str, list[Scored]] = defaultdict(list)
    for row in rows:
        if row.candidate == candidate:
            given[row.criterion].append(row)
    weights = tuple(
        _weight(criterion, given[criterion], named=named, least=least) for criterion in dict.fromkeys(criteria)
    )
    groups = sorted({group for weight in weights for group in weight.by_group})
    by_group = {
        group: fmean(weight.by_group[group] for weight in weights if group in weight.by_group) for group in groups
    }
    everybody = [weight.median for weight in weights if weight.median is not None]
    if by_group:
        together: float | None = fmean(by_group.values())
    else:
        together = fmean(everybody) if everybody else None
    return Weighed(candidate, weights, by_group, together, None)


def _weight(criterion: str, rows: Sequence[Scored], *, named: Mapping[str, str], least: int) -> Weight:
    known: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        if row.value is not None and row.group in named:
            known[named[row.group]].append(row.value)
    values = [row.value for row in rows if row.value is not None]
    by_group = {group: float(median(known[group])) for group in sorted(known) if len(known[group]) >= least}
    return Weight(
        criterion,
        float(median(values)) if len(values) >= least else None,
        by_group,
        max(by_group.values()) - min(by_group.values()) if len(by_group) > 1 else None,
        1 - len(values) / len(rows) if rows else 0.0,
        len(rows),
    )


def _place(together: float | None, totals: Sequence[float | None]) -> int | None:
    if together is None:
        return None
    return 1 + sum(total is not None and total > together for total in totals)
