"""One process on its own SQLite: what writers send and hear, and who is sent away."""

import pytest
import websockets
from django.db import connection  # noqa: F401  # the mark below asks it

from bench.writing.writers import Writer, tell
from mindlines.coproduction.hub import messages

pytestmark = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="the program is started on its own SQLite")


@pytest.fixture(scope="module")
def server(desk):
    with desk.served() as servers:
        yield servers[0]


@pytest.fixture
def call(desk, server):
    async def called(who: int = 0, **more) -> Writer:
        return await Writer.call(server.port, desk.output, session=desk.sessions[who], **more)

    return called


def test_what_one_writes_the_other_reads_and_both_come_to_the_same(call):
    async def story():
        first, second = await (await call(0)).ready(), await (await call(1)).ready()
        await first.says("Twelve sessions.")
        await second.until(lambda one: "Twelve sessions." in one.words)
        await second.says("In the hall.")
        await first.until(lambda one: "In the hall." in one.words)
        assert first.words == second.words
        return first.words

    assert "Twelve sessions." in tell(story)


def test_whoever_comes_later_finds_everything_that_was_written(call):
    async def story():
        first = await (await call(0)).ready()
        await first.says("Kept for those who come late.")
        await first.until(lambda one: one.kept == one.sent)
        return (await (await call(2)).ready()).words

    assert "Kept for those who come late." in tell(story)


def test_what_was_written_without_a_line_is_merged_when_it_is_back(call):
    async def story():
        away = await (await call(3)).ready()
        await away.says("Before the line dropped.")
        await away.until(lambda one: one.kept == one.sent)
        await away.hang_up()
        away.root.children.append(away.paragraph("Written on the train."))
        other = await (await call(1)).ready()
        await other.says("Written meanwhile.")
        back = await (await call(3, doc=away.doc)).ready()
        await other.until(lambda one: "Written on the train." in one.words)
        assert back.words == other.words
        return back.words

    words = tell(story)
    assert "Before the line dropped." in words and "Written meanwhile." in words


def test_twenty_writers_at_once_come_to_the_same(call):
    async def story():
        writers = [await (await call(number % 6)).ready() for number in range(20)]
        for word in range(3):
            for number, writer in enumerate(writers):
                await writer.says(f"Writer {number}, word {word}.")
        for writer in writers:
            await writer.until(lambda one: one.words.count("Writer ") >= 60, within=60)
        assert len({writer.words for writer in writers}) == 1

    tell(story)


def test_others_see_where_somebody_writes_under_the_name_that_is_theirs(call):
    async def story():
        bo, ana = await (await call(0)).ready(), await (await call(1)).ready()
        await ana.shows(client=77, state={"cursor": {"anchor": 1}, "user": {"name": "The chief executive", "tone": 1}})
        await bo.until(lambda one: one.presences)
        await ana.hang_up()
        await bo.until(lambda one: one.presences[-1][2] is None)
        return bo.presences

    presences = tell(story)
    assert presences[0][2] == {
        "cursor": {"anchor": 1},
        "user": {"name": "Member 1", "tone": presences[0][2]["user"]["tone"]},
    }
    assert [(client, state is None) for client, _clock, state in presences] == [(77, False), (77, True)]


def test_nobody_takes_the_place_of_another_writer(call):
    async def story():
        bo, ana, dee = [await (await call(number)).ready() for number in (0, 1, 2)]
        await ana.shows(client=50, state={"cursor": None})
        await bo.until(lambda one: one.presences)
        await dee.shows(client=50, clock=9, state={"cursor": None})
        await dee.shows(client=51, state={"cursor": None})
        await bo.until(lambda one: len(one.presences) > 1)
        return [(client, state["user"]["name"]) for client, _clock, state in bo.presences]

    assert tell(story) == [(50, "Member 1"), (51, "Member 2")]


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\x00",
        b"\x00\x02",
        b"\x00\x02\xff",
        b"\x00\x02\x05hello",
        b"\x00\x00\x09\xff\xff\xff\xff\xff\xff\xff\xff\xff",
        b"\x01\x03abc",
        b"\x07",
        messages.presence(1, clock=1, state={"cursor": "x" * 5000}),
        messages.changed(b"\x01\x01\x01"),
    ],
    ids=[
        "empty",
        "kind-only",
        "no-words",
        "cut",
        "words",
        "state",
        "presence",
        "unknown",
        "long-presence",
        "no-change",
    ],
)
def test_whoever_sends_what_no_page_of_ours_sends_is_hung_up_on(message, call):
    async def story():
        writer = await (await call(4)).ready()
        await writer.line.send(message)
        return await writer.ended()

    assert tell(story) == 1008


def test_a_message_that_is_too_large_and_a_flood_are_cut_off(call):
    async def story():
        large = await (await call(4)).ready()
        await large.line.send(messages.changed(b"x" * 2_100_000))
        flooding = await (await call(4)).ready()
        try:
            for number in range(600):
                await flooding.shows(client=9, clock=number, state={})
        except websockets.ConnectionClosed:
            pass
        return await large.ended(), await flooding.ended()

    assert tell(story) == (1009, 1008)


def test_strangers_and_other_sites_do_not_write(desk, server, call):
    async def story():
        stranger = await Writer.call(server.port, desk.output)
        elsewhere = await call(0, origin="http://elsewhere.example.org")
        nowhere = await Writer.call(server.port, 999_999, session=desk.sessions[0])
        return [await writer.ended() for writer in (stranger, elsewhere, nowhere)]

    assert tell(story) == [4403, 4403, 4403]


def test_an_address_that_leads_nowhere_is_refused(desk, server):
    async def story():
        await websockets.connect(f"ws://localhost:{server.port}/ws/nothing/", origin=f"http://localhost:{server.port}")

    with pytest.raises(websockets.InvalidStatus, match="403"):
        tell(story)


def test_a_member_who_takes_a_pause_is_sent_away_and_writes_nothing_more(desk, call):
    async def story():
        paused, other = await (await call(5)).ready(), await (await call(0)).ready()
        set_standing(desk, 5, "paused")
        await paused.says("After the pause.")
        code = await paused.ended()
        assert "After the pause." not in other.words
        again = await call(5)
        return code, await again.ended()

    try:
        assert tell(story) == (4403, 4403)
    finally:
        set_standing(desk, 5, "active")


def test_when_a_text_is_ready_everybody_stops_writing(desk, call):
    async def story():
        idle, writing = await (await call(0)).ready(), await (await call(1)).ready()
        set_state(desk, "ready")
        await writing.says("Too late.")
        return await writing.ended(), await idle.ended(), await (await call(2)).ended()

    try:
        assert tell(story) == (4409, 4409, 4403)
    finally:
        set_state(desk, "writing")


def test_whoever_wrote_is_thanked(desk, call):
    async def story():
        writer = await (await call(2)).ready()
        await writer.says("A sentence of mine.")
        await writer.until(lambda one: one.kept == one.sent)

    tell(story)
    print_members = (
        "from mindlines.coproduction.models import Credit; print(*Credit.objects.values_list('membership', flat=True))"
    )
    assert str(desk.members[2]) in desk.run(print_members).split()


def set_standing(desk, who, standing):
    desk.run(
        "from mindlines.communities.models import Membership;"
        f"Membership.objects.filter(pk={desk.members[who]}).update(standing={standing!r})"
    )


def set_state(desk, state):
    desk.run(f"from mindlines.coproduction.models import Output; Output.objects.update(state={state!r})")
