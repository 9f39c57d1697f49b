"""What is shared out beside speaking time: answers, the lead of the agenda, and formal roles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from mindlines.communities.queries.roles import Share
from mindlines.voice.choices import Uptake
from mindlines.voice.measures.wording import band_words
from mindlines.voice.queries.speaking import Group
from mindlines_analysis.disclosure import LEAST_BEHAVIOUR, may_show_inside
from mindlines_analysis.voice import Band, band_of, parity, unanswered_gap

MOST_SENTENCES = 3


@dataclass(frozen=True)
class Part:
    """A group's part of something beside its part of the members."""

    name: str
    tone: int
    count: int
    members: int
    band: str

    @property
    def label(self) -> str:
        return self.name


@dataclass(frozen=True)
class Parts:
    """How something is shared between the groups, with sentences about whoever has far too little or too much."""

    rows: tuple[Part, ...]
    total: int
    sentences: tuple[str, ...]

    @property
    def bar(self) -> list[dict[str, object]]:
        return [{"label": row.name, "count": row.count, "tone": row.tone} for row in self.rows]


@dataclass(frozen=True)
class Answered:
    """What became of what one group brought in; without numbers there are too few to show."""

    name: str
    tone: int
    points: int
    unanswered: int
    counts: tuple[int, ...]
    is_shown: bool


@dataclass(frozen=True)
class Uptakes:
    names: tuple[str, ...]
    rows: tuple[Answered, ...]
    sentences: tuple[str, ...]


def agenda(led: Mapping[int | None, int], *, groups: Sequence[Group], members: Mapping[int | None, int]) -> Parts:
    """Minutes of the agenda that each group led."""
    rows = [(group, led.get(group.pk) or 0, members.get(group.pk, 0)) for group in groups if group.pk is not None]
    return _parts(rows, few=_("%(group)s lead %(band)s of the agenda: %(count)d of %(total)d minutes."))


def roles(shares: Sequence[Share], *, groups: Sequence[Group]) -> Parts:
    """Formal roles that the members of each group hold; both come in the order of the constituencies."""
    placed = [group for group in groups if group.pk is not None]
    rows = [(group, share.count, share.members) for group, share in zip(placed, shares, strict=True)]
    return _parts(rows, few=_("%(group)s hold %(band)s of the roles: %(count)d of %(total)d."))


def uptakes(taken_up: Mapping[tuple[int | None, str], int], *, groups: Sequence[Group]) -> Uptakes:
    """What became of what each group brought in, and whose points wait longest for an answer."""
    rows = tuple(_answered(group, taken_up=taken_up) for group in groups if group.pk is not None)
    told = [row for row in rows if row.is_shown]
    gap = unanswered_gap([(row.name, nth >= row.unanswered) for row in told for nth in range(row.points)])
    said = []
    if gap.gap.value:
        said.append(
            _("Points of %(most)s are left without an answer more often than those of %(least)s.")
            % {"most": gap.most, "least": gap.least}
        )
    elif told and not any(row.unanswered for row in told):
        said.append(_("Everything that was brought in has an answer."))
    waiting = sorted((row for row in told if row.unanswered), key=lambda row: -row.unanswered / row.points)
    said += [
        _("%(group)s: %(unanswered)d of %(points)d points wait for an answer.")
        % {"group": row.name, "unanswered": row.unanswered, "points": row.points}
        for row in waiting[:MOST_SENTENCES]
    ]
    return Uptakes(
        tuple(str(one.label) for one in Uptake), rows if any(row.points for row in rows) else (), tuple(said)
    )


def _parts(rows: Sequence[tuple[Group, int, int]], *, few: str) -> Parts:
    """The support team leads and holds roles because it is its work, so the others are compared without it."""
    compared = {str(group.pk): (count, members) for group, count, members in rows if not group.is_support}
    total = sum(count for count, _members in compared.values())
    ratios = parity(
        {key: count for key, (count, _members) in compared.items()},
        people={key: members for key, (_count, members) in compared.items()},
    )
    parts, said = [], []
    for group, count, members in rows:
        ratio = ratios[str(group.pk)].value if str(group.pk) in ratios and may_show_inside(members) else None
        band = band_of(ratio) if ratio is not None else None
        words = band_words(band) if band else ""
        parts.append(Part(group.name, group.tone, count, members, words))
        if band and band != Band.ABOUT:
            said.append(few % {"group": group.name, "band": words, "count": count, "total": total})
    return Parts(tuple(parts) if any(count for _group, count, _members in rows) else (), total, tuple(said))


def _answered(group: Group, *, taken_up: Mapping[tuple[int | None, str], int]) -> Answered:
    counts = tuple(taken_up.get((group.pk, one.value), 0) for one in Uptake)
    points = sum(counts)
    unanswered = taken_up.get((group.pk, Uptake.UNANSWERED), 0)
    return Answered(group.name, group.tone, points, unanswered, counts, is_shown=points >= LEAST_BEHAVIOUR)
