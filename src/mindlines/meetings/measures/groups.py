"""Dividing people, and weighing a division: rows in, library, sentences and numbers out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations

from mindlines.meetings.choices import WishKind
from mindlines.meetings.measures import sizes
from mindlines.meetings.models import Participant, Wish
from mindlines.meetings.queries.groups import Asked
from mindlines_analysis import grouping

MOST_TRIED = 30
ONLINE, STEP_FREE, YES = "online", "step-free", "yes"
# What two people of one organisation in one group cost, so that the cost can be told in pairs.
PER_PAIR = 5.0
Groups = tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Trouble:
    """Why the wishes cannot all hold: the smallest set of things to give up, as numbers of wishes and participants."""

    wishes: tuple[int, ...] = ()
    rooms: tuple[int, ...] = ()
    locked: tuple[int, ...] = ()
    is_size: bool = False


@dataclass(frozen=True)
class Outcome:
    """The groups as numbers of participants, or the trouble that prevents them."""

    groups: Groups
    trouble: Trouble | None
    seed: int
    steps: int


@dataclass(frozen=True)
class Effort:
    """How long to look for a good division, and from where."""

    seconds: float = 0.6
    seed: int = 0
    start: Groups = ()
    locked: Mapping[int, int] = field(default_factory=dict)
    sizes: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Part:
    """One thing that is mixed: how far from the best it is here, and how far lots would be; organisations in pairs."""

    kind: WishKind
    here: float
    by_lot: float


@dataclass(frozen=True)
class Why:
    """One reason why somebody is where they are: the library's word for it, and the people it is about."""

    kind: str
    by: str = ""
    value: str = ""
    people: tuple[int, ...] = ()


@dataclass(frozen=True)
class Weighing:
    """What there is to say of a division."""

    broken: tuple[tuple[Wish, int], ...] = ()
    misplaced: tuple[int, ...] = ()
    parts: tuple[Part, ...] = ()
    prices: tuple[tuple[Wish, float], ...] = ()
    reasons: Mapping[int, tuple[Why, ...]] = field(default_factory=dict)
    first: tuple[tuple[int, int], ...] = ()
    pairs: int = 0
    first_by_lot: float = 0.0
    cost: float = 0.0

    @property
    def knows_past(self) -> bool:
        """Whether any two of these people have been in one group before."""
        return round(self.first_by_lot, 6) < self.pairs


def divide(asked: Asked, *, groups: int, effort: Effort) -> Outcome:
    """Groups in which every wish holds, mixed as well as the time allows."""
    question = _Question(asked, groups)
    found = grouping.divide(
        question.people,
        size=effort.sizes or sizes.of_groups(asked, groups=groups),
        mix=question.mix,
        wishes=[*question.wishes, *question.pins(effort.locked)],
        rooms=question.rooms,
        history=question.history,
        start=[_named(effort.start)] if effort.start else (),
        seconds=effort.seconds,
        seed=effort.seed,
    )
    if found.conflict:
        return Outcome((), question.trouble(found.conflict.relax), seed=effort.seed, steps=0)
    return Outcome(_numbered(found.rounds[0]), None, seed=found.seed, steps=found.steps)


def draw_lots(asked: Asked, *, groups: int, effort: Effort) -> Outcome:
    """Groups by lot: only sizes and rooms count."""
    return divide(replace(asked, wishes=(), past=()), groups=groups, effort=effort)


def weigh(asked: Asked, *, groups: Groups) -> Weighing:
    """How good these groups are."""
    question = _Question(asked, len(groups))
    if len(asked.people) < 2 or not any(groups):
        return Weighing()
    found = grouping.assess(
        question.people,
        rounds=[_named(groups)],
        mix=question.mix,
        wishes=question.wishes,
        rooms=question.rooms,
        history=question.history,
    )
    return question.weighing(found)


