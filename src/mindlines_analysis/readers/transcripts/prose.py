"""Words without times: Google Meet, interviews, notes of what was said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mindlines_analysis.readers.transcripts.clocks import seconds_of
from mindlines_analysis.readers.transcripts.found import Found, Line
from mindlines_analysis.readers.transcripts.labels import clean_name, find_labels, may_name_speaker, split_label
from mindlines_analysis.readers.transcripts.markup import voices
from mindlines_analysis.readers.transcripts.opening import Page
from mindlines_analysis.voice.speech import Utterance

_HEADING = re.compile(r"#*\s*(?:\W*\s*Transcript|(?P<title>.{1,200}?)\s*[-–—]\s*Transcript)\s*", re.IGNORECASE)
_END = re.compile(r"[#\s]*Transcription ended after\s+(\d+:\d\d:\d\d)\s*", re.IGNORECASE)
_MARK = re.compile(r"[#\s]*(\d{1,2}:\d\d:\d\d)\s*")
_LONGEST_TITLE = 120


@dataclass(frozen=True)
class _Part:
    """The lines of what was said, without what Meet puts around them."""

    lines: tuple[Line, ...]
    is_meet: bool
    title: str = ""
    length: float | None = None
    above: int = 0


def read_prose(page: Page) -> Found:
    """Read words that have no times: "Name: words", or words alone.

    Parameters
    ----------
    page
        The lines of the file.

    Returns
    -------
    Found
        The utterances without times, and without speakers where nobody is named.

    Examples
    --------
    >>> lines = ["Visit in May", "Ana: Shall we?", "Bo: Yes.", "Now.", "Ana: Good."]
    >>> found = read_prose(Page("a.txt", tuple(enumerate(lines, start=1))))
    >>> found.title, [(each.speaker, each.start, each.text) for each in found.utterances]
    ('Visit in May', [('Ana', None, 'Shall we?'), ('Bo', None, 'Yes. Now.'), ('Ana', None, 'Good.')])
    """
    part = _part(page)
    found = Found("Meet" if part.is_meet else "text", title=part.title, length=part.length)
    if part.above:
        found.notes.append(f"{part.above} lines above the transcript were left out: notes and names.")
    tagged = voices([text for _, text in part.lines])
    labels = find_labels(_beginnings(part.lines))
    if tagged:
        found.utterances = [Utterance(speaker, None, None, words) for speaker, words in tagged]
    elif labels:
        _tell(found, part.lines, labels=labels)
    else:
        found.utterances = [Utterance("", None, None, text) for text in _paragraphs(part.lines)]
    if found.utterances:
        found.notes.append("The file has no times, so nobody’s speaking time is known.")
    return found


def _part(page: Page) -> _Part:
    """Meet names the part that holds what was said, marks the time every few minutes, and says at the end how long it was."""
    tops = [place for place, (_, text) in enumerate(page.lines) if _HEADING.fullmatch(text.strip())]
    ends = [(place, match) for place, (_, text) in enumerate(page.lines) if (match := _END.fullmatch(text))]
    if not tops and not ends:
        return _Part(page.lines, is_meet=False)
    top = tops[-1] + 1 if tops else 0
    bottom, length = (ends[-1][0], seconds_of(ends[-1][1][1])) if ends else (len(page.lines), None)
    titles = [match["title"] for place in tops if (match := _HEADING.fullmatch(page.lines[place][1].strip()))]
    title = next(filter(None, titles), "")
    return _Part(
        lines=tuple(line for line in page.lines[top:bottom] if not _MARK.fullmatch(line[1])),
        is_meet=True,
        title=clean_name(title),
        length=length,
        above=sum(1 for _, text in page.lines[:top] if text.strip()) - len(tops),
    )


def _beginnings(lines: Sequence[Line]) -> list[str]:
    """The first line of each paragraph, or of what could be a turn; every line where paragraphs are not set apart."""
    texts = [text.strip() for _, text in lines]
    first = [
        text
        for before, text in zip(["", *texts], texts, strict=False)
        if text and (may_name_speaker(text) or not before)
    ]
    return first if "" in texts else [text for text in texts if text]


def _tell(found: Found, lines: Sequence[Line], *, labels: frozenset[str]) -> None:
    """Go down the lines; one that names nobody goes on with whoever spoke."""
    said: list[tuple[str, list[str]]] = []
    for line in lines:
        text = " ".join(line[1].split())
        cut = split_label(text, labels=labels)
        if cut is not None:
            said.append((cut[0], [cut[1]] * bool(cut[1])))
        elif said and text:
            said[-1][1].append(text)
        elif text:
            _above(found, line)
    found.utterances = [Utterance(speaker, None, None, " ".join(words)) for speaker, words in said]


def _above(found: Found, line: Line) -> None:
    text = clean_name(line[1])
    if not found.title and not found.skipped and len(text) <= _LONGEST_TITLE:
        found.title = text
    else:
        found.skip(line, "it stands before the first words")


def _paragraphs(lines: Sequence[Line]) -> list[str]:
    """Lines without a blank one between them belong together; without any blank line each stands alone."""
    texts = [" ".join(text.split()) for _, text in lines]
    while texts and not texts[-1]:
        texts.pop()
    if "" not in texts:
        return texts
    paragraphs: list[list[str]] = [[]]
    for text in texts:
        if text:
            paragraphs[-1].append(text)
        elif paragraphs[-1]:
            paragraphs.append([])
    return [" ".join(paragraph) for paragraph in paragraphs if paragraph]
