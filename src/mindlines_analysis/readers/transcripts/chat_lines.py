"""The lines of a chat: who wrote when, in the ways of Zoom and Teams."""

import re
from dataclasses import dataclass

from mindlines_analysis.readers.transcripts.opening import Page

_PATTERNS = (
    re.compile(r"(?P<clock>\d{1,2}:\d\d:\d\d)\t(?!\s*From\s)(?P<sender>[^\t]+?)\s*:\t(?P<text>.*)"),
    re.compile(
        r"(?P<day>\d{4}-\d\d-\d\d\s+)?(?P<clock>\d{1,2}:\d\d:\d\d)\s+From\s+(?P<sender>.{1,100}?)(?:\s+to\s+(?P<to>.{1,100}?))?"
        r"\s{0,3}:(?:\s+(?P<text>.*))?"
    ),
)
_BRACKETED = re.compile(
    r"\[(?P<day>[^\]\d]*(?:\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?)?[,\s]*)(?P<clock>\d{1,2}:\d\d(?::\d\d)?\s*(?:[AaPp]\.?[Mm]\.?)?)\]"
    r"\s*(?P<sender>[^:]{1,80}?)\s*(?::\s*(?P<text>.*))?"
)
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?\s*([AaPp])?\.?[Mm]?\.?")


@dataclass
class Entry:
    """One message before it is understood. `clock` counts seconds of the file's own clock."""

    line: int
    clock: float
    sender: str
    to: str
    text: list[str]
    dated: bool


def has_chat_lines(page: Page) -> bool:
    """Whether the first line is one of a chat that Zoom saved."""
    first = page.written[0][1]
    return any(pattern.fullmatch(first.strip()) for pattern in _PATTERNS)


def chat_entry(line: int, *, text: str) -> Entry | None:
    """The message that begins in a line, if one does.

    Parameters
    ----------
    line
        Its number.
    text
        The line.

    Returns
    -------
    Entry or None
        Its beginning; later lines may belong to it.

    Examples
    --------
    >>> entry = chat_entry(1, text="00:01:02\\tBo Lee:\\tHello")
    >>> entry.clock, entry.sender, entry.text
    (62.0, 'Bo Lee', ['Hello'])
    >>> chat_entry(1, text="[10:03 PM] Ana Ruiz").clock
    79380.0
    """
    bare = text.strip()
    for pattern in (*_PATTERNS, _BRACKETED):
        match = pattern.fullmatch(bare) or pattern.fullmatch(text.strip(" "))
        if match:
            parts = match.groupdict()
            return Entry(
                line=line,
                clock=_seconds(*_CLOCK.findall(parts["clock"])[0]),
                sender=" ".join(parts["sender"].split()),
                to=" ".join((parts.get("to") or "").split()),
                text=[parts["text"]] if parts["text"] else [],
                dated=bool((parts.get("day") or "").strip()) or pattern is _BRACKETED,
            )
    return None


def _seconds(hours: str, minutes: str, seconds: str, half: str) -> float:
    hour = int(hours) % 12 + 12 * (half.lower() == "p") if half else int(hours)
    return float(hour * 3600 + int(minutes) * 60 + int(seconds or 0))
