"""An hour without a line, while others write, rows are joined and the server dies: nothing is lost, and all read the same."""

import asyncio
from copy import copy

import pytest
from django.db import connection  # noqa: F401  # the mark below asks it

from bench.writing.serving import Desk
from bench.writing.writers import Writer, tell

pytestmark = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="the program is started on its own SQLite")

JOIN = """
from mindlines.coproduction.actions import writing
from mindlines.coproduction.models import Update
writing.join({output})
print(Update.objects.filter(output={output}).count())
"""
ANOTHER = """
from mindlines.communities.models import Community
from tests import make_coproduction
print(make_coproduction.output(Community.objects.get(), "Another text").pk)
"""
EDITS = 400


@pytest.fixture
def quiet_desk(desk) -> Desk:
    """Another text, which is still empty; each story starts and kills its servers itself."""
    quiet = copy(desk)
    quiet.output = int(desk.run(ANOTHER))
    return quiet


@pytest.fixture
def call(quiet_desk):
    async def called(server, who: int, **more) -> Writer:
        session = quiet_desk.sessions[who]
        return await (await Writer.call(server.port, quiet_desk.output, session=session, **more)).ready()

    return called


def is_kept(writer: Writer) -> bool:
    return writer.kept == writer.sent


def writes_without_a_line(writer: Writer) -> None:
    """Many paragraphs, words put into what stood there, and a paragraph taken out."""
    first = next(iter(writer.root.children[0].children))
    for edit in range(EDITS):
        writer.root.children.append(writer.paragraph(f"Train {edit}."))
        first.insert(0, f"t{edit} ")
    del writer.root.children[1]


async def begin(call, server) -> list[Writer]:
    """Everybody has three paragraphs before them."""
    writers = [await call(server, who) for who in range(3)]
    for words in ("Shared.", "Taken out by Bo.", "Taken out by Ana."):
        await writers[0].says(words)
    for writer in writers:
        await writer.until(lambda one: "Taken out by Ana." in one.words and is_kept(one))
    return writers


async def write_on(ana: Writer, chi: Writer) -> None:
    for edit in range(20):
        await ana.says(f"Ana {edit}.")
        await chi.says(f"Chi {edit}.")
    await ana.types(" Ana was here.", paragraph=0)
    del ana.root.children[2]
    await ana.flush()
    for writer in (ana, chi):
        await writer.until(is_kept, within=60)


def test_whoever_was_away_for_long_comes_back_to_another_server_and_nothing_is_lost(quiet_desk, call):
    async def story() -> list[str]:
        with quiet_desk.served() as (server,):
            ana, bo, chi = await begin(call, server)
            await bo.hang_up()
            writes_without_a_line(bo)
            await write_on(ana, chi)
            assert int(await asyncio.to_thread(quiet_desk.run, JOIN.format(output=quiet_desk.output))) == 1
            server.kill()
            await ana.ended()
        ana.root.children.append(ana.paragraph("Written as the server died."))
        with quiet_desk.served() as (server,):
            ana, bo = await call(server, 0, doc=ana.doc), await call(server, 1, doc=bo.doc)
            await ana.until(lambda one: f"Train {EDITS - 1}." in one.words, within=60)
            await bo.until(lambda one: "Written as the server died." in one.words, within=60)
            return [ana.words, bo.words, (await call(server, 2, doc=chi.doc)).words, (await call(server, 2)).words]

    texts = tell(story)
    assert len(set(texts)) == 1
    ours = [f"Train {edit}." for edit in range(EDITS)] + [
        f"{who} {edit}." for who in ("Ana", "Chi") for edit in range(20)
    ]
    assert [words for words in ours if f">{words}<" not in texts[0]] == []
    assert "t0 Shared. Ana was here." in texts[0] and "Written as the server died." in texts[0]
    assert texts[0].count("Train ") == EDITS and "Taken out" not in texts[0]


def test_whoever_comes_back_while_nobody_else_is_there_is_read_by_all_who_come_later(quiet_desk, call):
    async def story() -> tuple[str, str]:
        with quiet_desk.served() as (server,):
            bo = await call(server, 1)
            await bo.hang_up()
        bo.root.children.append(bo.paragraph("Nobody was there."))
        with quiet_desk.served() as (server,):
            back = await call(server, 1, doc=bo.doc)
            await back.hang_up()
        with quiet_desk.served() as (server,):
            return bo.words, (await call(server, 0)).words

    mine, theirs = tell(story)
    assert mine == theirs and "Nobody was there." in theirs
