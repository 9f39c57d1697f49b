from datetime import timedelta

import pytest
import time_machine

from mindlines.kernel import news
from mindlines.kernel.errors import Refused
from mindlines.live.actions import room as actions
from mindlines.live.choices import HandState, RoomPhase
from mindlines.live.models import Hand, Room
from mindlines.meetings.choices import Phase, Presence
from mindlines.voice.choices import BoxPurpose
from tests import make, make_live


@pytest.fixture
def room(meeting) -> Room:
    """A room into which people can come, and in which nothing has begun."""
    return make_live.room(meeting, phase=RoomPhase.WAITING)


@pytest.fixture
def heard(monkeypatch, django_capture_on_commit_callbacks):
    """Which parts of a meeting changed while `deed` was done."""
    told: list[str] = []
    monkeypatch.setattr(news, "_listeners", [lambda _meeting, part: told.append(str(part))])

    def listen(deed) -> set[str]:
        told.clear()
        with django_capture_on_commit_callbacks(execute=True):
            deed()
        return set(told)

    return listen


def verbs(community) -> list[str]:
    return [line.verb for line in community.record.all()]


def test_a_room_is_made_once_with_a_box_for_its_votes_and_lets_no_stranger_in(meeting, ana):
    room = actions.prepare(meeting, by=ana)
    assert not room.lets_visitors
    assert actions.prepare(meeting, by=ana) == room
    assert room.phase == RoomPhase.WAITING
    assert [box.purpose for box in meeting.ballot_boxes.all()] == [BoxPurpose.ROOM]
    assert verbs(meeting.community).count("prepared-room") == 1


@pytest.mark.parametrize("phase", [Phase.HELD, Phase.CANCELLED])
def test_a_meeting_that_is_over_gets_no_room(community, ana, phase):
    with pytest.raises(Refused, match="is over"):
        actions.prepare(make.meeting(community, phase=phase), by=ana)


def test_opening_begins_the_meeting_with_its_first_item(community, ana):
    meeting = make.meeting(community, phase=Phase.ANNOUNCED)
    first, _second = make.item(meeting, "Welcome"), make.item(meeting, "The leaflet")
    room = actions.prepare(meeting, by=ana)
    actions.open(room, by=ana)
    room.refresh_from_db()
    meeting.refresh_from_db()
    assert (room.phase, room.item, meeting.phase) == (RoomPhase.OPEN, first, Phase.UNDER_WAY)
    assert room.opened_at is not None
    assert [time.item for time in room.times.all()] == [first]


def test_opening_twice_changes_nothing(room, ana, heard):
    make.item(room.meeting)
    actions.open(room, by=ana)
    opened = Room.objects.get().opened_at
    assert heard(lambda: actions.open(room, by=ana)) == set()
    assert Room.objects.get().opened_at == opened
    assert room.times.count() == 1


def test_a_meeting_without_an_agenda_can_begin_too(room, ana):
    actions.open(room, by=ana)
    assert Room.objects.get().item is None
    assert not room.times.exists()


def test_everybody_s_page_hears_that_the_room_is_open(room, ana, heard):
    assert {"now", "questions", "queue", "groups"} <= heard(lambda: actions.open(room, by=ana))


def test_going_to_an_item_ends_the_one_before(room, ana):
    first, second = make.item(room.meeting, "Welcome"), make.item(room.meeting, "The leaflet")
    actions.open(room, by=ana)
    actions.go_to(room, item=second)
    began = {time.item: time.ended_at is None for time in room.times.all()}
    assert began == {first: False, second: True}
    assert Room.objects.get().item == second


def test_going_to_where_one_is_changes_nothing(room, ana, heard):
    first = make.item(room.meeting, "Welcome")
    actions.open(room, by=ana)
    assert heard(lambda: actions.go_to(room, item=first)) == set()
    assert room.times.count() == 1


def test_nobody_goes_anywhere_before_the_room_is_open(room):
    item = make.item(room.meeting)
    with pytest.raises(Refused, match="Open the room first"):
        actions.go_to(room, item=item)


def test_closing_ends_the_item_and_lowers_hands(room, ana, anas, bos):
    make.item(room.meeting)
    actions.open(room, by=ana)
    waiting = Hand.objects.create(room=room, membership=bos)
    speaking = Hand.objects.create(room=room, membership=anas, state=HandState.SPEAKING)
    actions.close(room, by=ana)
    waiting.refresh_from_db()
    speaking.refresh_from_db()
    assert (waiting.state, speaking.state) == (HandState.LOWERED, HandState.SPOKEN)
    found = Room.objects.get()
    assert (found.phase, found.item) == (RoomPhase.CLOSED, None)
    assert not room.times.filter(ended_at=None).exists()


def test_closing_twice_leaves_one_line_in_the_record(room, ana):
    actions.open(room, by=ana)
    actions.close(room, by=ana)
    actions.close(room, by=ana)
    assert verbs(room.meeting.community).count("closed-room") == 1


def test_a_room_that_was_closed_too_early_is_opened_again(room, ana):
    make.item(room.meeting)
    actions.open(room, by=ana)
    opened = Room.objects.get().opened_at
    actions.close(room, by=ana)
    actions.open(room, by=ana)
    found = Room.objects.get()
    assert (found.phase, found.closed_at, found.opened_at) == (RoomPhase.OPEN, None, opened)


def test_a_facilitator_says_how_the_room_works(room, heard):
    manner = actions.Manner(holds_back=True, pause=30, lets_visitors=True)
    assert "questions" in heard(lambda: actions.shape(room, manner=manner))
    found = Room.objects.get()
    assert (found.holds_back, found.pause, found.lets_visitors, found.takes_questions) == (True, 30, True, True)


def test_a_scribe_is_named_and_released(room, bos):
    actions.name_scribe(room, membership=bos)
    actions.name_scribe(room, membership=bos)
    assert list(room.scribes.all()) == [bos]
    actions.release_scribe(room, membership=bos)
    assert list(room.scribes.all()) == []


def test_who_says_that_they_are_here_counts_as_here(room, bos, heard):
    arrive = lambda: actions.arrive(room, membership=bos, way=Presence.ONLINE)  # noqa: E731 - done twice
    assert heard(arrive) == {"people", "voices"}
    arrive()
    assert [(row.membership, row.presence) for row in room.meeting.attendance.all()] == [(bos, Presence.ONLINE)]


def test_nobody_sends_apologies_by_coming_in(room, bos):
    with pytest.raises(Refused, match="how you are here"):
        actions.arrive(room, membership=bos, way=Presence.APOLOGIES)


def test_pages_are_told_again_and_again_while_an_item_runs_over(room, ana, heard):
    make.item(room.meeting, "Welcome", minutes=10)
    began = make.A_WEDNESDAY
    with time_machine.travel(began, tick=False):
        actions.open(room, by=ana)
    with time_machine.travel(began + timedelta(minutes=9), tick=False):
        assert heard(actions.tell_time) == set()
    with time_machine.travel(began + timedelta(minutes=11), tick=False):
        assert heard(actions.tell_time) == {"now"}
        actions.close(room, by=ana)
        assert heard(actions.tell_time) == set()
