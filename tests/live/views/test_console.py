"""What facilitators and scribes meet."""

import pytest
from django.urls import reverse

from mindlines.live.choices import HandState, RoomPhase
from mindlines.live.models import Room
from mindlines.meetings.choices import Phase, Presence
from mindlines.meetings.models import Attendance
from mindlines.voice.choices import Uptake
from mindlines.voice.models import Turn
from tests import make, make_live, make_voice
from tests.conftest import signed_in


def at(name: str, meeting, **more) -> str:
    return reverse(f"live:{name}", kwargs={"pk": meeting.pk, **more})


def words(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def test_a_room_is_prepared_with_one_button(community, as_ana):
    meeting = make.meeting(community, phase=Phase.ANNOUNCED)
    assert "Prepare the room" in words(as_ana.get(at("prepare", meeting)))
    answer = as_ana.post(at("prepare", meeting))
    assert answer.headers["Location"] == at("console", meeting)
    assert as_ana.get(at("prepare", meeting)).headers["Location"] == at("console", meeting)
    assert Room.objects.get().phase == RoomPhase.WAITING


def test_the_meeting_is_opened_led_and_closed(meeting, as_ana):
    _first, second = make.item(meeting, "Welcome"), make.item(meeting, "The leaflet")
    make_live.room(meeting, phase=RoomPhase.WAITING)
    as_ana.post(at("step", meeting, deed="open"))
    as_ana.post(at("go", meeting, item=second.pk))
    assert Room.objects.get().item == second
    as_ana.post(at("step", meeting, deed="close"))
    assert Room.objects.get().phase == RoomPhase.CLOSED
    assert as_ana.post(at("step", meeting, deed="explode")).status_code == 404


def test_an_item_of_another_meeting_is_not_there(meeting, community, as_ana):
    make_live.room(meeting)
    elsewhere = make.item(make.meeting(community, "Another"))
    assert as_ana.post(at("go", meeting, item=elsewhere.pk)).status_code == 404


def test_another_facilitator_takes_over_at_any_time(meeting, community, as_ana):
    first, second = make.item(meeting, "Welcome"), make.item(meeting, "The leaflet")
    make_live.room(meeting, phase=RoomPhase.WAITING)
    as_ana.post(at("step", meeting, deed="open"))
    other = signed_in(make.facilitator(community).person)
    assert first.title in words(other.get(at("console", meeting)))
    other.post(at("go", meeting, item=second.pk))
    assert Room.objects.get().item == second


def test_what_was_asked_is_settled_in_one_tap(meeting, community, bos, as_ana):
    make_live.room(meeting)
    asked = make_voice.contribution(community, by=bos, meeting=meeting)
    as_ana.post(at("tend", meeting, contribution=asked.pk), {"deed": "parked"})
    asked.refresh_from_db()
    assert asked.uptake == Uptake.PARKED
    assert as_ana.post(at("tend", meeting, contribution=asked.pk), {"deed": "eaten"}).status_code == 404


def test_what_was_asked_elsewhere_is_not_settled_here(meeting, community, as_ana):
    make_live.room(meeting)
    elsewhere = make_voice.contribution(community)
    for pk in (elsewhere.pk, 2**53):
        assert as_ana.post(at("tend", meeting, contribution=pk), {"deed": "answered"}).status_code == 404


def test_somebody_is_called_and_has_spoken(meeting, bos, as_ana):
    hand = make_live.hand(make_live.room(meeting), bos)
    as_ana.post(at("call", meeting, hand=hand.pk, deed="call"))
    hand.refresh_from_db()
    assert hand.state == HandState.SPEAKING
    as_ana.post(at("call", meeting, hand=hand.pk, deed="done"))
    hand.refresh_from_db()
    assert hand.state == HandState.SPOKEN
    assert as_ana.post(at("call", meeting, hand=hand.pk, deed="shout")).status_code == 404
    assert as_ana.post(at("call", meeting, hand=hand.pk + 1, deed="call")).status_code == 404


def test_how_the_room_works_is_set_on_one_page(meeting, as_ana):
    room = make_live.room(meeting)
    shown = words(as_ana.get(at("manner", meeting)))
    assert "A facilitator reads them before others do" in shown
    as_ana.post(at("manner", meeting), {"pause": "30", "holds_back": "on"})
    room.refresh_from_db()
    assert (room.pause, room.holds_back, room.takes_questions) == (30, True, False)


def test_a_scribe_is_named_and_can_count(meeting, bos, as_ana, as_bo):
    make_live.room(meeting)
    assert as_bo.get(at("scribe", meeting)).status_code == 403
    as_ana.post(at("scribes", meeting), {"member": bos.pk})
    assert as_bo.get(at("scribe", meeting)).status_code == 200
    as_ana.post(at("scribes", meeting), {"member": bos.pk, "deed": "release"})
    assert as_bo.get(at("scribe", meeting)).status_code == 403


@pytest.mark.parametrize("member", ["", "none", "9" * 30, "987654"])
def test_nobody_is_made_a_scribe_who_is_not_a_member(meeting, as_ana, member):
    make_live.room(meeting)
    assert as_ana.post(at("scribes", meeting), {"member": member}).status_code == 404


def test_a_tap_counts_a_group_and_can_be_taken_back(meeting, bos, as_ana):
    make_live.room(meeting)
    as_ana.post(at("tap", meeting), {"group": bos.constituency_id, "key": "one"})
    as_ana.post(at("tap", meeting), {"group": bos.constituency_id, "key": "one"})
    assert [(turn.constituency, turn.membership) for turn in Turn.objects.all()] == [(bos.constituency, None)]
    assert "Take it back" in words(as_ana.get(at("scribe", meeting)))
    as_ana.post(at("untap", meeting), {"tap": "one"})
    assert not Turn.objects.exists()


def test_a_question_says_to_whom_it_was_put(meeting, bos, anas, as_ana):
    make_live.room(meeting)
    asked = {"group": bos.constituency_id, "key": "one", "is_question": "on", "aimed_at": anas.constituency_id}
    as_ana.post(at("tap", meeting), asked)
    turn = Turn.objects.get()
    assert (turn.is_question, turn.aimed_at) == (True, anas.constituency)


def test_people_are_counted_only_where_the_room_says_so(meeting, bos, as_ana):
    room = make_live.room(meeting)
    Attendance.objects.create(meeting=meeting, membership=bos, presence=Presence.ROOM)
    as_ana.post(at("tap", meeting), {"person": bos.pk, "key": "one"})
    room.counts_people = True
    room.save()
    assert bos.name in words(as_ana.get(at("scribe", meeting)))
    as_ana.post(at("tap", meeting), {"person": bos.pk, "key": "two"})
    counted = {turn.key: (turn.membership, turn.constituency) for turn in Turn.objects.all()}
    assert counted == {"one": (None, None), "two": (bos, bos.constituency)}
