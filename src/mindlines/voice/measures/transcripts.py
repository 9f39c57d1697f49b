"""A transcript taken apart: who is named in it, when each turn was, and which member each shown name stands for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.meetings.queries.reports import members_by_pk
from mindlines.voice.measures.wording import seconds_words
from mindlines.voice.models import TranscriptImport
from mindlines_analysis.names import Match, Named, match_names
from mindlines_analysis.readers.transcripts import TranscriptFile
from mindlines_analysis.voice import merge_turns, speech_time

# More candidates than this help nobody to choose.
MOST_CANDIDATES = 6
MOST_NOTES = 30
# Programs that sit in meetings and show a name of their own.
_PROGRAM = re.compile(
    r"\b(?:otter(?:\.ai)?|fireflies(?:\.ai)?|fathom|read\.ai|record(?:er|ing)|note ?taker|transcri(?:ber|ption)|bot)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Shown:
    """One name in a transcript: the member it surely is, those it may be, and what was chosen before."""

    number: int
    name: str
    turns: int
    said: str
    sure: int | None
    is_program: bool
    candidates: list[tuple[int, str]]
    reason: str
    chosen: str

    @property
    def label(self) -> str:
        return self.name or str(_("Speech without a name"))

    @property
    def is_settled(self) -> bool:
        """Whether it needs no look."""
        return self.sure is not None or self.is_program or not self.name or bool(self.chosen)


def parted(transcript: TranscriptFile) -> dict[str, Any]:
    """What is kept of a transcript until somebody has said who is who: names, turns without words, times, and notes."""
    turns = merge_turns(transcript.utterances)
    names = list(dict.fromkeys(turn.speaker for turn in turns))
    times = speech_time(transcript.utterances, length=transcript.length)
    kept = [
        [names.index(turn.speaker), turn.start, turn.end, turn.seconds, turn.words, turn.is_question] for turn in turns
    ]
    return {
        "speakers": [_speaker(number, name=name, turns=kept) for number, name in enumerate(names)],
        "turns": kept,
        "times": {
            "length": times.length.value,
            "any_speech": times.any_speech.value,
            "overlap": times.overlap_seconds.value,
            "silence": times.silence_seconds.value,
            "has_times": transcript.has_times,
            "has_words": any(turn.words is not None for turn in turns),
        },
        "notes": _notes(transcript),
    }


def shown(brought: TranscriptImport) -> list[Shown]:
    """Every name in the transcript, in its order. One query."""
    members = members_by_pk(brought.meeting.community)
    known = [Named(name, email, key=pk) for pk, (name, email, _group) in members.items()]
    rows = brought.speakers
    matches = match_names([Named(row["name"] or " ", "") for row in rows], known)
    return [
        _shown(row, match=match, members=members, chosen=brought.choices.get(str(row["number"]), ""))
        for row, match in zip(rows, matches, strict=True)
    ]


def _speaker(number: int, *, name: str, turns: Sequence[Sequence[Any]]) -> dict[str, Any]:
    own = [turn for turn in turns if turn[0] == number]
    seconds, words = [turn[3] for turn in own], [turn[4] for turn in own]
    return {
        "number": number,
        "name": name[:150],
        "turns": len(own),
        "seconds": None if None in seconds else round(sum(seconds), 1),
        "words": None if None in words else sum(words),
    }


def _notes(transcript: TranscriptFile) -> list[str]:
    said = list(transcript.notes)
    if not transcript.has_times:
        said.append(_("This transcript has no times, so minutes of speaking, overlap and silence are not available."))
    for skipped in transcript.skipped[:MOST_NOTES]:
        where = _("Line %(line)d") % {"line": skipped.line} if skipped.line else _("A line")
        said.append(_("%(where)s was left out: %(reason)s.") % {"where": where, "reason": skipped.reason})
    more = len(transcript.skipped) - MOST_NOTES
    if more > 0:
        said.append(_("%(count)d more lines were left out.") % {"count": more})
    return said


def _shown(row: Mapping[str, Any], *, match: Match, members: Mapping[int, tuple[str, str, str]], chosen: str) -> Shown:
    keys = [int(str(candidate.member.key)) for candidate in match.candidates[:MOST_CANDIDATES]]
    is_program = bool(_PROGRAM.search(row["name"])) and match.member is None
    if chosen.isdecimal() and int(chosen) in members and int(chosen) not in keys:
        keys.append(int(chosen))
    return Shown(
        number=row["number"],
        name=row["name"],
        turns=row["turns"],
        said=_said(row),
        sure=int(str(match.member.key)) if match.member else None,
        is_program=is_program,
        candidates=[(key, f"{members[key][0]}, {members[key][2]}") for key in keys],
        reason=match.reason,
        chosen=chosen,
    )


def _said(row: Mapping[str, Any]) -> str:
    """`14 turns, 320 words, 3 minutes`."""
    said = [ngettext("%d turn", "%d turns", row["turns"]) % row["turns"]]
    if row["words"] is not None:
        said.append(ngettext("%d word", "%d words", row["words"]) % row["words"])
    return ", ".join(filter(None, [*said, seconds_words(row["seconds"])]))


def members(brought: TranscriptImport) -> set[int]:
    """The members who were heard, as chosen."""
    return {int(choice) for choice in brought.choices.values() if choice.isdecimal()}
