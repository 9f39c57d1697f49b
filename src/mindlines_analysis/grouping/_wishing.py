"""Hard wishes, checked, without duplicates, and one for each value."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mindlines_analysis.grouping._checking import attributes
from mindlines_analysis.grouping._refusing import known, whole
from mindlines_analysis.grouping.people import Participant
from mindlines_analysis.grouping.wishes import Apart, AtLeast, AtMost, NotAlone, Pinned, Roomed, Sized, Together, Wish

__all__ = ["Kindly", "Written", "checked_wishes"]

Kindly = AtLeast | AtMost | NotAlone
Written = Apart | Together | Pinned | AtLeast | AtMost | NotAlone


@dataclass(frozen=True)
class _Scope:
    people: Sequence[Participant]
    names: frozenset[str]
    attributes: frozenset[str]
    rounds: int
    groups: int


def checked_wishes(
    wishes: Sequence[Wish], *, people: Sequence[Participant], rounds: int, groups: int
) -> tuple[tuple[Written, ...], tuple[str, ...]]:
    """The wishes that can be meant, and notes on what has nothing to hold on to."""
    scope = _Scope(
        people=people,
        names=frozenset(person.name for person in people),
        attributes=frozenset(attributes(people)),
        rounds=rounds,
        groups=groups,
    )
    kept: dict[Written, None] = {}
    notes: dict[str, None] = {}
    for wish in wishes:
        if isinstance(wish, (Apart, Together)):
            kept[_people(wish, scope)] = None
        elif isinstance(wish, Pinned):
            kept[wish] = None
            notes.update(dict.fromkeys(_pinned(wish, scope)))
        elif isinstance(wish, (Roomed, Sized)):
            raise ValueError(  # noqa: TRY004 -- wrong input is a ValueError in this library
                "wishes: rooms and sizes are arguments of their own; leave Roomed and Sized out"
            )
        else:
            _check_kind(wish, scope)
            found, left = _valued(wish, scope)
            kept.update(dict.fromkeys(found))
            notes.update(dict.fromkeys(left))
    return tuple(kept), tuple(notes)


def _people(wish: Apart | Together, scope: _Scope) -> Apart | Together:
    for name in wish.people:
        known(name, among=scope.names, argument="wishes")
    named = tuple(dict.fromkeys(wish.people))
    if len(named) < 2:
        what = "apart" if isinstance(wish, Apart) else "together"
        whom = f"“{named[0]}” alone" if named else "nobody"
        raise ValueError(f"wishes: {whom} cannot be kept {what}; name at least two people")
    return replace(wish, people=named)


def _pinned(wish: Pinned, scope: _Scope) -> Iterator[str]:
    known(wish.person, among=scope.names, argument="wishes")
    if not 1 <= wish.group <= scope.groups:
        raise ValueError(
            f"wishes: “{wish.person}” is to stay in group {wish.group}; choose one of the groups 1 to {scope.groups}"
        )
    if wish.round is None:
        return
    if not 1 <= wish.round <= scope.rounds:
        raise ValueError(
            f"wishes: “{wish.person}” is to stay in a group of round {wish.round}; choose one of 1 to {scope.rounds}"
        )
    if not next(person for person in scope.people if person.name == wish.person).attends(wish.round):
        yield f"{wish.person} is to stay in group {wish.group} of round {wish.round}, and is not there then."


def _check_kind(wish: Kindly, scope: _Scope) -> None:
    whole(wish.count, argument=f"wishes, count of {wish.by}")
    known(wish.by, among=scope.attributes, argument="wishes", what="is not known of anybody")


def _valued(wish: Kindly, scope: _Scope) -> tuple[list[Kindly], list[str]]:
    """The wish with its value, and a note when nobody is of that value (a conflict, not a note, if some must be)."""
    if not isinstance(wish, NotAlone) or wish.value:
        some = any(person.kinds.get(wish.by) == wish.value for person in scope.people)
        return [wish], [] if some or isinstance(wish, AtLeast) else [f"Nobody is of {wish.by} “{wish.value}”."]
    short = _short(wish, scope)
    shared = Counter(person.kinds[wish.by] for person in scope.people if wish.by in person.kinds)
    several = [value for value in shared if shared[value] >= wish.count]
    return (
        [replace(wish, value=value) for value in several if value not in short],
        [
            f"Too few of {wish.by} “{value}” are there in round {short[value]}, so they may be fewer than {wish.count} "
            "in a group."
            for value in several
            if value in short
        ],
    )


def _short(wish: NotAlone, scope: _Scope) -> dict[str, int]:
    """Values of which some round has a few people, but not enough for one group."""
    short: dict[str, int] = {}
    for number in range(1, scope.rounds + 1):
        there = [person for person in scope.people if wish.by in person.kinds and person.attends(number)]
        everybody = Counter(person.kinds[wish.by] for person in there)
        throughout = Counter(person.kinds[wish.by] for person in there if not person.partly)
        for value, many in everybody.items():
            if many < wish.count or 0 < throughout[value] < wish.count:
                short.setdefault(value, number)
    return short
