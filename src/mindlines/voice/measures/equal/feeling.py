"""The pulse over the meetings: the middle answers of both sides where each has five, of everybody otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.meetings.models import Meeting
from mindlines.voice.choices import Side
from mindlines.voice.measures.pulse import Answers, by_side, middle_words, steps_of
from mindlines.voice.queries.pulse import STATEMENTS
from mindlines_analysis.disclosure import LEAST_PULSE, may_compare_pulse

SHOWN = 6


@dataclass(frozen=True)
class Felt:
    """One statement at one meeting. Without sides only everybody's middle answer is told."""

    everyone: str
    lay: str
    others: str
    apart: float = 0


@dataclass(frozen=True)
class Row:
    words: str
    cells: tuple[Felt, ...]


@dataclass(frozen=True)
class Feeling:
    meetings: tuple[Meeting, ...]
    rows: tuple[Row, ...]
    sentences: tuple[str, ...]


def feeling(meetings: Sequence[Meeting], *, pulses: Mapping[int, Answers]) -> Feeling:
    """The last meetings of which at least five people said how they were."""
    shown = [one for one in meetings if len(pulses.get(one.pk, ())) >= LEAST_PULSE][-SHOWN:]
    rows = tuple(
        Row(str(words), tuple(_felt(pulses[one.pk], number=number) for one in shown))
        for number, words in enumerate(STATEMENTS)
    )
    return Feeling(tuple(shown), rows if shown else (), tuple(_sentences(rows)) if shown else ())


def _felt(answers: Answers, *, number: int) -> Felt:
    sides = by_side(answers, number=number)
    everyone = middle_words(steps_of(answers, number=number))
    if not may_compare_pulse({side: len(steps) for side, steps in sides.items()}):
        return Felt(everyone, "", "")
    lay, others = sides[Side.LAY], sides[Side.OTHER]
    return Felt(everyone, middle_words(lay), middle_words(others), apart=median(lay) - median(others))


def _sentences(rows: Sequence[Row]) -> list[str]:
    """What stood out at the last of these meetings."""
    lower = sorted((row for row in rows if row.cells[-1].apart <= -1), key=lambda row: row.cells[-1].apart)
    said = [_lower(lower)] if lower else []
    if not said and any(row.cells[-1].lay for row in rows):
        said.append(_("At the last meeting both sides answered much the same."))
    if not said:
        said.append(_("Fewer than five answered on one of the sides, so they are not compared. Ask them in a talk."))
    return said


def _lower(rows: Sequence[Row]) -> str:
    return ngettext(
        "At the last meeting lay members answered lower to “%(words)s”",
        "At the last meeting lay members answered lower to %(count)d of the six sentences, most of all to “%(words)s”",
        len(rows),
    ) % {"words": rows[0].words, "count": len(rows)}
