"""RTTM: who spoke from when for how long, without words, as researchers exchange it; and UEM, how long it was."""

import math
import re
from collections.abc import Iterable

from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.transcripts.found import Found, Line
from mindlines_analysis.readers.transcripts.opening import Page
from mindlines_analysis.voice.speech import Utterance

_KIND = re.compile(
    r"(SEGMENT|NOSCORE|NO_RT_METADATA|LEXEME|NON-LEX|NON-SPEECH|FILLER|EDIT|IP|SU|CB|A/P|SPEAKER|SPKR-INFO)\s"
)
_UEM = re.compile(r"\S+\s+\d+\s+\d+(\.\d+)?\s+\d+(\.\d+)?\s*")
_NOBODY = "<NA>"
_NAME = 7
_OPENING = 20


def is_rttm(page: Page) -> bool:
    """Whether one of the first lines is one of RTTM."""
    fields = [text.split() for _, text in page.written[:_OPENING] if _KIND.match(text)]
    return any(len(each) > _NAME and each[2].isdigit() for each in fields)


def is_uem(page: Page) -> bool:
    """Whether all lines say how long a recording is, and nothing else."""
    return all(_UEM.fullmatch(text) or text.startswith(";") for _, text in page.written)


def read_segments(page: Page, *, uem: Page | None = None) -> Found:
    """Read an RTTM file of one recording.

    Parameters
    ----------
    page
        The lines of the file; the format is that of the NIST Rich Transcription evaluations of 2009.
    uem
        The lines of the UEM file that belongs to it, which says what part of the recording counts.

    Returns
    -------
    Found
        Utterances without words.

    Raises
    ------
    Unreadable
        There are several recordings in it, or none in the UEM file.

    Examples
    --------
    >>> found = read_segments(Page("a.rttm", ((1, "SPEAKER m1 1 0.08 8.65 <NA> <NA> Bo <NA> <NA>"),)))
    >>> found.utterances
    [Utterance(speaker='Bo', start=0.08, end=8.73, text='')]
    """
    found = Found("RTTM")
    recordings = set()
    for line in page.written:
        fields = line[1].split()
        if line[1].startswith(";") or (fields[0] != "SPEAKER" and _KIND.match(line[1])):
            continue
        segment = _segment(fields)
        if isinstance(segment, Utterance):
            found.utterances.append(segment)
            recordings.add(fields[1])
        else:
            found.skip(line, segment)
    if len(recordings) > 1:
        raise Unreadable(f"“{page.name}” holds {len(recordings)} recordings. Choose a file with one meeting.")
    if uem and recordings:
        found.length = _length(uem, recording=recordings.pop())
    found.notes.append("The file has no words, only who spoke when.")
    return found


def _segment(fields: list[str]) -> Utterance | str:
    if fields[0] != "SPEAKER" or len(fields) <= _NAME:
        return "it is no line of RTTM"
    start, seconds = (_number(field) for field in fields[3:5])
    if start is None or seconds is None:
        return "its time cannot be read"
    name = fields[_NAME] if fields[_NAME] != _NOBODY else ""
    return Utterance(name, start, round(start + seconds, 6))


def _number(field: str) -> float | None:
    try:
        number = float(field)
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None


def _length(uem: Page, *, recording: str) -> float:
    """From the beginning of the recording, where the times of the segments begin, to the end of what counts."""
    ends = [end for name, end in _ends(uem.written) if name == recording]
    if not ends:
        raise Unreadable(f"“{uem.name}” does not say how long the recording “{recording}” is. Choose its own UEM file.")
    return max(ends)


def _ends(lines: Iterable[Line]) -> list[tuple[str, float]]:
    return [(text.split()[0], float(text.split()[3])) for _, text in lines if _UEM.fullmatch(text)]
