"""Turns under or behind a time: Otter, newer Word documents of Teams, captions that Zoom saved, bracketed times."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from mindlines_analysis.readers.moments import read_duration
from mindlines_analysis.readers.transcripts.clocks import CLOCK, seconds_of
from mindlines_analysis.readers.transcripts.found import Format, Found, Line
from mindlines_analysis.readers.transcripts.labels import (
    CERTAIN,
    clean_name,
    could_be_name,
    find_labels,
    reads_like_speech,
    split_label,
)
from mindlines_analysis.readers.transcripts.opening import Page
from mindlines_analysis.voice.speech import Utterance

_NAME_FIRST = re.compile(
    rf"(?P<name>[^\t:]{{1,60}}?)(?P<gap>\s*\t\s*|\s{{2,}}|\s*[\[(]|\s)(?P<clock>{CLOCK})\s*[\])]?\s*:?\s*"
)
_TIME_FIRST = re.compile(rf"[\[(]?(?P<clock>{CLOCK})[\])]?(?:\s+|\s*[-–:]\s+|$)(?P<text>.*)")
_PROGRAM = re.compile(r".{1,60} (started|stopped) transcription\.?|Transcribed by https?://\S+", re.IGNORECASE)
_OFTEN, _RARELY = 0.3, 0.02
_IN_ORDER = 0.8
_LONGEST, _FEW = 120, 4
# Nobody records for so long, so it is the clock on the wall.
_WALL = 5 * 3600.0


@dataclass
class _Turn:
    start: float
    speaker: str
    text: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Head:
    """A line that begins a turn."""

    start: float
    speaker: str
    text: str


def read_headed(page: Page) -> Found | None:
    """Read turns that begin with a time; nothing where the file is not made of them.

    A beginning is known and an end is not: the words of a turn say nothing about how long it took.

    Parameters
    ----------
    page
        The lines of the file.

    Returns
    -------
    Found or None
        The utterances, with a beginning and without an end.

    Examples
    --------
    >>> found = read_headed(
    ...     Page("a.txt", ((1, "Bo Lee  0:01"), (2, "Good"), (3, "morning."), (4, "Ana  0:09"), (5, "Hi.")))
    ... )
    >>> [(each.speaker, each.start, each.end, each.text) for each in found.utterances]
    [('Bo Lee', 1.0, None, 'Good morning.'), ('Ana', 9.0, None, 'Hi.')]
    """
    heads = _names_first(page.written) or _times_first(page.written)
    if not heads:
        return None
    found = Found(_format(page, heads))
    turns = _turns(found, page, heads)
    if not any(turn.speaker for turn in turns):
        _name(turns)
    first = turns[0].start
    if first >= _WALL:
        found.notes.append("The times are those of the clock on the wall. We count from the first words.")
    for turn in turns:
        start = turn.start - first if first >= _WALL else turn.start
        found.utterances.append(Utterance(turn.speaker, round(start, 6), None, " ".join(filter(None, turn.text))))
    found.notes.append("The file says when each turn began, not when it ended, so nobody’s speaking time is known.")
    return found


def _names_first(lines: Sequence[Line]) -> dict[int, _Head]:
    """Lines that hold a name and a time. One blank between them is enough only where many lines are like this."""
    matches = {number: match for number, text in lines if (match := _NAME_FIRST.fullmatch(text.strip()[:_LONGEST]))}
    names = {number: clean_name(match["name"]) for number, match in matches.items() if could_be_name(match["name"])}
    times = Counter(names.values())
    heads = {
        number: _Head(start, name, "")
        for number, name in names.items()
        if (start := seconds_of(matches[number]["clock"])) is not None
        and (times[name] >= CERTAIN or not reads_like_speech(name))
    }
    strict = {number: head for number, head in heads.items() if matches[number]["gap"] != " "}
    if _are_heads(strict, lines, share=_RARELY):
        return strict
    return heads if _are_heads(heads, lines, share=_OFTEN) else {}


def _times_first(lines: Sequence[Line]) -> dict[int, _Head]:
    matches = {number: match for number, text in lines if (match := _TIME_FIRST.fullmatch(text.strip()))}
    heads = {
        number: _Head(start, "", " ".join(match["text"].split()))
        for number, match in matches.items()
        if (start := seconds_of(match["clock"])) is not None
    }
    return heads if _are_heads(heads, lines, share=_OFTEN) else {}


def _are_heads(heads: dict[int, _Head], lines: Sequence[Line], *, share: float) -> bool:
    """Whether there are enough of them; one is enough only in a file of a few lines."""
    fewest = max(share * len(lines), 2 if len(lines) > _FEW else 1)
    return len(heads) >= fewest and _in_order(heads)


def _in_order(heads: dict[int, _Head]) -> bool:
    """Whether time goes on; a list of appointments or of prices seldom looks like that."""
    starts = [head.start for head in heads.values()]
    forward = sum(after >= before for before, after in pairwise(starts))
    return forward >= _IN_ORDER * (len(starts) - 1)


def _format(page: Page, heads: dict[int, _Head]) -> Format:
    if page.is_document or any(_PROGRAM.fullmatch(text.strip()) and "transcription" in text for _, text in page.lines):
        return "Teams"
    if any(head.text for head in heads.values()):
        return "text"
    return "Zoom captions" if next(iter(heads.values())).start >= _WALL else "Otter"


def _turns(found: Found, page: Page, heads: dict[int, _Head]) -> list[_Turn]:
    turns: list[_Turn] = []
    for number, text in page.written:
        head = heads.get(number)
        if head:
            turns.append(_Turn(head.start, head.speaker, [head.text] * bool(head.text)))
        elif _PROGRAM.fullmatch(text.strip()):
            found.skip((number, text), "a line of the program")
        elif turns:
            turns[-1].text.append(" ".join(text.split()))
        else:
            _before(found, (number, text))
    return turns


def _name(turns: list[_Turn]) -> None:
    """Find the speakers in the words, where the lines with the times name nobody."""
    labels = find_labels(turn.text[0] for turn in turns if turn.text)
    for turn in turns:
        cut = split_label(turn.text[0], labels=labels) if turn.text else None
        if cut is not None:
            turn.speaker, turn.text[0] = cut


def _before(found: Found, line: Line) -> None:
    """A title, a day and a length may stand above the first turn."""
    text = line[1].strip()
    length = read_duration(text) if re.search(r"\d\s*[hms]", text) else None
    if length is not None:
        found.length = float(length)
    elif not found.title and not found.skipped:
        found.title = text
    else:
        found.skip(line, "it stands before the first words")
