"""What a move or a swap would change, said before it is done."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.meetings.measures.boards import all_warnings, as_groups
from mindlines.meetings.measures.groups import weigh
from mindlines.meetings.models import Division, Participant
from mindlines.meetings.queries import groups as queries
from mindlines.meetings.queries.groups import Asked
from mindlines.meetings.queries.rounds import MOST_AT_ONCE


@dataclass(frozen=True)
class Option:
    """One way to move somebody: into a group, or into the place of somebody who takes theirs."""

    value: str
    words: str
    effect: str
    is_worse: bool = False


@dataclass(frozen=True)
class Ways:
    """All ways to move one person: to a group, and for each group with whom they could change places."""

    person: Participant
    group: int
    groups: tuple[Option, ...]
    swaps: tuple[tuple[str, tuple[Option, ...]], ...]

    def said(self, value: str) -> str:
        """What the chosen way changes."""
        name = self.person.name
        for option in self.groups:
            if option.value == value:
                return _("%(name)s moves to “%(group)s”. %(effect)s") % {
                    "name": name,
                    "group": option.words,
                    "effect": option.effect,
                }
        for option in (option for _name, options in self.swaps for option in options):
            if option.value == value:
                return _("%(name)s changes places with %(other)s. %(effect)s") % {
                    "name": name,
                    "other": option.words,
                    "effect": option.effect,
                }
        return ""


@dataclass(frozen=True)
class _State:
    warned: frozenset[str]
    first: int
    sizes: tuple[int, ...]


def ways(division: Division, *, asked: Asked, person: Participant, only: str = "") -> Ways:
    """Each group and each person to change places with, with the effect; or `only` the way of this value. One query."""
    numbers = queries.seating(division)
    look = _Looking(division, asked, numbers)
    here = numbers.get(person.pk, 0)
    names = look.names
    groups = [
        look.option(f"group-{number}", name, {person.pk: number}, sizes=(here, number))
        for number, name in names.items()
        if number != here and only in ("", f"group-{number}")
    ]
    swaps = [
        (
            name,
            tuple(
                look.option(f"with-{one.pk}", one.name, {person.pk: number, one.pk: here})
                for one in asked.people
                if numbers.get(one.pk) == number and only in ("", f"with-{one.pk}")
            ),
        )
        for number, name in names.items()
        if here and number != here
    ]
    if here:
        groups.append(Option("group-0", _("No group for now"), _("Waits to be placed.")))
    return Ways(person, here, tuple(groups), tuple(swap for swap in swaps if swap[1]))


class _Looking:
    """Compares how things are with how they would be; for very many people it does not look ahead."""

    def __init__(self, division: Division, asked: Asked, numbers: Mapping[int, int]) -> None:
        self.asked, self.numbers, self.count = asked, numbers, division.group_count
        made = {room.number: str(room) for room in asked.rooms}
        self.names = {
            number: made.get(number, _("Group %(number)d") % {"number": number}) for number in range(1, self.count + 1)
        }
        self.looks_ahead = len(asked.people) <= MOST_AT_ONCE
        self.now = self._state({}) if self.looks_ahead else None

    def option(self, value: str, words: str, moves: Mapping[int, int], *, sizes: tuple[int, ...] = ()) -> Option:
        if self.now is None:
            return Option(value, words, "")
        then = self._state(moves)
        worse = sorted(then.warned - self.now.warned)
        better = sorted(self.now.warned - then.warned)
        said = []
        if sizes:
            said += [_people_in(self.names[number], then.sizes[number - 1]) for number in sizes if number]
        if worse:
            said.append(_("Then: %(warnings)s") % {"warnings": " ".join(worse)})
        if better:
            said.append(_("No longer: %(warnings)s") % {"warnings": " ".join(better)})
        if then.first != self.now.first:
            said.append(_first(then.first - self.now.first))
        return Option(value, words, " ".join(said) or _("Nothing else changes."), is_worse=bool(worse))

    def _state(self, moves: Mapping[int, int]) -> _State:
        groups = as_groups(self.asked, numbers={**self.numbers, **moves}, count=self.count)
        weighing = weigh(self.asked, groups=groups)
        warned = all_warnings(self.asked, groups=groups, weighing=weighing)
        first = len(weighing.first) if weighing.knows_past else 0
        return _State(frozenset(warned), first, tuple(map(len, groups)))


def _people_in(name: str, count: int) -> str:
    words = ngettext("%(group)s: %(count)d person.", "%(group)s: %(count)d people.", count)
    return words % {"group": name, "count": count}


def _first(change: int) -> str:
    if change > 0:
        return ngettext(
            "%(count)d more pair meets for the first time.", "%(count)d more pairs meet for the first time.", change
        ) % {"count": change}
    return ngettext(
        "%(count)d pair fewer meets for the first time.", "%(count)d pairs fewer meet for the first time.", -change
    ) % {"count": -change}
