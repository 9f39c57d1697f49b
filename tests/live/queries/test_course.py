from datetime import timedelta

import time_machine

from mindlines.live.actions import room as actions
from mindlines.live.choices import RoomPhase
from mindlines.live.models import ItemTime, Room
from mindlines.live.queries import course as queries
from mindlines.meetings.models import AgendaItem
from tests import make, make_live

TEN = make.A_WEDNESDAY


def after(minutes: float):
    return TEN + timedelta(minutes=minutes)


def agenda() -> list[AgendaItem]:
    """Welcome for 10 minutes, the leaflet for 30, and a close of 5."""
    lengths = {"Welcome": 10, "The leaflet": 30, "Close": 5}
    return [AgendaItem(pk=number, title=title, minutes=lengths[title]) for number, title in enumerate(lengths, start=1)]


def course(*, current: int | None = None, at=TEN, **began) -> queries.Course:
    """`began` says for items by number (`i1`, `i2`) at what minute they began, or between which two they lasted."""
    times = {}
    for name, minutes in began.items():
        begin, *end = minutes if isinstance(minutes, tuple) else (minutes,)
        item = int(name[1:])
        times[item] = ItemTime(item_id=item, began_at=after(begin), ended_at=after(end[0]) if end else None)
    return queries.course(agenda(), times=times, current=current, starts_at=TEN, planned_end=after(45), at=at)


def states(found: queries.Course) -> list[str]:
    return [stop.state for stop in found.stops]


def starts(found: queries.Course) -> list[int]:
    return [round((stop.starts_at - TEN).total_seconds() / 60) for stop in found.stops]


def test_before_it_begins_all_items_stand_where_the_agenda_has_them():
    found = course()
    assert states(found) == ["later", "later", "later"]
    assert starts(found) == [0, 10, 40]
    assert (found.current, found.before, found.late) == (None, None, 0)


def test_an_item_that_is_in_time_moves_nothing():
    found = course(current=1, at=after(5), i1=0)
    assert starts(found) == [0, 10, 40]
    assert found.following.item.title == "The leaflet"
    assert found.late == 0


def test_an_item_that_runs_over_pushes_the_later_ones():
    found = course(current=1, at=after(17), i1=0)
    assert starts(found) == [0, 17, 47]
    assert found.late == 7


def test_time_made_up_brings_the_later_ones_forward():
    found = course(current=2, at=after(6), i1=(0, 5), i2=5)
    assert states(found) == ["done", "now", "later"]
    assert starts(found) == [0, 5, 35]
    assert found.late == -5


def test_an_item_that_was_left_out_says_so():
    found = course(current=3, at=after(12), i1=(0, 10), i3=10)
    assert states(found) == ["done", "passed", "now"]
    assert found.before.item.title == "The leaflet"
    assert found.following is None


def test_going_back_makes_the_rest_wait_again():
    found = course(current=1, at=after(22), i1=20, i2=(10, 20))
    assert states(found) == ["now", "later", "later"]
    assert starts(found) == [20, 30, 60]


def test_when_all_is_over_what_was_begun_is_done():
    found = course(at=after(50), i1=(0, 10), i2=(10, 50))
    assert states(found) == ["done", "done", "later"]
    assert found.current is None


def test_a_meeting_without_an_agenda_is_neither_late_nor_early():
    found = queries.course([], times={}, current=None, starts_at=TEN, planned_end=after(45), at=after(90))
    assert (found.stops, found.coming, found.late) == ((), (), 0)


def test_the_clock_turns_orange_in_the_last_fifth_and_five_minutes_before_the_end_at_the_latest():
    nears = [queries.Stop(item, state="now", starts_at=TEN, ends_at=TEN).near for item in agenda()]
    assert nears == [120, 300, 60]


def test_the_course_of_a_room_follows_what_its_facilitator_does(meeting, anas, django_assert_num_queries):
    room = make_live.room(meeting, phase=RoomPhase.WAITING)
    first, second = make.item(meeting, "Welcome", minutes=10), make.item(meeting, "The leaflet", minutes=30)
    with time_machine.travel(after(3), tick=False):
        actions.open(room, by=anas.person)
    with time_machine.travel(after(20), tick=False):
        actions.go_to(room, item=second)
    room = Room.objects.select_related("meeting").get()
    with django_assert_num_queries(2):
        found = queries.of_room(room, at=after(25))
    assert [(stop.item, stop.state) for stop in found.stops] == [(first, "done"), (second, "now")]
    assert starts(found) == [3, 20]
