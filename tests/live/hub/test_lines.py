import asyncio

from bench.room.listening import alone
from mindlines.live.hub.lines import Line


def line(send) -> Line:
    return Line(room=1, audience="everyone", send=send)


def test_a_free_line_takes_a_frame_at_once():
    taken = []

    async def send(message):
        taken.append(message["text"])

    assert line(send).offer("a frame")
    assert taken == ["a frame"]


def test_a_line_that_would_make_others_wait_is_passed_over_and_takes_the_next_one():
    """As the server sends: it waits until there is room, and writes then."""

    async def story():
        room, written = asyncio.Event(), []

        async def send(message):
            await room.wait()
            written.append(message["text"])

        sleeper = line(send)
        passed_over = sleeper.offer("first")
        room.set()
        await asyncio.sleep(0)
        return passed_over, sleeper.offer("second"), written

    assert alone(story()) == (False, True, ["second"])


def test_a_line_that_is_gone_does_not_stop_the_others():
    async def send(message):
        raise OSError

    assert not line(send).offer("a frame")
