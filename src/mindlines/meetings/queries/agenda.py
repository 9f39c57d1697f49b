"""The agenda, laid out in time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from mindlines.communities.choices import TONES, ConstituencyKind, PriorityState, Standing
from mindlines.communities.models import Community, Membership, Priority
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import AgendaItem, Meeting
from mindlines.meetings.queries.methods import library

MOST_NAMES = 12
COPIED = ("title", "minutes", "kind", "lead_id", "words", "knowledge", "priority_id", "method")


@dataclass(frozen=True)
class Length:
    """The minutes of the items beside the length of the meeting; `spare` is negative when they do not fit."""

    total: int
    spare: int
    ends_at: datetime

    @property
    def over(self) -> int:
        return -self.spare


@dataclass(frozen=True)
class GroupSize:
    """A constituency and how many active members it has."""

    pk: int
    name: str
    kind: str
    active: int

    @property
    def tone(self) -> int:
        return TONES[ConstituencyKind(self.kind)]


def laid_out(meeting: Meeting) -> list[AgendaItem]:
    """The items in order, each with the time at which it starts, its lead, priority and note. One query."""
    items = meeting.items.select_related("lead__person", "lead__constituency", "priority", "note")
    return _timed(meeting, items)


def programme(meeting: Meeting) -> list[AgendaItem]:
    """The same without notes and with no more of people than their name and group, for pages that many open. One query."""
    items = meeting.items.select_related("lead__person", "lead__constituency", "priority").only(
        "meeting", "position", "title", "minutes", "kind", "words", "method", "lead__person__name", "lead__constituency__name",
        "lead__constituency__kind", "priority__title",
    )  # fmt: skip
    return _timed(meeting, items)


def length(meeting: Meeting, *, items: Sequence[AgendaItem]) -> Length:
    total = sum(item.minutes for item in items)
    return Length(total=total, spare=meeting.minutes - total, ends_at=meeting.starts_at + timedelta(minutes=total))


def sizes(community: Community) -> list[GroupSize]:
    """The constituencies in their order, with the number of their active members."""
    counted = community.constituencies.annotate(
        active=Count("memberships", filter=Q(memberships__standing=Standing.ACTIVE))
    ).order_by("position", "pk")
    return [GroupSize(pk=group.pk, name=group.name, kind=group.kind, active=group.active) for group in counted]


def copies(meeting: Meeting) -> list[AgendaItem]:
    """Fresh items that say what the items of `meeting` say; whoever has left leads none of them, and no note comes along."""
    fresh = []
    for item in meeting.items.select_related("lead", "priority").order_by("position", "pk"):
        values = {name: getattr(item, name) for name in COPIED}
        if item.lead and not item.lead.is_present:
            values["lead_id"] = None
        if item.priority and item.priority.state != PriorityState.ACTIVE:
            values["priority_id"] = None
        fresh.append(AgendaItem(**values))
    return fresh


def people_named(community: Community, *, words: str) -> list[Membership]:
    """Members whose name holds these words, those of exactly this name alone when there are any; a dozen at most."""
    words = " ".join(words.replace("\0", "").split())
    if not words:
        return []
    present = Membership.objects.present().filter(community=community).select_related("person", "constituency")
    same = list(present.filter(person__name__iexact=words)[:MOST_NAMES])
    return same or list(present.filter(person__name__icontains=words).order_by("person__name", "pk")[:MOST_NAMES])


def person_to_lead(community: Community, *, pk: int) -> Membership | None:
    return (
        Membership.objects.present().filter(community=community, pk=pk).select_related("person", "constituency").first()
    )


def priorities_to_serve(community: Community, *, keep: int | None = None) -> list[Priority]:
    """What the community works on now, and the one an item serves already."""
    return list(community.priorities.filter(Q(state=PriorityState.ACTIVE) | Q(pk=keep)).order_by("position", "pk"))


def others_with_agenda(meeting: Meeting) -> list[Meeting]:
    """Other meetings of the community whose agenda can be brought here, newest first, each with `item_count`."""
    others = meeting.community.meetings.exclude(pk=meeting.pk).exclude(phase=Phase.CANCELLED)
    return list(others.annotate(item_count=Count("items")).filter(item_count__gt=0).order_by("-starts_at", "-pk")[:30])


def as_values(item: AgendaItem) -> dict[str, Any]:
    """The fields of an item in a form that can be kept and made into an item again."""
    kept = (*COPIED, "position", "outcome", "came_from_item_id", "came_from_point_id", "came_from_action_id", "key")
    return {name: getattr(item, name) for name in kept}


def _timed(meeting: Meeting, items: QuerySet[AgendaItem]) -> list[AgendaItem]:
    found = list(items.order_by("position", "pk"))
    starts_at = meeting.starts_at
    for item in found:
        item.starts_at, item.guide = starts_at, library.method(item.method)
        starts_at += timedelta(minutes=item.minutes)
    return found
