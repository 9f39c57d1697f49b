from datetime import UTC, date, datetime, timedelta

import pytest

from mindlines.kernel.errors import Refused
from mindlines.meetings.actions import calendars, meetings
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import CalendarFeed, CalendarImport, Meeting
from mindlines.meetings.queries import calendars as queries
from mindlines_analysis.readers import read_calendar
from tests import make

pytestmark = pytest.mark.usefixtures("in_november")
YEARS = (date(2025, 11, 1), date(2027, 11, 1))


def event(uid, start, *, end="", more=()):
    lines = ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20261101T090000Z", f"SUMMARY:{uid} meeting", f"DTSTART{start}"]
    return [*lines, *([f"DTEND{end}"] if end else []), *more, "END:VEVENT"]


def found(*events):
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:test",
        *[line for one in events for line in one],
        "END:VCALENDAR",
        "",
    ]
    return read_calendar("\r\n".join(lines).encode(), between=YEARS)


PAST = event("past", ":20260909T090000Z", end=":20260909T110000Z", more=["LOCATION:The Old Library"])
COMING = event("coming", ":20261209T100000Z", end=":20261209T120000Z", more=["LOCATION:https://meet.example.org/a"])
DAY = event("day", ";VALUE=DATE:20270105", end=";VALUE=DATE:20270106")
LONG = event("long", ":20270201T090000Z", end=":20270203T090000Z")
POINT = event("point", ":20270301T090000Z")
OFF = event("off", ":20270401T090000Z", end=":20270401T100000Z", more=["STATUS:CANCELLED"])


@pytest.fixture
def waiting(community, ana):
    return calendars.upload(
        community, by=ana, file_name="meetings.ics", found=found(PAST, COMING, DAY, LONG, POINT, OFF)
    )


def bring(waiting, ana, *numbers):
    calendars.choose(waiting, numbers=list(numbers))
    return calendars.bring_in(waiting, by=ana)


def test_what_cannot_come_says_why_and_the_rest_can(waiting):
    events = queries.occurrences(waiting)
    assert [one.title for one in events if one.can_come] == [
        "past meeting",
        "coming meeting",
        "day meeting",
        "point meeting",
    ]
    assert [one.title for one in queries.left_out(events)] == ["long meeting"]
    assert waiting.notes[-1] == "1 event was called off and is left out."
    assert [(one.minutes, one.all_day) for one in events][-1] == (60, False)
    assert "no hour" in events[2].hint


def test_past_events_become_held_meetings_and_coming_ones_plans(community, waiting, ana):
    held, planned = bring(waiting, ana, 0, 1)
    assert (held.phase, held.place.name, held.minutes) == (Phase.HELD, "The Old Library", 120)
    assert (planned.phase, planned.setting, planned.link) == (Phase.PLANNED, "online", "https://meet.example.org/a")
    assert [(line.verb, line.words) for line in community.record.all()] == [("brought-in-calendar", "2 meetings")]


def test_a_place_that_is_known_is_not_made_again(community, waiting, ana):
    known = make.place(community, "the old library")
    calendars.choose(waiting, numbers=[0])
    assert queries.new_places(waiting) == []
    assert bring(waiting, ana, 0)[0].place == known


def test_new_places_are_named_before(waiting):
    calendars.choose(waiting, numbers=[0, 1])
    assert queries.new_places(waiting) == ["The Old Library"]


def test_a_second_click_brings_in_nothing_more(waiting, ana):
    bring(waiting, ana, 0)
    assert calendars.bring_in(waiting, by=ana) == []
    assert Meeting.objects.count() == 1


def test_the_same_calendar_again_finds_what_is_here_also_when_it_was_moved(community, waiting, ana):
    moved = bring(waiting, ana, 1)[0]
    moved.set_times(moved.starts_at + timedelta(days=1), 60)
    moved.save()
    again = calendars.upload(community, by=ana, file_name="meetings.ics", found=found(COMING))
    assert [one.here_already for one in queries.occurrences(again)] == [True]
    with pytest.raises(Refused, match="Nothing is chosen"):
        bring(again, ana, 0)


def test_a_meeting_of_this_name_and_time_is_the_same(community, ana):
    make.meeting(community, "Coming meeting", starts_at=datetime(2026, 12, 9, 10, tzinfo=UTC))
    upload = calendars.upload(community, by=ana, file_name="m.ics", found=found(COMING))
    assert [one.here_already for one in queries.occurrences(upload)] == [True]


def test_all_come_or_none(community, waiting, ana, monkeypatch):
    def fail_on_second(made):
        if made.title == "coming meeting":
            raise RuntimeError

    monkeypatch.setattr(calendars, "make_findable", fail_on_second)
    with pytest.raises(RuntimeError):
        bring(waiting, ana, 0, 1)
    assert not Meeting.objects.exists()
    assert not community.places.exists()


def test_too_many_events_are_cut_and_said(community, ana, monkeypatch):
    monkeypatch.setattr(queries, "MOST", 1)
    upload = calendars.upload(community, by=ana, file_name="m.ics", found=found(PAST, COMING))
    assert (len(upload.events), upload.notes[-1]) == (
        1,
        "Only the first 1 events are shown. Choose a shorter time to see others.",
    )


def test_an_upload_is_forgotten_after_a_day(waiting, in_november):
    calendars.forget_imports()
    assert CalendarImport.objects.exists()
    in_november.shift(25 * 3600)
    calendars.forget_imports()
    assert not CalendarImport.objects.exists()


def test_a_new_address_closes_the_old_one(ana):
    first = calendars.make_feed(ana).secret
    assert calendars.make_feed(ana).secret != first
    calendars.close_feed(ana)
    assert not CalendarFeed.objects.exists()


def test_an_event_that_stands_twice_in_a_file_comes_once(community, ana):
    twice = calendars.upload(community, by=ana, file_name="twice.ics", found=found(COMING, POINT))
    twice.events = [*twice.events, twice.events[0]]
    twice.save()
    assert len(bring(twice, ana, 0, 1, 2)) == 2


def test_a_meeting_that_was_cancelled_can_be_brought_in_again(community, waiting, ana):
    [planned] = bring(waiting, ana, 1)
    meetings.cancel(planned, by=ana, because="Snow")
    again = calendars.upload(community, by=ana, file_name="again.ics", found=found(COMING))
    assert [one.phase for one in bring(again, ana, 0)] == [Phase.PLANNED]
