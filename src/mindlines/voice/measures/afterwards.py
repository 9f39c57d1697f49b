"""How voices were shared in one meeting, for facilitators afterwards: two units side by side, never one number alone."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.meetings.models import Meeting
from mindlines.ui.dates import minutes_words
from mindlines.voice.choices import TurnSource
from mindlines.voice.measures.joining import GUEST, Said, joined
from mindlines.voice.measures.sharing import GroupShare, MeetingShares, Unit, shares, total
from mindlines.voice.measures.voices import shares_of, source_words
from mindlines.voice.measures.wording import band_words, heard_words, seconds_words
from mindlines.voice.models import Recording, TranscriptImport
from mindlines.voice.queries import speaking
from mindlines.voice.queries.speaking import Spoken
from mindlines_analysis.disclosure import may_show_inside
from mindlines_analysis.voice import Figure, band_of


@dataclass(frozen=True)
class Row:
    """One group. What may not be shown, or is not known, is empty; `bands` are by turns and, where they are known, by time or words."""

    name: str
    tone: int
    people: int
    is_shown: bool
    turns: int
    amount: str
    by_turns: str
    by_amount: str
    heard: str
    first: str
    questions: str


@dataclass(frozen=True)
class Line:
    """One figure of the meeting as a whole: a value in words, or why there is none."""

    name: str
    value: str
    reason: str = ""


@dataclass(frozen=True)
class Afterwards:
    rows: tuple[Row, ...]
    lines: tuple[Line, ...]
    unit: str
    source: str
    turns: int
    people: int
    hidden: int


def afterwards(meeting: Meeting, *, recording: Recording | None) -> Afterwards:
    """What is known of a meeting that was held. Four queries."""
    return _told(shares_of(meeting), recording=recording)


def preview(brought: TranscriptImport, *, also_here: Sequence[Membership]) -> Afterwards:
    """What the page will say once this transcript is confirmed and `also_here` are marked as here. Four queries."""
    meeting = brought.meeting
    present = speaking.present([meeting.pk])
    present.update(Counter((meeting.pk, member.constituency_id) for member in also_here))
    groups = dict(meeting.community.memberships.values_list("pk", "constituency"))
    found = shares(
        meeting.pk,
        groups=speaking.groups(meeting.community),
        present=present,
        typed=Counter(),
        rows=_spoken(brought, groups=groups),
    )
    return _told(found, recording=None)


def _spoken(brought: TranscriptImport, *, groups: dict[int, int]) -> list[Spoken]:
    by_voice: defaultdict[str, list[Said]] = defaultdict(list)
    for one in joined(brought):
        by_voice[one.voice].append(one)
    return [
        Spoken(
            meeting=brought.meeting_id,
            group=None if said[0].choice == GUEST else groups.get(int(said[0].choice)),
            speaker=voice,
            source=TurnSource.TRANSCRIPT,
            turns=len(said),
            words=total([one.words for one in said]),
            seconds=total([one.seconds for one in said]),
            questions=sum(one.is_question for one in said),
            first=min((one.start for one in said if one.start is not None), default=None),
        )
        for voice, said in by_voice.items()
    ]


def _told(found: MeetingShares, *, recording: Recording | None) -> Afterwards:
    unit: Unit | None = next((one for one in ("seconds", "words") if found.turns and found.knows(one)), None)
    by_turns, by_amount = found.parity(), found.parity(unit) if unit else {}
    has_words = bool(found.rows) and all(row.words is not None for row in found.rows)
    rows = tuple(
        _row(
            share, by_turns=by_turns[share.group.pk], by_amount=by_amount.get(share.group.pk), unit=unit, asks=has_words
        )
        for share in found.groups
    )
    return Afterwards(
        rows=rows,
        lines=tuple(_lines(found, recording=recording)),
        unit=unit or "",
        source=source_words(found),
        turns=found.turns,
        people=found.people,
        hidden=sum(not row.is_shown for row in rows),
    )


def _row(share: GroupShare, *, by_turns: Figure, by_amount: Figure | None, unit: Unit | None, asks: bool) -> Row:
    is_shown = may_show_inside(share.people)
    amount = share.amount(unit) if unit else None
    said = seconds_words(amount) if unit == "seconds" else str(round(amount or 0))
    is_heard = is_shown and share.turns > 0
    return Row(
        name=share.group.name,
        tone=share.group.tone,
        people=share.people,
        is_shown=is_shown,
        turns=share.turns if is_shown else 0,
        amount=said if is_shown and amount is not None else "",
        by_turns=_band(by_turns) if is_shown else "",
        by_amount=_band(by_amount) if is_shown and by_amount else "",
        heard=heard_words(share.heard, people=share.people) if is_shown and share.heard is not None else "",
        first=_first(share.first) if is_shown else "",
        questions=_part(share.questions, of=share.turns) if is_heard and asks else "",
    )


def _band(ratio: Figure) -> str:
    return band_words(band_of(ratio.value)) if ratio.value is not None else ""


def _first(seconds: float | None) -> str:
    if seconds is None:
        return ""
    minutes = int(seconds // 60)
    return _("after %(time)s") % {"time": minutes_words(minutes)} if minutes else _("in the first minute")


def _part(number: int, *, of: int) -> str:
    return _("%(percent)d in 100 turns") % {"percent": round(100 * number / of)}


def _lines(found: MeetingShares, *, recording: Recording | None) -> list[Line]:
    gini, entropy, dominance = found.spread()
    by_group = _("Turns were counted by group, not by person.")
    nobody = _("Nobody spoke, or nobody is on the list of who was there.")
    reason = nobody if not found.turns else by_group if not found.by_person else nobody
    lines = [
        Line(_("Gini index"), _number(gini, meaning=_("0: all speak the same, 1: one person speaks")), reason),
        Line(_("Evenness"), _number(entropy, meaning=_("1: all speak the same")), reason),
        Line(_("Dominance"), _number(dominance, meaning=_("0: all speak the same, 1: one person speaks")), reason),
    ]
    no_times = _("The transcript has no times.") if recording else _("Only a transcript with times can tell.")
    for name, seconds in (
        (_("Several people at once"), recording.overlap if recording else None),
        (_("Silence"), recording.silence if recording else None),
    ):
        lines.append(Line(name, seconds_words(seconds), no_times))
    return lines


def _number(figure: Figure, *, meaning: str) -> str:
    return f"{figure.value:.2f} ({meaning})" if figure.value is not None else ""
