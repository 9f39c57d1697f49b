import logging

from django.db import connection

from mindlines.kernel import news
from mindlines.live.actions.news import count_up, spread
from tests import make_live


def test_each_change_of_a_room_has_a_version_of_its_own(meeting):
    room = make_live.room(meeting)
    assert [count_up(meeting.pk) for _ in range(3)] == [(room.pk, 1), (room.pk, 2), (room.pk, 3)]


def test_a_meeting_without_a_room_counts_nothing(meeting):
    assert count_up(meeting.pk) is None
    spread(meeting.pk, part="poll")


def test_a_change_is_counted_once_it_is_in_the_database(meeting, django_capture_on_commit_callbacks):
    room = make_live.room(meeting)
    with django_capture_on_commit_callbacks(execute=True):
        news.changed(meeting.pk, part="questions")
        room.refresh_from_db()
        assert room.version == 0
    room.refresh_from_db()
    assert room.version == 1


def test_trouble_with_counting_does_not_look_like_a_failure_of_what_was_done(meeting, caplog):
    make_live.room(meeting)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE live_room RENAME TO live_elsewhere")
    with caplog.at_level(logging.WARNING):
        spread(meeting.pk, part="poll")
    assert "was not counted" in caplog.text
