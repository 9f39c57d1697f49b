"""Calendar entries as Outlook, Google and Thunderbird take them, read back by two readers."""

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from mindlines.meetings.choices import Phase
from mindlines.meetings.queries import calendar_entry, calendars
from mindlines.meetings.queries.agenda import laid_out
from mindlines_analysis.readers import read_calendar
from tests import make

pytestmark = pytest.mark.usefixtures("in_november")
DECEMBER = (date(2026, 12, 1), date(2026, 12, 31))


@pytest.fixture
def meeting(community):
    place = make.place(community, address="12 Market Street\nStafford; first floor, left", access="A lift")
    purpose = "Gwella’r daflen – “ein geiriau ein hunain”, " * 4
    made = make.meeting(community, "Leaflet, posters; and more", place=place, purpose=purpose, link="https://meet.example.org/a", setting="hybrid", dial_in="01785 9")  # fmt: skip
    make.item(made, "A story", minutes=20)
    return made


def request(meeting, bos):
    return calendar_entry.invitation(
        meeting, membership=bos, items=laid_out(meeting), reply_address="https://x.example/reply/1"
    )


def test_an_invitation_reads_back_as_it_was_meant(meeting, bos):
    calendar = Calendar.from_ical(request(meeting, bos))
    event = calendar.walk("VEVENT")[0]
    assert (str(calendar["METHOD"]), str(event["UID"]), event["SEQUENCE"]) == ("REQUEST", meeting.uid, 0)
    assert (event.start, event.end) == (datetime(2026, 12, 9, 10, tzinfo=UTC), datetime(2026, 12, 9, 12, tzinfo=UTC))
    assert str(event["SUMMARY"]) == "Hips and knees: Leaflet, posters; and more"
    assert "Stafford; first floor, left" in str(event["LOCATION"])
    assert meeting.purpose in str(event["DESCRIPTION"]) and "A story (20 minutes)" in str(event["DESCRIPTION"])
    assert (str(event["ATTENDEE"]), event["ATTENDEE"].params["RSVP"]) == ("mailto:bo@example.org", "TRUE")
    assert event["ORGANIZER"].params["CN"] == "Hips and knees"


def test_lines_are_short_and_end_as_the_standard_says(meeting, bos):
    content = request(meeting, bos)
    lines = content.split(b"\r\n")
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in lines) <= 75


def test_our_own_reader_takes_what_we_send(meeting, bos):
    found = read_calendar(request(meeting, bos), between=DECEMBER)
    event = found.events[0]
    assert (event.uid, event.start, event.cancelled) == (meeting.uid, meeting.starts_at, False)
    cancelled = read_calendar(calendar_entry.cancellation(meeting, membership=bos), between=DECEMBER)
    assert cancelled.notes == ()


def test_a_cancelled_meeting_says_so(meeting, bos):
    meeting.phase, meeting.sequence = Phase.CANCELLED, 2
    event = Calendar.from_ical(calendar_entry.cancellation(meeting, membership=bos)).walk("VEVENT")[0]
    assert (str(event["STATUS"]), event["SEQUENCE"], str(event["TRANSP"])) == ("CANCELLED", 2, "TRANSPARENT")


def test_an_entry_to_download_names_nobody(meeting):
    calendar = Calendar.from_ical(calendar_entry.entry(meeting, items=laid_out(meeting)))
    assert (str(calendar["METHOD"]), "ATTENDEE" in calendar.walk("VEVENT")[0]) == ("PUBLISH", False)


def test_a_meeting_without_place_has_no_location(community):
    bare = make.meeting(community, "Bare")
    assert "LOCATION" not in Calendar.from_ical(calendar_entry.entry(bare, items=[])).walk("VEVENT")[0]


def test_somebody_without_an_address_is_no_guest_of_the_entry(meeting, community):
    paper = make.membership(community, make.person("Pat", email=None))
    assert b"ATTENDEE" not in request(meeting, paper)


def test_a_feed_holds_all_announced_meetings_of_my_communities(meeting, neighbours, bo):
    make.meeting(neighbours, "Next door", phase=Phase.ANNOUNCED)
    make.meeting(meeting.community, "Long ago", starts_at=meeting.starts_at - timedelta(days=900), phase=Phase.HELD)
    assert list(calendars.meetings_of(bo)) == []
    meeting.phase = Phase.ANNOUNCED
    meeting.save()
    content = calendar_entry.feed(calendars.meetings_of(bo))
    assert [str(event["UID"]) for event in Calendar.from_ical(content).walk("VEVENT")] == [meeting.uid]
