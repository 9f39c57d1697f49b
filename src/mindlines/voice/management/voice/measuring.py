"""From a transcript and the people to all figures of one meeting."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mindlines.voice.management.voice.lists import Members
from mindlines.voice.management.voice.resolving import Cast
from mindlines_analysis.readers.transcripts import TranscriptFile
from mindlines_analysis.voice import (
    Equality,
    Figure,
    GroupVoice,
    SpeechTime,
    Voice,
    equality,
    gini,
    merge_turns,
    speech_time,
    voices,
)
from mindlines_analysis.voice.equality import Unit

NO_ATTENDANCE = "who was there is not known: give the attendance"
NO_MEMBERS = "groups are not known: give the list of members"
NO_SPEAKERS = "the transcript does not say who speaks"
NO_TEXT = "the transcript has no text"


@dataclass(frozen=True)
class Speaker:
    """What the transcript holds under one shown name; `person` and `group` are empty where nobody was surely found."""

    label: str
    person: str
    group: str
    seconds: float | None
    turns: int
    words: int | None
    share: float | None


@dataclass(frozen=True)
class Measured:
    """One meeting: who spoke under which name, how voices were shared, and how sure that is.

    `unit` is what the headline counts: seconds, or words where there are no times. `equalities` has all three by unit.
    `unplaced` is the part of all speech that belongs to nobody in the lists.
    """

    name: str
    transcript: TranscriptFile
    cast: Cast
    unit: str
    speakers: tuple[Speaker, ...]
    people: tuple[Voice, ...]
    equalities: dict[str, Equality]
    uncorrected: Figure
    time: SpeechTime
    unplaced: Figure
    notes: tuple[str, ...]

    @property
    def headline(self) -> Equality:
        """How voices are shared, counted in `unit`."""
        return self.equalities[self.unit]

    @property
    def heard(self) -> int | None:
        """How many shown names spoke, or nothing where the transcript names nobody."""
        return sum(bool(each.label) for each in self.speakers) if self.transcript.has_speakers else None

    @property
    def title(self) -> str:
        """What the meeting is called."""
        return self.transcript.title or self.name


def measure(
    transcript: TranscriptFile,
    *,
    name: str,
    cast: Cast,
    members: Members | None,
    pause: float | None = None,
    length: float | None = None,
) -> Measured:
    """All figures of one meeting."""
    kept = [each for each in transcript.utterances if each.speaker not in set(cast.aside)]
    time = speech_time(kept, length=transcript.length if length is None else length)
    people = voices(kept, present=cast.groups, speakers=cast.speakers, pause=pause)
    has_words = any(each.text.strip() for each in kept)
    unit = "seconds" if time.any_speech.is_known else "words" if has_words or not kept else "turns"
    speakers = _speakers(transcript, cast, time, pause=pause, unit=unit)
    kinds = members.kinds if members else ()
    reasons: dict[Unit, str] = {
        "turns": "",
        "words": "" if has_words or not kept else NO_TEXT,
        "seconds": time.any_speech.reason,
    }
    lacking = _lacking(transcript, cast)
    equalities: dict[str, Equality] = {
        each: _honest(equality(people, unit=each, groups=kinds), reason=reason, lacking=lacking, grouped=bool(members))
        for each, reason in reasons.items()
    }
    amounts = [getattr(each, unit) or 0 for each in people]
    gap = equalities[unit].gini
    return Measured(
        name=name,
        transcript=transcript,
        cast=cast,
        unit=unit,
        speakers=speakers,
        people=people,
        equalities=equalities,
        uncorrected=gini(amounts, small_sample=False) if gap.is_known else gap,
        time=time,
        unplaced=_unplaced(speakers),
        notes=(*transcript.notes, *cast.notes),
    )


def _lacking(transcript: TranscriptFile, cast: Cast) -> str:
    """Why nothing can be said about people, or nothing."""
    if transcript.utterances and not transcript.has_speakers:
        return NO_SPEAKERS
    return "" if cast.attended else NO_ATTENDANCE


def _speakers(
    transcript: TranscriptFile, cast: Cast, time: SpeechTime, *, pause: float | None, unit: str
) -> tuple[Speaker, ...]:
    kept = [each for each in transcript.utterances if each.speaker not in set(cast.aside)]
    turns: Counter[str] = Counter()
    words: Counter[str] = Counter()
    has_words = False
    for turn in merge_turns(kept, pause=pause):
        turns[turn.speaker] += 1
        words[turn.speaker] += turn.words or 0
        has_words = has_words or turn.words is not None
    labels = dict.fromkeys(each.speaker for each in kept)
    amounts = {
        label: {"seconds": time.speakers.get(label, 0.0), "words": words[label], "turns": turns[label]}[unit]
        for label in labels
    }
    total = sum(amounts.values())
    return tuple(
        Speaker(
            label=label,
            person=cast.names.get(cast.speakers.get(label, ""), ""),
            group=cast.groups.get(cast.speakers.get(label, ""), ""),
            seconds=time.speakers.get(label) if time.any_speech.is_known else None,
            turns=turns[label],
            words=words[label] if has_words else None,
            share=amounts[label] / total if total else None,
        )
        for label in sorted(labels, key=lambda each: (-amounts[each], each))
    )


def _unplaced(speakers: Sequence[Speaker]) -> Figure:
    known = [each.share for each in speakers if each.share is not None]
    if not known:
        return Figure(None, "nothing was said")
    return Figure(sum(each.share or 0 for each in speakers if not each.person))


def _honest(found: Equality, *, reason: str, lacking: str, grouped: bool) -> Equality:
    """Take back what cannot be known: this unit for `reason`, and everything about people for what is `lacking`."""
    groups = found.groups if grouped else ()
    if lacking:
        groups = tuple(_uncounted(each, lacking) for each in groups)
    if reason:
        groups = tuple(replace(each, share=_none(reason), parity=_none(reason), band=None) for each in groups)
    if not reason and not lacking:
        return replace(found, groups=groups)
    none = _none(reason or lacking)
    return replace(found, groups=groups, gini=none, entropy=none, dominance=none)


def _uncounted(group: GroupVoice, lacking: str) -> GroupVoice:
    """Without attendance a group has its share, and nothing to compare it with; without speakers not even that."""
    none = _none(lacking)
    known = replace(group, parity=none, band=None, breadth=none)
    if lacking != NO_SPEAKERS:
        return known
    unheard = replace(known, turns=None, words=None, seconds=None, questions=None)
    return replace(unheard, share=none, first=none, question_share=none)


def _none(reason: str) -> Figure:
    return Figure(None, reason)
