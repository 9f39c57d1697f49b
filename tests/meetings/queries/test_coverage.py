from datetime import timedelta

import pytest

from mindlines.communities.choices import ConstituencyKind, Standing
from mindlines.communities.queries.coverage import Group
from mindlines.meetings.choices import MeetingKind, Phase, Presence
from mindlines.meetings.models import Attendance
from mindlines.meetings.queries.coverage import coverage, in_words, missing_words
from tests import make


def group(**more):
    more = {"name": "Lay members", "target": 4, "active": 3, "invited": 0, "paused": 0, "is_support": False, **more}
    return Group(pk=1, tone=2, **more)


def held(community, number=1, **more):
    return make.meeting(community, phase=Phase.HELD, starts_at=make.A_WEDNESDAY + timedelta(weeks=number), **more)


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        ({}, "We hoped for 4; 3 are here."),
        ({"active": 1}, "We hoped for 4; 1 is here."),
        ({"active": 0}, "We hoped for 4; nobody is here yet."),
        ({"target": None, "active": 2}, "2 are here."),
        ({"target": None, "active": 0, "invited": 2}, "Nobody is here yet. 2 more are invited."),
        ({"paused": 1, "invited": 1}, "We hoped for 4; 4 are here. 1 of them takes a pause. 1 more is invited."),
    ],
)
def test_a_group_in_words(shape, words):
    assert in_words(group(**shape)) == words


@pytest.mark.parametrize(
    ("shape", "came", "said"),
    [
        ({}, [2, 3], ["Lay members: 1 person fewer than you hoped for."]),
        ({"active": 4}, [2, 3], []),
        ({"active": 4}, [2, 0], []),
        ({"active": 4}, [2, 0, 0], ["Nobody from Lay members came to the last 2 meetings."]),
        ({"active": 0}, [], ["Nobody from Lay members yet, and nobody is invited."]),
        ({"active": 0, "invited": 1}, [], ["Nobody from Lay members yet."]),
        ({"active": 0, "is_support": True, "target": None}, [0, 0], []),
    ],
)
def test_who_is_missing_in_words(shape, came, said):
    assert missing_words(group(**shape), came=came) == said


def test_members_stand_beside_the_number_hoped_for(community, bos):
    make.membership(community, constituency=bos.constituency, standing=Standing.INVITED)
    make.membership(community, constituency=bos.constituency, standing=Standing.LEFT, left_on=make.soon())
    lay, clinicians, _support = coverage(community).rows
    assert (lay.group.target, lay.group.active, lay.group.invited) == (4, 1, 1)
    assert (lay.bar.active, lay.bar.invited_from, lay.bar.target) == (16.67, 16.67, 66.67)
    assert (clinicians.bar.active, clinicians.bar.target) == (0.0, 99.5)


def test_who_came_is_counted_by_group_from_old_to_new(community, anas, bos):
    late, early = held(community, 2), held(community, 1)
    Attendance.objects.create(meeting=late, membership=bos, presence=Presence.PHONE)
    Attendance.objects.create(meeting=early, membership=bos, presence=Presence.APOLOGIES)
    Attendance.objects.create(meeting=early, guest="Gus", presence=Presence.ROOM)
    found = coverage(community)
    assert found.meetings == (early, late)
    assert [cell.count for cell in found.rows[0].came] == [0, 1]
    assert (found.rows[0].came[1].height, found.rows[0].came[1].top) == (36, 0)
    assert (found.guests, found.any_guests) == ((1, 0), True)


def test_only_community_meetings_that_were_held_count(community, neighbours):
    held(community, kind=MeetingKind.STEERING)
    held(neighbours)
    make.meeting(community)
    assert coverage(community).meetings == ()


def test_a_community_without_groups_has_an_empty_picture(db):
    assert coverage(make.community()).rows == ()


def test_many_members_and_meetings_cost_no_more_queries(community, bos, django_assert_num_queries):
    for number in range(10):
        make.membership(community)
        Attendance.objects.create(meeting=held(community, number), membership=bos, presence=Presence.ROOM)
    make.constituency(community, "Managers", kind=ConstituencyKind.PROFESSIONAL)
    with django_assert_num_queries(3):
        assert len(coverage(community).meetings) == 8
