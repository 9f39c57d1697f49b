"""What small groups bring back: one's own group, and all groups of the round."""

from dataclasses import dataclass

from django.db.models import Case, Count, Q, Value, When

from mindlines.communities.models import Membership
from mindlines.live.models import Feedback, Room
from mindlines.meetings.models import Participant, Round, RoundGroup, Seat
from mindlines.meetings.queries import rounds


@dataclass(frozen=True)
class MyGroup:
    """Where somebody sits now, what is to be done there, and what was written so far."""

    seat: Seat
    work: Round
    group: RoundGroup
    feedback: Feedback | None
    people: list[Participant]

    @property
    def task(self) -> str:
        return self.group.what_to_do

    @property
    def prompts(self) -> str:
        """Questions for those who facilitate the group; others do not see them."""
        return self.work.prompts if self.seat.participant.is_facilitator else ""

    @property
    def is_sent(self) -> bool:
        return self.feedback is not None and self.feedback.sent_at is not None


@dataclass(frozen=True)
class GroupRow:
    """One group of the round, with how many sit there."""

    group: RoundGroup
    people: int
    feedback: Feedback | None

    @property
    def is_begun(self) -> bool:
        return self.feedback is not None and bool(self.feedback.words)

    @property
    def is_sent(self) -> bool:
        return self.feedback is not None and self.feedback.sent_at is not None


def round_now(room: Room) -> Round | None:
    """The round whose groups are shown: that of the item now, or else the one shown last. One query."""
    shown = room.meeting.rounds.filter(shown_at__isnull=False, chosen__isnull=False).select_related("chosen", "item")
    if room.item_id is not None:
        shown = shown.alias(rank=Case(When(item=room.item_id, then=Value(0)), default=Value(1)))
        return shown.order_by("rank", "-shown_at", "-pk").first()
    return shown.order_by("-shown_at", "-pk").first()


def my_group(room: Room, *, membership: Membership) -> MyGroup | None:
    """Where this member sits in the round now, if they have a seat. Three queries."""
    work = round_now(room)
    if work is None:
        return None
    seat = (
        Seat.objects.select_related("division", "participant", "group__feedback__saved_by")
        .filter(division=work.chosen_id, participant__membership=membership, participant__is_present=True)
        .filter(group__isnull=False)
        .first()
    )
    if seat is None or seat.group is None:
        return None
    work.meeting = room.meeting
    seat.group.round = work
    found = getattr(seat.group, "feedback", None)
    return MyGroup(seat=seat, work=work, group=seat.group, feedback=found, people=rounds.beside(seat))


def of_round(room: Room) -> tuple[GroupRow, ...]:
    """All groups of the round now, in their order; none while no groups are shown. Two queries."""
    work = round_now(room)
    if work is None or work.chosen is None:
        return ()
    seated = Q(seats__division=work.chosen_id, seats__participant__is_present=True)
    found = (
        work.groups.filter(number__lte=work.chosen.group_count)
        .select_related("round", "feedback")
        .annotate(people=Count("seats", filter=seated))
        .order_by("number")
    )
    return tuple(
        GroupRow(group=group, people=group.people, feedback=getattr(group, "feedback", None)) for group in found
    )
