"""Who is to be divided, and into what."""

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Participant", "Room"]


@dataclass(frozen=True)
class Participant:
    """Somebody to be given a place in a group.

    `name` tells people apart. `kinds` are their categories, such as ``{"constituency": "Lay members"}``; an attribute that
    somebody lacks is simply not counted for them. `numbers` are measures such as years of experience. `needs` are
    properties that the group's room must have, such as ``{"step-free"}``. `rounds` are the rounds, counted from 1, for
    which somebody is there; None is all of them. Who is there for only part of a round has `partly` true: they get a
    place, and no wish relies on them.
    """

    name: str
    kinds: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, float] = field(default_factory=dict)
    needs: frozenset[str] = frozenset()
    rounds: frozenset[int] | None = None
    partly: bool = False

    def attends(self, number: int) -> bool:
        """Whether they are there in round `number`, counted from 1."""
        return self.rounds is None or number in self.rounds


@dataclass(frozen=True)
class Room:
    """Where one group sits, in a building or online.

    `has` are the needs that it meets. With `only_for`, nobody sits here who does not need that: people who came to the
    venue do not sit in the groups that meet online.
    """

    name: str = ""
    has: frozenset[str] = frozenset()
    only_for: str = ""

    def suits(self, person: Participant) -> bool:
        """Whether `person` can sit here."""
        return person.needs <= self.has | {self.only_for} and (not self.only_for or self.only_for in person.needs)
