"""Turns of a transcript once it is known who is who. Several shown names of one member are one voice."""

from dataclasses import dataclass, replace

from mindlines.voice.models import TranscriptImport

# What a shown name stands for, where it is not a member.
GUEST, NOBODY = "guest", "nobody"


@dataclass(frozen=True)
class Said:
    """One turn: whose voice it is, and what was chosen for it."""

    voice: str
    choice: str
    start: float | None
    end: float | None
    seconds: float | None
    words: int | None
    is_question: bool


def joined(brought: TranscriptImport) -> list[Said]:
    """Turns of people in their order; what one voice says in a row under two names is one turn. What is nobody's is left out."""
    rows: list[Said] = []
    for number, *turn in brought.turns:
        choice = brought.choices[str(number)]
        one = Said(_voice(str(number), choice=choice), choice, *turn)
        if rows and rows[-1].voice == one.voice:
            rows[-1] = _together(rows[-1], with_=one)
        else:
            rows.append(one)
    return [row for row in rows if row.choice != NOBODY]


def _voice(number: str, *, choice: str) -> str:
    """Each guest is a voice of their own."""
    return f"{choice} {number}" if choice == GUEST else choice


def _together(first: Said, *, with_: Said) -> Said:
    """Two turns as one; time in which both names spoke counts once."""
    end = None if first.end is None or with_.end is None else max(first.end, with_.end)
    seconds = None if first.seconds is None or with_.seconds is None else first.seconds + with_.seconds
    if seconds is not None and end is not None and first.start is not None:
        seconds = round(min(seconds, end - first.start), 6)
    words = None if first.words is None or with_.words is None else first.words + with_.words
    return replace(first, end=end, seconds=seconds, words=words, is_question=first.is_question or with_.is_question)
