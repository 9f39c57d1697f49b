"""Rounds of small groups in a meeting, and what a member may know of them."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from mindlines.kernel.times import now
from mindlines.meetings.choices import ItemKind
from mindlines.meetings.models import AgendaItem, Division, Meeting, Participant, Round, RoundGroup, Seat

# So many people are divided while the facilitator waits; more are divided in the workshop.
MOST_AT_ONCE = 120
PATIENCE = timedelta(minutes=5)


@dataclass(frozen=True)
class Numbers:
    """How many take part in a round, and in what groups."""

    people: int
    groups: int
    facilitators: int
    online: int
    least: int
    most: int

    @property
    def in_room(self) -> int:
        return self.people - self.online

    @property
    def is_mixed(self) -> bool:
        """Whether those online sit among themselves, so that groups may be of two sizes."""
        return 1 < self.online < self.people - 1

    @property
    def is_too_few(self) -> bool:
        """Whether there is nobody to divide, or not one for each group."""
        return self.people < max(2, self.groups)


def rounds(meeting: Meeting) -> QuerySet[Round]:
    """In their order, each with `people` present and how many divisions it has in `tries`. One query."""
    return (
        meeting.rounds.select_related("item", "chosen")
        .annotate(
            people=Count("participants", filter=Q(participants__is_present=True), distinct=True),
            tries=Count("divisions", distinct=True),
        )
        .order_by("position", "pk")
    )


def group_work(meeting: Meeting) -> list[AgendaItem]:
    """Items of the agenda that are work in small groups and have no round yet."""
    return list(meeting.items.filter(kind=ItemKind.SMALL_GROUPS, rounds=None).order_by("position", "pk"))


def items_to_choose(meeting: Meeting) -> list[AgendaItem]:
    """The agenda, with work in small groups first."""
    items = list(meeting.items.order_by("position", "pk"))
    return sorted(items, key=lambda item: item.kind != ItemKind.SMALL_GROUPS)


def numbers(work: Round) -> Numbers:
    """One query."""
    present = Q(is_present=True)
    found: dict[str, Any] = work.participants.aggregate(
        people=Count("pk", filter=present),
        facilitators=Count("pk", filter=present & Q(is_facilitator=True)),
        online=Count("pk", filter=present & Q(is_online=True)),
    )
    groups = work.groups_for(found["people"])
    return Numbers(**found, groups=groups, least=found["people"] // groups, most=-(-found["people"] // groups))


def groups(work: Round, *, count: int) -> list[RoundGroup]:
    """The groups in use; with fewer rows than that, the rest are shown as they would be made."""
    made = {group.number: group for group in work.groups.filter(number__lte=count)}
    return [made.get(number) or RoundGroup(round=work, number=number) for number in range(1, count + 1)]


def divisions(work: Round) -> list[Division]:
    """A, B, C …"""
    return list(work.divisions.select_related("made_by").order_by("number"))


def seats_to_know(meeting: Meeting) -> QuerySet[Seat]:
    """Where the viewer sits: once groups are shown, and for those who facilitate a group once they are chosen."""
    may_know = Q(division__round__shown_at__isnull=False) | Q(participant__is_facilitator=True)
    return (
        Seat.objects.filter(
            may_know,
            division__chosen_for__meeting=meeting,
            participant__membership=meeting.viewer,
            participant__is_present=True,
            group__isnull=False,
        )
        .select_related("division__round", "group__round", "participant")
        .order_by("division__round__position", "division__round")
    )


def beside(seat: Seat) -> list[Participant]:
    """Everybody in the group of this seat."""
    here = Participant.objects.present().filter(seats__division=seat.division, seats__group=seat.group)
    return list(here.named())


def is_dividing(work: Round) -> bool:
    """Whether the workshop is dividing these people now; after some minutes it may be asked again."""
    return work.dividing_since is not None and work.dividing_since > now() - PATIENCE
