"""Answers to an invitation, for the member who gave one and for the facilitator who plans with them."""

from dataclasses import dataclass, field

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.meetings.choices import NoticeKind, ReplyMode, Setting
from mindlines.meetings.models import Meeting, Reply, Told
from mindlines.meetings.queries.audience import invited, silent
from mindlines.people.choices import Need
from mindlines.people.models import AccessNeed

_COUNTED = (*ReplyMode.values, "silent")
COMING_MODES = (ReplyMode.ROOM, ReplyMode.ONLINE, ReplyMode.PHONE)


@dataclass(frozen=True)
class Counts:
    """How many answered how; `silent` have not answered."""

    room: int = 0
    online: int = 0
    phone: int = 0
    cannot: int = 0
    silent: int = 0

    @property
    def coming(self) -> int:
        return self.room + self.online + self.phone

    @property
    def invited(self) -> int:
        return self.coming + self.cannot + self.silent


@dataclass(frozen=True)
class GroupCounts:
    """The same for one constituency."""

    name: str
    counts: Counts


@dataclass(frozen=True)
class Needs:
    """What the day needs, without names: for the venue and whoever books things."""

    listed: tuple[tuple[str, int], ...] = ()
    words: tuple[str, ...] = ()
    travel: tuple[str, ...] = ()
    in_the_room: int = 0
    is_empty: bool = field(default=True)


def modes(meeting: Meeting) -> list[ReplyMode]:
    """The ways in which one can come to this meeting, and not coming."""
    ways = {
        Setting.IN_PERSON: [ReplyMode.ROOM],
        Setting.ONLINE: [ReplyMode.ONLINE],
        Setting.HYBRID: [ReplyMode.ROOM, ReplyMode.ONLINE],
    }[Setting(meeting.setting)]
    phone = [ReplyMode.PHONE] if meeting.dial_in else []
    return [*ways, *phone, ReplyMode.CANNOT]


def mine(meeting: Meeting, *, membership: Membership) -> Reply | None:
    return Reply.objects.filter(meeting=meeting, membership=membership).first()


def counts(meeting: Meeting) -> Counts:
    """By mode, in one query."""
    found = {
        row["mode"]: row["people"] for row in meeting.replies.order_by().values("mode").annotate(people=Count("pk"))
    }
    return Counts(**{mode: found.get(mode, 0) for mode in ReplyMode.values})


def by_group(meeting: Meeting) -> list[GroupCounts]:
    """Answers and silence by constituency, in their order. Three queries."""
    names = dict(meeting.community.constituencies.values_list("pk", "name"))
    found = {pk: dict.fromkeys(_COUNTED, 0) for pk in names}
    answered = meeting.replies.order_by().values_list("membership__constituency", "mode").annotate(people=Count("pk"))
    for group, mode, people in answered:
        found[group][mode] = people
    for group, people in silent(meeting).order_by().values_list("constituency").annotate(people=Count("pk")):
        found[group]["silent"] = people
    return [GroupCounts(names[pk], Counts(**row)) for pk, row in found.items() if any(row.values())]


def total(groups: list[GroupCounts]) -> Counts:
    return Counts(**{name: sum(getattr(group.counts, name) for group in groups) for name in _COUNTED})


def people(meeting: Meeting, *, answer: str = "") -> QuerySet[Membership]:
    """Invited members, each with what their answer said: `mode_said`, `way_said`, `needs_said`, `travel_said`."""
    reply = Reply.objects.filter(meeting=meeting, membership=OuterRef("pk"))
    found = (
        invited(meeting)
        .select_related("person", "constituency")
        .annotate(
            mode_said=Subquery(reply.values("mode")[:1]),
            way_said=Subquery(reply.values("way")[:1]),
            needs_said=Subquery(reply.values("needs")[:1]),
            travel_said=Subquery(reply.values("travel")[:1]),
        )
        .order_by("person__name", "pk")
    )
    if answer == "silent":
        return found.filter(mode_said__isnull=True)
    return found.filter(mode_said=answer) if answer in ReplyMode.values else found


def needs(meeting: Meeting) -> Needs:
    """Access needs of those who come, and what they said in their answer. Two queries."""
    here = meeting.replies.filter(mode__in=COMING_MODES)
    said = list(here.order_by("pk").values_list("mode", "needs", "travel"))
    people = here.values("membership__person")
    rows = AccessNeed.objects.filter(person__in=people).order_by().values("need").annotate(people=Count("pk"))
    listed = tuple((str(Need(row["need"]).label), row["people"]) for row in rows.order_by("-people", "need"))
    words = tuple(needs for _mode, needs, _travel in said if needs)
    travel = tuple(travel for _mode, _needs, travel in said if travel)
    in_the_room = sum(mode == ReplyMode.ROOM for mode, _needs, _travel in said)
    return Needs(listed, words, travel, in_the_room, is_empty=not (listed or words or travel))


def known_needs(membership: Membership) -> list[AccessNeed]:
    """What this member told us once, so that it need not be said again."""
    return list(membership.person.needs.order_by("need"))


def member_to_answer_for(meeting: Meeting, *, pk: int) -> Membership | None:
    present = Membership.objects.present().filter(community_id=meeting.community_id, pk=pk)
    return present.select_related("person", "constituency").first()


def was_invited(meeting: Meeting, *, membership: Membership) -> bool:
    return Told.objects.filter(
        notice__meeting=meeting, notice__kind=NoticeKind.INVITATION, membership=membership
    ).exists()


def filters(meeting: Meeting) -> list[tuple[str, str]]:
    """Ways to narrow the list of people: a value for the address and words."""
    words = {
        ReplyMode.ROOM: _("In the room"),
        ReplyMode.ONLINE: _("Online"),
        ReplyMode.PHONE: _("By phone"),
        ReplyMode.CANNOT: _("Cannot come"),
    }
    return [
        ("", _("Everyone")),
        *((mode.value, words[mode]) for mode in modes(meeting)),
        ("silent", _("No answer yet")),
    ]
