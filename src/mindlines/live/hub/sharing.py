"""What one page of a room was rendered for, the next page of the same audience is given too.

A whole meeting comes in within seconds, and each page holds the same parts. While a room has open pages in this process, a
part is rendered once for each version of the room, and again after a moment. What is one reader's own is never shared: a
part is given only to readers for whom it would say the same, and the token for forms is put in for each of them.
"""

import secrets
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

# Some things change without news, such as for how long a hand is up; a page that is just loaded is no older than this.
LASTS = 2.0
# Stands where a reader's token for forms goes. Nobody outside this process knows it, so nobody can write it into a part.
TOKEN = secrets.token_hex(32)

Place = tuple[str, ...]


class Asked(Collection[str]):
    """Some reader's keys, remembering for which of them the templates asked."""

    def __init__(self, own: Collection[str]) -> None:
        self._own = own
        self.asked: set[str] = set()

    def __contains__(self, key: object) -> bool:
        self.asked.add(str(key))
        return key in self._own

    def __iter__(self) -> Iterator[str]:
        raise TypeError("A part may ask for one key at a time, so that it is known on what it depends.")

    def __len__(self) -> int:
        return 1


@dataclass(frozen=True)
class Sheet:
    """A part as it was rendered at this version for a reader who had these of the keys it asks for."""

    html: str
    version: int
    began: float
    asked: frozenset[str]
    had: frozenset[str]

    def suits(self, *, version: int, own: Collection[str], at: float) -> bool:
        """Templates ask in one order, so that readers with the same answers read the same words."""
        is_fresh = self.version == version and at - self.began < LASTS
        return is_fresh and self.had == {key for key in self.asked if key in own}


@dataclass
class Shelf:
    """The parts of one room. Whoever needs one that is just being rendered waits for it."""

    _sheets: dict[Place, list[Sheet]] = field(default_factory=dict)
    _locks: dict[Place, threading.Lock] = field(default_factory=lambda: defaultdict(threading.Lock))

    def part(
        self, place: Place, *, version: int, own: Collection[str], render: Callable[[Asked], str | None]
    ) -> str | None:
        """The HTML of the part at this place, with `TOKEN` in its forms. What could not be rendered is not kept."""
        with self._locks[place]:
            began = time.monotonic()
            for sheet in self._sheets.get(place, ()):
                if sheet.suits(version=version, own=own, at=began):
                    return sheet.html
            asking = Asked(own)
            html = render(asking)
            if html is not None:
                had = frozenset(key for key in asking.asked if key in own)
                sheet = Sheet(html, version, began, asked=frozenset(asking.asked), had=had)
                self._sheets[place] = [*self._fresh(place, version=version, at=began), sheet]
            return html

    def _fresh(self, place: Place, *, version: int, at: float) -> list[Sheet]:
        return [each for each in self._sheets.get(place, ()) if each.version >= version and at - each.began < LASTS]


_shelves: dict[int, Shelf] = {}


def put_up(room: int) -> None:
    """From now on what is rendered for this room is shared."""
    _shelves.setdefault(room, Shelf())


def take_down(room: int) -> None:
    _shelves.pop(room, None)


def take_all_down() -> None:
    _shelves.clear()


def shelf_of(room: int) -> Shelf | None:
    return _shelves.get(room)
