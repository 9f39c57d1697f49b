"""WebSockets as pages of ours open them, and what comes through them."""

import asyncio
import itertools
import json
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import websockets
from websockets.asyncio.client import ClientConnection

from bench.room.serving import Furnished, Server

Told = TypeVar("Told")
OWN = "own"


class Callers:
    """Opens WebSockets as pages of ours do, and closes them all when the story is over."""

    def __init__(self) -> None:
        self.lines: list[ClientConnection] = []

    async def call(self, server: Server, path: str, *, session: str = "", origin: str | None = OWN) -> ClientConnection:
        line = await websockets.connect(
            f"ws://localhost:{server.port}{path}",
            origin=f"http://localhost:{server.port}" if origin == OWN else origin,
            additional_headers={"Cookie": f"sessionid={session}"} if session else {},
            compression=None,
            open_timeout=60,
            max_queue=None,
        )
        self.lines.append(line)
        return line

    async def follow(self, server: Server, room: Furnished, *, who: int = 0, audience: str = "everyone") -> "Page":
        path = f"/meetings/{room.meeting}/room/listen/{audience}/"
        return Page(await self.call(server, path, session=room.sessions[who]))

    async def hang_up(self) -> None:
        await asyncio.gather(*(line.close() for line in self.lines), return_exceptions=True)


def tell(story: Callable[[Callers], Coroutine[Any, Any, Told]]) -> Told:
    """Let a story happen, and hang up whatever comes of it."""

    async def whole() -> Told:
        callers = Callers()
        try:
            return await story(callers)
        finally:
            await callers.hang_up()

    return alone(whole())


def alone(work: Coroutine[Any, Any, Told]) -> Told:
    """Run in a thread of its own: where a browser was driven before, the main thread has a loop already."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()


class Page:
    """What the script of a page keeps: its version, and the frames that came."""

    def __init__(self, line: ClientConnection) -> None:
        self.line = line
        self.frames: list[dict] = []
        self.version = 0

    async def hear(self, *, within: float = 10.0) -> dict:
        frame = json.loads(await asyncio.wait_for(self.line.recv(), within))
        self.frames.append(frame)
        self.version = max(self.version, frame["upto"])
        return frame

    async def till_the_end(self) -> int:
        """Hear until the line is closed, and say with which code."""
        try:
            while True:
                await self.hear(within=30)
        except websockets.ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 0

    async def until(self, version: int, *, within: float = 20.0) -> None:
        async with asyncio.timeout(within):
            while self.version < version:
                await self.hear(within=within)

    @property
    def steps(self) -> list[tuple[int, int]]:
        """The tiles that came, without greetings and beats."""
        return [(frame["after"], frame["upto"]) for frame in self.frames if frame["after"] < frame["upto"]]

    @property
    def told(self) -> set[str]:
        return {part for frame in self.frames for part in frame["parts"]}


def lie_side_by_side(steps: list[tuple[int, int]]) -> bool:
    return all(before[1] == after[0] for before, after in itertools.pairwise(steps))
