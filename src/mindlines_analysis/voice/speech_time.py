"""How long each one speaks, how long anybody does, how long several at once, and how long nobody."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from mindlines_analysis.voice.figures import Figure
from mindlines_analysis.voice.spans import covered, joined, shared
from mindlines_analysis.voice.speech import Utterance, checked

NOTHING = "the transcript holds nothing that was said"
NO_TIMES = "the transcript has no times"
NO_SPEAKERS = "the transcript does not say who speaks"


@dataclass(frozen=True)
class SpeechTime:
    """Seconds of a recording.

    `speakers` has the seconds of each label, with "" for what nobody is named for, and is empty without times. Time in which several
    speak counts for each of them, so that the sum can be more than `length`.
    """

    any_speech: Figure
    overlap_seconds: Figure
    silence_seconds: Figure
    length: Figure
    speakers: dict[str, float] = field(default_factory=dict)


def speech_time(utterances: Iterable[Utterance], *, length: float | None = None) -> SpeechTime:
    """How long each one speaks, how long anybody does, how long several at once, and how long nobody.

    Parameters
    ----------
    utterances
        All pieces of one recording, in any order. One speaker's own pieces may overlap and count once.
    length
        How long the recording is, in seconds. Without it, the time from the first word to the last counts as its
        length, and silence before and after is not known.

    Returns
    -------
    SpeechTime
        Every figure is a number of seconds or the reason why there is none. Overlap is time in which at least two
        speak; it is not interruption, which only somebody who listens can tell.

    Raises
    ------
    ValueError
        If `length` is negative, or an utterance ends before it begins.

    Notes
    -----
    Overlap is usual: in nine meetings of the AMI corpus (Carletta et al. 2006, https://doi.org/10.1007/11677482_3) several
    speak in 3 to 24 per cent of the time, so that shares of speaking time, and not of the meeting, can be compared.

    Examples
    --------
    >>> found = speech_time([Utterance("Ana", 1.0, 5.0), Utterance("Bo", 4.0, 6.0)], length=10.0)
    >>> found.speakers, found.any_speech.value, found.overlap_seconds.value, found.silence_seconds.value
    ({'Ana': 4.0, 'Bo': 2.0}, 5.0, 1.0, 5.0)
    """
    if length is not None and not 0 <= length < float("inf"):
        raise ValueError("length: seconds are zero or more")
    every = checked(tuple(utterances))
    by_speaker: dict[str, list[tuple[float, float]]] = {}
    for each in every:
        if each.start is not None and each.end is not None:
            by_speaker.setdefault(each.speaker, []).append((each.start, each.end))
    known = sum(map(len, by_speaker.values()))
    if known < len(every) or not every:
        return _unknown(_missing(len(every) - known, of=len(every)))
    each_once = [span for spans in by_speaker.values() for span in joined(spans)]
    first, last = min(start for start, _ in each_once), max(end for _, end in each_once)
    span = last - first if length is None else max(length, last)
    any_speech = covered(each_once)
    return SpeechTime(
        any_speech=_seconds(any_speech),
        overlap_seconds=Figure(None, NO_SPEAKERS) if set(by_speaker) == {""} else _seconds(shared(each_once)),
        silence_seconds=_seconds(span - any_speech),
        length=_seconds(span),
        speakers={speaker: round(covered(spans), 6) for speaker, spans in by_speaker.items()},
    )


def _missing(count: int, *, of: int) -> str:
    if not of:
        return NOTHING
    return NO_TIMES if count == of else f"{count} of {of} pieces of the transcript have no times"


def _unknown(reason: str) -> SpeechTime:
    none = Figure(None, reason)
    return SpeechTime(none, none, none, none)


def _seconds(value: float) -> Figure:
    return Figure(round(value, 6))
