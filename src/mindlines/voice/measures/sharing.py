"""What each group said in one meeting, measured against who was there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from mindlines.voice.queries.speaking import Counts, Group, Spoken
from mindlines_analysis.voice import Figure, dominance, entropy, gini, parity

Unit = Literal["turns", "words", "seconds"]
UNITS: tuple[Unit, ...] = ("turns", "words", "seconds")


@dataclass(frozen=True)
class GroupShare:
    """One group in one meeting. `heard` is how many of its people spoke, where turns were counted by person."""

    group: Group
    people: int
    turns: int
    words: int | None
    seconds: float | None
    questions: int
    heard: int | None
    first: float | None
    typed: int

    def amount(self, unit: Unit) -> float | None:
        counted: float | None = getattr(self, unit)
        return 0 if counted is None and not self.turns else counted


@dataclass(frozen=True)
class MeetingShares:
    """All groups of which somebody was there or spoke; `nowhere` counts what was typed by nobody knows which group."""

    groups: tuple[GroupShare, ...]
    rows: tuple[Spoken, ...]
    nowhere: int

    @property
    def turns(self) -> int:
        return sum(group.turns for group in self.groups)

    @property
    def people(self) -> int:
        return sum(group.people for group in self.groups)

    @property
    def by_person(self) -> bool:
        """Whether it is known of every turn which of the people spoke."""
        return bool(self.rows) and all(row.speaker for row in self.rows)

    def knows(self, unit: Unit) -> bool:
        return all(group.amount(unit) is not None for group in self.groups)

    def parity(self, unit: Unit = "turns") -> dict[int | None, Figure]:
        """Each group's part of what was said over its part of the people."""
        keys = {str(share.group.pk): share for share in self.groups}
        if not self.knows(unit):
            return dict.fromkeys((share.group.pk for share in self.groups), Figure(None, f"{unit} are not known"))
        found = parity(
            {key: share.amount(unit) or 0 for key, share in keys.items()},
            people={key: share.people for key, share in keys.items()},
        )
        return {share.group.pk: found[key] for key, share in keys.items()}

    def amounts(self, unit: Unit = "turns") -> list[float] | None:
        """One amount for everybody who was there, zeros included; nothing where turns were counted by group."""
        if not self.by_person or not self.knows(unit):
            return None
        spoken = [float(getattr(row, unit) or 0) for row in self.rows]
        return [*spoken, *[0.0] * max(0, self.people - len(spoken))]

    def spread(self, unit: Unit = "turns") -> tuple[Figure, Figure, Figure]:
        """Gini, entropy and dominance among all people who were there."""
        amounts = self.amounts(unit)
        if amounts is None:
            unknown = Figure(None, "counted by group, not by person")
            return unknown, unknown, unknown
        return gini(amounts), entropy(amounts), dominance(amounts)


def shares(
    meeting: int, *, groups: Sequence[Group], present: Counts, typed: Counts, rows: Iterable[Spoken]
) -> MeetingShares:
    """Add up one meeting. Whoever spoke was there, whatever the list of who was there says."""
    found = list(rows)
    told = [_share(meeting, group=group, present=present, typed=typed, rows=found) for group in groups]
    placed = tuple(share for share in told if share.people or share.turns)
    return MeetingShares(placed, tuple(found), nowhere=typed[meeting, None])


def _share(meeting: int, *, group: Group, present: Counts, typed: Counts, rows: list[Spoken]) -> GroupShare:
    own = [row for row in rows if row.group == group.pk]
    speakers = {row.speaker for row in own if row.speaker}
    firsts = [row.first for row in own if row.first is not None]
    return GroupShare(
        group=group,
        people=max(present[meeting, group.pk], len(speakers)),
        turns=sum(row.turns for row in own),
        words=total([row.words for row in own]),
        seconds=total([row.seconds for row in own]),
        questions=sum(row.questions for row in own),
        # Of a group that took no turn nobody is known to be silent, unless the turns of the others tell who spoke.
        heard=len(speakers) if all(row.speaker for row in own or rows) else None,
        first=min(firsts, default=None),
        typed=typed[meeting, group.pk] if group.pk else 0,
    )


Number = TypeVar("Number", int, float)


def total(numbers: Sequence[Number | None]) -> Number | None:
    """The sum, or nothing where one of them is not known."""
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None
