import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindlines_analysis.readers import Unreadable, read_calendar
from mindlines_analysis.readers import calendars as module
from tests.analysis.samples import calendar, event

YEAR = (dt.date(2026, 1, 1), dt.date(2026, 12, 31))
EXCHANGE = (
    "BEGIN:VTIMEZONE",
    "TZID:Eastern Standard Time",
    "BEGIN:STANDARD",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:-0400",
    "TZOFFSETTO:-0500",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:-0500",
    "TZOFFSETTO:-0400",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
)
PLAIN = event("a", "DTSTART:20260513T100000Z", "DTEND:20260513T110000Z")


def starts(found):
    return [one.start.astimezone(dt.UTC).strftime("%m-%d %H:%M") for one in found.events]


def test_an_event_is_read_with_its_place_and_status():
    lines = event("a", "DTSTART:20260513T100000Z", "DURATION:PT90M", "LOCATION:Hall\\nEly", "STATUS:CANCELLED")
    (one,) = read_calendar(calendar(*lines, head=["X-WR-CALNAME:Ours"]), between=YEAR).events
    assert (one.title, one.place, one.cancelled, one.all_day) == ("Meeting a", "Hall, Ely", True, False)
    assert one.end - one.start == dt.timedelta(minutes=90)


def test_a_series_is_unfolded_with_moved_cancelled_and_left_out_occurrences():
    series = event("a", "DTSTART:20260506T100000Z", "RRULE:FREQ=WEEKLY;COUNT=5", "EXDATE:20260513T100000Z")
    moved = event("a", "DTSTART:20260521T140000Z", "RECURRENCE-ID:20260520T100000Z")
    cancelled = event("a", "DTSTART:20260527T100000Z", "RECURRENCE-ID:20260527T100000Z", "STATUS:CANCELLED")
    found = read_calendar(calendar(*series, *moved, *cancelled), between=YEAR)
    assert starts(found) == ["05-06 10:00", "05-21 14:00", "05-27 10:00", "06-03 10:00"]
    assert [one.cancelled for one in found.events] == [False, False, True, False]
    assert found.events[1].moved_from == dt.datetime(2026, 5, 20, 10, tzinfo=dt.UTC)
    assert all(one.recurring for one in found.events)


def test_both_days_of_the_range_are_included():
    lines = event("a", "DTSTART:20260501T100000Z", "RRULE:FREQ=DAILY;COUNT=30")
    found = read_calendar(calendar(*lines), between=(dt.date(2026, 5, 3), dt.date(2026, 5, 5)))
    assert starts(found) == ["05-03 10:00", "05-04 10:00", "05-05 10:00"]


@pytest.mark.parametrize("zone", ["Eastern Standard Time", '"Eastern Standard Time"'])
def test_windows_time_zones_are_understood(zone):
    lines = event("a", f"DTSTART;TZID={zone}:20261028T170000")
    assert starts(read_calendar(calendar(*EXCHANGE, *lines), between=YEAR)) == ["10-28 21:00"]


def test_a_windows_zone_without_its_definition_is_understood():
    lines = event("a", "DTSTART;TZID=GMT Standard Time:20260713T100000")
    assert starts(read_calendar(calendar(*lines), between=YEAR)) == ["07-13 09:00"]


def test_an_event_without_end_ends_when_it_begins_or_lasts_the_day():
    lines = event("a", "DTSTART:20260513T100000Z") + event("b", "DTSTART;VALUE=DATE:20260514")
    short, long = read_calendar(calendar(*lines), between=YEAR).events
    assert short.end == short.start
    assert (long.all_day, long.end - long.start) == (True, dt.timedelta(days=1))


def test_a_time_without_zone_is_read_in_the_zone_asked_for_and_told():
    lines = event("a", "DTSTART:20260713T100000")
    found = read_calendar(calendar(*lines), between=YEAR, zone="Europe/London")
    assert starts(found) == ["07-13 09:00"]
    assert found.notes == ("Some times name no time zone; they were read as Europe/London.",)


def test_the_calendars_own_zone_is_heeded():
    found = read_calendar(calendar(*PLAIN, head=["X-WR-TIMEZONE:America/New_York"]), between=YEAR)
    assert found.events[0].start.hour == 6
    odd = read_calendar(calendar(*PLAIN, head=["X-WR-TIMEZONE:Moon/Base"]), between=YEAR)
    assert "“Moon/Base” is not known" in odd.notes[0]


