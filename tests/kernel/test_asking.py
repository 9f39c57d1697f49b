import pytest
from django.db import DatabaseError, connection, connections
from django.db.backends.sqlite3.base import DatabaseWrapper

from bench.room.listening import alone
from mindlines.kernel import asking
from mindlines.kernel.asking import Asking

pytestmark = pytest.mark.django_db


@pytest.fixture
def embedded(tmp_path):
    """The default database of the thread that asks is a file."""

    def begin() -> None:
        file = {"ENGINE": "django.db.backends.sqlite3", "NAME": tmp_path / "one.sqlite3", "OPTIONS": {}}
        connections["default"] = DatabaseWrapper({**connections.settings["default"], **file}, "default")

    return begin


def line() -> int:
    """Which connection answers: temporary tables live and die with theirs."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE IF NOT EXISTS asked (time INTEGER)")
        cursor.execute("INSERT INTO asked VALUES (1)")
        cursor.execute("SELECT COUNT(*) FROM asked")
        return int(cursor.fetchone()[0])


def nonsense() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nothing FROM nowhere")


def answers(*questions, hub: Asking) -> list[object]:
    async def story() -> list[object]:
        return [await hub.ask(question) for question in questions]

    return alone(story())


def test_a_connection_to_an_embedded_database_lives_from_one_question_to_the_next(embedded):
    assert answers(embedded, line, line, line, hub=Asking(name="kept"))[1:] == [1, 2, 3]


def test_after_a_while_the_connection_is_made_anew(embedded, monkeypatch):
    monkeypatch.setattr(asking, "KEPT", 0.0)
    assert answers(embedded, line, line, hub=Asking(name="old"))[1:] == [1, 1]


def test_whoever_asks_nonsense_hears_so_and_the_next_question_is_answered(embedded):
    hub = Asking(name="nonsense")
    with pytest.raises(DatabaseError):
        answers(embedded, line, nonsense, hub=hub)
    assert answers(line, hub=hub) == [2]


def test_a_hub_that_stops_lets_its_connection_go_and_may_begin_again(embedded):
    hub = Asking(name="stops")
    answers(embedded, line, hub=hub)
    alone(hub.stop())
    assert answers(line, line, hub=hub) == [1, 2]
