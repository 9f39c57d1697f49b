"""One page in which somebody writes, at the far end of a WebSocket."""

import asyncio
import time
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any

Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

# So many messages may wait for a page that takes them slowly; then it must call again.
MOST_WAITING = 2_000
# Messages that a page may send: so many at once, and so many a second for long.
BURST, PER_SECOND = 200.0, 40.0


@dataclass(eq=False)
class Line:
    """Who writes, and what still has to reach their page."""

    output: int
    membership: int
    name: str
    tone: int
    seen: int
    client: int | None = None
    clock: int = 0
    kept: int = 0
    waiting: asyncio.Queue[bytes | int] = field(default_factory=lambda: asyncio.Queue(MOST_WAITING))
    _left: float = BURST
    _at: float = field(default_factory=time.monotonic)

    def offer(self, message: bytes) -> None:
        """Hand over without waiting; a page that takes nothing must call again and then gets everything."""
        try:
            self.waiting.put_nowait(message)
        except asyncio.QueueFull:
            self.close(4000)

    def close(self, code: int) -> None:
        """Say no more than this code."""
        while not self.waiting.empty():
            self.waiting.get_nowait()
        self.waiting.put_nowait(code)

    def may_send(self) -> bool:
        """Whether the page keeps to a pace at which people and their programs write."""
        now = time.monotonic()
        self._left = min(BURST, self._left + (now - self._at) * PER_SECOND) - 1
        self._at = now
        return self._left >= 0

    async def serve(self, send: Send) -> None:
        """Send what waits until the line is closed."""
        while True:
            message = await self.waiting.get()
            if isinstance(message, int):
                await send({"type": "websocket.close", "code": message})
                return
            await send({"type": "websocket.send", "bytes": message})
