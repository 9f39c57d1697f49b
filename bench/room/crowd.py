"""Many pages at once, held by two processes beside the servers, so that hearing does not slow down telling."""

import itertools
import json
import multiprocessing
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Self

from bench.room.ears import listen
from bench.room.measuring import percentiles
from bench.room.serving import Furnished, Server

EARS = 2
BETWEEN = 0.45


@dataclass
class Heard:
    waits: list[float]
    size: int

    @property
    def p95(self) -> float:
        return percentiles(self.waits)[1]


@dataclass
class Told:
    frames: int
    lost: int
    doubled: int
    last: int


class Crowd:
    """`members` pages, spread evenly over the servers. The clock is one for all processes of a machine."""

    def __init__(
        self, servers: list[Server], *, room: Furnished, members: int, over: float = 0.0, with_page: bool = False
    ) -> None:
        self.members = members
        spawn = multiprocessing.get_context("spawn")
        calls = [(servers[number % len(servers)].port, room.sessions[number]) for number in range(members)]
        self.pipes, self.ears = [], []
        for part in range(EARS):
            near, far = spawn.Pipe()
            mine = calls[part::EARS]
            path = f"/meetings/{room.meeting}/room/listen/everyone/"
            page = f"/meetings/{room.meeting}/room/" if with_page else ""
            words = {"calls": mine, "path": path, "page": page, "over": over}
            ear = spawn.Process(target=listen, args=(far, words), daemon=True)
            ear.start()
            self.pipes.append(near)
            self.ears.append(ear)

    def __enter__(self) -> Self:
        entered = [pipe.recv() for pipe in self.pipes]
        self.joined = max(each["took"] for each in entered)
        self.waits = list(itertools.chain.from_iterable(each["waits"] for each in entered))
        return self

    def __exit__(self, *_trouble: object) -> None:
        for pipe in self.pipes:
            pipe.send("stop")
        for ear in self.ears:
            ear.join(20)
            if ear.is_alive():
                ear.kill()

    def hear(self, events: int, *, change: Callable[[], None]) -> Heard:
        """For each event, how long each page waited for it; the first three only warm up."""
        waits: list[float] = []
        sizes: list[int] = []
        for number in range(events + 3):
            self._tell("next")
            time.sleep(BETWEEN)
            began = time.monotonic()
            change()
            for pipe in self.pipes:
                answer = pipe.recv()
                sizes.append(answer["size"])
                if number >= 3:
                    waits += [at - began for at in answer["at"]]
        assert len(waits) == events * self.members
        return Heard(waits=waits, size=sum(sizes) // len(sizes))

    def follow(self, many: int, *, change: Callable[[int], None]) -> Told:
        """Many events without a pause; then every page's steps are laid side by side."""
        self._tell("count")
        for _ in range(many // 500):
            change(500)
        for pipe in self.pipes:
            pipe.send(many)
        found = [pipe.recv() for pipe in self.pipes]
        return Told(
            frames=sum(each["frames"] for each in found),
            lost=sum(each["lost"] for each in found),
            doubled=sum(each["doubled"] for each in found),
            last=min(each["last"] for each in found),
        )

    def frame(self, size: int) -> Iterator[bytes]:
        """Frames as the hub makes them, for the bare server: each of this size, each with a later version."""
        for version in itertools.count(1):
            frame = {"after": version - 1, "upto": version, "parts": {"questions": ""}}
            frame["parts"]["questions"] = "x" * max(0, size - len(json.dumps(frame)))
            yield json.dumps(frame).encode()

    def _tell(self, word: str) -> None:
        for pipe in self.pipes:
            pipe.send(word)
        for pipe in self.pipes:
            assert pipe.recv() == "ready"
