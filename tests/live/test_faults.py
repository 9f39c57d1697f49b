"""What goes wrong on the day: the server is killed while people write, somebody floods, a device takes nothing."""

import asyncio
import threading
import time
import urllib.error
import urllib.parse

import pytest
from django.db import connection  # noqa: F401  # the mark below asks it

from bench.room.listening import lie_side_by_side, tell
from bench.room.serving import Furnished, Server

pytestmark = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="the program is started on its own SQLite")

TOKEN = "a" * 32


def say(server: Server, room: Furnished, *, who: int, key: str) -> bool:
    """Send a point with its key, as the script of a page does, and say whether the server has it."""
    form = {"csrfmiddlewaretoken": TOKEN, "words": f"Point {key}", "kind": "point", "audience": "everyone"}
    body = urllib.parse.urlencode({**form, "named": "yes", "key": key}).encode()
    cookies = f"csrftoken={TOKEN}; sessionid={room.sessions[who]}"
    path = f"/communities/{room.community}/voices/new/?meeting={room.meeting}"
    try:
        told = server.ask(path, data=body, headers={"X-Outbox": "1", "Cookie": cookies})
    except (OSError, urllib.error.HTTPError):
        return False
    return b'"refused": false' in told


def keys_in(room: Furnished) -> list[str]:
    lines = "from mindlines.voice.models import Contribution as C; print(*C.objects.values_list('key', flat=True))"
    return room.run(lines).split()


def test_a_server_killed_while_thirty_people_write_has_all_it_said_yes_to_and_takes_the_rest_once(room, tmp_path):
    doomed = Server(room.env, tmp_path / "screen").wait()
    wanted = [(who, f"{who:02d}-{turn}-{'k' * 14}") for who in range(30) for turn in range(5)]
    taken: list[tuple[int, str]] = []

    def write(who: int) -> None:
        for one in filter(lambda one: one[0] == who and say(doomed, room, who=who, key=one[1]), wanted):
            taken.append(one)  # noqa: PERF402  # one after the other: others count them meanwhile

    writers = [threading.Thread(target=write, args=(who,)) for who in range(30)]
    for writer in writers:
        writer.start()
    while len(taken) < 20:
        time.sleep(0.01)
    doomed.kill()
    for writer in writers:
        writer.join()
    assert 20 <= len(taken) < len(wanted)
    assert {key for _who, key in taken} <= set(keys_in(room))
    with room.served() as (again,):
        assert all(say(again, room, who=who, key=key) for who, key in wanted)
    kept = keys_in(room)
    assert sorted(kept) == sorted(key for _who, key in wanted)


def test_five_thousand_changes_are_a_handful_of_frames_and_pages_are_still_served(room, tmp_path):
    server = Server(room.env, tmp_path / "screen").wait()

    async def story(callers):
        page = await callers.follow(server, room, who=1)
        start = (await page.hear())["upto"]
        flood = asyncio.create_task(asyncio.to_thread(server.change, room, "questions", times=5000))
        waits = []
        while not flood.done():
            began = time.monotonic()
            await asyncio.to_thread(server.ask, f"/room/{room.code}/parts/")
            waits.append(time.monotonic() - began)
            await asyncio.sleep(0.5)
        await flood
        await page.until(start + 5000, within=60)
        return page, waits

    page, waits = tell(story)
    server.stop()
    assert lie_side_by_side(page.steps)
    assert page.steps[-1][1] - page.steps[0][0] == 5000
    assert len(page.steps) < 1000
    assert max(waits) < 10


def test_one_person_who_sends_without_end_is_slowed_down(room, tmp_path):
    server = Server(room.env, tmp_path / "screen").wait()
    sent = [say(server, room, who=29, key=f"flood-{number}-{'k' * 12}") for number in range(10)]
    server.stop()
    assert sent.count(True) < 10 and sent[0] and not sent[-1]
