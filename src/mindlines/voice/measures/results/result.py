"""One poll, counted and put into words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from mindlines.voice.choices import PollKind, Showing, Stage
from mindlines.voice.measures.results.bars import Bar, Place, bars, ranked
from mindlines.voice.measures.results.groups import GroupTable, group_table
from mindlines.voice.measures.results.minds import Minds, minds
from mindlines.voice.measures.results.shifts import Shift, shift
from mindlines.voice.models import Ballot, Poll
from mindlines.voice.queries import answers
from mindlines.voice.queries import polls as queries
from mindlines_analysis.disclosure import LEAST_INSIDE, may_show_inside
from mindlines_analysis.opinion import tally

Said = Sequence[tuple[Ballot, Any]]


@dataclass(frozen=True)
class Named:
    """What one person answered, in a vote with names."""

    who: str
    group: str
    words: str


@dataclass(frozen=True)
class Word:
    """One word of a cloud; `size` from 1 to 5."""

    words: str
    count: int
    size: int


@dataclass(frozen=True)
class Result:
    """What came of a poll. With fewer than three answers nothing else is there."""

    poll: Poll
    people: int
    handed: int
    is_first: bool
    may_show: bool = False
    fewest: int = LEAST_INSIDE
    bars: tuple[Bar, ...] = ()
    ranked: tuple[Place, ...] = ()
    middle: str = ""
    words: tuple[Word, ...] = ()
    lines: tuple[str, ...] = ()
    by_group: GroupTable | None = None
    shift: Shift | None = None
    minds: Minds | None = None
    named: tuple[Named, ...] = ()


def result(poll: Poll) -> Result:
    """The result for everyone in the community. A named vote is shown with names, a secret one without small groups.

    Of a poll that asks twice this is the first answer while people talk, and the second afterwards.
    """
    found = _ballots(poll)
    is_second = poll.stage == Stage.CLOSED and any(ballot.after is not None for ballot in found)
    said = [
        (ballot, answer) for ballot in found if (answer := ballot.after if is_second else ballot.before) is not None
    ]
    handed = queries.turnout(poll).handed
    start = Result(poll=poll, people=len(said), handed=handed, is_first=poll.stage == Stage.DISCUSSING)
    if not said or (poll.is_secret and not may_show_inside(len(said))):
        return start
    words = _words_of(poll)
    return replace(
        start,
        may_show=True,
        lines=_lines(said, hidden=_hidden(poll)),
        shift=shift(poll, ballots=found, words=words) if is_second else None,
        named=() if poll.is_secret else _named(poll, said=said, words=words),
        **_counted(poll, said=said, words=words),
    )


def _counted(poll: Poll, *, said: Said, words: dict[Any, str]) -> dict[str, Any]:
    """What the kind of question adds."""
    if poll.kind == PollKind.STATEMENTS:
        return {"minds": minds(poll, ballots=[ballot for ballot, _answer in said])}
    if poll.kind == PollKind.WORDS:
        return {"words": _cloud(said, hidden=_hidden(poll))}
    if poll.kind == PollKind.RANKING:
        orders = [[key for key in answer if key in words] for _ballot, answer in said]
        return {"ranked": ranked(tally(orders, options=list(words), kind="ranking"), words=words)}
    kind: Literal["choice", "scale"] = "choice" if poll.kind == PollKind.CHOICE else "scale"
    found = tally([answer for _ballot, answer in said], options=list(words), kind=kind)
    middle = found.median.value
    return {
        "bars": bars(found, words=words),
        "middle": "" if middle is None else words[round(middle)],
        "by_group": group_table(said, words=words),
    }


def _ballots(poll: Poll) -> list[Ballot]:
    found = poll.ballots.select_related("constituency", "membership__person")
    return list(found.order_by("membership__person__name", "pk"))


def _words_of(poll: Poll) -> dict[Any, str]:
    """All answers with their words, in order."""
    if poll.kind in (PollKind.CHOICE, PollKind.RANKING):
        listed = poll.options.exclude(position=answers.LINE).exclude(showing=Showing.WAITING)
        return {str(option.pk): option.words for option in listed}
    if poll.kind == PollKind.GRADIENT:
        return {number: str(words) for number, words in queries.GRADIENT.items()}
    return {number: str(number) for number in answers.NUMBERS[PollKind.SCALE]}


def _hidden(poll: Poll) -> frozenset[str]:
    """Words and lines that a facilitator does not show."""
    lines = poll.options.filter(position=answers.LINE).values_list("words", flat=True)
    return frozenset(line.casefold() for line in lines)


def _cloud(said: Said, *, hidden: frozenset[str]) -> tuple[Word, ...]:
    """Words by how many gave them, the same words in another case together."""
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for _ballot, answer in said:
        for word in answer:
            counts[word.casefold()] += 1
            written.setdefault(word.casefold(), word)
    most = max(counts.values(), default=1)
    shown = [(folded, count) for folded, count in counts.items() if folded not in hidden]
    shown.sort(key=lambda pair: (-pair[1], pair[0]))
    return tuple(Word(written[folded], count, 1 + round(4 * (count - 1) / max(1, most - 1))) for folded, count in shown)


def _lines(said: Said, *, hidden: frozenset[str]) -> tuple[str, ...]:
    """What people wrote in one line, in the order of the alphabet, which says nothing about who."""
    return tuple(sorted({ballot.why for ballot, _answer in said if ballot.why and ballot.why.casefold() not in hidden}))


def _named(poll: Poll, *, said: Said, words: dict[Any, str]) -> tuple[Named, ...]:
    return tuple(
        Named(
            who=ballot.membership.name if ballot.membership else "",
            group=str(ballot.constituency or ""),
            words=answer_words(poll, answer=answer, words=words),
        )
        for ballot, answer in said
    )


def answer_words(poll: Poll, *, answer: Any, words: dict[Any, str]) -> str:
    """One answer as people read it."""
    if poll.kind == PollKind.STATEMENTS:
        return ""
    if isinstance(answer, list):
        return ", ".join(str(words.get(each, each)) for each in answer)
    return words.get(answer, "")
