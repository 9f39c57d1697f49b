"""Cues: pieces of text between two times, as WebVTT, SRT, SBV and the Word documents of Teams have them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mindlines_analysis.readers.transcripts.clocks import CLOCK, counts_milliseconds, seconds_of
from mindlines_analysis.readers.transcripts.found import Format, Found, Line
from mindlines_analysis.readers.transcripts.opening import Page

_ARROW = re.compile(r"\s*(\d[^\s>]{0,20})\s{0,3}-->\s{0,3}(\S*)")
_COMMA = re.compile(rf"\s*({CLOCK}),({CLOCK})\s*")
_MARKED = re.compile(r"(NOTE|STYLE|REGION)(\s|$)")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Cue:
    """Lines of text between two times; `line` is the line of the times."""

    line: Line
    start: float
    end: float
    text: tuple[str, ...]


def has_cues(page: Page) -> bool:
    """Whether a file is made of cues: it says so, or it has lines with two times.

    Parameters
    ----------
    page
        The lines of the file.

    Returns
    -------
    bool
        Whether `read_cues` is for it.

    Examples
    --------
    >>> has_cues(Page("a.srt", ((1, "1"), (2, "00:00:01,000 --> 00:00:02,000"), (3, "Hello."))))
    True
    """
    return _is_webvtt(page) or any(_times(text) for _, text in page.written)


def cut_cues(page: Page) -> tuple[Found, list[Cue]]:
    """Cut a file into its cues.

    `webvtt-py` and `srt` read well-formed files as this does, but leave out what they cannot read without a word; here
    every line that is left out is counted, except comments, styles, numbers and what the header says.

    Parameters
    ----------
    page
        The lines of the file.

    Returns
    -------
    tuple
        The transcript as far as it is read (format, title, what was skipped), and the cues in the order of the file.

    Examples
    --------
    >>> page = Page("a.vtt", tuple(enumerate(["WEBVTT", "", "00:01.000 --> 00:02.500", "Hello."], start=1)))
    >>> _, cues = cut_cues(page)
    >>> cues[0].start, cues[0].end, cues[0].text
    (1.0, 2.5, ('Hello.',))
    """
    lines = page.lines
    places = [number for number, (_, text) in enumerate(lines) if _times(text)]
    found = Found(_format(page, places))
    whole = counts_milliseconds(clock for place in places for clock in _times(lines[place][1]))
    tops = [_top(lines, place, webvtt=found.format == "WebVTT") for place in places]
    header = list(_blocks(lines[: tops[0]] if tops else lines))
    if _is_webvtt(page):
        found.title = page.written[0][1].removeprefix("WEBVTT").strip(" \t-–")
        header = header[1:]
    for block in header:
        _leave(found, block)
    cues = []
    for place, bottom in zip(places, [*tops, len(lines)][1:], strict=True):
        text = _payload(found, _blocks(lines[place + 1 : bottom]))
        cue = _cue(lines[place], text, whole=whole)
        if isinstance(cue, Cue):
            cues.append(cue)
        else:
            found.skip((lines[place][0], f"{lines[place][1]} {' '.join(text)}"), cue)
    return found, cues


def _is_webvtt(page: Page) -> bool:
    first = page.written[0][1]
    return first == "WEBVTT" or first.startswith(("WEBVTT ", "WEBVTT\t"))


def _format(page: Page, places: Sequence[int]) -> Format:
    if _is_webvtt(page):
        return "WebVTT"
    if page.is_document:
        return "Teams"
    times = [page.lines[place][1] for place in places]
    if all(_COMMA.fullmatch(text) for text in times):
        return "SBV"
    return "WebVTT" if page.name.lower().endswith(".vtt") else "SRT"


def _times(text: str) -> tuple[str, ...]:
    match = _ARROW.match(text) or _COMMA.fullmatch(text)
    return match.groups() if match else ()


def _top(lines: Sequence[Line], place: int, *, webvtt: bool) -> int:
    """Where a cue begins: the line above its times may be its number or its name."""
    above = lines[place - 1][1].strip() if place else ""
    alone = place < 2 or not lines[place - 2][1].strip()
    return place - 1 if above and (_NUMBER.fullmatch(above) or (webvtt and alone)) else place


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if line[1]:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _payload(found: Found, blocks: Iterator[list[Line]]) -> tuple[str, ...]:
    """The text of a cue; in WebVTT a blank line ends it, elsewhere it may go on."""
    text: list[str] = []
    for block in blocks:
        if found.format == "WebVTT" and (text or _MARKED.match(block[0][1])):
            _leave(found, block)
        else:
            text += [line for _, line in block if line.strip()]
    return tuple(text)


def _leave(found: Found, block: list[Line]) -> None:
    """Leave a block out; comments, styles and stray numbers need no word."""
    if found.format == "WebVTT" and _MARKED.match(block[0][1]):
        return
    for line in block:
        if line[1].strip() and not _NUMBER.fullmatch(line[1].strip()):
            found.skip(line, "no time stands above it")


def _cue(line: Line, text: tuple[str, ...], *, whole: bool) -> Cue | str:
    """The cue, or the reason why it is none."""
    start, end = (seconds_of(clock, whole_milliseconds=whole) for clock in _times(line[1]))
    if start is None or end is None:
        return "its time cannot be read"
    return "it ends before it begins" if end < start else Cue(line, start, end, text)
