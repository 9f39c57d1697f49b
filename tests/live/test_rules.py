import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from mindlines.live import access, rules
from mindlines.live.choices import RoomPhase
from mindlines.live.models import Room
from mindlines.meetings.choices import Phase
from mindlines.people.models import Person
from tests import make, make_live


def seen(room: Room, person: Person, *, by_pass: bool = False) -> Room:
    person.signed_in = not by_pass
    return access.room(person, room.meeting_id)


def test_members_follow_and_facilitators_run_the_room(meeting, ana, bo):
    room = make_live.room(meeting)
    mine, anas = seen(room, bo), seen(room, ana)
    assert (rules.follow(mine), rules.assist(mine), rules.hold(mine)) == (True, False, False)
    assert (rules.follow(anas), rules.assist(anas), rules.hold(anas)) == (True, True, True)


def test_a_scribe_counts_and_does_not_run_the_room(meeting, bo, bos):
    room = make_live.room(meeting)
    room.scribes.add(bos)
    mine = seen(room, bo)
    assert (rules.assist(mine), rules.hold(mine)) == (True, False)


def test_a_paper_opens_no_page_of_a_scribe(meeting, bo, bos):
    room = make_live.room(meeting)
    room.scribes.add(bos)
    mine = seen(room, bo, by_pass=True)
    assert (rules.follow(mine), rules.assist(mine)) == (True, False)


def test_visitors_and_the_wall_follow_and_do_nothing_else(meeting):
    room = make_live.room(meeting)
    for found in (access.visited(room.code, guessed_from="here"), access.screen(room.screen)):
        assert (rules.follow(found), rules.assist(found), rules.hold(found)) == (True, False, False)


def test_the_room_of_a_meeting_that_is_being_planned_is_for_facilitators(community, ana, bo):
    planned = make.meeting(community, phase=Phase.PLANNED)
    room = Room.objects.create(meeting=planned, phase=RoomPhase.WAITING)
    assert rules.follow(seen(room, ana))
    with pytest.raises(PermissionDenied, match="still being planned"):
        seen(room, bo)


def test_to_outsiders_there_is_no_room_and_to_nobody_where_none_was_prepared(community, meeting, bo, chi):
    make_live.room(meeting)
    without = make.meeting(community, phase=Phase.ANNOUNCED)
    for person, pk in ((chi, meeting.pk), (bo, without.pk)):
        with pytest.raises(Http404):
            access.room(person, pk)


def test_a_code_is_found_however_it_is_typed(meeting):
    room = make_live.room(meeting, code="HKQ-7MT")
    assert access.by_code(" hkq 7mt ", guessed_from="typed") == room
    assert access.by_code("HKQ7MW", guessed_from="typed") is None


def test_a_room_without_visitors_lets_nobody_in_by_its_code_alone(meeting):
    room = make_live.room(meeting, lets_visitors=False)
    assert access.at_the_door(room.code, guessed_from="here") == room
    with pytest.raises(Http404):
        access.visited(room.code, guessed_from="here")


def test_after_many_wrong_codes_none_is_looked_at(meeting):
    room = make_live.room(meeting)
    for _number in range(40):
        assert access.by_code("CDF-GHJ", guessed_from="192.0.2.1") is None
    assert access.by_code(room.code, guessed_from="192.0.2.1") is None
    assert access.by_code(room.code, guessed_from="192.0.2.2") == room
