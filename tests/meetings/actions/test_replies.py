from datetime import timedelta

import pytest

from mindlines.kernel.errors import Refused
from mindlines.meetings.actions import notices, replies
from mindlines.meetings.choices import Phase, ReplyWay
from mindlines.meetings.models import Reply
from mindlines.meetings.queries import replies as queries
from mindlines.people.models import AccessNeed
from tests import make

pytestmark = pytest.mark.usefixtures("in_november")


@pytest.fixture
def announced(meeting, ana, bo):
    meeting.setting, meeting.dial_in = "hybrid", "01785 3"
    meeting.save()
    notices.tell_all.call(notices.announce(meeting, by=ana, invitation=notices.Invitation(key="k")).pk)
    meeting.refresh_from_db()
    return meeting


def say(meeting, membership, mode="room", **more):
    answer = replies.Answer(mode=mode, **more)
    return replies.answer(meeting, membership=membership, by=membership.person, answer=answer)


def test_a_later_answer_takes_the_place_of_the_first(announced, bos):
    say(announced, bos, needs="A quiet seat")
    say(announced, bos, mode="online")
    assert [(reply.mode, reply.needs) for reply in Reply.objects.all()] == [("online", "A quiet seat")]


def test_who_cannot_come_needs_nothing_on_the_day(announced, bos):
    say(announced, bos, needs="A quiet seat", travel="A taxi")
    reply = say(announced, bos, mode="cannot")
    assert (reply.needs, reply.travel) == ("", "")


def test_an_answer_given_by_phone_says_who_wrote_it_down(announced, bos, ana):
    answer = replies.Answer(mode="phone", way=ReplyWay.PHONE)
    reply = replies.answer(announced, membership=bos, by=ana, answer=answer)
    assert (reply.entered_by, reply.way) == (ana, "phone")


def test_one_comes_in_the_ways_of_the_meeting(announced, bos):
    assert [mode.value for mode in queries.modes(announced)] == ["room", "online", "phone", "cannot"]
    announced.setting, announced.dial_in = "in_person", ""
    announced.save()
    with pytest.raises(Refused, match="choose again"):
        say(announced, bos, mode="online")


@pytest.mark.parametrize(
    ("phase", "words"), [(Phase.CANCELLED, "cancelled"), (Phase.HELD, "over"), (Phase.PLANNED, "over")]
)
def test_only_a_meeting_to_come_can_be_answered(announced, bos, phase, words):
    announced.phase = phase
    announced.save()
    with pytest.raises(Refused, match=words):
        say(announced, bos)


def test_needs_and_travel_are_erased_thirty_days_after(announced, bos, in_november):
    say(announced, bos, needs="A quiet seat", travel="A taxi")
    in_november.move_to(announced.ends_at + timedelta(days=29))
    replies.forget_needs()
    assert Reply.objects.get().needs == "A quiet seat"
    in_november.shift(timedelta(days=2))
    replies.forget_needs()
    assert (Reply.objects.get().needs, Reply.objects.get().travel, Reply.objects.get().mode) == ("", "", "room")


def test_answers_are_counted_by_group_with_those_who_are_silent(announced, bos, anas):
    say(announced, bos)
    groups = {group.name: group.counts for group in queries.by_group(announced)}
    assert (groups["Lay members"].room, groups["Support team"].silent, "Clinicians" in groups) == (1, 1, False)
    total = queries.total(list(queries.by_group(announced)))
    assert (total.coming, total.invited) == (1, 2)
    assert queries.counts(announced).room == 1


def test_the_list_of_people_can_be_narrowed(announced, bos, anas):
    say(announced, bos)
    assert list(queries.people(announced, answer="room")) == [bos]
    assert list(queries.people(announced, answer="silent")) == [anas]
    assert list(queries.people(announced, answer="nonsense")) == [anas, bos]


def test_the_needs_of_the_day_hold_no_name(announced, bos, anas):
    AccessNeed.objects.create(person=bos.person, need="large_print")
    AccessNeed.objects.create(person=anas.person, need="loop")
    say(announced, bos, needs="A quiet seat", travel="A taxi")
    say(announced, anas, mode="cannot")
    needs = queries.needs(announced)
    assert (needs.listed, needs.words, needs.travel) == (
        (("Large print (18 point)", 1),),
        ("A quiet seat",),
        ("A taxi",),
    )
    assert (needs.in_the_room, needs.is_empty) == (1, False)


def test_nothing_is_needed_when_nobody_said_so(community):
    assert queries.needs(make.meeting(community)).is_empty
