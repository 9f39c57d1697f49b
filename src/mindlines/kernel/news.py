"""What changed in a meeting, told to whoever listens.

A context low in the house does not know the room in which people watch. It says here what changed, and the room, high up,
listens. A piece of news is a number and a word, never a thing itself: whoever hears it looks for themselves.
"""

from collections.abc import Callable

from django.db import transaction

Listener = Callable[[int, str], None]

_listeners: list[Listener] = []


def listen(listener: Listener) -> None:
    """Call `listener` with the meeting's key and the part that changed, after each change is in the database."""
    _listeners.append(listener)


def changed(meeting: int | None, *, part: str) -> None:
    """Say that `part` of a meeting changed, once the present transaction is through; without a meeting nobody watches."""
    if meeting is None:
        return

    def tell() -> None:
        for listener in _listeners:
            listener(meeting, part)

    transaction.on_commit(tell)
