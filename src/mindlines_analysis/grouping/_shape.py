"""How many groups, how large, in how many rounds; or the groups that somebody made by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from mindlines_analysis.grouping._refusing import known, listed, whole
from mindlines_analysis.grouping.people import Participant

__all__ = ["Layout", "Made", "Shape", "Wanted"]

Sizes = tuple[tuple[int, int], ...]
Groups = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Layout:
    """`sizes[r][g]` is the least and most of group g in round r; `start` says who sits where already, per round."""

    sizes: tuple[Sizes, ...]
    start: tuple[dict[str, int], ...]
    notes: tuple[str, ...]


class Shape(Protocol):
    """What can be laid out for people."""

    def lay_out(self, people: Sequence[Participant]) -> Layout:
        """The sizes and the places already taken."""
        ...


@dataclass(frozen=True)
class Wanted:
    """The groups that somebody asks for."""

    groups: int | None = None
    size: int | Sequence[int | tuple[int, int]] | None = None
    rounds: int = 1
    start: Sequence[Groups] = ()

    def lay_out(self, people: Sequence[Participant]) -> Layout:
        """Sizes for each round, equal within one unless they were given group by group."""
        whole(self.rounds, argument="rounds")
        there = [sum(person.attends(number) for person in people) for number in range(1, self.rounds + 1)]
        given = _given(self.size)
        groups = self._groups(len(people), given)
        sizes = tuple(_sizes(many, groups=groups, given=given, number=r) for r, many in enumerate(there, start=1))
        start, notes = self._start(people, groups)
        return Layout(sizes=sizes, start=start, notes=notes)

    def _groups(self, many: int, given: Sizes | None) -> int:
        if self.groups is not None:
            whole(self.groups, argument="groups")
        if given is not None:
            return self._fitting(len(given), fits=self.groups in {None, len(given)})
        size = None if isinstance(self.size, Sequence) else self.size
        if self.groups is None:
            if size is None:
                raise ValueError("groups, size: say how many groups there shall be, or how many people in each")
            return max(1, (2 * many + size) // (2 * size))
        return self._fitting(self.groups, fits=size is None or many // self.groups <= size <= -(-many // self.groups))

    def _fitting(self, groups: int, *, fits: bool) -> int:
        if not fits:
            raise ValueError("groups, size: the two contradict each other; give only one of them")
        return groups

    def _start(self, people: Sequence[Participant], groups: int) -> tuple[tuple[dict[str, int], ...], tuple[str, ...]]:
        if len(self.start) > self.rounds:
            raise ValueError(f"start: it has {len(self.start)} rounds, and {self.rounds} are asked for")
        for number, made in enumerate(self.start, start=1):
            if len(made) > groups:
                raise ValueError(f"start: round {number} has {len(made)} groups, and {groups} are asked for")
        return _places(people, self.start, argument="start")


@dataclass(frozen=True)
class Made:
    """The groups that somebody made, whatever their sizes."""

    rounds: Sequence[Groups]

    def lay_out(self, people: Sequence[Participant]) -> Layout:
        """Sizes and places as they are; a note on whoever has no place."""
        if not self.rounds or not all(self.rounds):
            raise ValueError("rounds: there must be at least one round, and one group in each")
        start, notes = _places(people, self.rounds, argument="rounds")
        sizes = []
        for number, (made, places) in enumerate(zip(self.rounds, start, strict=True), start=1):
            counts = [0] * len(made)
            for group in places.values():
                counts[group] += 1
            sizes.append(tuple((count, count) for count in counts))
            missing = [person.name for person in people if person.attends(number) and person.name not in places]
            if missing:
                notes += (f"No place in round {number}, and not counted there: {listed(missing)}.",)
        return Layout(sizes=tuple(sizes), start=start, notes=notes)


def _given(size: int | Sequence[int | tuple[int, int]] | None) -> Sizes | None:
    if size is None:
        return None
    if not isinstance(size, Sequence):
        whole(size, argument="size")
        return None
    if not size:
        raise ValueError("size: the list is empty; give the size of at least one group")
    given = []
    for one in size:
        least, most = one if isinstance(one, (tuple, list)) else (one, one)
        whole(least, argument="size", least=0)
        whole(most, argument="size")
        if least > most:
            raise ValueError(
                f"size: at least {least} and at most {most} cannot both be; write the smaller number first"
            )
        given.append((least, most))
    return tuple(given)


def _sizes(many: int, *, groups: int, given: Sizes | None, number: int) -> Sizes:
    if not many:
        raise ValueError(f"rounds: nobody is there in round {number}; leave it out")
    if given is None:
        if groups > many:
            raise ValueError(
                f"groups: {groups} groups are more than the {many} people of round {number}; ask for fewer"
            )
        return ((many // groups, -(-many // groups)),) * groups
    least, most = sum(low for low, _ in given), sum(high for _, high in given)
    if not least <= many <= most:
        seats = f"{least}" if least == most else f"{least} to {most}"
        raise ValueError(
            f"size: the groups add up to {seats} people, and {many} are there in round {number}; "
            "change the sizes, or give least and most of each group"
        )
    return given


def _places(
    people: Sequence[Participant], rounds: Sequence[Groups], *, argument: str
) -> tuple[tuple[dict[str, int], ...], tuple[str, ...]]:
    """Who sits where; whoever is not there then has no place, and a note says so."""
    by_name = {person.name: person for person in people}
    start, notes = [], []
    for number, made in enumerate(rounds, start=1):
        places: dict[str, int] = {}
        for group, names in enumerate(made):
            for name in names:
                known(name, among=by_name, argument=argument)
                if name in places:
                    raise ValueError(f"{argument}: “{name}” has two places in round {number}; leave one")
                places[name] = group
        absent = [name for name in places if not by_name[name].attends(number)]
        if absent:
            notes.append(f"Not there in round {number}, and not counted there: {listed(absent)}.")
        start.append({name: group for name, group in places.items() if by_name[name].attends(number)})
    return tuple(start), tuple(notes)
