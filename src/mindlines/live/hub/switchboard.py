"""Who listens to which room in this process, and what is told to them."""

import asyncio
import itertools
import json
import logging
import random
import time
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import partial

from django.db import DatabaseError

from mindlines.kernel.asking import Asking
from mindlines.kernel.others import Others
from mindlines.live.queries.versions import versions_of

from . import sharing
from .lines import Line
from .rendering import for_audiences
from .tiles import Tile, Tiles

logger = logging.getLogger(__name__)

# Between two frames of a room, so that a burst of votes is one picture and not three hundred.
PAUSE = 0.2
# How often the database is asked whether news was lost on its way.
LOOK = 3.0
# How often every page hears that the line still stands; a page that hears nothing twice calls again.
BEAT = 20.0
# After so many lines others get a turn, such as somebody who votes.
AT_ONCE = 100


class Watched:
    """A room with open pages in this process."""

    def __init__(self, version: int) -> None:
        self.tiles = Tiles(laid=version)
        self.lines: dict[str, set[Line]] = defaultdict(set)
        self.wake = asyncio.Event()
        self.task: asyncio.Task[None] | None = None
        self._words: dict[tuple[str, str], tuple[int, str]] = {}
        self._numbers = itertools.count(1)

    def numbered(self, audience: str, *, parts: Mapping[str, str]) -> dict[str, int]:
        """A number for the words of each part; the same as before where they are the same as before."""
        for part, html in parts.items():
            if self._words.get((audience, part), (0, ""))[1] != html:
                self._words[audience, part] = (next(self._numbers), html)
        return {part: self._words[audience, part][0] for part in parts}

    @property
    def is_empty(self) -> bool:
        return not any(self.lines.values())

    def frame(
        self, *, tile: Tile | None = None, parts: Mapping[str, str] | None = None, same: Collection[str] = ()
    ) -> str:
        """A message for pages. `at` is the clock of the server, `spread` the seconds over which to spread questions.

        `same` names parts whose words are those that came through this line last: a vote changes nothing that voters see.
        """
        many = sum(map(len, self.lines.values()))
        step = (tile.after, tile.upto) if tile else (self.tiles.laid, self.tiles.laid)
        return json.dumps(
            {
                "after": step[0],
                "upto": step[1],
                "at": int(time.time() * 1000),
                "spread": round(min(10.0, 0.5 + many / 100), 1),
                "parts": parts or {},
                "same": sorted(same),
            },
            ensure_ascii=False,
        )


