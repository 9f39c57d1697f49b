"""What came of the pulse: medians and how the answers are spread, never a mean of means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median, median_high, median_low

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.voice.choices import Side
from mindlines.voice.models import Ballot, Poll
from mindlines.voice.queries.pulse import STATEMENTS, STEPS
from mindlines_analysis.disclosure import LEAST_PULSE, may_compare_pulse

# Of each answer: the side it came from, and the six steps.
Answers = Sequence[tuple[str, Sequence[int | None]]]


@dataclass(frozen=True)
class Piece:
    """How many gave one step, and where it lies on the bar, in percent."""

    words: str
    step: int
    count: int
    start: float
    width: float


@dataclass(frozen=True)
class Spread:
    """The answers of some people to one statement; without pieces there are too few to show."""

    label: str
    people: int
    middle: str
    pieces: tuple[Piece, ...]

    @property
    def about(self) -> str:
        """`16 answers; in the middle: Mostly`."""
        answers = ngettext("%(count)d answer", "%(count)d answers", self.people) % {"count": self.people}
        return _("%(answers)s; in the middle: %(middle)s") % {"answers": answers, "middle": self.middle}

    @property
    def in_words(self) -> str:
        """The same as the bar."""
        return ", ".join(f"{piece.words}: {piece.count}" for piece in self.pieces if piece.count)


@dataclass(frozen=True)
class Told:
    """One statement: what everybody said, and both sides where each has enough answers."""

    words: str
    everyone: Spread
    sides: tuple[Spread, ...]
    gap: str


@dataclass(frozen=True)
class Result:
    """The whole pulse. `is_enough` is whether so many answered that anything may be shown."""

    people: int
    is_enough: bool
    is_compared: bool
    statements: tuple[Told, ...]
    lines: tuple[str, ...]


def result(poll: Poll, *, with_lines: bool) -> Result:
    """What came of a pulse that is closed; the lines are for facilitators. One query."""
    ballots = list(poll.ballots.order_by("pk").only("before", "side", "why", "poll"))
    found = [(ballot.side, ballot.before or []) for ballot in ballots]
    is_enough = len(found) >= LEAST_PULSE
    return Result(
        people=len(found),
        is_enough=is_enough,
        is_compared=_is_compared(found),
        statements=tuple(_told(found)) if is_enough else (),
        lines=_lines(ballots) if with_lines and is_enough else (),
    )


def middle_words(steps: Sequence[int]) -> str:
    """The middle answer, such as `Mostly`, or `between “Mostly” and “Fully”`; empty where there are too few."""
    if len(steps) < LEAST_PULSE:
        return ""
    low, high = median_low(steps), median_high(steps)
    if low == high:
        return str(STEPS[low])
    return _("between “%(low)s” and “%(high)s”") % {"low": STEPS[low], "high": STEPS[high]}


def by_side(answers: Answers, *, number: int) -> dict[str, list[int]]:
    """What each side answered to one statement."""
    return {side.value: steps_of(answers, number=number, side=side) for side in Side}


def steps_of(answers: Answers, *, number: int, side: str = "") -> list[int]:
    """The steps that were given to one statement, of one side or of everybody."""
    told = [said[number] for of, said in answers if (not side or of == side) and len(said) > number]
    return [step for step in told if step is not None]


def _is_compared(answers: Answers) -> bool:
    return may_compare_pulse({side: sum(of == side for of, _said in answers) for side in Side.values})


def _told(answers: Answers) -> list[Told]:
    return [_statement(answers, number=number, words=str(words)) for number, words in enumerate(STATEMENTS)]


def _statement(answers: Answers, *, number: int, words: str) -> Told:
    sides = by_side(answers, number=number)
    may_compare = _is_compared(answers) and may_compare_pulse({side: len(steps) for side, steps in sides.items()})
    spreads = tuple(_spread(str(Side(side).label), steps) for side, steps in sides.items()) if may_compare else ()
    everyone = _spread(_("Everyone"), steps_of(answers, number=number))
    return Told(words, everyone, spreads, _gap(sides) if may_compare else "")


def _spread(label: str, steps: Sequence[int]) -> Spread:
    if len(steps) < LEAST_PULSE:
        return Spread(label, len(steps), "", ())
    pieces, start = [], 0.0
    for step, words in STEPS.items():
        count = steps.count(step)
        width = round(100 * count / len(steps), 2)
        pieces.append(Piece(str(words), step, count, round(start, 2), width))
        start += width
    return Spread(label, len(steps), middle_words(steps), tuple(pieces))


def _gap(sides: Mapping[str, Sequence[int]]) -> str:
    """How far the middles of both sides are apart, in steps."""
    apart = median(sides[Side.LAY]) - median(sides[Side.OTHER])
    if abs(apart) < 1:
        return _("Both sides answered much the same.")
    steps = int(abs(apart))
    lower = Side.LAY if apart < 0 else Side.OTHER
    return ngettext("%(side)s answered a step lower.", "%(side)s answered %(steps)d steps lower.", steps) % {
        "side": Side(lower).label,
        "steps": steps,
    }


def _lines(ballots: Sequence[Ballot]) -> tuple[str, ...]:
    return tuple(sorted(ballot.why for ballot in ballots if ballot.why))
