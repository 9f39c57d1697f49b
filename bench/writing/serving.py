"""Real servers for one furnished text."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.room.serving import Server as RoomServer
from tests.program.running import surroundings


class Server(RoomServer):
    def __init__(self, env: dict[str, str], log: Path) -> None:
        super().__init__(env, log, application="mindlines.asgi:application")

    def ask_whether_up(self) -> None:
        self.ask("/sign-in/")


class Desk:
    """A text with members in a database, before anything serves it."""

    def __init__(self, home: Path, *, people: int, **more: str) -> None:
        self.home = home
        self.env = surroundings(home / "data", MINDLINES_WORKER="no", PYTHONPATH="src:.", **more)
        self.env["DJANGO_SETTINGS_MODULE"] = "mindlines.settings"
        words = [sys.executable, "-m", "bench.writing.furnishing", str(people)]
        told = subprocess.run(words, env=self.env, capture_output=True, text=True, check=False)
        assert told.returncode == 0, told.stderr
        known = json.loads(told.stdout.splitlines()[-1])
        self.output: int = known["output"]
        self.sessions: list[str] = known["sessions"]
        self.members: list[int] = known["members"]

    @contextmanager
    def served(self, number: int = 1) -> Iterator[list[Server]]:
        servers = [Server(self.env, self.home / f"screen-{each}") for each in range(number)]
        try:
            yield [server.wait() for server in servers]
        finally:
            for server in servers:
                server.process.terminate()
            for server in servers:
                server.process.wait(30)

    def run(self, program: str) -> str:
        """Run lines of Python in a process of their own, as a worker would."""
        start = "import django; django.setup()\n"
        told = subprocess.run(
            [sys.executable, "-c", start + program], env=self.env, capture_output=True, text=True, check=False
        )
        assert told.returncode == 0, told.stderr
        return told.stdout
