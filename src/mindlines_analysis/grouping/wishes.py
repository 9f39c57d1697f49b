"""Hard wishes: what must hold in every group, or the division is not made."""

from dataclasses import dataclass

__all__ = ["Apart", "AtLeast", "AtMost", "NotAlone", "Pinned", "Roomed", "Sized", "Together", "Wish"]


@dataclass(frozen=True)
class Apart:
    """No two of these people in one group."""

    people: tuple[str, ...]

    @property
    def words(self) -> str:
        """The wish as a sentence."""
        return f"{_listed(self.people)} are not in one group."


@dataclass(frozen=True)
class Together:
    """All of these people in one group, in every round for which they are there."""

    people: tuple[str, ...]

    @property
    def words(self) -> str:
        """The wish as a sentence."""
        return f"{_listed(self.people)} are in one group."


@dataclass(frozen=True)
class AtLeast:
    """In every group at least `count` people whose kind `by` is `value`, there for the whole round."""

    count: int
    by: str
    value: str

    @property
    def words(self) -> str:
        """The wish as a sentence."""
        return f"Each group has at least {self.count} of {self.by} “{self.value}”."


@dataclass(frozen=True)
class AtMost:
    """In every group at most `count` people whose kind `by` is `value`."""

    count: int
    by: str
    value: str

    @property
    def words(self) -> str:
        """The wish as a sentence."""
        return f"Each group has at most {self.count} of {self.by} “{self.value}”."


@dataclass(frozen=True)
class NotAlone:
    """In every group nobody whose kind `by` is `value`, or at least `count` of them.

    Without a `value` it is one wish for each kind that at least `count` people share.
    """

    by: str
    value: str = ""
    count: int = 2

    @property
    def words(self) -> str:
        """The wish as a sentence."""
        whom = f"of {self.by} “{self.value}”" if self.value else f"of one {self.by}"
        return f"Each group has nobody {whom}, or at least {self.count}."


@dataclass(frozen=True)
class Pinned:
    """`person` is in group number `group`, counted from 1; in every round, or in round `round` only."""

    person: str
    group: int
    round: int | None = None

    @property
    def words(self) -> str:
        """The wish as a sentence."""
        when = f" in round {self.round}" if self.round else ""
        return f"{self.person} stays in group {self.group}{when}."


@dataclass(frozen=True)
class Roomed:
    """`person` sits in a room that meets `need`. Made from what people need and what rooms have; nobody writes it."""

    person: str
    need: str

    @property
    def words(self) -> str:
        """The wish as a sentence."""
        return f"{self.person} has a room that is {self.need}." if self.need else f"{self.person} sits where they can."


@dataclass(frozen=True)
class Sized:
    """Group number `group`, counted from 1, has `least` to `most` people. Made from the sizes; nobody writes it."""

    group: int
    least: int
    most: int

    @property
    def words(self) -> str:
        """The wish as a sentence."""
        many = f"{self.least}" if self.least == self.most else f"{self.least} to {self.most}"
        return f"Group {self.group} has {many} people."


Wish = Apart | Together | AtLeast | AtMost | NotAlone | Pinned | Roomed | Sized


MANY = 12


def _listed(names: tuple[str, ...]) -> str:
    if len(names) > MANY:
        names = (*names[: MANY - 1], f"{len(names) - MANY + 1} more")
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
