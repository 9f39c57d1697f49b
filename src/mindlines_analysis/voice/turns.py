"""From the pieces of a transcript to turns: what somebody says until somebody else speaks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mindlines_analysis.voice.spans import covered
from mindlines_analysis.voice.speech import Utterance, checked, has_text, has_times


@dataclass(frozen=True)
class Turn:
    """What one speaker said before somebody else spoke.

    `seconds` is time spoken, without the pauses in between; `words` is `None` where the transcript has no text at all.
    """

    speaker: str
    start: float | None
    end: float | None
    seconds: float | None
    words: int | None
    is_question: bool
    utterances: int


def merge_turns(utterances: Iterable[Utterance], *, pause: float | None = None) -> tuple[Turn, ...]:
    """Put what one speaker says in a row together.

    A transcript cuts a minute of talk into ten cues, and counting cues would count the program that cut them.

    Parameters
    ----------
    utterances
        All pieces of one recording. Where all have times, they are taken in the order in which they begin; otherwise
        as they stand.
    pause
        A silence longer than so many seconds ends a turn, even when the same person goes on. Without it only another
        speaker ends a turn, and so it is where there are no times.

    Returns
    -------
    tuple of Turn
        In their order. "Mhm" in between ends a turn too; short turns are not judged.

    Raises
    ------
    ValueError
        If `pause` is negative, or an utterance ends before it begins.

    Notes
    -----
    Turn-taking as talk of one party until another's follows Sacks, Schegloff and Jefferson 1974,
    https://doi.org/10.2307/412243.

    Examples
    --------
    >>> said = [
    ...     Utterance("Bo", 0.0, 2.0, "Can I ask"),
    ...     Utterance("Bo", 2.5, 4.0, "what this means?"),
    ...     Utterance("Ana", 4.2, 6.0, "Of course."),
    ... ]
    >>> [(turn.speaker, turn.seconds, turn.words, turn.is_question) for turn in merge_turns(said)]
    [('Bo', 3.5, 6, True), ('Ana', 1.8, 2, False)]
    >>> len(merge_turns(said, pause=0.3))
    3
    """
    if pause is not None and not pause >= 0:
        raise ValueError("pause: seconds are zero or more")
    every = checked(tuple(utterances))
    timed, written = has_times(every), has_text(every)
    in_order = sorted(every, key=lambda each: each.start or 0.0) if timed else every
    return tuple(
        _turn(row, written=written) for row in _rows(in_order, pause=pause if timed and pause is not None else None)
    )


def _rows(utterances: Iterable[Utterance], *, pause: float | None) -> Iterator[list[Utterance]]:
    row: list[Utterance] = []
    for each in utterances:
        if row and (row[-1].speaker != each.speaker or _gap(row, each) > (float("inf") if pause is None else pause)):
            yield row
            row = []
        row.append(each)
    if row:
        yield row


def _gap(row: list[Utterance], following: Utterance) -> float:
    """Seconds of silence before `following`; below zero where it begins before the others have ended."""
    ends = [each.end for each in row if each.end is not None]
    return 0.0 if following.start is None or not ends else following.start - max(ends)


def _turn(row: list[Utterance], *, written: bool) -> Turn:
    spans = [(each.start, each.end) for each in row if each.start is not None and each.end is not None]
    timed = len(spans) == len(row)
    return Turn(
        speaker=row[0].speaker,
        start=row[0].start,
        end=max(end for _, end in spans) if timed else None,
        seconds=round(covered(spans), 6) if timed else None,
        words=sum(each.words for each in row) if written else None,
        is_question=any(each.asks for each in row),
        utterances=len(row),
    )