@pytest.mark.parametrize(
    "damaged",
    [
        event("b", "DTSTART:someday"),
        event("b", "SUMMARY:no beginning"),
        event("b", "DTSTART:20260513T100000Z", "RRULE:FREQ=SECONDLY"),
        event("b", "DTSTART:20260513T100000Z", "RRULE:FREQ=DAILY;INTERVAL=0"),
        event("b", "DTSTART:20260513T100000Z", "RRULE:FREQ=DAILY;BYMONTH=13"),
        event("b", "DTSTART:20260513T100000Z", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"),
        event("b", "DTSTART:20260513T100000Z", "RRULE:FREQ=DAILY;BYHOUR=1,2;BYSECOND=1,2,3"),
        event("b", "DTSTART:00010101T100000Z", "RRULE:FREQ=DAILY"),
        event("b", "DTSTART:20260513T100000Z", "RRULE:FREQ=SOMETIMES"),
        event("b", "DTSTART:20260513T100000Z", "BEGIN:VALARM"),
    ],
)
def test_a_damaged_event_is_left_out_told_and_spoils_no_other(damaged):
    found = read_calendar(calendar(*damaged, *PLAIN), between=YEAR)
    assert [one.uid for one in found.events] == ["a"]
    assert "left out" in found.notes[0]


def test_a_series_that_cannot_be_unfolded_is_left_out():
    odd = event("b", "DTSTART:20260513T100000Z", "RRULE:FREQ=MONTHLY;BYSETPOS=400")
    found = read_calendar(calendar(*odd, *PLAIN), between=YEAR)
    assert [one.uid for one in found.events] == ["a"]
    assert "left out" in found.notes[0]


def test_a_line_that_is_none_is_left_out_and_told():
    found = read_calendar(calendar("what is this", *PLAIN), between=YEAR)
    assert (len(found.events), found.notes) == (1, ("1 line was not understood and left out.",))


def test_an_event_without_an_end_line_is_told():
    found = read_calendar(calendar("BEGIN:VEVENT", "UID:b", *PLAIN, "BEGIN:VEVENT", "UID:c"), between=YEAR)
    assert [one.uid for one in found.events] == ["a"]
    assert "2 events have no end" in found.notes[0]


def test_an_empty_calendar_and_an_empty_range_are_told():
    assert read_calendar(calendar(), between=YEAR).notes == ("The calendar holds no events.",)
    other = (dt.date(2027, 1, 1), dt.date(2027, 2, 1))
    assert read_calendar(calendar(*PLAIN), between=other).notes == (
        "Nothing in the calendar falls between these days.",
    )


def test_lines_folded_and_ended_in_any_way_are_read():
    text = calendar(*PLAIN).decode().replace("SUMMARY:Meeting a", "SUMMARY:Meet\r\n ing a").replace("\r\n", "\r")
    assert read_calendar(b"\xef\xbb\xbf" + text.encode(), between=YEAR).events[0].title == "Meeting a"


@pytest.mark.parametrize("content", [b"", b"hello", b"\x89PNG\x00", b"BEGIN:VCARD\nEND:VCARD\n"])
def test_what_is_no_calendar_is_refused_in_words(content):
    with pytest.raises(Unreadable):
        read_calendar(content, between=YEAR)


def test_too_much_is_refused(monkeypatch):
    with pytest.raises(Unreadable, match="too large"):
        read_calendar(b" " * 5_000_001, between=YEAR)
    monkeypatch.setattr(module, "MAX_EVENTS", 3)
    with pytest.raises(Unreadable, match=r"more than 3 events\. Export"):
        read_calendar(calendar(*(PLAIN * 4)), between=YEAR)
    with pytest.raises(Unreadable, match="Choose fewer days"):
        read_calendar(calendar(*event("a", "DTSTART:20260501T100000Z", "RRULE:FREQ=DAILY")), between=YEAR)


@pytest.mark.parametrize("between", [(YEAR[1], YEAR[0]), (dt.date(1990, 1, 1), dt.date(2026, 1, 1))])
def test_a_range_that_makes_no_sense_is_named(between):
    with pytest.raises(ValueError, match=r"^between:"):
        read_calendar(calendar(*PLAIN), between=between)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.one_of(st.sampled_from([*PLAIN, "BEGIN:VCALENDAR", "RRULE:FREQ=WEEKLY"]), st.text(max_size=30))))
def test_whatever_stands_between_the_lines_is_read_or_refused_in_words(lines):
    try:
        events = read_calendar(calendar(*lines), between=YEAR).events
        words = "."
    except Unreadable as no:
        events, words = (), str(no)
    assert words.endswith(".")
    assert all(one.start.tzinfo and one.end.tzinfo for one in events)
