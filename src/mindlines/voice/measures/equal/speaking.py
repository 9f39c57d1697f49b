"""Who spoke over the meetings: what each group said beside what it would have said with an equal voice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2

from django.utils.translation import gettext as _

from mindlines.meetings.models import Meeting
from mindlines.voice.measures.sharing import MeetingShares
from mindlines.voice.measures.voices import ENOUGH_TURNS
from mindlines.voice.measures.wording import band_words
from mindlines.voice.queries.speaking import Group
from mindlines_analysis.disclosure import may_show_inside
from mindlines_analysis.voice import Band, band_of

# Meetings that fit beside each other on a page.
SHOWN = 10
# The picture of one group, in units of its own: twice the share and half of it lie a band apart.
STEP, HEIGHT, EDGE = 60, 120, 2.0


@dataclass(frozen=True)
class Cell:
    """One group at one meeting; without a band it says why. `heard` is how many of those there spoke."""

    words: str
    heard: str
    band: str = ""
    x: float = 0
    y: float = 0


@dataclass(frozen=True)
class Strip:
    """One group over the meetings. `line` joins the dots of its picture."""

    name: str
    tone: int
    words: str
    cells: tuple[Cell, ...]
    line: str
    width: int
    is_support: bool
    is_below: bool
    is_above: bool

    @property
    def dots(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.band]


@dataclass(frozen=True)
class Speaking:
    meetings: tuple[Meeting, ...]
    strips: tuple[Strip, ...]
    counted: int
    sentences: tuple[str, ...]


def speaking(
    meetings: Sequence[Meeting],
    *,
    groups: Sequence[Group],
    shares: Mapping[int, MeetingShares],
    people: Mapping[int | None, int],
) -> Speaking:
    """Bands of each group by meeting, and over all meetings together."""
    counted = [one for one in meetings if shares[one.pk].turns >= ENOUGH_TURNS and shares[one.pk].people]
    shown = counted[-SHOWN:]
    strips = tuple(
        _strip(group, shown=shown, counted=counted, shares=shares, people=people.get(group.pk, 0))
        for group in groups
        if group.pk is not None and people.get(group.pk)
    )
    return Speaking(tuple(shown), strips, len(counted), tuple(_sentences(strips, shown=shown)))


def _strip(
    group: Group,
    *,
    shown: Sequence[Meeting],
    counted: Sequence[Meeting],
    shares: Mapping[int, MeetingShares],
    people: int,
) -> Strip:
    cells = tuple(_cell(group, shares=shares[one.pk], place=place) for place, one in enumerate(shown))
    band = _over_all(group, shares=[shares[one.pk] for one in counted]) if may_show_inside(people) else None
    return Strip(
        name=group.name,
        tone=group.tone,
        words=band_words(band)
        if band
        else _("not known")
        if may_show_inside(people)
        else _("not compared: fewer than three people"),
        cells=cells,
        line=" ".join(f"{cell.x:g},{cell.y:g}" for cell in cells if cell.band),
        width=max(1, len(shown)) * STEP,
        is_support=group.is_support,
        is_below=band in (Band.BELOW, Band.FAR_BELOW),
        is_above=band in (Band.ABOVE, Band.FAR_ABOVE),
    )


def _cell(group: Group, *, shares: MeetingShares, place: int) -> Cell:
    own = next((share for share in shares.groups if share.group.pk == group.pk), None)
    if own is None or not own.people:
        return Cell(_("nobody there"), "")
    if not may_show_inside(own.people):
        return Cell(_("fewer than three"), "")
    ratio = shares.parity()[group.pk].value
    heard = _("%(heard)d of %(people)d") % {"heard": own.heard, "people": own.people} if own.heard is not None else ""
    if ratio is None:
        return Cell(_("not known"), heard)
    band = band_of(ratio)
    height = max(-EDGE, min(EDGE, log2(ratio) if ratio else -EDGE))
    y = round(HEIGHT / 2 - height * (HEIGHT / 2 - 10) / EDGE, 1)
    return Cell(band_words(band), heard, band.value, x=place * STEP + STEP / 2, y=y)


def _over_all(group: Group, *, shares: Sequence[MeetingShares]) -> Band | None:
    """What the group said in all meetings over what it would have said, had each of its people there spoken as much as anybody."""
    said = expected = 0.0
    for one in shares:
        own = next((share for share in one.groups if share.group.pk == group.pk), None)
        if own is not None:
            said += own.turns
            expected += one.turns * own.people / one.people
    return band_of(said / expected) if expected else None


def _sentences(strips: Sequence[Strip], *, shown: Sequence[Meeting]) -> list[str]:
    said = [
        _("%(group)s speak %(band)s.") % {"group": strip.name, "band": strip.words}
        for strip in strips
        if strip.is_above or (strip.is_below and not strip.is_support)
    ]
    if shown and strips and not said:
        said.append(_("Every group that can be compared speaks about its share."))
    told = [(strip, [cell.heard for cell in strip.cells if cell.heard]) for strip in strips if not strip.is_support]
    said += [
        _("%(group)s: %(heard)s people spoke at the last meeting of which this is known.")
        % {"group": strip.name, "heard": heard[-1]}
        for strip, heard in told
        if heard
    ]
    return said
