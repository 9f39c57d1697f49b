"""Days and times the way people say them."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from mindlines.ui import dates

WINTER = datetime(2026, 12, 9, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (time(10, 0), "10am"),
        (time(10, 30), "10.30am"),
        (time(14, 5), "2.05pm"),
        (time(12, 0), "midday"),
        (time(0, 0), "midnight"),
        (time(12, 15), "12.15pm"),
        (time(0, 15), "12.15am"),
    ],
)
def test_a_clock_time_reads_as_people_say_it(moment, words):
    assert dates.clock_words(moment) == words


def test_another_language_keeps_its_own_clock():
    with translation.override("de"):
        assert dates.clock_words(time(14, 30)) == "14:30"


def test_a_moment_is_told_on_the_readers_clock():
    with timezone.override(ZoneInfo("Asia/Tokyo")):
        assert dates.when_words(WINTER) == "Wednesday 9 December 2026, 7pm"
        assert dates.day_words(WINTER.replace(hour=16)) == "Thursday 10 December 2026"


def test_a_naive_moment_and_a_day_are_taken_as_they_stand():
    with timezone.override(ZoneInfo("Asia/Tokyo")):
        assert dates.when_words(datetime(2026, 12, 9, 10, 0)) == "Wednesday 9 December 2026, 10am"  # noqa: DTZ001 - that is the point
        assert dates.short_day_words(date(2026, 12, 9)) == "9 December 2026"


def test_a_span_names_the_second_day_only_when_it_is_another_one():
    with timezone.override(UTC):
        assert dates.span_words(WINTER, end=WINTER.replace(hour=12)) == "Wednesday 9 December 2026, 10am to midday"
        assert dates.span_words(WINTER, end=WINTER.replace(day=10)).endswith("to Thursday 10 December 2026, 10am")


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 minutes"), (1, "1 minute"), (60, "1 hour"), (80, "1 hour 20 minutes"), (125, "2 hours 5 minutes")],
)
def test_a_length_is_told_in_hours_and_minutes(minutes, words):
    assert dates.minutes_words(minutes) == words
