"""Which methods fit what somebody is looking for."""

from collections.abc import Collection, Mapping
from dataclasses import astuple, dataclass

from mindlines.meetings.choices import MethodOrder
from mindlines.meetings.models import Method
from mindlines.meetings.queries.methods.library import library


@dataclass(frozen=True)
class Wish:
    """What is looked for; what is empty or nothing asks for nothing."""

    words: str = ""
    good_for: str = ""
    people: int | None = None
    minutes: int | None = None
    online: bool = False
    seated: bool = False
    order: str = MethodOrder.NAME


@dataclass(frozen=True)
class Card:
    """A method in a list: whether the reader keeps it, and in how many meetings it was used here."""

    method: Method
    is_favourite: bool
    used: int


def cards(wish: Wish, *, favourites: Collection[str], used: Mapping[str, int]) -> list[Card]:
    """What fits, favourites first."""
    found = [
        Card(method=method, is_favourite=method.key in favourites, used=used.get(method.key, 0))
        for method in library().values()
        if fits(method, wish=wish)
    ]
    return sorted(found, key=lambda card: (not card.is_favourite, *_place(card, wish.order)))


def fits(method: Method, *, wish: Wish) -> bool:
    asked = (
        not wish.good_for or wish.good_for in method.good_for,
        not wish.people or method.people[0] <= wish.people <= method.people[1],
        not wish.minutes or method.minutes[0] <= wish.minutes,
        not wish.online or bool(method.online),
        not wish.seated or not method.moves,
    )
    return all(asked) and _says(method, wish.words)


def _says(method: Method, words: str) -> bool:
    labels = (str(purpose.label) for purpose in method.good_for)
    parts = (method.name, method.purpose, *labels, *method.materials, *method.steps, method.online, method.seated,
             method.source, *astuple(method.access))  # fmt: skip
    text = " ".join(parts).casefold()
    return all(word in text for word in words.casefold().split())


def _place(card: Card, order: str) -> tuple[int, str]:
    name = card.method.name.casefold()
    if order == MethodOrder.SHORT:
        return card.method.minutes[0], name
    if order == MethodOrder.USED:
        return -card.used, name
    return 0, name
