"""Writers without a browser: what the script of the page does, said in Python."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, TypeVar

import websockets
from pycrdt import Doc, XmlElement, XmlFragment, XmlText
from websockets.asyncio.client import ClientConnection

from bench.room.listening import alone
from mindlines.coproduction.hub import messages

Told = TypeVar("Told")


class Writer:
    """One page in which somebody writes, with its own copy of the text."""

    def __init__(self, line: ClientConnection, doc: "Doc[Any] | None" = None) -> None:
        self.line = line
        self.doc: Doc[Any] = doc or Doc()
        self.root: XmlFragment = self.doc.get("text", type=XmlFragment)
        self.sent = self.kept = 0
        self.presences: list[tuple[int, int, dict[str, Any] | None]] = []
        self.is_synced = False
        self.news = asyncio.Event()
        self._deeds: list[bytes] = []
        self._hears = False
        self._following = self.doc.observe(self._changed)
        self._listening = asyncio.create_task(self._listen())
        self.code = 0

    @classmethod
    async def call(
        cls, port: int, output: int, *, session: str = "", doc: "Doc[Any] | None" = None, origin: str | None = "own"
    ) -> "Writer":
        line = await websockets.connect(
            f"ws://localhost:{port}/ws/outputs/{output}/",
            origin=f"http://localhost:{port}" if origin == "own" else origin,
            additional_headers={"Cookie": f"sessionid={session}"} if session else {},
            compression=None,
            max_size=None,
            open_timeout=60,
        )
        writer = cls(line, doc)
        with suppress(websockets.ConnectionClosed):
            await line.send(messages.asked(writer.doc.get_state()))
        return writer

    def _changed(self, event: Any) -> None:
        if not self._hears:
            self._deeds.append(event.update)

    async def _listen(self) -> None:
        try:
            async for message in self.line:
                await self._hear(bytes(message))
                self.news.set()
        except websockets.ConnectionClosed:
            pass
        self.code = self.line.close_code or 0
        self.news.set()

    async def _hear(self, message: bytes) -> None:
        if message[0] == messages.SYNC and message[1] == messages.ASK:
            await self._send(messages.answered(self.doc.get_update(messages.part_of(message))))
            self.is_synced = True
        elif message[0] == messages.SYNC:
            self._hears = True
            self.doc.apply_update(messages.part_of(message))
            self._hears = False
        elif message[0] == messages.PRESENCE:
            self.presences.append(messages.presence_in(message))
        elif message[0] == messages.KEPT:
            self.kept = message[1] if message[1] < 128 else message[1] - 128 + (message[2] << 7)

    async def _send(self, message: bytes) -> None:
        self.sent += 1
        await self.line.send(message)

    async def flush(self) -> None:
        """Send what was written since."""
        deeds, self._deeds = self._deeds, []
        for deed in deeds:
            await self._send(messages.changed(deed))

    async def says(self, words: str) -> None:
        """Add a paragraph."""
        self.root.children.append(self.paragraph(words))
        await self.flush()

    @staticmethod
    def paragraph(words: str) -> XmlElement:
        return XmlElement("paragraph", {}, [XmlText(words)])

    async def types(self, words: str, *, paragraph: int = 0) -> None:
        """Add to the end of a paragraph."""
        text = next(iter(self.root.children[paragraph].children))
        text.insert(len(text), words)
        await self.flush()

    async def shows(self, *, client: int, clock: int = 1, state: dict[str, Any] | None) -> None:
        await self.line.send(messages.presence(client, clock=clock, state=state))

    async def until(self, question: Any, *, within: float = 20.0) -> None:
        async with asyncio.timeout(within):
            while not question(self):
                self.news.clear()
                await self.news.wait()

    async def ready(self) -> "Writer":
        await self.until(lambda one: one.is_synced and one.kept == one.sent)
        return self

    async def ended(self, *, within: float = 20.0) -> int:
        """Wait until the line is closed, and say with which code."""
        async with asyncio.timeout(within):
            await self._listening
        return self.code

    @property
    def words(self) -> str:
        return str(self.root)

    async def hang_up(self) -> None:
        await self.line.close()
        await self._listening


def tell(story: Callable[[], Coroutine[Any, Any, Told]]) -> Told:
    """Let a story happen, in a thread of its own, and hang up on everybody."""

    async def whole() -> Told:
        try:
            return await story()
        finally:
            others = asyncio.all_tasks() - {asyncio.current_task()}
            for task in others:
                task.cancel()
            await asyncio.gather(*others, return_exceptions=True)

    return alone(whole())
