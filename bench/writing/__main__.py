"""How soon others read what one types, and how soon a long text opens: `make bench-writing`.

Real servers, each in a process of its own, on SQLite. Two and then twenty writers type a letter every fifth of a second
each; what is told is the time from the key in one copy of the text to the letter in another, beside a server that only
passes messages on. Then a text of 50,000 words is opened in Chromium. Only ratios mean much on a busy machine.
"""

import argparse
import asyncio
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import quantiles

import websockets

from bench.room.serving import Server
from bench.writing.serving import Desk
from bench.writing.writers import Writer, tell

PAUSE = 0.2
# Loose, for machines that do other things too: a key may take so many times what a bare server needs, each at its
# median, and a long text so many milliseconds of the browser's processor.
MOST_TIMES, MOST_CPU = 60.0, 1000.0
LONG = """
from mindlines.coproduction.actions import writing
from mindlines.coproduction.actions.rewriting import rewritten
from mindlines.coproduction.models import Output, Update
from mindlines.coproduction.queries.text.marks import written
from mindlines.coproduction.queries.writing import content_of
import random
chance = random.Random(7)
letters = "abcdefghijklmnopqrstuvwxyz"
lexicon = ["".join(chance.choice(letters) for _ in range(chance.randint(2, 10))) for _ in range(4000)]
paragraphs = [" ".join(chance.choices(lexicon, k=50)) for _ in range(1000)]
output = Output.objects.get()
Update.objects.all().delete()
for start in range(0, 1000, 50):
    update = rewritten(content_of(output.pk), to=written("\\n\\n".join(paragraphs[: start + 50])))
    output.weight = 0
    writing.add(output, content=update)
print(Update.objects.count())
"""


def main() -> None:
    ask = argparse.ArgumentParser()
    ask.add_argument("--letters", type=int, default=40, help="letters that each writer types")
    ask.add_argument("--only", choices=("typing", "opening"))
    wanted = ask.parse_args()
    with tempfile.TemporaryDirectory(prefix="ml-writing-") as folder:
        desk = Desk(Path(folder), people=20)
        with desk.served() as (server,):
            over = []
            if wanted.only != "opening":
                times = typing(desk, server, letters=wanted.letters, folder=Path(folder))
                over += [f"{times:.0f} × bare at p50"] * (times > MOST_TIMES)
            if wanted.only != "typing":
                cpu = opening(desk, server)
                over += [f"{cpu:.0f} ms of the browser's processor"] * (cpu > MOST_CPU)
    bounds = f"{MOST_TIMES:g} × bare at p50, {MOST_CPU:g} ms of the browser's processor"
    print(f"\nOver the bounds: {', '.join(over)} (at most {bounds})" if over else f"\nAll bounds hold: {bounds}.")
    print(f"Load of the machine at the end, over a minute: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.")
    sys.exit(bool(over))


def typing(desk: Desk, server: Server, *, letters: int, folder: Path) -> float:
    """How many times longer than through the bare server a key takes, at the median; the worst of it."""
    worst = 0.0
    print(f"\nFrom the key to another screen, {letters} letters a writer, one every {PAUSE} s")
    print(f"{'writers':>8} {'p50 ms':>8} {'p95 ms':>8} {'bare p50':>9} {'bare p95':>9} {'× p50':>6} {'× p95':>6}")
    bare = Server(desk.env, folder / "bare", application="bench.writing.bare:application").wait()
    for number in (2, 20):
        ours = tell(lambda number=number: together(desk, server, number=number, letters=letters))
        least = tell(lambda number=number: passed_on(bare, number=number, letters=letters))
        row = (*percentiles(ours), *percentiles(least))
        worst = max(worst, row[0] / row[2])
        print(
            f"{number:>8} {row[0]:>8.1f} {row[1]:>8.1f} {row[2]:>9.1f} {row[3]:>9.1f}"
            f" {row[0] / row[2]:>6.1f} {row[1] / row[3]:>6.1f}",
            flush=True,
        )
    bare.kill()
    return worst


def percentiles(times: list[float]) -> tuple[float, float]:
    cuts = quantiles([time * 1000 for time in times], n=20)
    return cuts[9], cuts[18]