class Switchboard:
    """All lines of one process. Everything but `tell` happens in the server's event loop."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._watched: dict[int, Watched] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._asking = Asking(name="mindlines-room")
        self._others = Others(of="rooms", hear=self._hear)

    def start(self) -> None:
        """Begin to work in the running event loop; where it works already, nothing happens."""
        loop = asyncio.get_running_loop()
        if self._loop is loop:
            return
        self._loop, self._watched = loop, {}
        sharing.take_all_down()
        self._tasks = [loop.create_task(work) for work in (self._look(), self._beat(), *self._others.work())]

    async def stop(self) -> None:
        """Let go of everything; pages call again when somebody answers."""
        tasks = [*self._tasks, *(watched.task for watched in self._watched.values() if watched.task)]
        self._loop, self._watched, self._tasks = None, {}, []
        sharing.take_all_down()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._asking.stop()

    def tell(self, room: int, *, version: int, part: str) -> None:
        """A room came to this version because a part of it changed. May be called from any thread, and does not wait."""
        loop = self._loop
        if loop is None or loop.is_closed():
            self._others.tell_at_once(room, version=version, part=part)
            return
        try:
            loop.call_soon_threadsafe(self._told, room, version, part)
        except RuntimeError:  # it was closed in this very moment
            self._others.tell_at_once(room, version=version, part=part)

    def join(self, line: Line, *, version: int) -> None:
        """Send the line every change from now on. `version` is what the room had when the line's gate was passed."""
        self.start()
        watched = self._watched.get(line.room)
        if watched is None:
            watched = self._watched[line.room] = Watched(version)
            watched.task = asyncio.get_running_loop().create_task(self._serve(line.room, watched))
            self._others.watch(line.room)
            sharing.put_up(line.room)
        watched.tiles.reached(version)
        watched.wake.set()
        watched.lines[line.audience].add(line)
        line.offer(watched.frame())

    def leave(self, line: Line) -> None:
        watched = self._watched.get(line.room)
        if watched is None:
            return
        watched.lines[line.audience].discard(line)
        if watched.is_empty:
            del self._watched[line.room]
            self._others.forget(line.room)
            sharing.take_down(line.room)
            if watched.task:
                watched.task.cancel()

    def _told(self, room: int, version: int, part: str) -> None:
        self._hear(room, version=version, part=part)
        self._others.tell(room, version=version, part=part)

    def _hear(self, room: int, *, version: int, part: str) -> None:
        watched = self._watched.get(room)
        if watched is not None:
            watched.tiles.hear(version, part=part)
            watched.wake.set()

    async def _serve(self, room: int, watched: Watched) -> None:
        """Tell the pages of one room what changed, for as long as there are any."""
        while True:
            await watched.wake.wait()
            watched.wake.clear()
            while watched.tiles.is_behind:
                tile = watched.tiles.take(at=time.monotonic())
                took = await self._show(room, watched=watched, tile=tile) if tile else 0.0
                await asyncio.sleep(max(PAUSE, 2 * took))

    async def _show(self, room: int, *, watched: Watched, tile: Tile) -> float:
        """Send a tile to everybody, and say how long the sending took."""
        audiences = [audience for audience, lines in watched.lines.items() if lines]
        try:
            shown = await self._asking.ask(partial(for_audiences, room, audiences=audiences, wanted=tile.parts))
        except DatabaseError:
            logger.warning("A room could not be read; its pages ask again by themselves.")
            shown = {}
        began = time.monotonic()
        for audience in audiences:
            parts = shown.get(audience)
            if parts is None:
                # A page that is told a later version without any part asks for the parts itself.
                await self._offer(watched.lines[audience], watched.frame())
            else:
                await self._tell(watched, audience=audience, tile=tile, parts=parts)
        return time.monotonic() - began

    async def _tell(self, watched: Watched, *, audience: str, tile: Tile, parts: Mapping[str, str]) -> None:
        numbers = watched.numbered(audience, parts=parts)
        whole = watched.frame(tile=tile, parts=parts)
        short = watched.frame(tile=tile, same=numbers)
        for count, line in enumerate(tuple(watched.lines[audience]), start=1):
            knows = all(line.has.get(part) == number for part, number in numbers.items())
            if line.offer(short if knows else whole):
                line.has.update(numbers)
            if count % AT_ONCE == 0:
                await asyncio.sleep(0)

    async def _offer(self, lines: Iterable[Line], frame: str) -> None:
        for number, line in enumerate(tuple(lines), start=1):
            line.offer(frame)
            if number % AT_ONCE == 0:
                await asyncio.sleep(0)

    async def _look(self) -> None:
        """Ask the database how far the rooms are: news can be lost with a process or a broker, a version cannot."""
        while True:
            await asyncio.sleep(LOOK * random.uniform(0.8, 1.2))  # noqa: S311  # so that processes take turns
            if not self._watched:
                continue
            rooms = tuple(self._watched)
            try:
                found = await self._asking.ask(partial(versions_of, rooms))
            except DatabaseError:
                logger.warning("The database could not be asked how far the rooms are.")
                continue
            for room, version in found.items():
                watched = self._watched.get(room)
                if watched is not None:
                    watched.tiles.reached(version)
                    watched.wake.set()

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(BEAT)
            for watched in tuple(self._watched.values()):
                for lines in tuple(watched.lines.values()):
                    await self._offer(lines, watched.frame())


switchboard = Switchboard()
