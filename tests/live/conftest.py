"""Rooms in databases of their own, for programs that serve them."""

import os
import secrets
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from bench.room.serving import Furnished
from tests.services import Valkey, valkey


@pytest.fixture(scope="session")
def room(tmp_path_factory) -> Furnished:
    """A room of thirty people on SQLite."""
    return Furnished(tmp_path_factory.mktemp("room"), people=30)


@pytest.fixture(scope="session")
def broker() -> Iterator[Valkey]:
    with valkey() as server:
        yield server


@pytest.fixture(scope="session")
def shared(tmp_path_factory, broker) -> Furnished:
    """A room of thirty people on PostgreSQL, for several processes with a broker between them."""
    return Furnished(
        tmp_path_factory.mktemp("shared"),
        people=30,
        MINDLINES_DATABASE_URL=own_database("room"),
        MINDLINES_REDIS_URL=broker.url,
    )


def own_database(name: str) -> str:
    """A new database beside that of the tests; programs that serve cannot share one that is rolled back."""
    url = urlsplit(os.environ["MINDLINES_DATABASE_URL"])
    name = f"{name}_{secrets.token_hex(4)}"
    with psycopg.connect(urlunsplit(url), autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
    return urlunsplit(url._replace(path=f"/{name}"))
