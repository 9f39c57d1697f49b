"""Every address has a row in the doors table, and each row is tried by four people."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.house.doors import SENT_ON, SIGN_IN, Answer, Door, World
from tests.house.world import furnished, rooms

DOORS = [door for room in rooms() for door in room.DOORS]
REDIRECTS = {301, 302, 303, 307, 308}


@pytest.fixture
def world(community, meeting, ana, bo, chi) -> World:
    cache.clear()
    return furnished(community=community, meeting=meeting, ana=ana, bo=bo, chi=chi)


def test_every_address_has_a_row():
    assert sorted(set(routes(get_resolver())) - {door.route for door in DOORS}) == []


def test_every_row_has_an_address():
    assert sorted({door.route for door in DOORS} - set(routes(get_resolver()))) == []


def test_no_row_stands_twice():
    assert [row for row, times in Counter(map(str, DOORS)).items() if times > 1] == []


@pytest.mark.parametrize("door", DOORS, ids=str)
def test_each_person_finds_the_door_as_the_table_says(door, world):
    people = {"stranger": None, "outsider": world.chi, "member": world.bo, "facilitator": world.ana}
    assert {name: knock(door, world, person) for name, person in people.items()} == door.answers


def knock(door: Door, world: World, person: object) -> Answer:
    """What `person` receives; whatever it changed is undone, so that the next one finds the same world."""
    with transaction.atomic():
        client = Client()
        if person:
            client.force_login(person)
        url = door.route if door.route.startswith("/") else reverse(door.route, kwargs=door.keys(world))
        response = getattr(client, door.method)(url, door.body(world))
        given = answer(response)
        if response.streaming:
            list(response)
        transaction.set_rollback(True)
    return given


def answer(response: HttpResponse) -> Answer:
    if response.status_code not in REDIRECTS:
        return response.status_code
    return SIGN_IN if urlsplit(response.headers["Location"]).path == reverse("account_login") else SENT_ON


def routes(resolver: URLResolver, *, namespace: str = "", path: str = "/") -> Iterator[str]:
    """Names of all addresses; one without a name goes by its path."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name}" if entry.name else f"{path}{entry.pattern}"
        else:
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from routes(entry, namespace=inner, path=f"{path}{entry.pattern}")
