"""One open page at the far end of a WebSocket."""

from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any

Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


@dataclass(eq=False, frozen=True)
class Line:
    """Who is at the far end is not known here, only which room and which audience."""

    room: int
    audience: str
    send: Send
    # For each part, the number of the words that went through this line last.
    has: dict[str, int] = field(default_factory=dict)

    def offer(self, frame: str) -> bool:
        """Hand a frame over unless that would mean waiting: a phone that takes nothing must not hold up the others.

        A server hands a frame to a free line without ever waiting, so its coroutine ends at the first step. One that
        wants to wait is dropped before anything was written; the next frame shows the page that it missed one.
        """
        sending = self.send({"type": "websocket.send", "text": frame}).__await__()
        try:
            next(sending)
        except StopIteration:
            return True
        except OSError:  # the far end is gone; its own task hears of it
            return False
        close = getattr(sending, "close", None)
        if close is not None:
            close()
        return False
