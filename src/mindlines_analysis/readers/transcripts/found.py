"""What comes out of a transcript, whichever program wrote it."""

from dataclasses import dataclass, field
from typing import Literal

from mindlines_analysis.voice.speech import Utterance

Format = Literal["WebVTT", "SRT", "SBV", "Teams", "Otter", "Zoom captions", "Meet", "RTTM", "QMSum", "text"]
Line = tuple[int, str]

MAX_UTTERANCES = 50_000

_SHOWN = 80


@dataclass(frozen=True)
class Skipped:
    """A line that was left out, and why. `line` is `None` where the file has no lines to count, as in Word."""

    line: int | None
    text: str
    reason: str


@dataclass(frozen=True)
class TranscriptFile:
    """What was said, in the order of the file.

    `length` is how long the recording is, where the file or its companion says so. `has_times` says that everything has
    a beginning and an end, so that seconds can be counted; some programs write only beginnings. `has_speakers` says
    that somebody is named at all.
    """

    title: str
    format: Format
    utterances: tuple[Utterance, ...]
    length: float | None
    has_times: bool
    has_speakers: bool
    skipped: tuple[Skipped, ...]
    notes: tuple[str, ...]


@dataclass
class Found:
    """A transcript while it is read."""

    format: Format
    utterances: list[Utterance] = field(default_factory=list)
    title: str = ""
    length: float | None = None
    skipped: list[Skipped] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def skip(self, line: Line, reason: str) -> None:
        """Count a line that is left out."""
        self.skipped.append(skipped(line, reason=reason))


def skipped(line: Line, *, reason: str) -> Skipped:
    number, text = line
    shown = " ".join(text.split())
    return Skipped(number, shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…", reason)
