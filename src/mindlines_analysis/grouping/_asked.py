"""Everything that was asked for, checked and in one value."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from mindlines_analysis.grouping._checking import checked_history, checked_mix, checked_people
from mindlines_analysis.grouping._refusing import listed, non_negative, whole
from mindlines_analysis.grouping._shape import Shape
from mindlines_analysis.grouping._wishing import Written, checked_wishes
from mindlines_analysis.grouping.mixing import History, Mix
from mindlines_analysis.grouping.people import Participant, Room
from mindlines_analysis.grouping.wishes import Wish

__all__ = ["Asked", "ask", "check_effort"]


@dataclass(frozen=True)
class Asked:
    """Checked input. Numbers of rounds and groups in `sizes[r][g]` and `start[r][name]` are counted from 0.

    `wishes` are those somebody wrote, without duplicates, `NotAlone` with a value each; what follows from rooms and
    sizes stands in `rooms` and `sizes`. `history` has only people who are here. `start` has fewer rounds than `rounds`
    when nothing is known of the later ones, and in a round not everybody needs to have a place.
    """

    people: tuple[Participant, ...]
    sizes: tuple[tuple[tuple[int, int], ...], ...]
    rounds: int
    mix: tuple[Mix, ...]
    wishes: tuple[Written, ...]
    rooms: tuple[Room, ...]
    history: History
    start: tuple[dict[str, int], ...]
    notes: tuple[str, ...]

    @cached_property
    def groups(self) -> int:
        """How many groups there are in a round, at most."""
        return max(len(sizes) for sizes in self.sizes)

    @cached_property
    def index(self) -> dict[str, int]:
        """Where somebody stands in `people`."""
        return {person.name: place for place, person in enumerate(self.people)}

    @cached_property
    def there(self) -> tuple[tuple[int, ...], ...]:
        """For each round, who is there, as places in `people`."""
        return tuple(
            tuple(place for place, person in enumerate(self.people) if person.attends(number))
            for number in range(1, self.rounds + 1)
        )


def ask(
    people: Sequence[Participant],
    *,
    shape: Shape,
    mix: Sequence[Mix] = (),
    wishes: Sequence[Wish] = (),
    rooms: Sequence[Room] = (),
    history: History | None = None,
) -> Asked:
    """What was asked, checked; whatever cannot be meant is refused with a sentence."""
    here = checked_people(people)
    layout = shape.lay_out(here)
    rounds, groups = len(layout.sizes), max(len(sizes) for sizes in layout.sizes)
    if rooms and len(rooms) != groups:
        raise ValueError(f"rooms: {len(rooms)} for {groups} groups; give one room for each group")
    kept, on_wishes = checked_wishes(wishes, people=here, rounds=rounds, groups=groups)
    met, on_history = checked_history(history or History(), people=here)
    return Asked(
        people=here,
        sizes=layout.sizes,
        rounds=rounds,
        mix=checked_mix(mix, people=here),
        wishes=kept,
        rooms=tuple(rooms),
        history=met,
        start=layout.start,
        notes=(*layout.notes, *_on_people(here, rounds=rounds, rooms=rooms), *on_wishes, *on_history),
    )


def check_effort(seconds: float, steps: int | None) -> None:
    """Refuse no time and no steps."""
    non_negative(seconds, argument="seconds")
    if not seconds:
        raise ValueError("seconds: there must be some time; give more than 0")
    if steps is not None:
        whole(steps, argument="steps")


def _on_people(people: Sequence[Participant], *, rounds: int, rooms: Sequence[Room]) -> list[str]:
    notes = []
    away = [person.name for person in people if not any(person.attends(r + 1) for r in range(rounds))]
    if away:
        notes.append(f"Not there in any round: {listed(away)}.")
    needing = [] if rooms else [person.name for person in people if person.needs]
    if needing:
        notes.append(f"No rooms are given, so nobody saw to the needs of {listed(needing)}.")
    return notes
