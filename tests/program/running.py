"""The program itself, started and stopped as somebody at a keyboard would."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "mindlines.cli", *words]


def surroundings(data: Path, **more: str) -> dict[str, str]:
    """What the program finds around it: a data folder of its own, and no settings from outside."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith("MINDLINES_")}
    return {**outside, "MINDLINES_DATA": str(data), "PYTHONUNBUFFERED": "1", **more}


class Running:
    """A served site; `screen` is what stands on the terminal once it has stopped."""

    def __init__(self, data: Path, *words: str, **more: str) -> None:
        self.port = free_port()
        self.log = data.parent / f"screen-{self.port}"
        env = surroundings(data, PORT=str(self.port), **more)
        with self.log.open("w") as screen:
            self.process = subprocess.Popen(
                command("serve", "--demo", *words), env=env, stdout=screen, stderr=subprocess.STDOUT
            )
        self._wait()

    def page(
        self, path: str, *, cookie: str = "", data: bytes | None = None, headers: dict[str, str] | None = None
    ) -> str:
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data=data, headers=headers or {})
        if cookie:
            request.add_header("Cookie", cookie)
        with urllib.request.urlopen(request, timeout=30) as answer:  # our own server's address
            return answer.read().decode()

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(how)
        return self.process.wait(30)

    @property
    def screen(self) -> str:
        return self.log.read_text()

    def _wait(self) -> None:
        until = time.monotonic() + 90
        while True:
            try:
                self.page("/help/")
            except OSError:
                if self.process.poll() is not None or time.monotonic() > until:
                    raise AssertionError(self.screen) from None
                time.sleep(0.1)
            else:
                return
