"""Two processes on PostgreSQL with a real Valkey between them: what fails, and what nobody notices."""

import asyncio
import subprocess
import time

import pytest
from django.db import connection  # noqa: F401  # the mark below asks it

from bench.room.listening import lie_side_by_side, tell
from tests.program.running import Running, command, surroundings

pytestmark = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="several processes share PostgreSQL")


@pytest.fixture(scope="module")
def servers(shared):
    with shared.served(2) as servers:
        yield servers


async def both(callers, servers, room):
    """A page at each process, greeted, and the version at which they begin."""
    pages = [await callers.follow(server, room, who=1) for server in servers]
    return pages, max([(await page.hear())["upto"] for page in pages])


def change(server, room, part="questions", times=1):
    return asyncio.to_thread(server.change, room, part, times=times)


def test_what_happens_in_one_process_is_soon_seen_through_the_other(servers, shared):
    async def story(callers):
        (_first, second), start = await both(callers, servers, shared)
        await asyncio.sleep(1)
        began = time.monotonic()
        await change(servers[0], shared)
        await second.until(start + 1)
        return time.monotonic() - began, second

    took, second = tell(story)
    assert took < 2, "the broker told it, not the look into the database"
    assert second.told == {"questions"}


def test_news_of_a_worker_reaches_both_processes(servers, shared):
    async def story(callers):
        pages, start = await both(callers, servers, shared)
        lines = f"from mindlines.kernel import news; news.changed({shared.meeting}, part='words')"
        await asyncio.to_thread(shared.run, lines)
        for page in pages:
            await page.until(start + 1)
        return pages

    assert all(page.told == {"words"} for page in tell(story))


def test_changes_from_both_processes_at_once_are_told_once_each(servers, shared):
    async def story(callers):
        pages, start = await both(callers, servers, shared)
        await asyncio.gather(*(change(server, shared, times=100) for server in servers))
        for page in pages:
            await page.until(start + 200, within=60)
        return pages

    assert all(lie_side_by_side(page.steps) for page in tell(story))


def test_while_the_broker_is_away_nothing_is_lost_and_after_it_came_back_all_is_quick_again(servers, shared, broker):
    async def story(callers):
        pages, start = await both(callers, servers, shared)
        await asyncio.sleep(1)
        broker.kill()
        await change(servers[0], shared, "now")
        for page in pages:
            await page.until(start + 1)
        broker.start()
        await asyncio.sleep(5)
        before = time.monotonic()
        await change(servers[0], shared, "poll")
        await pages[1].until(start + 2)
        return pages, time.monotonic() - before

    pages, took = tell(story)
    assert all(lie_side_by_side(page.steps) for page in pages)
    assert took < 2


def test_the_pages_of_a_process_that_is_killed_go_on_with_another(shared):
    with shared.served(2) as (doomed, survivor):

        async def story(callers):
            (first, second), start = await both(callers, (doomed, survivor), shared)
            flowing = [change(survivor, shared, times=50) for _ in range(4)]
            changes = asyncio.gather(*flowing)
            await asyncio.sleep(0.1)
            doomed.kill()
            await first.till_the_end()
            await changes
            again = await callers.follow(survivor, shared, who=1)
            await again.until(start + 200)
            await second.until(start + 200)
            return second

        assert lie_side_by_side(tell(story).steps)


def test_several_processes_are_refused_where_they_cannot_share(tmp_path):
    words = command("serve", "--processes", "2")
    refused = subprocess.run(
        words, env=surroundings(tmp_path / "home"), capture_output=True, text=True, check=False, timeout=60
    )
    assert refused.returncode == 1
    assert "MINDLINES_DATABASE_URL" in refused.stderr and "MINDLINES_REDIS_URL" in refused.stderr


def test_the_program_serves_with_two_processes(shared, tmp_path):
    env = {name: shared.env[name] for name in ("MINDLINES_DATABASE_URL", "MINDLINES_REDIS_URL")}
    site = Running(tmp_path / "home", "--processes", "2", **env)
    try:
        assert "Sign in" in site.page("/sign-in/")
    finally:
        site.stop()
    assert "Traceback" not in site.screen
