"""Who sits where, for paper and for the rooms of a video call."""

from dataclasses import dataclass

from mindlines.communities.choices import Standing
from mindlines.meetings.models import Division, Participant, RoundGroup


@dataclass(frozen=True)
class Table:
    """A group and who sits in it: whoever facilitates it first, then by name."""

    group: RoundGroup
    people: tuple[Participant, ...]


@dataclass(frozen=True)
class Seating:
    """Everybody of a division in their groups; `waiting` have no group yet. It holds no needs of anybody."""

    division: Division
    tables: tuple[Table, ...]
    waiting: tuple[Participant, ...]

    @property
    def by_name(self) -> list[tuple[Participant, RoundGroup]]:
        """Everybody in the order of their names, with the group to go to."""
        placed = [(one, table.group) for table in self.tables for one in table.people]
        return sorted(placed, key=lambda each: (each[0].name.casefold(), each[0].pk))

    @property
    def has_places(self) -> bool:
        """Whether anybody has said where a group sits."""
        return any(table.group.place for table in self.tables)

    @property
    def is_mixed(self) -> bool:
        """Whether some are in the room and some online."""
        return len({one.is_online for one, _ in self.by_name}) > 1

    @property
    def callers(self) -> list[tuple[Participant, RoundGroup]]:
        """Who needs a room in the video call, group by group: those online, or everybody where all are alike."""
        mixed = self.is_mixed
        return [(one, table.group) for table in self.tables for one in table.people if one.is_online or not mixed]

    @property
    def reachable(self) -> list[tuple[str, RoundGroup]]:
        """The address of each caller who has one, with the group."""
        return [(address(one), group) for one, group in self.callers if address(one)]

    @property
    def unreachable(self) -> list[str]:
        """Names of callers without an address; no file for a video call holds them."""
        return [one.name for one, _ in self.callers if not address(one)]


def seating(division: Division) -> Seating:
    """The groups in use, also empty ones. Two queries, however many people there are."""
    work = division.round
    seats = (
        division.seats.filter(participant__is_present=True)
        .select_related("participant__membership__person", "group")
        .order_by("-participant__is_facilitator", "participant__membership__person__name", "pk")
    )
    placed: dict[int | None, list[Participant]] = {}
    for seat in seats:
        placed.setdefault(seat.group_id, []).append(seat.participant)
    groups = work.groups.select_related("round").filter(number__lte=division.group_count).order_by("number")
    tables = tuple(Table(group, tuple(placed.get(group.pk, ()))) for group in groups)
    return Seating(division, tables, waiting=tuple(placed.get(None, ())))


def address(one: Participant) -> str:
    """What a video call may know them by; of somebody who left, nothing is given away."""
    return "" if one.membership.standing == Standing.LEFT else one.membership.person.email or ""
