"""Files that nobody of this project wrote. They stay outside; the environment says where they lie."""

import datetime as dt
import os
from pathlib import Path

import pytest

from mindlines_analysis.readers import guess_columns, read_attendance, read_calendar, read_members, read_table

at = dt.datetime.fromisoformat

FOLDER = os.environ.get("MINDLINES_REAL_FILES", "")
pytestmark = pytest.mark.skipif(not FOLDER, reason="MINDLINES_REAL_FILES names no folder")

TABLES = {  # columns, rows, notes, people that can be taken
    "20201211_1A_1B.xlsx": (10, 2, 2, 2),
    "cases123.csv": (4, 3, 0, None),
    "cases456.xlsx": (4, 3, 0, None),
    "survey456.csv": (5, 3, 0, None),
    "roster_semicolon_bom.csv": (3, 5, 0, 5),
    "csv-with-escaped-commas.csv": (5, 2, 4, None),
    "semicolon-delimited.csv": (3, 4, 0, None),
    "stanley-cups-utf-16.csv": (3, 3, 1, None),
    "stanley-cups-with-emoji.csv": (3, 4, 1, None),
    "vodafone.xlsx": (4, 17, 4, None),
    "myMeetingsBatch.xlsx": (8, 3, 0, None),
}
MEETINGS = {  # title, beginning, people, seconds of them all, notes
    "IDL-14-11-22.utf16be.csv": ("Scrum Meeting", at("2022-11-14 09:29:07"), 7, 7730, 0),
    "IDL-14-11-22.utf8.csv": ("Scrum Meeting", at("2022-11-14 09:29:07"), 7, 7730, 0),
    "meetingAttendanceList.utf16le.csv": ("", at("2020-12-11 12:27:24"), 5, 8235, 1),
    "meeting001_participants.csv": ("Meeting about Reunion", at("2020-09-24 11:35:16"), 10, 37740, 2),
}
CALENDARS = {  # first and last year, events, cancelled, moved, notes
    "alarm_google_future.ics": (2024, 2024, 1, 0, 0, 0),
    "bom_calendar.ics": (2020, 2020, 0, 0, 0, 1),
    "calendar_with_unicode.ics": (2020, 2020, 0, 0, 0, 1),
    "discourse_no_dtend.ics": (2018, 2019, 4, 0, 0, 0),
    "issue_107_omitting_last_event.ics": (2023, 2023, 23, 0, 0, 0),
    "issue_18_cancel_status.ics": (2020, 2020, 3, 1, 0, 0),
    "issue_28_rrule_with_UTC_endinginZ.ics": (2020, 2020, 24, 0, 3, 0),
    "issue_48_daylight_aware_repeats.ics": (2020, 2020, 15, 0, 0, 0),
    "issue_62_moved_event.ics": (2021, 2021, 2, 0, 1, 0),
    "issue_836_do_not_quote_tzid.ics": (2024, 2024, 1, 0, 0, 0),
    "machbar_16_feb_2019.ics": (2017, 2019, 572, 0, 6, 0),
    "recurring_events_moved.ics": (2019, 2019, 7, 0, 2, 0),
    "timezone_same_start.ics": (2017, 2017, 1, 0, 0, 0),
    "x_location.ics": (2016, 2016, 46, 0, 0, 0),
    "x_wr_timezone_simple_events_issue_59.ics": (2021, 2021, 2, 0, 0, 0),
}


def files(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(FOLDER, folder).rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("folder", "expected"), [("members_surveys", TABLES), ("attendance", MEETINGS), ("calendars", CALENDARS)]
)
def test_each_real_file_is_spoken_for(folder, expected):
    assert set(files(folder)) == set(expected)


@pytest.mark.parametrize("name", TABLES)
def test_each_real_table_is_read(name):
    columns, rows, notes, people = TABLES[name]
    table = read_table(files("members_surveys")[name], name=name)
    assert (len(table.columns), len(table.rows), len(table.notes)) == (columns, rows, notes)
    if people is None:
        with pytest.raises(ValueError, match="choose the column that holds the names"):
            read_members(table, columns=guess_columns(table))
    else:
        found = read_members(table, columns=guess_columns(table))
        assert (len(found.members), found.refused) == (people, ())


@pytest.mark.parametrize("name", MEETINGS)
def test_each_real_attendance_report_is_read(name):
    title, started, people, seconds, notes = MEETINGS[name]
    report = read_attendance(files("attendance")[name], name=name)
    assert (report.title, report.started, len(report.people)) == (title, started, people)
    assert sum(person.seconds for person in report.people) == seconds
    assert len(report.notes) == notes


@pytest.mark.parametrize("name", CALENDARS)
def test_each_real_calendar_is_read(name):
    first, last, events, cancelled, moved, notes = CALENDARS[name]
    found = read_calendar(
        files("calendars")[name], between=(dt.date(first, 1, 1), dt.date(last, 12, 31)), zone="Europe/London"
    )
    assert len(found.events) == events
    assert sum(event.cancelled for event in found.events) == cancelled
    assert sum(event.moved_from is not None for event in found.events) == moved
    assert len(found.notes) == notes


def test_times_of_the_real_calendars_are_those_their_makers_say():
    found = read_calendar(
        files("calendars")["x_wr_timezone_simple_events_issue_59.ics"],
        between=(dt.date(2021, 12, 22), dt.date(2021, 12, 22)),
    )
    assert [(event.start.hour, event.end.hour) for event in found.events] == [(12, 13), (21, 22)]
    eastern = read_calendar(
        files("calendars")["issue_836_do_not_quote_tzid.ics"], between=(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    )
    assert eastern.events[0].start.astimezone(dt.UTC).hour == 21
