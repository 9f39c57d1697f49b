"""Wishes that cannot all hold, with the sentence that says why; and the rounds in which to look for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from mindlines_analysis.grouping._asked import Asked
from mindlines_analysis.grouping.people import Participant
from mindlines_analysis.grouping.wishes import Pinned, Wish

__all__ = ["Clash", "Scene", "in_words", "people_in_words", "scenes", "simplest", "starting"]

NUMBERS = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


@dataclass(frozen=True)
class Clash:
    """At least one of `wishes` cannot hold; `sentence` says why and what to do."""

    wishes: tuple[Wish, ...]
    sentence: str


@dataclass(frozen=True)
class Scene:
    """A round, and those like it. `when` names it where there are others."""

    asked: Asked
    numbers: tuple[int, ...]
    when: str

    @property
    def number(self) -> int:
        """The first of its rounds."""
        return self.numbers[0]

    @cached_property
    def there(self) -> tuple[Participant, ...]:
        """Who is there."""
        return tuple(self.asked.people[place] for place in self.asked.there[self.number - 1])

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of those there."""
        return frozenset(person.name for person in self.there)

    @property
    def sizes(self) -> tuple[tuple[int, int], ...]:
        """The least and most of each group."""
        return self.asked.sizes[self.number - 1]

    @property
    def groups(self) -> int:
        """How many groups there are."""
        return len(self.sizes)

    @cached_property
    def pins(self) -> tuple[Pinned, ...]:
        """Who is to stay in which group now."""
        return tuple(
            wish
            for wish in self.asked.wishes
            if isinstance(wish, Pinned) and wish.round in {None, self.number} and wish.person in self.names
        )


def scenes(asked: Asked) -> list[Scene]:
    """The rounds that differ in who is there, in sizes or in pins."""
    found: dict[object, list[int]] = {}
    for number in range(1, asked.rounds + 1):
        pins = tuple(wish for wish in asked.wishes if isinstance(wish, Pinned) and wish.round == number)
        found.setdefault((asked.there[number - 1], asked.sizes[number - 1], pins), []).append(number)
    several = len(found) > 1
    return [Scene(asked, tuple(numbers), f" in round {numbers[0]}" if several else "") for numbers in found.values()]


def in_words(number: int) -> str:
    """A small number as a word."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)


def people_in_words(number: int) -> str:
    """How many people."""
    return f"{in_words(number)} {'person' if number == 1 else 'people'}"


def starting(*sentences: str) -> str:
    """Sentences in a row, each with a capital letter."""
    return " ".join(f"{sentence[0].upper()}{sentence[1:]}" for sentence in sentences if sentence)


def simplest(clashes: Iterable[Clash]) -> list[Clash]:
    """Those clashes that hold no smaller one."""
    found: dict[frozenset[Wish], Clash] = {}
    for clash in clashes:
        found.setdefault(frozenset(clash.wishes), clash)
    single = {next(iter(wishes)) for wishes in found if len(wishes) == 1}
    larger = {wishes for wishes in found if len(wishes) > 1 and wishes & single}
    several = [wishes for wishes in found if len(wishes) > 1 and wishes not in larger]
    larger |= {wishes for wishes in several if any(other < wishes for other in several)}
    return [clash for wishes, clash in found.items() if wishes not in larger]
