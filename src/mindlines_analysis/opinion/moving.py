"""Whether people changed their minds between two votes, and which way."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from mindlines_analysis.opinion import _testing
from mindlines_analysis.voice.figures import Figure

__all__ = ["Flow", "GroupMove", "Moved", "Pair", "Test", "moved"]

Answer = str | int
Kind = Literal["choice", "scale"]

FEWEST_CHANGERS = 6
FEWEST_PEOPLE = 8
NUMBERS = tuple(range(1, 10))


@dataclass(frozen=True)
class Pair:
    """One person's answers before and after; None where there is none. How sure they were is any number that grows."""

    before: Answer | None
    after: Answer | None
    group: str = ""
    before_sure: float | None = None
    after_sure: float | None = None


@dataclass(frozen=True)
class Flow:
    """How many went from one answer to another, or stayed. On a scale the answers are `low`, `middle` and `high`."""

    before: str
    after: str
    count: int


@dataclass(frozen=True)
class Test:
    """`p` is two-sided: how often chance alone would move people as much one way. No name and a reason where none was made."""

    __test__ = False

    name: Literal["McNemar exact", "Wilcoxon signed-rank", ""]
    p: Figure


@dataclass(frozen=True)
class GroupMove:
    """The same people twice: how many there are, how many changed, from where to where.

    `higher` and `lower` count who moved up and down the options, in their order.
    """

    people: int
    changed: int
    higher: int
    lower: int
    flows: tuple[Flow, ...]
    test: Test


@dataclass(frozen=True)
class Moved:
    """Everybody, and each group by itself.

    `only_before` and `only_after` answered once and are counted nowhere else. `surer`, `less_sure` and `as_sure` count those
    who said both times how sure they were.
    """

    people: int
    changed: int
    higher: int
    lower: int
    flows: tuple[Flow, ...]
    test: Test
    by_group: dict[str, GroupMove]
    surer: int
    less_sure: int
    as_sure: int
    only_before: int
    only_after: int


class Twice(NamedTuple):
    """Both answers of somebody who gave two."""

    before: Answer
    after: Answer
    pair: Pair


def moved(pairs: Sequence[Pair], *, kind: Kind, options: Sequence[Answer] = NUMBERS) -> Moved:
    """Who changed their mind between two votes of the same people.

    Parameters
    ----------
    pairs
        One for each person.
    kind
        `choice`: one of the options. `scale`: a number among the options, of which more is more.
    options
        All answers in their order; 1 to 9 unless given.

    Returns
    -------
    Moved
        A test is made only where at least eight people answered twice and at least six of them changed: with fewer changers
        no pattern could be told from chance. A choice between more than two options has no test.

    Raises
    ------
    ValueError
        If an answer is none of the options, there are fewer than two options or one twice, or a scale has options that
        are not numbers.

    Notes
    -----
    Two options: exact McNemar test, which is a binomial test of those who changed (McNemar 1947). A scale: Wilcoxon's signed
    ranks (1945) of those who changed, equal shifts sharing a rank, exact up to 50 changers and by the normal approximation
    above. With 5 changers, all one way, p = .063; with 6, p = .031. Small groups are also why the counts of a flow
    should be shown in bands (`mindlines_analysis.disclosure.count_band`) inside a meeting.

    Examples
    --------
    >>> six = [Pair("no", "yes", "lay")] * 6 + [Pair("yes", "yes", "clinicians")] * 4
    >>> found = moved(six, kind="choice", options=["no", "yes"])
    >>> [(flow.before, flow.after, flow.count) for flow in found.flows]
    [('no', 'yes', 6), ('yes', 'yes', 4)]
    >>> found.test.name, found.test.p.value
    ('McNemar exact', 0.03125)
    >>> found.by_group["lay"].test.p.reason
    'fewer than eight people'
    """
    _check(pairs, kind=kind, options=options)
    both = [
        Twice(pair.before, pair.after, pair) for pair in pairs if pair.before is not None and pair.after is not None
    ]
    groups = dict.fromkeys(twice.pair.group for twice in both if twice.pair.group)
    all_of_them = _move(both, kind=kind, options=options)
    surer, less_sure, as_sure = _sureness([twice.pair for twice in both])
    return Moved(
        people=all_of_them.people,
        changed=all_of_them.changed,
        higher=all_of_them.higher,
        lower=all_of_them.lower,
        flows=all_of_them.flows,
        test=all_of_them.test,
        by_group={
            group: _move([twice for twice in both if twice.pair.group == group], kind=kind, options=options)
            for group in groups
        },
        surer=surer,
        less_sure=less_sure,
        as_sure=as_sure,
        only_before=sum(pair.before is not None and pair.after is None for pair in pairs),
        only_after=sum(pair.before is None and pair.after is not None for pair in pairs),
    )


def _check(pairs: Sequence[Pair], *, kind: Kind, options: Sequence[Answer]) -> None:
    if len(options) < 2 or len(set(options)) < len(options):
        raise ValueError("options: at least two, and each once")
    if kind == "scale" and not all(isinstance(option, int) for option in options):
        raise ValueError("options: those of a scale are numbers")
    for answer in (answer for pair in pairs for answer in (pair.before, pair.after)):
        if answer is not None and answer not in options:
            raise ValueError(f"pairs: {answer!r} is none of the options")


def _move(both: Sequence[Twice], *, kind: Kind, options: Sequence[Answer]) -> GroupMove:
    place = {option: number for number, option in enumerate(sorted(options) if kind == "scale" else options)}
    steps = [place[twice.after] - place[twice.before] for twice in both]
    return GroupMove(
        people=len(both),
        changed=sum(step != 0 for step in steps),
        higher=sum(step > 0 for step in steps),
        lower=sum(step < 0 for step in steps),
        flows=_flows(both, kind=kind, place=place),
        test=_test(steps, kind=kind, options=len(options)),
    )


def _flows(both: Sequence[Twice], *, kind: Kind, place: dict[Answer, int]) -> tuple[Flow, ...]:
    named = _thirds(place) if kind == "scale" else {option: str(option) for option in place}
    counts = Counter((named[twice.before], named[twice.after]) for twice in both)
    order = dict.fromkeys(named.values())
    return tuple(
        Flow(before=before, after=after, count=counts[before, after])
        for before in order
        for after in order
        if counts[before, after]
    )


def _thirds(place: dict[Answer, int]) -> dict[Answer, str]:
    """Three parts of the scale, as in the nine points of the RAND/UCLA method; of five steps the middle one stands alone."""
    third = round(len(place) / 3)
    return {
        option: "low" if number < third else "high" if number >= len(place) - third else "middle"
        for option, number in place.items()
    }


def _test(steps: Sequence[int], *, kind: Kind, options: int) -> Test:
    higher, lower = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    if len(steps) < FEWEST_PEOPLE:
        return Test("", Figure(None, "fewer than eight people"))
    if higher + lower < FEWEST_CHANGERS:
        return Test("", Figure(None, "fewer than six people changed"))
    if kind == "scale":
        return Test("Wilcoxon signed-rank", Figure(_testing.wilcoxon([step for step in steps if step])))
    if options > 2:
        return Test("", Figure(None, "more than two options"))
    return Test("McNemar exact", Figure(_testing.mcnemar(higher, lower=lower)))


def _sureness(both: Sequence[Pair]) -> tuple[int, int, int]:
    steps = [
        pair.after_sure - pair.before_sure
        for pair in both
        if pair.before_sure is not None and pair.after_sure is not None
    ]
    return sum(step > 0 for step in steps), sum(step < 0 for step in steps), sum(step == 0 for step in steps)
