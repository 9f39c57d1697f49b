"""Everything that dividing a round depends on, loaded once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from django.db.models import Prefetch, Q

from mindlines.meetings.choices import Phase, WishKind
from mindlines.meetings.models import Division, Participant, Round, RoundGroup, Seat, Wish

Past = tuple[tuple[tuple[int, ...], ...], ...]


@dataclass(frozen=True)
class Asked:
    """A round with who is there, what is wished, where groups sit, and who has sat with whom.

    `past` holds the chosen groups of earlier rounds, oldest first, as numbers of memberships.
    """

    work: Round
    people: tuple[Participant, ...]
    wishes: tuple[Wish, ...]
    rooms: tuple[RoundGroup, ...]
    past: Past

    @property
    def is_mixed(self) -> bool:
        """Whether several are in the room and several online, so that each sit among themselves.

        Somebody who is the only one online, or the only one in the room, sits wherever they fit.
        """
        return is_mixed(self.people)

    @property
    def group_count(self) -> int:
        return self.work.groups_for(len(self.people))

    def wants(self, kind: WishKind) -> bool:
        """Whether there is a wish of this kind."""
        return any(wish.kind == kind for wish in self.wishes)

    def waits(self, wish: Wish, *, groups: int) -> bool:
        """Whether too few people are there for a wish to mean anything; the page says so."""
        if wish.kind == WishKind.FACILITATOR:
            return self.facilitating < groups
        if wish.kind in (WishKind.APART, WishKind.TOGETHER):
            return len(self.named_in(wish)) < 2
        if wish.kind == WishKind.NOT_ALONE:
            return self.staying(wish.constituency_id) < wish.count
        return False

    @property
    def facilitating(self) -> int:
        """How many facilitate a group and stay for all of the round."""
        return sum(one.is_facilitator and not one.is_there_partly for one in self.people)

    def named_in(self, wish: Wish) -> list[Participant]:
        """The people of a wish who are there."""
        return [one for one in wish.people.all() if one.is_present]

    def staying(self, constituency: int | None) -> int:
        """How many of a constituency stay for all of the round."""
        return sum(one.membership.constituency_id == constituency and not one.is_there_partly for one in self.people)


def is_mixed(people: Sequence[Participant]) -> bool:
    """Whether at least two of these people are in the room and at least two online."""
    return 1 < sum(one.is_online for one in people) < len(people) - 1


def asked(work: Round) -> Asked:
    """Five queries, however many people there are."""
    named = Prefetch("people", queryset=Participant.objects.select_related("membership__person").order_by("pk"))
    wishes = work.wishes.select_related("constituency").prefetch_related(named)
    return Asked(
        work=work,
        people=tuple(Participant.objects.there(work).named()),
        wishes=tuple(wishes.order_by("pk")),
        rooms=tuple(work.groups.order_by("number")),
        past=past(work),
    )


def past(work: Round) -> Past:
    """Who sat with whom in the chosen divisions of earlier rounds of this community, oldest first. One query."""
    meeting = work.meeting
    is_earlier = Q(division__round__meeting__starts_at__lt=meeting.starts_at) | Q(
        division__round__meeting=meeting, division__round__position__lt=work.position
    )
    seats = (
        Seat.objects.filter(
            is_earlier,
            division__chosen_for__isnull=False,
            division__round__meeting__community=meeting.community_id,
            participant__is_present=True,
            group__isnull=False,
        )
        .exclude(division__round__meeting__phase=Phase.CANCELLED)
        .order_by("division__round__meeting__starts_at", "division__round__position", "division", "group", "pk")
        .values_list("division", "group", "participant__membership")
    )
    return tuple(
        tuple(tuple(row[2] for row in group) for _, group in groupby(rows, key=lambda row: row[1]))
        for _, rows in groupby(seats, key=lambda row: row[0])
    )


def seating(division: Division) -> dict[int, int]:
    """Each placed participant's group number."""
    placed = division.seats.filter(group__isnull=False, participant__is_present=True)
    return dict(placed.values_list("participant", "group__number"))


def without(asked: Asked, *, keep: Collection[int]) -> Asked:
    """The same for some of the people only."""
    return replace(asked, people=tuple(one for one in asked.people if one.pk in keep))