def best_group(asked: Asked, *, groups: Groups, person: int) -> int:
    """The number of the group where one more person fits best with nobody else moving.

    Fewest broken wishes count first, then even sizes, then the mix. Of very many groups only the smaller ones are tried.
    """
    even = -(-len(asked.people) // len(groups))
    smallest = sorted(range(len(groups)), key=lambda place: len(groups[place]))[:MOST_TRIED]

    def harm(place: int) -> tuple[float, ...]:
        then = weigh(asked, groups=tuple((*group, person) if at == place else group for at, group in enumerate(groups)))
        size = len(groups[place])
        return len(then.broken) + len(then.misplaced), size >= even, round(then.cost, 6), size, place

    return min(smallest, key=harm) + 1


class _Question:
    """The rows in the words of the library. People go by the numbers of their rows."""

    def __init__(self, asked: Asked, groups: int) -> None:
        self.asked = asked
        self.groups = groups
        self.people = [self._person(one) for one in asked.people]
        self.by_wish = dict(self._translated())
        self.wishes = list(self.by_wish)

    @cached_property
    def mix(self) -> list[grouping.Mix]:
        found: list[grouping.Mix] = []
        if self.asked.wants(WishKind.MIX_CONSTITUENCIES):
            found.append(grouping.Spread("constituency"))
        if self.asked.wants(WishKind.MIX_ORGANISATIONS) and any("organisation" in one.kinds for one in self.people):
            found.append(grouping.Separate("organisation", weight=PER_PAIR))
        if self.asked.wants(WishKind.FACILITATOR) and any("facilitator" in one.kinds for one in self.people):
            # Also where there are too few for each group, they do not sit together.
            found.append(grouping.Spread("facilitator"))
        return found

    @cached_property
    def rooms(self) -> list[grouping.Room]:
        by_number = {room.number: room for room in self.asked.rooms}
        return [self._room(number, step_free=_step_free(by_number, number)) for number in range(1, self.groups + 1)]

    @cached_property
    def history(self) -> grouping.History | None:
        if not self.asked.wants(WishKind.MEET_NEW):
            return None
        here = {one.membership_id: str(one.pk) for one in self.asked.people}
        return grouping.History.of(
            [[[here[one] for one in group if one in here] for group in groups] for groups in self.asked.past]
        )

    def pins(self, locked: Mapping[int, int]) -> list[grouping.Pinned]:
        return [grouping.Pinned(str(person), group) for person, group in sorted(locked.items())]

    def trouble(self, relax: Sequence[grouping.Wish]) -> Trouble:
        return Trouble(
            wishes=tuple(dict.fromkeys(self.by_wish[wish].pk for wish in relax if wish in self.by_wish)),
            rooms=tuple(dict.fromkeys(int(wish.person) for wish in relax if isinstance(wish, grouping.Roomed))),
            locked=tuple(dict.fromkeys(int(wish.person) for wish in relax if isinstance(wish, grouping.Pinned))),
            is_size=any(isinstance(wish, grouping.Sized) for wish in relax),
        )

    def weighing(self, found: grouping.Division) -> Weighing:
        met = {tuple(sorted(pair)) for pair in self._met()}
        pairs = [tuple(sorted((int(one.one), int(one.other)))) for one in found.encounters]
        people = len(self.people)
        everybody = people * (people - 1) / 2
        return Weighing(
            broken=tuple(
                (self.by_wish[one.wish], group)
                for one in found.broken
                if one.wish in self.by_wish
                for group in one.groups or (0,)
            ),
            misplaced=tuple(int(one.wish.person) for one in found.broken if isinstance(one.wish, grouping.Roomed)),
            parts=tuple(_part(part) for part in found.parts if (part.kind, part.by) in _MIXED),
            prices=tuple(
                (self.by_wish[price.wish], price.saving)
                for price in found.prices
                if price.wish in self.by_wish and price.saving > 0
            ),
            reasons={int(name): tuple(map(_why, why)) for name, why in (found.reasons or ({},))[0].items()},
            first=tuple((one, other) for one, other in pairs if (one, other) not in met),
            pairs=len(pairs),
            first_by_lot=len(pairs) * (1 - len(met) / everybody) if everybody else 0.0,
            cost=found.cost,
        )

    def _met(self) -> set[tuple[int, int]]:
        """Pairs of those who are here who sat together in an earlier round."""
        here = {one.membership_id: one.pk for one in self.asked.people}
        return {
            (here[one], here[other])
            for groups in self.asked.past
            for group in groups
            for one, other in combinations(sorted(member for member in group if member in here), 2)
        }

    def _person(self, one: Participant) -> grouping.Participant:
        kinds = {"constituency": str(one.membership.constituency_id)}
        if one.membership.organisation_id:
            kinds["organisation"] = str(one.membership.organisation_id)
        if one.is_facilitator:
            kinds["facilitator"] = YES
        needs = {STEP_FREE} if one.needs_step_free else set()
        if self.asked.is_mixed and one.is_online:
            needs = {ONLINE}
        return grouping.Participant(str(one.pk), kinds=kinds, needs=frozenset(needs), partly=one.is_there_partly)

    def _room(self, number: int, *, step_free: bool) -> grouping.Room:
        if sizes.is_online(self.asked, number=number):
            return grouping.Room(str(number), has=frozenset({STEP_FREE}), only_for=ONLINE)
        return grouping.Room(str(number), has=frozenset({STEP_FREE} if step_free else ()))

    def _translated(self) -> Sequence[tuple[grouping.Wish, Wish]]:
        found = [
            (_translation(wish, people=[str(one.pk) for one in self.asked.named_in(wish)]), wish)
            for wish in self.asked.wishes
            if not self.asked.waits(wish, groups=self.groups)
        ]
        return [(hard, wish) for hard, wish in found if hard is not None]


def _translation(wish: Wish, *, people: list[str]) -> grouping.Wish | None:
    group = str(wish.constituency_id)
    made: dict[str, grouping.Wish] = {
        WishKind.FACILITATOR: grouping.AtLeast(1, "facilitator", YES),
        WishKind.APART: grouping.Apart(tuple(people)),
        WishKind.TOGETHER: grouping.Together(tuple(people)),
        WishKind.AT_LEAST: grouping.AtLeast(wish.count, "constituency", group),
        WishKind.AT_MOST: grouping.AtMost(wish.count, "constituency", group),
        WishKind.NOT_ALONE: grouping.NotAlone("constituency", group, wish.count),
    }
    return made.get(wish.kind)


def _part(part: grouping.Part) -> Part:
    unit = PER_PAIR if part.kind == "separate" else 1.0
    return Part(_MIXED[part.kind, part.by], here=part.cost / unit, by_lot=part.by_lot / unit)


def _why(reason: grouping.Reason) -> Why:
    return Why(reason.kind, by=reason.by, value=reason.value, people=tuple(map(int, reason.people)))


def _step_free(rooms: Mapping[int, object], number: int) -> bool:
    return getattr(rooms.get(number), "is_step_free", True)


def _named(groups: Groups) -> list[list[str]]:
    return [[str(person) for person in group] for group in groups]


def _numbered(groups: Sequence[Sequence[str]]) -> Groups:
    return tuple(tuple(int(name) for name in group) for group in groups)


_MIXED = {
    ("spread", "constituency"): WishKind.MIX_CONSTITUENCIES,
    ("separate", "organisation"): WishKind.MIX_ORGANISATIONS,
    ("met", ""): WishKind.MEET_NEW,
}
