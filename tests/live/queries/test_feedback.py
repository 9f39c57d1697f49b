import pytest

from mindlines.kernel.times import now
from mindlines.live.models import Feedback, Room
from mindlines.live.queries import feedback
from tests import make, make_live


@pytest.fixture
def room(meeting):
    return make_live.room(meeting)


def sits(room, membership):
    found = feedback.my_group(room, membership=membership)
    return found and str(found.work)


def test_before_groups_are_shown_nobody_has_one(room, meeting, anas, bos):
    make.small_groups(meeting, [bos, anas])
    assert sits(room, bos) is None
    assert feedback.of_round(room) == ()


def test_bo_sees_his_group_its_task_and_who_sits_there(room, meeting, anas, bos, community):
    cy = make.membership(community)
    work = make_live.shown_groups(meeting, [bos, anas], [cy], task="Talk.", prompts="And you?")
    work.groups.filter(number=2).update(task="Draw.")
    work.participants.filter(membership=anas).update(is_facilitator=True)
    mine = feedback.my_group(room, membership=bos)
    assert (mine.task, mine.prompts, mine.feedback, mine.is_sent) == ("Talk.", "", None, False)
    assert [one.name for one in mine.people] == ["Ana Alvarez", "Bo Berg"]
    assert feedback.my_group(room, membership=anas).prompts == "And you?"
    assert feedback.my_group(room, membership=cy).task == "Draw."


def test_who_is_not_there_or_not_placed_has_no_group(room, meeting, anas, bos):
    work = make_live.shown_groups(meeting, [bos, anas])
    work.participants.filter(membership=bos).update(is_present=False)
    assert sits(room, bos) is None
    work.chosen.seats.update(group=None)
    assert sits(room, anas) is None


def test_the_round_of_the_item_now_comes_before_the_one_shown_last(room, meeting, bos):
    item = make.item(meeting)
    make_live.shown_groups(meeting, [bos], title="First", item=item, shown_at=make.A_WEDNESDAY)
    make_live.shown_groups(meeting, [bos], title="Second", shown_at=make.A_WEDNESDAY + make.timedelta(hours=1))
    assert sits(room, bos) == "Second"
    Room.objects.update(item=item)
    assert sits(Room.objects.get(), bos) == "First"
    Room.objects.update(item=make.item(meeting, "Another"))
    assert sits(Room.objects.get(), bos) == "Second"


def test_the_console_sees_how_far_each_group_is(room, meeting, anas, bos, community):
    work = make_live.shown_groups(meeting, [bos, anas], [make.membership(community)], [])
    first, second, _third = work.groups.all()
    Feedback.objects.create(group=first, words="Too long", sent_at=now())
    Feedback.objects.create(group=second, words="Too")
    rows = feedback.of_round(room)
    assert [(row.people, row.is_begun, row.is_sent) for row in rows] == [
        (2, True, True),
        (1, True, False),
        (0, False, False),
    ]


def test_thirty_groups_cost_as_many_questions_as_one(room, meeting, bos, django_assert_num_queries):
    make_live.shown_groups(meeting, [bos])
    with django_assert_num_queries(2):
        assert len([str(row.group) for row in feedback.of_round(room)]) == 1
    make_live.shown_groups(meeting, *([] for _number in range(29)), [bos])
    with django_assert_num_queries(2):
        assert len([str(row.group) for row in feedback.of_round(room)]) == 30
    with django_assert_num_queries(3):
        mine = feedback.my_group(room, membership=bos)
        assert (mine.group.number, mine.feedback, len(mine.people), mine.task) == (30, None, 1, "")
