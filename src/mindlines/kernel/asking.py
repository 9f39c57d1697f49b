"""Asking the database from an event loop, in a thread that keeps its connection between two questions."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import connections

Found = TypeVar("Found")

# The connection is made anew after so many seconds.
KEPT = 60.0


class Asking:
    """The thread of one hub. Its questions are answered one after another, and wait for none that pages ask."""

    def __init__(self, *, name: str) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._until = time.monotonic() + KEPT

    async def ask(self, question: Callable[[], Found]) -> Found:
        """The answer, or whatever the question raised."""

        def asked() -> Found:
            try:
                return question()
            finally:
                self._tidy()

        return await asyncio.get_running_loop().run_in_executor(self._thread, asked)

    async def stop(self) -> None:
        """Let the connection go; whoever asks again gets a new one."""
        await asyncio.get_running_loop().run_in_executor(self._thread, connections.close_all)

    def _tidy(self) -> None:
        """What Django does between two requests, except that a connection to an embedded database lives on for a while.

        SQLite folds its log into the database, and waits for the disk, whenever its last connection is closed. With
        PostgreSQL there is a pool, which gets its connection back.
        """
        now = time.monotonic()
        is_old = now >= self._until
        if is_old:
            self._until = now + KEPT
        for connection in connections.all(initialized_only=True):
            if connection.vendor == "sqlite":
                connection.close_at = now if is_old else self._until
            connection.close_if_unusable_or_obsolete()
