"""Rooms in databases of their own, for programs that serve them."""

import pytest

from bench.room.serving import Furnished


@pytest.fixture(scope="session")
def room(tmp_path_factory) -> Furnished:
    """A room of thirty people on SQLite."""
    return Furnished(tmp_path_factory.mktemp("room"), people=30)
