"""A division as cards: who sits where, why, and what there is to say of each group."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from mindlines.communities.choices import ConstituencyKind
from mindlines.communities.models import Constituency
from mindlines.meetings.choices import ChangeKind, WishKind
from mindlines.meetings.measures.groups import Groups, Weighing, weigh
from mindlines.meetings.measures.reasons import names_of, sentences
from mindlines.meetings.models import Change, Division, Participant, RoundGroup, Seat
from mindlines.meetings.queries.groups import Asked
from mindlines.meetings.queries.participants import by_constituency
from mindlines.meetings.queries.wishes import Line, lines, names_in_a_row, words


@dataclass(frozen=True)
class Place:
    """Somebody on a card, and why they are there."""

    person: Participant
    is_locked: bool = False
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Card:
    """One group as it is shown."""

    group: RoundGroup
    places: tuple[Place, ...]
    parts: tuple[dict[str, Any], ...]
    mix: str
    warnings: tuple[str, ...]
    first: int
    pairs: int

    @property
    def bar(self) -> str:
        """What tells its picture from the other pictures of a page."""
        return f"groups-{self.group.number}"

    @property
    def is_locked(self) -> bool:
        return bool(self.places) and all(place.is_locked for place in self.places)

    @property
    def has_locked(self) -> bool:
        return any(place.is_locked for place in self.places)


@dataclass(frozen=True)
class Board:
    """A whole division as it is shown."""

    division: Division
    cards: tuple[Card, ...]
    unplaced: tuple[Place, ...]
    kept: tuple[Line, ...]
    waiting: tuple[Line, ...]
    mixed: tuple[str, ...]
    prices: tuple[str, ...]
    weighing: Weighing
    last: Change | None
    warned: tuple[str, ...] = field(default=())

    @property
    def keeps_all(self) -> bool:
        return not self.warned and not self.unplaced

    @property
    def has_locked(self) -> bool:
        return any(card.has_locked for card in self.cards)

    @property
    def version(self) -> int:
        return self.division.version


def board(division: Division, *, asked: Asked) -> Board:
    """The division in cards. Two queries, besides those of `asked`."""
    seats = {seat.participant_id: seat for seat in division.seats.select_related("group")}
    return drawn(division, asked=asked, seats=seats, last=division.changes.order_by("-pk").first())


def drawn(division: Division, *, asked: Asked, seats: Mapping[int, Seat], last: Change | None = None) -> Board:
    """The cards for these seats."""
    numbers = {person: seat.group.number for person, seat in seats.items() if seat.group}
    locked = {person for person, seat in seats.items() if seat.is_locked}
    groups = as_groups(asked, numbers=numbers, count=division.group_count)
    weighing = weigh(asked, groups=groups)
    people = {one.pk: one for one in asked.people}
    # Where nobody has met anybody, meeting somebody new is no reason.
    counts = {
        pk: [why for why in said if why.kind != "new" or weighing.knows_past] for pk, said in weighing.reasons.items()
    }
    names = names_of(asked)
    why = {pk: sentences(names, reasons=counts.get(pk, ())) for pk in people}
    places = {pk: Place(one, is_locked=pk in locked, why=why[pk]) for pk, one in people.items()}
    cards = tuple(
        _card(asked, number=number, places=[places[pk] for pk in members], weighing=weighing)
        for number, members in enumerate(groups, start=1)
    )
    said = lines(asked, groups=division.group_count)
    broken = {wish.pk for wish, _group in weighing.broken}
    return Board(
        division=division,
        cards=cards,
        unplaced=tuple(place for pk, place in places.items() if pk not in numbers),
        kept=tuple(line for line in said if not line.waits and line.wish.pk not in broken),
        waiting=tuple(line for line in said if line.waits),
        mixed=mixed(weighing),
        prices=_prices(weighing),
        weighing=weighing,
        last=last,
        warned=all_warnings(asked, groups=groups, weighing=weighing),
    )


def all_warnings(asked: Asked, *, groups: Groups, weighing: Weighing) -> tuple[str, ...]:
    """Every warning of every group, with the name of the group."""
    people = {one.pk: one for one in asked.people}
    names = {room.number: str(room) for room in asked.rooms}
    found = [words(wish) for wish, group in weighing.broken if group == 0]
    for number, members in enumerate(groups, start=1):
        said = _warnings(asked, number=number, people=[people[pk] for pk in members], weighing=weighing)
        found += [f"{names.get(number, number)}: {warning}" for warning in said]
    return tuple(found)


def as_groups(asked: Asked, *, numbers: Mapping[int, int], count: int) -> Groups:
    """Who sits in each group, in the order of names."""
    found: list[list[int]] = [[] for _number in range(count)]
    for one in asked.people:
        if 0 < numbers.get(one.pk, 0) <= count:
            found[numbers[one.pk] - 1].append(one.pk)
    return tuple(map(tuple, found))


def mixed(weighing: Weighing) -> tuple[str, ...]:
    """How well people are mixed; and how well lots would do, unless rooms and wishes left no better choice than lots."""
    said = []
    if weighing.pairs:
        said.append(_first_meetings(weighing))
    for part in weighing.parts:
        here, lot = round(part.here), round(part.by_lot)
        if part.kind == WishKind.MIX_ORGANISATIONS and here + lot:
            pairs = _("Pairs of one organisation in one group: %(here)d.") % {"here": here}
            said.append(f"{pairs} {_by_lot(lot)}" if here < lot else pairs)
        elif part.kind == WishKind.MIX_CONSTITUENCIES and part.here < 0.99 * part.by_lot:
            share = round(100 * (1 - part.here / part.by_lot))
            said.append(_("The constituencies are %(share)d%% more evenly spread than by lot.") % {"share": share})
    return tuple(said)


def _first_meetings(weighing: Weighing) -> str:
    if not weighing.knows_past:
        return _("As far as is known, nobody here has been in a small group with anybody else before.")
    first, lot = len(weighing.first), round(weighing.first_by_lot)
    pairs = _("%(first)d of %(pairs)d pairs meet for the first time.") % {"first": first, "pairs": weighing.pairs}
    return f"{pairs} {_by_lot(lot)}" if first > lot else pairs


def _by_lot(number: int) -> str:
    return _("By lot it would be about %(lot)d.") % {"lot": number}


def last_words(change: Change | None) -> str:
    """What can be undone."""
    if change is None:
        return ""
    return {
        ChangeKind.MOVE: _("Undo the last move"),
        ChangeKind.SWAP: _("Undo the last swap"),
        ChangeKind.PLACE: _("Undo finding a place"),
        ChangeKind.REST: _("Undo dividing the rest"),
    }[ChangeKind(change.kind)]


def _card(asked: Asked, *, number: int, places: Sequence[Place], weighing: Weighing) -> Card:
    room = next((one for one in asked.rooms if one.number == number), None)
    people = [place.person for place in places]
    here = {one.pk for one in people}
    counted = by_constituency(people)
    return Card(
        group=room or RoundGroup(round=asked.work, number=number),
        places=tuple(places),
        parts=tuple({"label": group.name, "count": many, "tone": group.tone} for group, many in counted),
        mix=" · ".join(f"{group} {many}" for group, many in counted),
        warnings=tuple(_warnings(asked, number=number, people=people, weighing=weighing)),
        first=sum(one in here for one, _other in weighing.first),
        pairs=len(people) * (len(people) - 1) // 2,
    )


def _warnings(asked: Asked, *, number: int, people: Sequence[Participant], weighing: Weighing) -> list[str]:
    counted = Counter(one.membership.constituency for one in people)
    said = []
    alone_said = set()
    for wish, group in weighing.broken:
        if group != number:
            continue
        if wish.kind == WishKind.NOT_ALONE and wish.constituency is not None:
            alone_said.add(wish.constituency)
            said.append(_fewer(wish.constituency, people=people, least=wish.count))
        elif wish.kind == WishKind.FACILITATOR:
            said.append(_("Nobody facilitates this group."))
        else:
            said.append(_("Not kept: %(wish)s") % {"wish": words(wish)})
    for constituency, many in counted.items():
        is_alone = many == 1 and len(people) > 1 and constituency.kind == ConstituencyKind.LAY
        if is_alone and constituency not in alone_said:
            said.append(_fewer(constituency, people=people, least=2))
    if len(people) == 1:
        said.append(_("%(name)s is alone in this group.") % {"name": people[0].name})
    misplaced = [one.name for one in people if one.pk in weighing.misplaced]
    if misplaced:
        said.append(_("%(people)s cannot sit here: look at the room.") % {"people": names_in_a_row(misplaced)})
    return said


def _fewer(group: Constituency, *, people: Sequence[Participant], least: int) -> str:
    names = [one.name for one in people if one.membership.constituency_id == group.pk]
    if len(names) == 1:
        return _("%(name)s is the only one of “%(group)s” here.") % {"name": names[0], "group": group}
    return _("Only %(count)d of “%(group)s” are here, and %(least)d were wished.") % {
        "count": len(names), "group": group, "least": least,
    }  # fmt: skip


def _prices(weighing: Weighing) -> tuple[str, ...]:
    """What the wishes cost, dearest first."""
    whole = weighing.cost
    ranked = sorted(weighing.prices, key=lambda price: -price[1])
    return tuple(
        _("Without “%(wish)s” the mix could be at least %(share)d%% better.")
        % {"wish": words(wish).rstrip("."), "share": max(1, round(100 * saving / whole))}
        for wish, saving in ranked[:5]
        if whole > 0
    )