async def together(desk: Desk, server: Server, *, number: int, letters: int) -> list[float]:
    """Each writer has a paragraph of their own; the last one reads along."""
    writers = [
        await (await Writer.call(server.port, desk.output, session=desk.sessions[one % 20])).ready()
        for one in range(number)
    ]
    reader, times = writers[-1], []
    base = len(reader.root.children)
    await writers[0].says("")
    for writer in writers:
        await writer.until(lambda one: len(one.root.children) > base, within=60)

    async def type_away(writer: Writer, *, is_timed: bool) -> None:
        for letter in range(letters):
            mark = f"⟨{number}.{letter}⟩" if is_timed else "x"
            began = time.perf_counter()
            await writer.types(mark, paragraph=base)
            if is_timed:
                await reader.until(lambda one, mark=mark: mark in one.words, within=60)
                times.append(time.perf_counter() - began)
            await asyncio.sleep(PAUSE)

    await asyncio.gather(*(type_away(writer, is_timed=writer is writers[0]) for writer in writers[:-1]))
    for writer in writers:
        await writer.until(lambda one: one.kept == one.sent and one.words == reader.words, within=60)
    for writer in writers:
        await writer.hang_up()
    return times


async def passed_on(server: Server, *, number: int, letters: int) -> list[float]:
    """The same through the bare server."""
    address = f"ws://localhost:{server.port}/"
    lines = [await websockets.connect(address, compression=None, max_size=None) for _ in range(number)]
    came: dict[bytes, asyncio.Event] = {f"{letter:032d}".encode(): asyncio.Event() for letter in range(letters)}
    hearing = [asyncio.create_task(_listen(line, came)) for line in lines]
    others = [asyncio.create_task(_send(line, letters)) for line in lines[1:-1]]
    times = []
    for message, arrived in came.items():
        began = time.perf_counter()
        await lines[0].send(message)
        await arrived.wait()
        times.append(time.perf_counter() - began)
        await asyncio.sleep(PAUSE)
    await asyncio.gather(*others)
    for task in hearing:
        task.cancel()
    for line in lines:
        await line.close()
    return times


async def _listen(line, came: dict[bytes, asyncio.Event]) -> None:
    async for message in line:
        if message in came:
            came[message].set()


async def _send(line, letters: int) -> None:
    for _letter in range(letters):
        await line.send(b"x" * 32)
        await asyncio.sleep(PAUSE)


def opening(desk: Desk, server: Server) -> float:
    """A text of 50,000 words in twenty rows, and then in one; the most that it costs the browser."""
    most = 0.0
    rows = desk.run(LONG).strip()
    print("\nA text of 50,000 words opens in Chromium")
    print(f"{'rows':>8} {'kB sent':>8} {'answered ms':>12} {'browser CPU ms':>15} {'until it stands ms':>19}")
    for number in (rows, "1"):
        if number == "1":
            desk.run(
                "from mindlines.coproduction.actions import writing; from mindlines.coproduction.models import Output;"
                "writing.join(Output.objects.get().pk)"
            )
        size, answered = tell(lambda: asked_for_all(desk, server))
        runs = sorted(open_in_browser(desk, server) for _time in range(3))
        cpu, stands = runs[1]
        most = max(most, cpu)
        print(f"{number:>8} {size / 1000:>8.0f} {answered * 1000:>12.0f} {cpu:>15.0f} {stands:>19.0f}", flush=True)
    return most


async def asked_for_all(desk: Desk, server: Server) -> tuple[int, float]:
    began = time.perf_counter()
    writer = await (await Writer.call(server.port, desk.output, session=desk.sessions[0])).ready()
    took = time.perf_counter() - began
    return len(writer.doc.get_update()), took


def open_in_browser(desk: Desk, server: Server) -> tuple[float, float]:
    """Processor milliseconds of the page, and milliseconds until its last paragraph stands there."""
    from playwright.sync_api import sync_playwright

    from tests.journeys.conftest import FLAGS

    home = f"http://localhost:{server.port}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"), args=FLAGS
        )
        context = browser.new_context()
        context.add_cookies([{"name": "sessionid", "value": desk.sessions[0], "url": home}])
        page = context.new_page()
        tools = context.new_cdp_session(page)
        tools.send("Performance.enable", {"timeDomain": "threadTicks"})
        began = time.perf_counter()
        page.goto(f"{home}/outputs/{desk.output}/write/")
        page.locator(".ProseMirror > p:nth-of-type(1000)").wait_for(state="attached", timeout=60_000)
        stands = (time.perf_counter() - began) * 1000
        told = {one["name"]: one["value"] for one in tools.send("Performance.getMetrics")["metrics"]}
        browser.close()
    return told["TaskDuration"] * 1000, stands


if __name__ == "__main__":
    main()
