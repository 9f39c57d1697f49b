"""Texts in databases of their own, for programs that serve them."""

import pytest

from bench.writing.serving import Desk
from tests.live.conftest import own_database
from tests.services import valkey


@pytest.fixture(scope="session")
def desk(tmp_path_factory) -> Desk:
    """An empty text with six members on SQLite."""
    return Desk(tmp_path_factory.mktemp("writing"), people=6)


@pytest.fixture(scope="session")
def writing_broker():
    with valkey() as server:
        yield server


@pytest.fixture(scope="session")
def shared_desk(tmp_path_factory, writing_broker) -> Desk:
    """The same on PostgreSQL, for several processes with a broker between them."""
    return Desk(
        tmp_path_factory.mktemp("writing-shared"),
        people=6,
        MINDLINES_DATABASE_URL=own_database("writing"),
        MINDLINES_REDIS_URL=writing_broker.url,
    )
