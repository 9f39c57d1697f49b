"""Moving people between the groups of one division, each move to be undone."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from mindlines.kernel.errors import Refused
from mindlines.meetings.actions.participants import GONE
from mindlines.meetings.actions.upkeep import held
from mindlines.meetings.choices import ChangeKind
from mindlines.meetings.measures import groups as measures
from mindlines.meetings.measures import sizes
from mindlines.meetings.models import Change, Division, Participant, Round, RoundGroup, Seat
from mindlines.meetings.queries import groups as queries
from mindlines.people.models import Person

MOST_UNDONE = 50
SECONDS = 0.6
MEANWHILE = _lazy("These groups have changed since you opened this page. Look at them as they are now, then try again.")


@transaction.atomic
def move(division: Division, *, by: Person, person: int, to: int, version: int) -> None:
    """Put somebody into group number `to`; 0 takes them out of their group. The same move twice is one."""
    division = _held(division)
    seat = _seat(division, person=person)
    group = _group(division, number=to) if to else None
    if seat.group_id == (group.pk if group else None):
        return
    _seen(division, version=version)
    _unlocked(seat)
    _apply(division, {seat: group}, by=by, kind=ChangeKind.MOVE)


@transaction.atomic
def swap(division: Division, *, by: Person, person: int, other: int, version: int) -> None:
    """Two people change places. Sent twice from the same page, they change once."""
    division = _held(division)
    one, two = _seat(division, person=person), _seat(division, person=other)
    if one.group_id == two.group_id or _is_done(division, seats={one.pk, two.pk}, version=version):
        return
    _seen(division, version=version)
    _unlocked(one, two)
    _apply(division, {one: two.group, two: one.group}, by=by, kind=ChangeKind.SWAP)


@transaction.atomic
def lock(division: Division, *, person: int, is_locked: bool) -> None:
    """Somebody stays where they are when the rest is divided, or no longer so."""
    division = _held(division)
    seat = _seat(division, person=person)
    if is_locked and seat.group_id is None:
        raise Refused(_("Give them a place first. Then you can lock it."))
    Seat.objects.filter(pk=seat.pk).update(is_locked=is_locked)


@transaction.atomic
def lock_group(division: Division, *, number: int, is_locked: bool) -> None:
    """The same for everybody in a group."""
    division = _held(division)
    division.seats.filter(group=_group(division, number=number)).update(is_locked=is_locked)


def divide_rest(division: Division, *, by: Person, version: int) -> int | None:
    """Divide everybody who is not locked anew: how many have moved; None when the wishes cannot all hold so."""
    locked = _locked(division)
    if not locked:
        raise Refused(_("Nobody is locked. Lock those who should stay, then divide the rest."))
    asked = queries.asked(division.round)
    count = division.group_count
    effort = measures.Effort(
        seconds=SECONDS,
        seed=division.seed,
        start=_as_groups(division, queries.seating(division)),
        locked=locked,
        sizes=sizes.of_groups(asked, groups=count, locked=locked),
    )
    outcome = measures.divide(asked, groups=count, effort=effort)
    if outcome.trouble:
        trouble = {**asdict(outcome.trouble), "groups": count, "division": division.pk}
        Round.objects.filter(pk=division.round_id).update(trouble=trouble)
        return None
    return _placed(division, by=by, version=version, groups=outcome.groups, locked=locked)


def find_place(division: Division, *, by: Person, person: int, version: int) -> None:
    """Put one person where they fit best, with nobody else moving; who has a place stays there."""
    seated = queries.seating(division)
    if person in seated:
        return
    asked = queries.without(queries.asked(division.round), keep={*seated, person})
    if person not in {one.pk for one in asked.people}:
        raise Refused(GONE)
    number = measures.best_group(asked, groups=_as_groups(division, seated), person=person)
    with transaction.atomic():
        division = _held(division)
        _seen(division, version=version)
        seat = _seat(division, person=person)
        _apply(division, {seat: _group(division, number=number)}, by=by, kind=ChangeKind.PLACE)


@transaction.atomic
def undo(division: Division, *, change: int) -> None:
    """Take the last change back; a change that is no longer the last stays, and one undone already is as good."""
    division = _held(division)
    last = division.changes.order_by("-pk").first()
    if last is None or last.pk != change:
        return
    groups = {group.pk: group for group in division.round.groups.all()}
    seats = division.seats.in_bulk([row[0] for row in last.moves])
    _unlocked(*seats.values())
    for seat, before, _after in last.moves:
        if seat in seats:
            seats[seat].group = groups.get(before)
    Seat.objects.bulk_update(seats.values(), ["group"])
    last.delete()
    _turn(division)


@transaction.atomic
def _placed(division: Division, *, by: Person, version: int, groups: measures.Groups, locked: Mapping[int, int]) -> int:
    division = _held(division)
    _seen(division, version=version)
    if _locked(division) != locked:
        raise Refused(MEANWHILE)
    rows = {group.number: group for group in division.round.groups.all()}
    wanted = {person: rows[number] for number, people in enumerate(groups, start=1) for person in people}
    _seat_everybody(division, people=wanted)
    seats = division.seats.filter(participant__in=wanted)
    moves = {seat: wanted[seat.participant_id] for seat in seats if seat.group_id != wanted[seat.participant_id].pk}
    if moves:
        _apply(division, moves, by=by, kind=ChangeKind.REST)
    return len(moves)


def _apply(division: Division, moves: Mapping[Seat, RoundGroup | None], *, by: Person, kind: ChangeKind) -> None:
    rows = [[seat.pk, seat.group_id, group.pk if group else None] for seat, group in moves.items()]
    for seat, group in moves.items():
        seat.group = group
    Seat.objects.bulk_update(moves, ["group"])
    Change.objects.create(division=division, kind=kind, moves=rows, by=by)
    old = division.changes.order_by("-pk").values_list("pk", flat=True)[MOST_UNDONE:]
    Change.objects.filter(pk__in=list(old)).delete()
    _turn(division)


def _seat_everybody(division: Division, *, people: Iterable[int]) -> None:
    """A seat without a group for whoever came after the division was made."""
    there = division.round.participants.filter(pk__in=people).values_list("pk", flat=True)
    Seat.objects.bulk_create(
        (Seat(division=division, participant_id=person) for person in there), ignore_conflicts=True
    )


def _locked(division: Division) -> dict[int, int]:
    """Locked participants with their group numbers."""
    seats = division.seats.filter(is_locked=True, group__isnull=False, participant__is_present=True)
    return dict(seats.values_list("participant", "group__number"))


def _as_groups(division: Division, seated: Mapping[int, int]) -> measures.Groups:
    return tuple(
        tuple(sorted(person for person, group in seated.items() if group == number))
        for number in range(1, division.group_count + 1)
    )


def _held(division: Division) -> Division:
    work = held(division.round)
    found = Division.objects.filter(pk=division.pk).first()
    if found is None:
        raise Refused(_("Somebody has removed this division. Go back to the round to see the others."))
    found.round = work
    return found


def _seen(division: Division, *, version: int) -> None:
    if division.version != version:
        raise Refused(MEANWHILE)


def _is_done(division: Division, *, seats: set[int], version: int) -> bool:
    """Whether the very next change after that version was this swap."""
    last = division.changes.order_by("-pk").first()
    moved = {row[0] for row in last.moves} if last else set()
    return division.version == version + 1 and moved == seats


def _seat(division: Division, *, person: int) -> Seat:
    """The seat of somebody who is there; whoever came after the division was made gets one without a group."""
    participant = Participant.objects.there(division.round).filter(pk=person).first()
    if participant is None:
        raise Refused(GONE)
    return Seat.objects.select_related("group").get_or_create(division=division, participant=participant)[0]


def _group(division: Division, *, number: int) -> RoundGroup:
    found = division.round.groups.filter(number=number).first() if 0 < number <= division.group_count else None
    if found is None:
        raise Refused(_("There is no group of this number here."))
    return found


def _unlocked(*seats: Seat) -> None:
    if any(seat.is_locked for seat in seats):
        raise Refused(_("Their place is locked. Unlock it first, then move them."))


def _turn(division: Division) -> None:
    Division.objects.filter(pk=division.pk).update(version=F("version") + 1)
