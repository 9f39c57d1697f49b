"""How soon a room's pages hear of a change: `make bench-room`.

Members are connected over real WebSockets, from two processes of their own. An event is a change as an action makes it:
a transaction, its commit, the count of the room, the rendering, one frame to every page. Its time runs from the moment
before the request until the frame stands at a page. Beside it, in the same run, a bare server sends frames of the same
size to as many pages, without any of this.
"""

import argparse
import itertools
import os
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(HERE))
os.chdir(HERE)

from bench.room.crowd import Crowd, Heard  # noqa: E402
from bench.room.measuring import cpu_seconds, megabytes, percentiles  # noqa: E402
from bench.room.serving import Furnished, Server  # noqa: E402
from tests.services import postgresql, valkey  # noqa: E402

BOUND = 2.0


@dataclass
class Cost:
    """What serving cost: seconds of processor during the events, megabytes, and seconds until everybody was in."""

    cpu: float
    memory: float
    joined: float


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--members", default="300,1000")
    asked.add_argument("--events", type=int, default=60)
    asked.add_argument("--many", type=int, default=10_000)
    asked.add_argument("--only", choices=("storm",), help="leave the rest out")
    wanted = asked.parse_args()
    if wanted.only:
        with tempfile.TemporaryDirectory(prefix="ml-room-") as folder:
            storms(Path(folder))
        return
    sizes = [int(size) for size in wanted.members.split(",")]
    load = ", ".join(f"{part:.1f}" for part in os.getloadavg())
    print(f"\nFan-out of one event; {wanted.events} events a row; {os.cpu_count()} processors; load before: {load}")
    print(
        f"{'':<26}{'members':>8}{'p50 ms':>8}{'p95 ms':>8}{'p99 ms':>8}{'× bare':>8}{'CPU s':>8}{'MB':>6}{'join s':>8}"
    )
    with tempfile.TemporaryDirectory(prefix="ml-room-") as folder:
        ratios = [one_process(Path(folder) / f"one-{size}", size, wanted.events) for size in sizes]
        ratios += [two_processes(Path(folder) / f"two-{size}", size, wanted.events) for size in sizes]
        storms(Path(folder))
        whole = none_lost(Path(folder) / "many", many=wanted.many)
    worst = max(ratio for size, ratio in zip(sizes * 2, ratios, strict=True) if size == max(sizes))
    bound = f"{worst:.2f} × bare at p95 with {max(sizes)} members (at most {BOUND:g})"
    print(("All bounds hold: " if worst <= BOUND and whole else "Over the bounds: ") + bound)


def one_process(home: Path, members: int, events: int) -> float:
    home.mkdir()
    room = Furnished(home, people=members)
    with room.served() as servers:
        shown = row("one process, SQLite", servers, room=room, members=members, events=events)
    return shown.p95 / beside(home, room, members=members, events=events, size=shown.size, of=shown)


def two_processes(home: Path, members: int, events: int) -> float:
    home.mkdir()
    with postgresql() as url, valkey() as broker:
        room = Furnished(home, people=members, MINDLINES_DATABASE_URL=url, MINDLINES_REDIS_URL=broker.url)
        with room.served(2) as servers:
            shown = row("two, PostgreSQL and Valkey", servers, room=room, members=members, events=events)
    return shown.p95 / beside(home, room, members=members, events=events, size=shown.size, of=shown)


def row(name: str, servers: list[Server], *, room: Furnished, members: int, events: int) -> Heard:
    with Crowd(servers, room=room, members=members) as crowd:
        before = sum(cpu_seconds(server.process.pid) for server in servers)
        number = itertools.count(1)
        heard = crowd.hear(events, change=lambda: servers[0].say(room, next(number)))
        spent = sum(cpu_seconds(server.process.pid) for server in servers) - before
        memory = sum(megabytes(server.process.pid) for server in servers)
        joined = crowd.joined
    show(name, members, heard, cost=Cost(cpu=spent, memory=memory, joined=joined))
    return heard


def beside(home: Path, room: Furnished, *, members: int, events: int, size: int, of: Heard) -> float:
    """The bare server with as many pages and frames of the same size; returns its p95."""
    with bare(home, room) as server, Crowd([server], room=room, members=members) as crowd:
        before = cpu_seconds(server.process.pid)
        frame = crowd.frame(size)
        heard = crowd.hear(events, change=lambda: server.ask("/", data=next(frame)))
        spent, memory = cpu_seconds(server.process.pid) - before, megabytes(server.process.pid)
        show(
            "  bare server",
            members,
            heard,
            cost=Cost(cpu=spent, memory=memory, joined=crowd.joined),
            ratio=of.p95 / heard.p95,
        )
    return heard.p95


@contextmanager
def bare(home: Path, room: Furnished):
    server = Server(room.env, home / "screen-bare", application="bench.room.bare:application")
    try:
        yield server.wait()
    finally:
        server.stop()


def show(name: str, members: int, heard: Heard, *, cost: Cost, ratio: float = 0) -> None:
    p50, p95, p99 = percentiles(heard.waits)
    words = f"{ratio:>8.2f}" if ratio else f"{'':>8}"
    print(
        f"{name:<26}{members:>8}{p50:>8.0f}{p95:>8.0f}{p99:>8.0f}{words}{cost.cpu:>8.2f}{cost.memory:>6.0f}{cost.joined:>8.1f}",
        flush=True,
    )


def storms(home: Path) -> None:
    """Three hundred come in five seconds, each with the whole page and a line; with and without what pages share."""
    print("Joining storm: 300 with the whole page and a line each, begun within 5 s")
    anew = storm(home / "anew", "  every page rendered anew", BENCH_ANEW="yes")
    shared = storm(home / "shared", "  what is the same is shared")
    print(f"  shared: {anew[0] / shared[0]:.2f} times as soon, {anew[1] / shared[1]:.2f} times less processor")


def storm(home: Path, name: str, **more: str) -> tuple[float, float]:
    """Seconds until all were in, and seconds of processor for it."""
    home.mkdir()
    room = Furnished(home, people=300, **more)
    with room.served() as servers:
        before = cpu_seconds(servers[0].process.pid)
        with Crowd(servers, room=room, members=300, over=5.0, with_page=True) as crowd:
            p50, p95, _p99 = percentiles(crowd.waits)
            spent = cpu_seconds(servers[0].process.pid) - before
    print(
        f"{name:<30} all in after {crowd.joined:.1f} s; p50 {p50:.0f} ms, p95 {p95:.0f} ms; {spent:.1f} s of processor"
    )
    return crowd.joined, spent


def none_lost(home: Path, *, many: int) -> bool:
    home.mkdir()
    room = Furnished(home, people=100)
    with room.served() as servers, Crowd(servers, room=room, members=100) as crowd:
        told = crowd.follow(many, change=lambda times: servers[0].change(room, "questions", times=times))
    print(
        f"{many} events to 100 members: {told.frames} frames; lost {told.lost}, doubled {told.doubled}; "
        f"every page ended with version {told.last}"
    )
    return not told.lost and not told.doubled


if __name__ == "__main__":
    main()
