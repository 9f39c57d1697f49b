"""One process on its own SQLite: what the pages of a room hear, and who hears nothing."""

import asyncio
import json

import pytest
import websockets
from django.db import connection  # noqa: F401  # the mark below asks it

from bench.room.listening import OWN, lie_side_by_side, tell
from bench.room.serving import Server

pytestmark = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="the program is started on its own SQLite")


@pytest.fixture(scope="module")
def server(room):
    with room.served() as servers:
        yield servers[0]


def test_what_changes_reaches_every_page_once_and_each_audience_has_its_own_parts(room, server):
    async def story(callers):
        console = await callers.follow(server, room, audience="console")
        others = [await callers.follow(server, room, who=who) for who in range(1, 30)]
        start = [(await page.hear())["upto"] for page in (console, *others)]
        await asyncio.to_thread(server.change, room, "voices")
        await asyncio.to_thread(server.change, room, "questions")
        for page in (console, *others):
            await page.until(max(start) + 2)
        return console, others

    console, others = tell(story)
    assert {"voices", "questions"} <= console.told
    assert all(page.told == {"questions"} for page in others)
    assert all(lie_side_by_side(page.steps) for page in (console, *others))


def test_nobody_is_given_a_token_or_a_name_of_the_reader(room, server):
    async def story(callers):
        page = await callers.follow(server, room, who=3)
        start = (await page.hear())["upto"]
        await asyncio.to_thread(server.change, room, "now")
        await page.until(start + 1)
        return page

    words = json.dumps(tell(story).frames)
    assert "csrf" not in words and "Member 3" not in words


@pytest.mark.parametrize(
    ("path", "origin"),
    [
        ("/meetings/{meeting}/room/listen/everyone/", OWN),
        ("/meetings/{meeting}/room/listen/console/", OWN),
        ("/meetings/999/room/listen/everyone/", OWN),
        ("/meetings/{meeting}/room/listen/screen/", OWN),
        ("/screen/nobody-knows-this/listen/", OWN),
        ("/room/AAA-AAA/listen/", OWN),
        ("/nowhere/", OWN),
        ("/screen/{screen}/listen/", "http://elsewhere.example.org"),
        ("/screen/{screen}/listen/", None),
    ],
)
def test_strangers_and_other_sites_hear_nothing(path, origin, room, server):
    address = path.format(meeting=room.meeting, screen=room.screen)
    with pytest.raises(websockets.InvalidStatus, match="403"):
        tell(lambda callers: callers.call(server, address, origin=origin))


def test_a_member_is_not_let_into_the_console(room, server):
    with pytest.raises(websockets.InvalidStatus, match="403"):
        tell(lambda callers: callers.follow(server, room, who=5, audience="console"))


def test_another_site_hears_nothing_with_the_cookie_of_a_member(room, server):
    path = f"/meetings/{room.meeting}/room/listen/everyone/"
    with pytest.raises(websockets.InvalidStatus, match="403"):
        tell(
            lambda callers: callers.call(server, path, session=room.sessions[1], origin="http://localhost.example.org")
        )


def test_the_big_screen_and_visitors_listen_without_an_account(room, server):
    async def story(callers):
        screen = await callers.call(server, f"/screen/{room.screen}/listen/")
        visitor = await callers.call(server, f"/room/{room.code.lower()}/listen/")
        return await screen.recv(), await visitor.recv()

    assert all(json.loads(frame)["upto"] >= 0 for frame in tell(story))


def test_whoever_talks_on_a_line_is_hung_up_on(room, server):
    async def story(callers):
        page = await callers.follow(server, room, who=1)
        await page.line.send("Let me in")
        return await page.till_the_end()

    assert tell(story) == 1008


def test_a_burst_is_told_in_few_frames(room, server):
    async def story(callers):
        page = await callers.follow(server, room, who=2)
        start = (await page.hear())["upto"]
        await asyncio.to_thread(server.change, room, "poll", times=300)
        await page.until(start + 300)
        return page

    page = tell(story)
    assert lie_side_by_side(page.steps)
    assert len(page.steps) < 30


def test_news_of_another_process_arrives_without_a_broker_too(room, server):
    """Whoever has no Redis has one process; a command run beside it is seen all the same."""

    async def story(callers):
        page = await callers.follow(server, room, who=2)
        start = (await page.hear())["upto"]
        change = f"from mindlines.kernel import news; news.changed({room.meeting}, part='words')"
        await asyncio.to_thread(room.run, change)
        await page.until(start + 1)
        return page

    assert "words" in tell(story).told


def test_three_devices_of_one_person_hear_the_same(room, server):
    async def story(callers):
        devices = [await callers.follow(server, room, who=4) for _ in range(3)]
        start = max([(await device.hear())["upto"] for device in devices])
        await asyncio.to_thread(server.change, room, "now")
        for device in devices:
            await device.until(start + 1)
        return [device.steps for device in devices]

    first, *others = tell(story)
    assert first and all(steps == first for steps in others)


def test_a_server_that_stops_lets_everybody_go(room, tmp_path):
    own = Server(room.env, tmp_path / "screen").wait()

    async def story(callers):
        page = await callers.follow(own, room, who=4)
        own.process.terminate()
        return await page.till_the_end()

    assert tell(story) == 1012
    assert own.process.wait(20) in (0, -15)
    assert "Traceback" not in own.log.read_text()


def test_what_says_the_same_again_is_not_sent_again(room, server):
    async def story(callers):
        page = await callers.follow(server, room, who=6)
        start = (await page.hear())["upto"]
        for number in (1, 2):
            await asyncio.to_thread(server.change, room, "poll")
            await page.until(start + number)
        other = await callers.follow(server, room, who=7)
        await other.hear()
        await asyncio.to_thread(server.change, room, "poll")
        await page.until(start + 3)
        await other.until(start + 3)
        return page, other

    page, other = tell(story)
    assert [("poll" in frame["parts"], frame["same"]) for frame in page.frames[1:]] == [
        (True, []),
        (False, ["poll"]),
        (False, ["poll"]),
    ]
    assert "poll" in other.told
    assert lie_side_by_side(page.steps)
