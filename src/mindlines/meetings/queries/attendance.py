"""Who is here, who is not, and who was expected."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import Standing
from mindlines.communities.models import Constituency, Membership
from mindlines.meetings.choices import HERE, Presence, ReplyMode, Setting
from mindlines.meetings.models import Attendance, AttendanceImport, Meeting, Reply

# Names shown of those who were expected and are not here; of more, only the number is told.
MOST_MISSING = 100
# Buttons that are shown at once; the others are one tap away.
_USUAL = {
    Setting.IN_PERSON: (Presence.ROOM,),
    Setting.ONLINE: (Presence.ONLINE,),
    Setting.HYBRID: (Presence.ROOM, Presence.ONLINE),
}
_SAID = {
    ReplyMode.ROOM: _("said: in the room"),
    ReplyMode.ONLINE: _("said: online"),
    ReplyMode.PHONE: _("said: by phone"),
    ReplyMode.CANNOT: _("said: cannot come"),
}


@dataclass(frozen=True)
class Row:
    """One line of the roll: the buttons to show at once, and those behind “more”."""

    membership: Membership
    said: str
    way: str
    stayed: int | None
    usual: list[tuple[str, str]]
    more: list[tuple[str, str]]

    @property
    def way_words(self) -> str:
        return str(Presence(self.way).label) if self.way else ""

    @property
    def is_here(self) -> bool:
        return self.way in HERE


@dataclass
class Group:
    """One constituency at a meeting. Guests form a group without a constituency."""

    constituency: Constituency | None
    members: int = 0
    ways: Counter[str] = field(default_factory=Counter)
    missing: list[Membership] = field(default_factory=list)

    @property
    def here(self) -> int:
        return sum(self.ways[way] for way in HERE)

    @property
    def apologies(self) -> int:
        return self.ways[Presence.APOLOGIES]

    @property
    def others(self) -> int:
        """Members who are not here, sent no apologies and had not said that they would come."""
        return max(0, self.members - self.here - self.apologies - len(self.missing))

    @property
    def parts(self) -> list[tuple[str, int]]:
        """How those who are here take part: words and number."""
        return [(str(Presence(way).label), self.ways[way]) for way in HERE if self.ways[way]]


def roll(meeting: Meeting, *, name: str = "") -> QuerySet[Membership]:
    """Everybody who could be here: those who said they come first, those who said they cannot last.

    Each membership knows `said` (its reply), `way` (how it is here, if it is) and `stayed` (minutes).
    """
    said = Reply.objects.filter(meeting=meeting, membership=OuterRef("pk")).values("mode")
    noted = Attendance.objects.filter(meeting=meeting, membership=OuterRef("pk"))
    rank = Case(
        When(said=ReplyMode.CANNOT, then=Value(2)),
        When(Q(said__isnull=False) | Q(way__isnull=False), then=Value(0)),
        default=Value(1),
        output_field=IntegerField(),
    )
    people = (
        meeting.community.memberships.annotate(
            said=Subquery(said), way=Subquery(noted.values("presence")), stayed=Subquery(noted.values("minutes"))
        )
        .exclude(Q(standing=Standing.LEFT) & Q(way__isnull=True))
        .alias(rank=rank)
        .select_related("person", "constituency")
        .order_by("rank", "person__name", "pk")
    )
    typed = name.strip()
    # Who has not yet said yes goes by the name with which they were invited.
    known_as = Q(called="", person__name__icontains=typed) | Q(called__icontains=typed)
    return people.filter(known_as) if typed else people


def rows(meeting: Meeting, *, people: Iterable[Membership]) -> list[Row]:
    """Lines of the roll with their buttons; `people` come from `roll`."""
    return [_row(meeting, membership=membership) for membership in people]


def row(meeting: Meeting, *, member: int) -> Row | None:
    """One line of the roll."""
    found = roll(meeting).filter(pk=member).first()
    return _row(meeting, membership=found) if found else None


def groups(meeting: Meeting) -> list[Group]:
    """Each constituency with who is here and who is missing, in the community's order. Four queries."""
    found = {
        constituency.pk: Group(constituency, members=constituency.count)
        for constituency in meeting.community.constituencies.annotate(
            count=Count("memberships", filter=Q(memberships__standing__in=(Standing.ACTIVE, Standing.PAUSED)))
        )
    }
    for constituency, way, number in (
        meeting.attendance.filter(membership__isnull=False)
        .values_list("membership__constituency", "presence")
        .annotate(number=Count("pk"))
        .order_by()
    ):
        found[constituency].ways[way] = number
    for membership in missing(meeting)[:MOST_MISSING]:
        found[membership.constituency_id].missing.append(membership)
    return [*found.values(), *_guest_group(meeting)]


def missing(meeting: Meeting) -> QuerySet[Membership]:
    """Who said they would come and is not here."""
    coming = Reply.objects.filter(meeting=meeting).exclude(mode=ReplyMode.CANNOT).values("membership")
    noted = meeting.attendance.filter(membership__isnull=False).values("membership")
    return (
        Membership.objects.present()
        .filter(community=meeting.community, pk__in=coming)
        .exclude(pk__in=noted)
        .select_related("person")
        .order_by("person__name", "pk")
    )


def guests(meeting: Meeting) -> QuerySet[Attendance]:
    return meeting.attendance.filter(membership=None).order_by("guest", "pk")


def open_report(meeting: Meeting) -> AttendanceImport | None:
    """A report that was uploaded and waits for somebody to confirm it."""
    return meeting.attendance_imports.filter(confirmed_at=None).order_by("-uploaded_at").first()


def here_by_name(meeting: Meeting) -> QuerySet[Attendance]:
    """Members who took part, by constituency and name."""
    return (
        meeting.attendance.filter(membership__isnull=False)
        .select_related("membership__person", "membership__constituency")
        .order_by(F("membership__constituency__position"), "membership__constituency", "membership__person__name")
    )


def _row(meeting: Meeting, *, membership: Any) -> Row:
    said, way = membership.said or "", membership.way or ""
    usual = [*_USUAL[Setting(meeting.setting)]]
    if said == ReplyMode.PHONE:
        usual = [Presence.PHONE]
    more = [one for one in Presence if one not in usual]
    if way:
        usual, more = [], [one for one in Presence if one != way]
    return Row(
        membership=membership,
        said=str(_SAID[ReplyMode(said)]) if said else "",
        way=way,
        stayed=membership.stayed,
        usual=[(one.value, str(one.label)) for one in usual],
        more=[(one.value, str(one.label)) for one in more],
    )


def _guest_group(meeting: Meeting) -> list[Group]:
    ways = Counter(dict(guests(meeting).values_list("presence").annotate(number=Count("pk")).order_by()))
    return [Group(None, ways=ways)] if ways else []
