from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from mindlines.kernel.errors import Refused
from mindlines.meetings.actions import places, series
from mindlines.meetings.models import Meeting, Place, Series
from mindlines.meetings.queries import series as queries
from tests import make
from tests.meetings.conftest import A_SUNDAY

pytestmark = pytest.mark.usefixtures("in_november")
LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def quarterly(community):
    return Series.objects.create(
        community=community, name="Community meeting", starts=time(10), begins_on=date(2026, 12, 1)
    )


def days(found):
    return [moment.date().isoformat() for moment in found]


def test_the_third_wednesday_every_three_months_keeps_its_hour_across_summer_time(quarterly):
    found = queries.next_moments(quarterly, count=3)
    assert days(found) == ["2026-12-16", "2027-03-17", "2027-06-16"]
    assert [moment.astimezone(UTC).hour for moment in found] == [10, 10, 9]


def test_the_first_meeting_may_fall_into_the_month_after(quarterly):
    quarterly.begins_on = date(2026, 12, 20)
    assert days(queries.next_moments(quarterly, count=2)) == ["2027-01-20", "2027-04-21"]


@pytest.mark.parametrize(
    ("rhythm", "week", "expected"),
    [
        ("monthly", -1, ["2026-12-30", "2027-01-27"]),
        ("two_monthly", 1, ["2026-12-02", "2027-02-03"]),
        ("weekly", 3, ["2026-12-02", "2026-12-09"]),
        ("fortnightly", 3, ["2026-12-02", "2026-12-16"]),
    ],
)
def test_other_rhythms(quarterly, rhythm, week, expected):
    quarterly.rhythm, quarterly.week = rhythm, week
    assert days(queries.next_moments(quarterly, count=2)) == expected


def test_a_series_that_began_long_ago_goes_on_in_step(quarterly):
    quarterly.begins_on = date(2020, 1, 1)
    assert days(queries.next_moments(quarterly, count=1)) == ["2027-01-20"]
    assert queries.in_words(quarterly) == "Third Wednesday, every three months, 10am"
    quarterly.rhythm = "weekly"
    assert queries.in_words(quarterly) == "Wednesday, every week, 10am"


def test_meetings_are_made_once_a_day_with_the_agenda_of_the_last_one(quarterly, ana):
    moments = queries.next_moments(quarterly, count=1)
    first = series.make_meetings(quarterly, by=ana, moments=moments)[0]
    assert first.items.count() == 10
    first.items.exclude(position=0).delete()
    assert series.make_meetings(quarterly, by=ana, moments=moments) == []
    later = series.make_meetings(quarterly, by=ana, moments=queries.next_moments(quarterly, count=2))
    assert [meeting.items.count() for meeting in later] == [1, 1]
    assert Meeting.objects.filter(series=quarterly).count() == 3
    assert first.starts_at == datetime(2026, 12, 16, 10, tzinfo=LONDON)


def test_a_resting_series_makes_no_meetings_until_it_wakes(community, quarterly, ana):
    series.rest(quarterly, by=ana)
    series.rest(quarterly, by=ana)
    with pytest.raises(Refused, match="resting"):
        series.make_meetings(quarterly, by=ana, moments=[A_SUNDAY])
    assert queries.rows(community)[0].next is None
    series.wake(quarterly, by=ana)
    assert queries.rows(community)[0].next is not None
    assert [line.verb for line in community.record.all()] == ["woke-series", "rested-series"]


def test_the_same_series_is_kept_once_and_can_change(community, ana):
    first = series.make(community, by=ana, series=Series(name="Monthly", rhythm="monthly", starts=time(9)))
    assert series.make(community, by=ana, series=Series(name="Monthly", rhythm="monthly", starts=time(9))) == first
    first.minutes = 45
    series.change(first, by=ana)
    assert community.series.get().minutes == 45


def test_places_have_names_of_their_own(community, ana):
    hall = places.keep(Place(name="Hall"), community=community, by=ana)
    assert places.keep(Place(name="hall"), community=community, by=ana) == hall
    with pytest.raises(Refused, match="of this name"):
        places.keep(Place(name="Hall", address="Elsewhere"), community=community, by=ana)
    hall.name = "Town hall"
    places.keep(hall, community=community, by=ana)
    assert [line.verb for line in community.record.all()] == ["changed-place", "added-place"]


def test_a_place_where_something_was_planned_stays(community, ana):
    hall = make.place(community)
    make.meeting(community, place=hall)
    with pytest.raises(Refused, match="stays"):
        places.remove(hall, by=ana)
    unused = make.place(community, "Shed")
    places.remove(unused, by=ana)
    assert list(community.places.all()) == [hall]
