"""Whatever is typed into an address or sent to a door, nobody sees the program stumble."""

import re
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.signals import request_finished
from django.db import close_old_connections, transaction
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from tests.house.doors import Door, World
from tests.house.world import furnished, rooms

JUNK = ("", "²", "9" * 30, "é" * 5000, "nul \x00", "9999-12-31")
ASKED = (
    "page",
    "only",
    "q",
    "name",
    "kind",
    "state",
    "show",
    "start",
    "member",
    "item",
    "answer",
    "old",
    "new",
    "next",
)
FIELD = re.compile(r'name="([^"]+)"')


@pytest.fixture
def world(community, meeting, ana, bo, chi) -> World:
    cache.clear()
    return furnished(community=community, meeting=meeting, ana=ana, bo=bo, chi=chi)


@pytest.mark.parametrize("room", rooms(), ids=lambda room: room.__name__.rpartition(".")[2])
def test_junk_in_an_address_is_answered_in_words(room, world):
    doors = {str(door): door for door in room.DOORS if door.method == "get"}
    assert [words for door in doors.values() for words in stumbles(door, world, queries())] == []


@pytest.mark.parametrize("room", rooms(), ids=lambda room: room.__name__.rpartition(".")[2])
def test_junk_in_a_form_is_answered_in_words(room, world):
    doors = {str(door): door for door in room.DOORS if door.method == "post"}
    assert [words for door in doors.values() for words in stumbles(door, world, bodies(door, world))] == []


def test_junk_in_place_of_a_code_is_answered_in_words(client, community):
    for route, key in (
        ("communities:accept", "code"),
        ("meetings:feed", "secret"),
        ("meetings:reply_by_link", "token"),
    ):
        for junk in JUNK[1:]:
            assert client.get(reverse(route, kwargs={key: junk})).status_code in (404, 429)


def stumbles(door: Door, world: World, sent: Iterator[dict[str, object]]) -> Iterator[str]:
    """What went wrong at the door, as Ana, who may do most; nothing she does is kept."""
    client = Client()
    client.force_login(world.ana)
    for body in sent:
        with transaction.atomic():
            try:
                response = getattr(client, door.method)(address(door, world), body)
                let_go(response)
                if response.status_code >= 500:
                    yield f"{door}: {response.status_code}"
            except Exception as problem:  # noqa: BLE001 - whatever it is, it is told
                yield f"{door}: {problem!r} { ({name: str(value)[:12] for name, value in body.items()}) }"
            transaction.set_rollback(True)


def let_go(response: HttpResponseBase) -> None:
    """Close the files of an answer, and not the database, which the next knock still needs."""
    request_finished.disconnect(close_old_connections)
    response.close()
    request_finished.connect(close_old_connections)


def address(door: Door, world: World) -> str:
    return door.route if door.route.startswith("/") else reverse(door.route, kwargs=door.keys(world))


def queries() -> Iterator[dict[str, object]]:
    yield from (dict.fromkeys(ASKED, junk) for junk in JUNK)


def bodies(door: Door, world: World) -> Iterator[dict[str, object]]:
    """The fields of the page and of the table, once with each kind of junk, and each alone beside what is right."""
    right = door.body(world)
    with transaction.atomic():
        client = Client()
        client.force_login(world.ana)
        page = client.get(address(door, world))
        shown = set() if page.streaming else set(FIELD.findall(page.content.decode(errors="ignore")))
        transaction.set_rollback(True)
    names = (shown | set(right)) - {"csrfmiddlewaretoken", "viewport"}
    yield {}
    yield {name: SimpleUploadedFile("junk.xlsx", b"PK\x03\x04 junk \x00") for name in names}
    for junk in JUNK:
        yield dict.fromkeys(names, junk)
    for place, name in enumerate(sorted(right)):
        yield {**right, name: JUNK[place % len(JUNK)]}
