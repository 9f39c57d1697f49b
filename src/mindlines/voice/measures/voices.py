"""How voices are shared in one meeting: for the facilitator in the room, and afterwards."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from mindlines.meetings.models import Meeting
from mindlines.voice.choices import TurnSource
from mindlines.voice.measures.sharing import GroupShare, MeetingShares, shares
from mindlines.voice.measures.wording import band_words, heard_words
from mindlines.voice.queries import speaking
from mindlines_analysis.disclosure import may_show_inside
from mindlines_analysis.voice import Band, Figure, band_of

# Of fewer turns it is too early to say anything.
ENOUGH_TURNS = 10
MOST_SUGGESTIONS = 2


@dataclass(frozen=True)
class GroupRow:
    """One group as the room may see it: a band in words, and numbers only where enough of the group are there."""

    pk: int | None
    name: str
    tone: int
    is_support: bool
    people: int
    turns: int | None
    typed: int | None
    band: str
    words: str
    heard: int | None
    heard_words: str


@dataclass(frozen=True)
class MeetingVoices:
    """`suggestions` are for the facilitator alone: at most two things to do now."""

    rows: tuple[GroupRow, ...]
    turns: int
    typed: int
    people: int
    is_early: bool
    is_uncounted: bool
    source: str
    suggestions: tuple[str, ...]

    @property
    def parts(self) -> list[dict[str, Any]]:
        """Pieces for the share bar, of groups whose turns may be shown."""
        return [{"label": row.name, "count": row.turns, "tone": row.tone} for row in self.rows if row.turns is not None]


def of_meeting(meeting: Meeting) -> MeetingVoices:
    """How voices are shared so far. Four queries."""
    found = shares_of(meeting)
    ratios = found.parity()
    is_early = found.turns < ENOUGH_TURNS
    rows = tuple(_row(share, ratio=ratios[share.group.pk], is_early=is_early) for share in found.groups)
    return MeetingVoices(
        rows=rows,
        turns=found.turns,
        typed=sum(share.typed for share in found.groups) + found.nowhere,
        people=found.people,
        is_early=is_early,
        is_uncounted=not found.people,
        source=source_words(found),
        suggestions=tuple(_suggestions(found, rows=rows))[:MOST_SUGGESTIONS] if found.people else (),
    )


def shares_of(meeting: Meeting) -> MeetingShares:
    keys = [meeting.pk]
    return shares(
        meeting.pk,
        groups=speaking.groups(meeting.community),
        present=speaking.present(keys),
        typed=speaking.typed(keys),
        rows=speaking.spoken(keys)[meeting.pk],
    )


def source_words(found: MeetingShares) -> str:
    """From where the turns are known."""
    return str(TurnSource(found.rows[0].source).label) if found.rows else ""


def _row(share: GroupShare, *, ratio: Figure, is_early: bool) -> GroupRow:
    may_show = may_show_inside(share.people)
    band = band_of(ratio.value) if may_show and not is_early and ratio.value is not None else None
    heard = share.heard if may_show else None
    return GroupRow(
        pk=share.group.pk,
        name=share.group.name,
        tone=share.group.tone,
        is_support=share.group.is_support,
        people=share.people,
        turns=share.turns if may_show else None,
        typed=share.typed if may_show else None,
        band=band.value if band else "",
        words=band_words(band) if band else _why_no_band(share, is_early=is_early),
        heard=heard,
        heard_words=heard_words(heard, people=share.people) if heard is not None else "",
    )


def _why_no_band(share: GroupShare, *, is_early: bool) -> str:
    if not may_show_inside(share.people):
        return _("not compared: fewer than three people")
    return _("too early to say") if is_early else _("not known")


def _suggestions(found: MeetingShares, *, rows: tuple[GroupRow, ...]) -> list[str]:
    """What a facilitator could do now, the most urgent first.

    That nobody of a group was heard is said of small groups too: everybody in the room can see it, and one lay member
    among twelve others is who needs it most.
    """
    if found.turns < ENOUGH_TURNS:
        return []
    said = [
        _("Nobody from %(group)s has been heard yet. Ask them before you close this point.")
        % {"group": share.group.name}
        for share in found.groups
        if share.group.pk and share.people and not (share.turns or share.typed or share.group.is_support)
    ]
    by_band = {band: [row for row in rows if row.band == band.value and (row.turns or row.typed)] for band in Band}
    said += [
        _("%(group)s speak less than their share. Try a round in which everyone says one thing.") % {"group": row.name}
        for row in (*by_band[Band.FAR_BELOW], *by_band[Band.BELOW])
        if not row.is_support
    ]
    said += [
        _("%(group)s speak far more than their share. Thank them, and ask who sees it in another way.")
        % {"group": row.name}
        for row in by_band[Band.FAR_ABOVE]
    ]
    said += [
        _("Fewer than half of %(group)s have spoken. Two minutes in pairs make it easier.") % {"group": row.name}
        for row in rows
        if row.heard is not None and 0 < row.heard * 2 < row.people and not row.is_support
    ]
    return said
