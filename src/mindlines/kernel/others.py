"""Other processes of the same site, reached through the channel layer: one subscription a process and thing that is watched."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from asgiref.sync import async_to_sync
from channels.layers import InMemoryChannelLayer, get_channel_layer
from redis.exceptions import RedisError

from .identifiers import link_secret

logger = logging.getLogger(__name__)

# A broker that is silent for so many seconds is away.
PATIENCE = 3.0
MOST_WAITING = 2_000
UNHEARD = "No news of other processes can be had: %s"
UNTOLD = "Other processes were not told what changed: %s"


class Others:
    """What the channel layer loses, every process finds in the database a little later; so losing is only logged.

    `of` names what is watched, such as rooms. `hear` is called with its key and with the words that `tell` was given in
    another process; what this process tells does not come back.
    """

    def __init__(self, *, of: str, hear: Callable[..., None]) -> None:
        self._of, self._hear = of, hear
        self._own = ""
        self._is_alone = True
        self._begin()

    def _begin(self) -> None:
        self._watched: set[int] = set()
        self._changed = asyncio.Event()
        self._leaving: asyncio.Queue[dict[str, Any]] = asyncio.Queue(MOST_WAITING)

    def work(self) -> tuple[Coroutine[Any, Any, None], ...]:
        """What has to run in the event loop of the server; one process alone has nobody to talk to."""
        self._begin()
        self._own = link_secret()
        self._is_alone = _is_alone()
        return () if self._is_alone else (self._listen(), self._send())

    def watch(self, key: int) -> None:
        self._watched.add(key)
        self._changed.set()

    def forget(self, key: int) -> None:
        self._watched.discard(key)
        self._changed.set()

    def tell(self, key: int, **words: Any) -> None:
        """Called in the event loop; does not wait."""
        if not self._is_alone and not self._leaving.full():
            self._leaving.put_nowait(self._news(key, words))

    def tell_at_once(self, key: int, **words: Any) -> None:
        """From a process without a server, such as `mindlines worker`."""
        if _is_alone():
            return
        try:
            async_to_sync(get_channel_layer().group_send)(self._group(key), self._news(key, words))
        except (OSError, RedisError) as trouble:
            logger.warning(UNTOLD, trouble)

    def _news(self, key: int, words: dict[str, Any]) -> dict[str, Any]:
        return {"type": f"{self._of}.changed", "own": self._own, "key": key, "words": words}

    def _group(self, key: int) -> str:
        return f"{self._of}.{key}"

    async def _send(self) -> None:
        layer = get_channel_layer()
        while True:
            news = await self._leaving.get()
            async with _forgiving(UNTOLD):
                await layer.group_send(self._group(news["key"]), news)

    async def _listen(self) -> None:
        layer = get_channel_layer()
        channel = ""
        while not channel:
            async with _forgiving(UNHEARD):
                channel = await layer.new_channel()
            if not channel:
                await asyncio.sleep(PATIENCE)
        following = asyncio.create_task(self._follow(channel))
        try:
            while True:
                news = await layer.receive(channel)
                if news["own"] != self._own:
                    self._hear(news["key"], **news["words"])
        finally:
            following.cancel()

    async def _follow(self, channel: str) -> None:
        """Subscribe to what is watched here, and to nothing else; again and again while the broker is away."""
        layer = get_channel_layer()
        followed: set[int] = set()
        while True:
            await self._changed.wait()
            self._changed.clear()
            for key in self._watched - followed:
                async with _forgiving(UNHEARD):
                    await layer.group_add(self._group(key), channel)
                    followed.add(key)
            for key in followed - self._watched:
                async with _forgiving("What nobody watches here could not be let go: %s"):
                    await layer.group_discard(self._group(key), channel)
                    followed.discard(key)
            if followed != self._watched:
                self._changed.set()
                await asyncio.sleep(PATIENCE)


def _is_alone() -> bool:
    layer = get_channel_layer()
    return layer is None or isinstance(layer, InMemoryChannelLayer)


@asynccontextmanager
async def _forgiving(words: str) -> AsyncIterator[None]:
    try:
        async with asyncio.timeout(PATIENCE):
            yield
    except (OSError, RedisError, TimeoutError) as trouble:
        logger.warning(words, trouble or "it took too long")
