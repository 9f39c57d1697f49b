"""Other processes that serve the same rooms, reached through the channel layer: one subscription a process and room."""

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any, Protocol

from asgiref.sync import async_to_sync
from channels.layers import InMemoryChannelLayer, get_channel_layer
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

# A broker that is silent for so many seconds is away.
PATIENCE = 3.0
MOST_WAITING = 1000
News = dict[str, Any]


class Hear(Protocol):
    def __call__(self, room: int, *, version: int, part: str) -> None: ...


def _news(room: int, *, version: int, part: str) -> News:
    return {"type": "room.changed", "room": room, "version": version, "part": part}


def _group(room: int) -> str:
    return f"room.{room}"


class Others:
    """What the channel layer loses, every process finds in the database a little later; so losing is only logged."""

    def __init__(self, *, hear: Hear) -> None:
        self._hear = hear
        self._rooms: set[int] = set()
        self._changed = asyncio.Event()
        self._leaving: asyncio.Queue[News] = asyncio.Queue(MOST_WAITING)

    def work(self) -> tuple[Coroutine[Any, Any, None], ...]:
        """What has to run in the event loop of the server."""
        self._rooms, self._changed, self._leaving = set(), asyncio.Event(), asyncio.Queue(MOST_WAITING)
        return (self._listen(), self._send())

    def watch(self, room: int) -> None:
        self._rooms.add(room)
        self._changed.set()

    def forget(self, room: int) -> None:
        self._rooms.discard(room)
        self._changed.set()

    def tell(self, room: int, *, version: int, part: str) -> None:
        if not self._leaving.full():
            self._leaving.put_nowait(_news(room, version=version, part=part))

    def tell_at_once(self, room: int, *, version: int, part: str) -> None:
        """From a process without a server, such as `mindlines worker`."""
        layer = get_channel_layer()
        if layer is None or isinstance(layer, InMemoryChannelLayer):
            return
        try:
            async_to_sync(layer.group_send)(_group(room), _news(room, version=version, part=part))
        except (OSError, RedisError) as trouble:
            logger.warning("Other processes were not told what changed: %s", trouble)

    async def _send(self) -> None:
        layer = get_channel_layer()
        while True:
            news = await self._leaving.get()
            async with _forgiving("Other processes were not told what changed: %s"):
                await layer.group_send(_group(news["room"]), news)

    async def _listen(self) -> None:
        layer = get_channel_layer()
        while True:
            channel = ""
            async with _forgiving("No news of other processes can be had: %s"):
                channel = await layer.new_channel()
            if channel:
                break
            await asyncio.sleep(PATIENCE)
        following = asyncio.create_task(self._follow(channel))
        try:
            while True:
                news = await layer.receive(channel)
                self._hear(news["room"], version=news["version"], part=news["part"])
        finally:
            following.cancel()

    async def _follow(self, channel: str) -> None:
        """Subscribe to the rooms that are watched here, and to no others; again and again while the broker is away."""
        layer = get_channel_layer()
        followed: set[int] = set()
        while True:
            await self._changed.wait()
            self._changed.clear()
            for room in self._rooms - followed:
                async with _forgiving("No news of other processes can be had: %s"):
                    await layer.group_add(_group(room), channel)
                    followed.add(room)
            for room in followed - self._rooms:
                async with _forgiving("A room could not be let go: %s"):
                    await layer.group_discard(_group(room), channel)
                    followed.discard(room)
            if followed != self._rooms:
                self._changed.set()
                await asyncio.sleep(PATIENCE)


@asynccontextmanager
async def _forgiving(words: str) -> AsyncIterator[None]:
    try:
        async with asyncio.timeout(PATIENCE):
            yield
    except (OSError, RedisError, TimeoutError) as trouble:
        logger.warning(words, trouble or "it took too long")
