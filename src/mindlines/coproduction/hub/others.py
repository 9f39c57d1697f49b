"""Other processes in which the same texts are written, reached through the channel layer."""

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any, Protocol

from channels.layers import InMemoryChannelLayer, get_channel_layer
from redis.exceptions import RedisError

from mindlines.kernel.identifiers import link_secret

logger = logging.getLogger(__name__)

PATIENCE = 3.0
MOST_WAITING = 2_000


class Hear(Protocol):
    def __call__(self, output: int, *, row: int, content: bytes, present: bytes) -> None: ...


def _group(output: int) -> str:
    return f"writing.{output}"


class Others:
    """What the channel layer loses, every process finds in the database a little later; so losing is only logged."""

    def __init__(self, *, hear: Hear) -> None:
        self._hear = hear
        self._outputs: set[int] = set()
        self._changed = asyncio.Event()
        self._leaving: asyncio.Queue[dict[str, Any]] = asyncio.Queue(MOST_WAITING)
        self._is_alone = True
        self._own = link_secret()

    def work(self) -> tuple[Coroutine[Any, Any, None], ...]:
        """What has to run in the event loop of the server; one process alone has nobody to talk to."""
        self._outputs, self._changed, self._leaving = set(), asyncio.Event(), asyncio.Queue(MOST_WAITING)
        self._is_alone = isinstance(get_channel_layer(), InMemoryChannelLayer)
        return () if self._is_alone else (self._listen(), self._send())

    def watch(self, output: int) -> None:
        self._outputs.add(output)
        self._changed.set()

    def forget(self, output: int) -> None:
        self._outputs.discard(output)
        self._changed.set()

    def tell(self, output: int, *, row: int = 0, content: bytes = b"", present: bytes = b"") -> None:
        if self._is_alone or self._leaving.full():
            return
        words = {"output": output, "row": row, "content": content, "present": present}
        self._leaving.put_nowait({"type": "text.changed", "own": self._own, **words})

    async def _send(self) -> None:
        layer = get_channel_layer()
        while True:
            news = await self._leaving.get()
            async with _forgiving("Other processes were not told what was written: %s"):
                await layer.group_send(_group(news["output"]), news)

    async def _listen(self) -> None:
        layer = get_channel_layer()
        channel = ""
        while not channel:
            async with _forgiving("Nothing that is written in other processes can be heard: %s"):
                channel = await layer.new_channel()
            if not channel:
                await asyncio.sleep(PATIENCE)
        following = asyncio.create_task(self._follow(channel))
        try:
            while True:
                news = await layer.receive(channel)
                if news["own"] != self._own:
                    self._hear(news["output"], row=news["row"], content=news["content"], present=news["present"])
        finally:
            following.cancel()

    async def _follow(self, channel: str) -> None:
        """Subscribe to the texts that are written here, and to no others; again while the broker is away."""
        layer = get_channel_layer()
        followed: set[int] = set()
        while True:
            await self._changed.wait()
            self._changed.clear()
            for output in self._outputs - followed:
                async with _forgiving("Nothing that is written in other processes can be heard: %s"):
                    await layer.group_add(_group(output), channel)
                    followed.add(output)
            for output in followed - self._outputs:
                async with _forgiving("A text could not be let go: %s"):
                    await layer.group_discard(_group(output), channel)
                    followed.discard(output)
            if followed != self._outputs:
                self._changed.set()
                await asyncio.sleep(PATIENCE)


@asynccontextmanager
async def _forgiving(words: str) -> AsyncIterator[None]:
    try:
        async with asyncio.timeout(PATIENCE):
            yield
    except (OSError, RedisError, TimeoutError) as trouble:
        logger.warning(words, trouble or "it took too long")
