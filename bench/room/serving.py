"""Real servers and real WebSockets for one furnished room."""

import json
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.program.running import free_port, surroundings


class Server:
    """One process that serves, started as `mindlines serve` starts it."""

    def __init__(self, env: dict[str, str], log: Path, *, application: str = "bench.room.served:application") -> None:
        self.port = free_port()
        self.log = log
        words = ["uvicorn", application, "--port", str(self.port), "--log-level", "warning"]
        words += ["--ws-per-message-deflate", "false", "--lifespan", "on"]
        with log.open("a") as screen:
            self.process = subprocess.Popen([sys.executable, "-m", *words], env=env, stdout=screen, stderr=screen)

    def wait(self) -> "Server":
        until = time.monotonic() + 60
        while True:
            try:
                self.ask_whether_up()
            except OSError:
                if self.process.poll() is not None or time.monotonic() > until:
                    self.kill()
                    raise AssertionError(self.log.read_text()) from None
                time.sleep(0.05)
            else:
                return self

    def ask_whether_up(self) -> None:
        self.ask("/_change/0/now/0/")

    def ask(self, path: str, *, session: str = "", data: bytes | None = None, headers: dict[str, str] | None = None):
        request = urllib.request.Request(f"http://localhost:{self.port}{path}", data=data, headers=headers or {})
        if session:
            request.add_header("Cookie", f"sessionid={session}")
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read()

    def change(self, room: "Furnished", part: str = "questions", *, times: int = 1) -> None:
        self.ask(f"/_change/{room.meeting}/{part}/{times}/")

    def say(self, room: "Furnished", number: int) -> None:
        """Let a member send a point, as the action behind the form does."""
        self.ask(f"/_say/{room.meeting}/{number}/")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)


class Furnished:
    """A room with people in a database, before anything serves it."""

    def __init__(self, home: Path, *, people: int, **more: str) -> None:
        self.home = home
        self.env = surroundings(home / "data", MINDLINES_WORKER="no", PYTHONPATH="src:.", **more)
        words = [sys.executable, "-m", "bench.room.furnishing", str(people)]
        told = subprocess.run(words, env=self.env, capture_output=True, text=True, check=False)
        assert told.returncode == 0, told.stderr
        known = json.loads(told.stdout.splitlines()[-1])
        self.community: str = known["community"]
        self.meeting: int = known["meeting"]
        self.pk: int = known["room"]
        self.code: str = known["code"]
        self.screen: str = known["screen"]
        self.sessions: list[str] = known["sessions"]

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
        env = {**self.env, "DJANGO_SETTINGS_MODULE": "mindlines.settings"}
        told = subprocess.run(
            [sys.executable, "-c", start + program], env=env, capture_output=True, text=True, check=False
        )
        assert told.returncode == 0, told.stderr
        return told.stdout
