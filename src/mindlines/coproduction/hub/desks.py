"""The texts that are being written through this process. The database is the truth; what is here only makes it quick."""

import asyncio
import logging
import random
import time
from collections.abc import Coroutine, Sequence
from functools import partial
from typing import Any, Protocol

from django.db import DatabaseError

from mindlines.coproduction.queries.writing import Look, Sent, Stored, TooLong, look
from mindlines.kernel.asking import Asking
from mindlines.kernel.errors import Refused
from mindlines.kernel.others import Others
from mindlines.kernel.sockets import CALL_AGAIN

from . import messages
from .lines import Line

logger = logging.getLogger(__name__)

# How often the database is asked for what was lost on its way, and for who may still write.
LOOK = 2.0
BEAT = 15.0
# Pages tell again every fifteen seconds where somebody writes; who was silent for longer is gone.
STALE = 40.0
NO_LONGER, NOT_OPEN, TOO_LONG = 4403, 4409, 4413


class Store(Protocol):
    def __call__(self, output: int, *, sent: Sequence[Sent]) -> Stored: ...


class Desk:
    """One text, and the pages in which it is written."""

    def __init__(self, seen: int) -> None:
        self.lines: set[Line] = set()
        self.seen = seen
        self.had: set[int] = set()
        self.waiting: list[tuple[Line, bytes]] = []
        self.present: dict[int, tuple[float, bytes]] = {}
        self.wake = asyncio.Event()
        self.task: asyncio.Task[None] | None = None

    def tell(self, message: bytes, *, but: Line | None = None) -> None:
        for line in tuple(self.lines):
            if line is not but:
                line.offer(message)

    def see(self, message: bytes, *, but: Line | None = None) -> None:
        """Where somebody writes, or that they are gone."""
        client, _clock, state = messages.presence_in(message)
        if state is None:
            self.present.pop(client, None)
        else:
            self.present[client] = (time.monotonic(), message)
        self.tell(message, but=but)

    def hear(self, row: int, content: bytes, *, but: Line | None = None) -> None:
        """A row that came from elsewhere, or from one page here."""
        if row > self.seen and row not in self.had:
            self.had.add(row)
            self.tell(messages.changed(content), but=but)


