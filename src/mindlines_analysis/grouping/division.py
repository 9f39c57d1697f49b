"""What comes of dividing: the groups, and everything that explains them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from mindlines_analysis.grouping.wishes import Wish

__all__ = ["Broken", "Conflict", "Division", "Encounter", "Part", "Price", "Reason"]

Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Part:
    """What one soft wish costs in this division, and what it would cost on average if lots were drawn.

    `kind` is what it is: `spread`, `separate`, `distances`, or `met`. `by` is the attribute, empty for the last two.
    """

    kind: Literal["spread", "separate", "distances", "met"]
    by: str
    cost: float
    by_lot: float


@dataclass(frozen=True)
class Price:
    """`saving` is how much lower the cost could be at least, by the best swap, if the hard wish `wish` were dropped."""

    wish: Wish
    saving: float


@dataclass(frozen=True)
class Broken:
    """A hard wish that does not hold in `groups` (numbers from 1) of round `round`, and the people it is about."""

    wish: Wish
    round: int
    groups: tuple[int, ...]
    people: tuple[str, ...]

    @property
    def words(self) -> str:
        """What is wrong, as a sentence."""
        where = " and ".join(str(group) for group in self.groups)
        return f"Not so in group {where}: {self.wish.words}" if self.groups else f"Not so: {self.wish.words}"


@dataclass(frozen=True)
class Conflict:
    """Why there is no division that keeps every hard wish.

    `relax` is a smallest set of wishes without which a division exists. It is `proven` when no smaller set can do;
    otherwise it is what the best division found still breaks. `sentences` say it in words, the first one why.
    """

    relax: tuple[Wish, ...]
    sentences: tuple[str, ...]
    proven: bool = True


@dataclass(frozen=True)
class Reason:
    """Why somebody is where they are: a wish, what they add, or whom they meet.

    `pinned`: it was asked for. `room`: the group's room meets their need `value`. `together`: they sit with `people`,
    as asked. `apart`: `people` sit elsewhere, as asked. `needed`: without them a wish about `by` `value` would not hold.
    `only`: they are the only one of `by` `value` here. `share`: `by` `value` has its fair share here with them.
    `new`: they meet `people` for the first time. `best`: no swap with anybody elsewhere would be better.
    """

    kind: Literal["pinned", "room", "together", "apart", "needed", "only", "share", "new", "best"]
    by: str = ""
    value: str = ""
    people: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The reason as a sentence."""
        names = ", ".join(self.people)
        return {
            "pinned": "Was put here by hand.",
            "room": f"Needs a room that is {self.value}.",
            "together": f"Sits with {names}, as wished.",
            "apart": f"Does not sit with {names}, as wished.",
            "needed": f"Is needed here for {self.by} “{self.value}”.",
            "only": f"Brings {self.by} “{self.value}” to this group.",
            "share": f"Gives this group its share of {self.by} “{self.value}”.",
            "new": f"Meets {len(self.people)} for the first time: {names}.",
            "best": "No swap with anybody elsewhere would be better.",
        }[self.kind]


@dataclass(frozen=True)
class Encounter:
    """Two people in one group of round `round` who were together `before` times, in history and in earlier rounds."""

    one: str
    other: str
    round: int
    before: float

    @property
    def is_first(self) -> bool:
        """Whether they meet for the first time."""
        return self.before == 0


@dataclass(frozen=True)
class Division:
    """People in groups. `rounds[r][g]` are the names in group g of round r, in the order of the people.

    Lower `cost` is better; `parts` add up to it, and with distances it can be negative. `broken` is empty when
    `divide` made it: if no division keeps every hard wish, `rounds` is empty and `conflict` says why. `notes` say what
    was left out of the input, such as people of the history who are not here. With the same input, `seed` and `steps`
    the division comes out the same; `cut_short` says that time ran out before all `steps` were done.
    """

    rounds: tuple[Groups, ...]
    cost: float = 0.0
    parts: tuple[Part, ...] = ()
    prices: tuple[Price, ...] = ()
    broken: tuple[Broken, ...] = ()
    reasons: tuple[Mapping[str, tuple[Reason, ...]], ...] = ()
    encounters: tuple[Encounter, ...] = ()
    conflict: Conflict | None = None
    notes: tuple[str, ...] = ()
    seed: int = 0
    steps: int = 0
    cut_short: bool = False
    seconds: float = field(default=0.0, compare=False)

    @property
    def first_meetings(self) -> tuple[Encounter, ...]:
        """Pairs who meet for the first time."""
        return tuple(encounter for encounter in self.encounters if encounter.is_first)

    @property
    def repeats(self) -> tuple[Encounter, ...]:
        """Pairs who meet again."""
        return tuple(encounter for encounter in self.encounters if not encounter.is_first)
