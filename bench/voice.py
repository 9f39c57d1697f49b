"""How soon a long meeting is measured: `make bench-voice`.

An invented transcript of three hours, from the command to its table, its JSON and its report.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

HOURS, PEOPLE, SPEAKERS, TIMES = 3, 60, 40, 5
GROUPS = ("Lay members", "Clinicians", "Commissioners", "Academics", "Voluntary sector")
WORDS = [
    "we",
    "think",
    "that",
    "the",
    "leaflet",
    "should",
    "say",
    "what",
    "people",
    "can",
    "do",
    "for",
    "their",
    "knees",
    "and",
    "when",
    "to",
    "ask",
    "somebody",
]
TO_REACH = 2.0


def clock(seconds: float) -> str:
    whole, part = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{part:03}"


def transcript(chance: random.Random) -> tuple[str, int]:
    """Cues of a few seconds, as Zoom cuts them, with some that overlap."""
    cues, at, speaker = ["WEBVTT\n"], 0.0, 0
    while at < HOURS * 3600:
        if chance.random() < 0.3:
            speaker = chance.randrange(SPEAKERS)
        long = chance.uniform(0.6, 6)
        said = " ".join(chance.choices(WORDS, k=max(1, round(long * 2.5)))) + chance.choice("..?")
        cues.append(f"{len(cues)}\n{clock(at)} --> {clock(at + long)}\nPerson {speaker:02} Example: {said}\n")
        at += max(0.1, long + chance.uniform(-0.4, 0.5))
    return "\n".join(cues), len(cues) - 1


def files(folder: Path) -> tuple[list[str], int]:
    text, count = transcript(random.Random(4))
    (folder / "meeting.vtt").write_text(text)
    people = [(f"Person {place:02} Example", GROUPS[place % len(GROUPS)]) for place in range(PEOPLE)]
    (folder / "members.csv").write_text("Name,Group\n" + "".join(f"{name},{group}\n" for name, group in people))
    (folder / "there.csv").write_text("Name\n" + "".join(f"{name}\n" for name, _ in people))
    inputs = ["--attendance", str(folder / "there.csv"), "--members", str(folder / "members.csv"), "--by", "group"]
    outputs = ["--json", str(folder / "out.json"), "--html", str(folder / "out.html")]
    return ["voice", str(folder / "meeting.vtt"), *inputs, *outputs], count


def seconds(words: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """On the clock, and of the processor, which other programs on the machine do not lengthen."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "mindlines.cli", *words]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, used


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        words, count = files(Path(name))
        # An installed program is compiled once; so it is here, in a folder of its own, before anything is measured.
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": f"{name}/compiled"}
        seconds(words, environment)
        taken = [seconds(words, environment) for _ in range(TIMES)]
    clock_time, processor = median(each for each, _ in taken), median(each for _, each in taken)
    print(f"{HOURS} hours, {count:,} cues, {SPEAKERS} speakers of {PEOPLE} people who were there; {TIMES} runs")
    print(f"from the command to its files: {clock_time:.2f} s, of the processor {processor:.2f} s (medians)")
    print(f"To reach: {TO_REACH:g} s. {'Reached.' if clock_time < TO_REACH else 'Not reached.'}")
    return 0 if clock_time < TO_REACH else 1


if __name__ == "__main__":
    raise SystemExit(main())
