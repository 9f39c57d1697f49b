"""What was said, piece by piece, as a transcript holds it."""

import re
from dataclasses import dataclass

_QUESTION_MARKS = re.compile(r"[?\uff1f\u061f\u2e2e\u055e\u037e]")


@dataclass(frozen=True)
class Utterance:
    """One cue or segment of a transcript.

    `speaker` is the name as shown, and empty where the file does not say. `start` and `end` count seconds from the
    beginning of the recording, and are `None` where the file has no times.
    """

    speaker: str
    start: float | None
    end: float | None
    text: str = ""

    @property
    def words(self) -> int:
        """How many words, divided by spaces."""
        return len(self.text.split())

    @property
    def asks(self) -> bool:
        """Whether there is a question mark in it."""
        return _QUESTION_MARKS.search(self.text) is not None


def has_times(utterances: tuple[Utterance, ...]) -> bool:
    """Whether every utterance has a beginning and an end."""
    return all(each.start is not None and each.end is not None for each in utterances)


def has_text(utterances: tuple[Utterance, ...]) -> bool:
    """Whether anybody's words are written down."""
    return any(each.text.strip() for each in utterances)


def checked(utterances: tuple[Utterance, ...]) -> tuple[Utterance, ...]:
    for each in utterances:
        if each.start is not None and each.end is not None and not 0 <= each.start <= each.end < float("inf"):
            raise ValueError(f"utterances: one goes from {each.start} to {each.end} seconds")
    return utterances
