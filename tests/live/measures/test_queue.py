from datetime import timedelta

import pytest

from mindlines.live.actions import hands
from mindlines.live.measures import queue
from mindlines.live.models import Room
from tests import make, make_live
from tests.voice.talk import came, group, spoke


@pytest.fixture
def room(meeting):
    return make_live.room(meeting)


@pytest.fixture
def spoken(meeting, community):
    """Four of each group are there; clinicians have spoken nine times and lay members once."""
    lay, clinicians = came(meeting, "Lay members", 4), came(meeting, "Clinicians", 4)
    spoke(meeting, group(community, "Clinicians"), times=9)
    spoke(meeting, group(community, "Lay members"))
    return lay, clinicians


def test_where_no_hand_is_up_nobody_waits_and_nobody_speaks(room):
    assert queue.waiting(room) == () and queue.speaking(room) is None


def test_a_group_that_nobody_has_heard_comes_first_and_the_page_says_why(room, meeting, community):
    (clinician,), (lay,) = came(meeting, "Clinicians", 1), came(meeting, "Lay members", 1)
    spoke(meeting, group(community, "Clinicians"))
    make_live.hand(room, clinician, waits=9)
    make_live.hand(room, lay, waits=4, about="The leaflet")
    first, second = queue.waiting(room)
    assert (first.name, first.constituency.name, first.constituency.tone) == (
        lay.name,
        "Lay members",
        lay.constituency.tone,
    )
    assert (first.place, first.about, first.minutes) == (1, "The leaflet", 4)
    assert first.reasons == (
        "Nobody from Lay members has been heard yet.",
        "Has not been called yet.",
        "Waiting for 4 minutes.",
    )
    assert second.reasons == ("Has not been called yet.", "Waiting for 9 minutes.")


def test_that_a_group_speaks_less_than_its_share_is_said_only_where_three_of_it_are_there(room, meeting, spoken):
    make_live.hand(room, spoken[0][0], waits=1)
    assert queue.waiting(room)[0].reasons[0] == "Lay members have spoken less than their share."
    meeting.attendance.filter(membership__in=spoken[0][:2]).delete()
    assert "share" not in str(queue.waiting(room)[0].reasons)


def test_a_hand_that_went_up_just_now_has_not_waited(room, bos):
    make_live.hand(room, bos)
    assert queue.waiting(room)[0].reasons[-1] == "Raised a hand just now."
    room.hands.update(raised_at=room.hands.get().raised_at + timedelta(minutes=5))
    assert queue.waiting(room)[0].minutes == 0, "the clocks of two machines may differ"
    room.hands.update(raised_at=room.hands.get().raised_at - timedelta(minutes=6, seconds=5))
    assert queue.waiting(room)[0].reasons[-1] == "Waiting for 1 minute."


def test_who_was_called_before_comes_after_those_who_were_not(room, ana, bos, community):
    cy = make.membership(community, make.person("Cy Cole"), constituency=bos.constituency)
    hands.call(hands.raise_hand(room, by=bos), by=ana)
    hands.lower(room, by=bos)
    make_live.hand(room, bos, waits=20)
    make_live.hand(room, cy, waits=2)
    first, second = queue.waiting(room)
    assert (first.name, second.name) == ("Cy Cole", "Bo Berg")
    assert "Has not been called yet." not in second.reasons


def test_where_the_room_counts_by_person_the_scribes_taps_count_too(room, meeting, bos, community):
    cy = make.membership(community, make.person("Cy Cole"), constituency=bos.constituency)
    Room.objects.update(counts_people=True)
    room.refresh_from_db()
    spoke(meeting, bos.constituency, membership=bos)
    make_live.hand(room, bos, waits=20)
    make_live.hand(room, cy, waits=2)
    first, second = queue.waiting(room)
    assert (first.name, second.name) == ("Cy Cole", "Bo Berg")
    assert "Has not spoken yet." in first.reasons and "Has not spoken yet." not in second.reasons


def test_who_was_called_speaks_and_waits_no_longer(room, ana, bos):
    hands.call(hands.raise_hand(room, by=bos, about="The leaflet"), by=ana)
    assert queue.waiting(room) == ()
    found = queue.speaking(room)
    assert (found.membership, found.about) == (bos, "The leaflet")


def test_thirty_hands_cost_as_many_questions_as_one(room, meeting, community, spoken, django_assert_num_queries):
    make_live.hand(room, spoken[0][0])
    with django_assert_num_queries(6):
        assert len(queue.waiting(room)) == 1
        assert queue.speaking(room) is None
    for _number in range(29):
        make_live.hand(room, make.membership(community))
    with django_assert_num_queries(6):
        names = [(one.name, one.constituency.name, one.place) for one in queue.waiting(room)]
        assert queue.speaking(room) is None
    assert len(names) == 30
