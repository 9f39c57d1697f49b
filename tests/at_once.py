"""Deeds that several people do at the same moment, each over a connection of their own."""

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection, connections

# The rows of a test must be written for good before another connection can see them.
together = pytest.mark.django_db(transaction=True)


def at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """What came of each deed, in the order in which they are named: what it gave back, or the exception that it raised."""
    if connection.vendor == "sqlite" and "mode=memory" in str(connection.settings_dict["NAME"]):
        pytest.skip("threads of a test share no SQLite database in memory; name a file by MINDLINES_TEST_DATABASE")
    found: list[Any] = [None] * len(deeds)
    start = Barrier(len(deeds))

    def do(place: int) -> None:
        try:
            start.wait(timeout=10)
            found[place] = deeds[place]()
        except Exception as problem:  # noqa: BLE001 - the story says which of them it expects
            found[place] = problem
        finally:
            connections.close_all()

    threads = [Thread(target=do, args=(place,)) for place in range(len(deeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return found
