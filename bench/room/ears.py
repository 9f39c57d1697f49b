"""One process with many pages: it joins, and says when each page heard what."""

import asyncio
import itertools
import json
import resource
import time
from multiprocessing.connection import Connection
from typing import Any

import websockets


def listen(pipe: Connection, words: dict[str, Any]) -> None:
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    asyncio.run(Ears(pipe, words).live())


class Ears:
    def __init__(self, pipe: Connection, words: dict[str, Any]) -> None:
        self.pipe, self.words = pipe, words
        self.heard: list[tuple[float, int, int, int]] = []
        self.steps: dict[int, list[tuple[int, int]]] = {}
        self.woken = asyncio.Event()

    async def live(self) -> None:
        began, waits = time.monotonic(), []
        many = asyncio.Semaphore(20 if not self.words["over"] else 1000)
        calls = self.words["calls"]

        async def come(number: int) -> Any:
            if self.words["over"]:
                await asyncio.sleep(self.words["over"] * number / len(calls))
            async with many:
                at = time.monotonic()
                line = await self.call(*calls[number])
                waits.append(time.monotonic() - at)
            return line

        lines = await asyncio.gather(*(come(number) for number in range(len(calls))))
        self.pipe.send({"took": time.monotonic() - began, "waits": waits})
        readers = [asyncio.create_task(self.read(number, line)) for number, line in enumerate(lines)]
        await self.obey()
        for reader in readers:
            reader.cancel()
        await asyncio.gather(*(line.close() for line in lines), return_exceptions=True)

    async def call(self, port: int, session: str) -> Any:
        cookie = {"Cookie": f"sessionid={session}"}
        if self.words["page"]:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            asked = f"GET {self.words['page']} HTTP/1.1\r\nHost: localhost:{port}\r\nCookie: {cookie['Cookie']}\r\n"
            writer.write(f"{asked}Connection: close\r\n\r\n".encode())
            assert b" 200 " in (await reader.read())[:20]
            writer.close()
        return await websockets.connect(
            f"ws://localhost:{port}{self.words['path']}",
            origin=f"http://localhost:{port}",
            additional_headers=cookie,
            compression=None,
            open_timeout=120,
            ping_interval=None,
            max_queue=None,
        )

    async def read(self, number: int, line: Any) -> None:
        async for words in line:
            at = time.monotonic()
            frame = json.loads(words)
            if frame["upto"] > frame["after"]:
                self.heard.append((at, frame["after"], frame["upto"], len(words)))
                self.steps.setdefault(number, []).append((frame["after"], frame["upto"]))
                self.woken.set()

    async def obey(self) -> None:
        loop = asyncio.get_running_loop()
        while (word := await loop.run_in_executor(None, self.pipe.recv)) != "stop":
            self.heard, self.steps = [], {}
            self.pipe.send("ready")
            self.pipe.send(await (self.one() if word == "next" else self.all(loop)))

    async def one(self) -> dict[str, Any]:
        """Until each page has heard one event."""
        async with asyncio.timeout(60):
            while len(self.heard) < len(self.words["calls"]):
                self.woken.clear()
                await self.woken.wait()
        return {"at": [each[0] for each in self.heard], "size": self.heard[0][3]}

    async def all(self, loop: asyncio.AbstractEventLoop) -> dict[str, Any]:
        """Until each page has heard of that many changes; then what was left out and what came twice."""
        many = await loop.run_in_executor(None, self.pipe.recv)
        async with asyncio.timeout(120):
            while not self._done(many):
                self.woken.clear()
                await self.woken.wait()
        lost = doubled = 0
        for steps in self.steps.values():
            for (_, end), (start, _) in itertools.pairwise(steps):
                lost += max(0, start - end)
                doubled += max(0, end - start)
            lost += max(0, many - (steps[-1][1] - steps[0][0]))
        return {
            "frames": len(self.heard),
            "lost": lost,
            "doubled": doubled,
            "last": min(steps[-1][1] for steps in self.steps.values()),
        }

    def _done(self, many: int) -> bool:
        whole = [steps for steps in self.steps.values() if steps[-1][1] - steps[0][0] >= many]
        return len(whole) == len(self.words["calls"])