class Desks:
    """All texts of one process. Everything happens in the server's event loop, but for what asks the database."""

    def __init__(self, *, store: Store) -> None:
        self._store = store
        self._loop: asyncio.AbstractEventLoop | None = None
        self._desks: dict[int, Desk] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._asking = Asking(name="mindlines-writing")
        self.ask = self._asking.ask
        self._others = Others(of="texts", hear=self._hear)

    def start(self) -> None:
        """Begin to work in the running event loop; where it works already, nothing happens."""
        loop = asyncio.get_running_loop()
        if self._loop is loop:
            return
        self._loop, self._desks = loop, {}
        work: tuple[Coroutine[Any, Any, None], ...] = (self._look(), self._beat(), *self._others.work())
        self._tasks = [loop.create_task(each) for each in work]

    async def stop(self) -> None:
        """Let go of everything; pages call again when somebody answers."""
        tasks = [*self._tasks, *(desk.task for desk in self._desks.values() if desk.task)]
        self._loop, self._desks, self._tasks = None, {}, []
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._asking.stop()

    def join(self, line: Line) -> None:
        """From now on the page hears all that changes; so it asks for what there is after this."""
        self.start()
        desk = self._desks.get(line.output)
        if desk is None:
            desk = self._desks[line.output] = Desk(seen=line.seen)
            desk.task = asyncio.get_running_loop().create_task(self._serve(line.output, desk))
            self._others.watch(line.output)
        desk.lines.add(line)
        for at, message in desk.present.values():
            if time.monotonic() - at < STALE:
                line.offer(message)

    def leave(self, line: Line) -> None:
        desk = self._desks.get(line.output)
        if desk is None or line not in desk.lines:
            return
        desk.lines.discard(line)
        if line.client is not None:
            self._show(line, desk=desk, state=None)
        if not desk.lines and not desk.waiting:
            self._put_away(line.output, desk)

    def write(self, line: Line, content: bytes) -> None:
        """Take what a page wrote; it is told when it is kept."""
        desk = self._desks.get(line.output)
        if desk is not None:
            desk.waiting.append((line, content))
            desk.wake.set()

    def show(self, line: Line, *, client: int, clock: int, state: dict[str, Any] | None) -> None:
        """Tell the others where somebody writes, under the name that we know, whatever their page says."""
        desk = self._desks.get(line.output)
        if desk is None or line.client not in (None, client):
            return
        for other in desk.lines - {line}:
            if other.client == client and other.membership != line.membership:
                return
            if other.client == client:
                other.client = None  # their old line, which has not been found dead yet
        line.client, line.clock = client, max(line.clock, clock)
        known = {"cursor": (state or {}).get("cursor"), "user": {"name": line.name, "tone": line.tone}}
        self._show(line, desk=desk, state=known if state is not None else None)

    def _show(self, line: Line, *, desk: Desk, state: dict[str, Any] | None) -> None:
        # Whoever is gone and comes back counts on from the same number, and must not be taken for older news.
        message = messages.presence(line.client or 0, clock=line.clock, state=state)
        desk.see(message, but=line)
        self._others.tell(line.output, present=message)

    def _put_away(self, output: int, desk: Desk) -> None:
        self._desks.pop(output, None)
        self._others.forget(output)
        if desk.task and desk.task is not asyncio.current_task():
            desk.task.cancel()

    def _hear(self, output: int, *, row: int = 0, content: bytes = b"", present: bytes = b"") -> None:
        desk = self._desks.get(output)
        if desk is None:
            return
        if present:
            desk.see(present)
        else:
            desk.hear(row, content)

    async def _serve(self, output: int, desk: Desk) -> None:
        """Keep what pages wrote, and then tell the others; what comes meanwhile is kept together."""
        while True:
            await desk.wake.wait()
            desk.wake.clear()
            batch, desk.waiting = desk.waiting, []
            if batch:
                await self._keep(output, desk, batch)
            if not desk.lines and not desk.waiting:
                self._put_away(output, desk)
                return

    async def _keep(self, output: int, desk: Desk, batch: list[tuple[Line, bytes]]) -> None:
        sent = [Sent(membership=line.membership, content=content) for line, content in batch]
        authors = {line for line, _content in batch}
        try:
            stored = await self.ask(partial(self._store, output, sent=sent))
        except TooLong:
            _close(authors, TOO_LONG)
            return
        except Refused:
            _close(authors, NOT_OPEN)
            return
        except DatabaseError:
            logger.warning("What was written could not be kept; the pages send it again.")
            _close(authors, CALL_AGAIN)
            return
        _close([line for line in authors if line.membership in stored.turned_away], NO_LONGER)
        if stored.row:
            desk.hear(stored.row, stored.content, but=next(iter(authors)) if len(authors) == 1 else None)
            self._others.tell(output, row=stored.row, content=stored.content)
        for line, _content in batch:
            line.kept += 1
        for line in authors:
            if line.membership not in stored.turned_away:
                line.offer(messages.kept(line.kept))

    async def _look(self) -> None:
        """Find what was lost on its way from another process, and send away who may not write any more."""
        while True:
            await asyncio.sleep(LOOK * random.uniform(0.8, 1.2))  # noqa: S311  # so that processes take turns
            for output, desk in tuple(self._desks.items()):
                writing = {line.membership for line in desk.lines}
                question = partial(look, output, seen=desk.seen, had=frozenset(desk.had), writing=writing)
                try:
                    self._found(desk, await self.ask(question))
                except DatabaseError:
                    logger.warning("The database could not be asked how far a text is.")

    def _found(self, desk: Desk, found: Look) -> None:
        for row, content in found.new:
            desk.hear(row, content)
        desk.seen = max(desk.seen, found.last)
        desk.had = {row for row in desk.had if row > desk.seen}
        if not found.is_open:
            _close(desk.lines, NOT_OPEN)
        _close([line for line in desk.lines if line.membership not in found.writers], NO_LONGER)

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(BEAT)
            for desk in tuple(self._desks.values()):
                desk.tell(messages.beat())


def _close(lines: Any, code: int) -> None:
    for line in tuple(lines):
        line.close(code)
