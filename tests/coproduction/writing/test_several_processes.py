"""Two processes on PostgreSQL with a real Valkey between them: one text through both."""

import asyncio
import time

import pytest
from django.db import connection  # noqa: F401  # the mark below asks it

from bench.writing.writers import Writer, tell

pytestmark = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="several processes share PostgreSQL")


@pytest.fixture(scope="module")
def servers(shared_desk):
    with shared_desk.served(2) as servers:
        yield servers


@pytest.fixture
def call(shared_desk, servers):
    async def called(who: int, *, at: int, **more) -> Writer:
        session = shared_desk.sessions[who]
        return await (await Writer.call(servers[at].port, shared_desk.output, session=session, **more)).ready()

    return called


def test_what_is_written_in_one_process_is_soon_read_in_the_other(call):
    async def story():
        first, second = await call(0, at=0), await call(1, at=1)
        await first.says("Twelve sessions.")
        began = time.monotonic()
        await second.until(lambda one: "Twelve sessions." in one.words)
        took = time.monotonic() - began
        await second.shows(client=9, state={"cursor": None})
        await first.until(lambda one: one.presences)
        await second.hang_up()
        await first.until(lambda one: one.presences[-1][2] is None)
        return took

    assert tell(story) < 2, "the broker told it, not the look into the database"


def test_writers_in_two_processes_come_to_the_same(call):
    async def story():
        writers = [await call(number % 6, at=number % 2) for number in range(8)]
        for word in range(4):
            for number, writer in enumerate(writers):
                await writer.says(f"Writer {number}, word {word}.")
        for writer in writers:
            await writer.until(lambda one: one.words.count("Writer ") >= 32, within=60)
        assert len({writer.words for writer in writers}) == 1

    tell(story)


def test_while_the_broker_is_away_nothing_is_lost(call, writing_broker):
    async def story():
        first, second = await call(0, at=0), await call(1, at=1)
        writing_broker.kill()
        await first.says("While the broker is away.")
        await second.until(lambda one: "While the broker is away." in one.words)
        writing_broker.start()
        await second.says("And after it came back.")
        await first.until(lambda one: "And after it came back." in one.words)
        return first.words == second.words

    assert tell(story)


def test_rows_are_joined_while_people_write(call, shared_desk):
    join = (
        "from mindlines.coproduction.actions import writing; writing.MOST_ROWS = 2; writing.join_long();"
        "from mindlines.coproduction.models import Update; print(Update.objects.count())"
    )

    async def story():
        first, second = await call(0, at=0), await call(1, at=1)
        for word in range(10):
            await first.says(f"Joined {word}.")
            await second.says(f"Joined too {word}.")
        await asyncio.to_thread(shared_desk.run, join)
        await first.until(lambda one: one.words.count("Joined") >= 20)
        late = await call(2, at=0)
        await second.until(lambda one: one.words.count("Joined") >= 20)
        return first.words, second.words, late.words

    assert len(set(tell(story))) == 1
