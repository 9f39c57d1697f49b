import pytest

from mindlines.communication.models import Message
from mindlines.communities.choices import Standing
from mindlines.kernel.errors import Refused
from mindlines.meetings.choices import Phase
from mindlines.voice.actions import polls, pulse, slips
from mindlines.voice.actions.ballots import Answer
from mindlines.voice.actions.slips import HandedElsewhere
from mindlines.voice.models import Ballot, Handed, Poll
from mindlines.voice.queries import pulse as queries
from tests.voice.talk import answered, came, here


@pytest.fixture
def held(meeting):
    meeting.phase = Phase.HELD
    meeting.save()
    return meeting


@pytest.fixture
def small(held, ana, anas, bos):
    """Ana and Bo were there and are asked."""
    here(held, anas, bos)
    return pulse.ask(held, by=ana)


@pytest.fixture
def large(held, ana, bos):
    """Bo and five more lay members, and five clinicians."""
    here(held, bos)
    came(held, "Lay members", 5)
    came(held, "Clinicians", 5)
    return pulse.ask(held, by=ana)


def test_everyone_who_was_there_is_asked_once_in_their_own_way(held, ana, anas, bos, community):
    here(held, anas, bos)
    held.attendance.create(guest="Gil", presence="room")
    bos.person.reach_by, bos.person.phone = "phone", "01632 960 001"
    bos.person.save()
    poll = pulse.ask(held, by=ana)
    assert pulse.ask(held, by=ana) == poll
    by_person = {message.person: message.words for message in Message.objects.all()}
    assert set(by_person) == {ana, bos.person}
    token = by_person[ana].split("/how-was-it/")[1].split("/")[0]
    assert queries.read_token(token) == (poll.pk, anas.pk)
    assert "http" not in by_person[bos.person]
    assert community.record.filter(verb="asked-how-it-was").count() == 1


def test_a_meeting_must_be_closed_and_somebody_must_have_been_there(meeting, held, ana):
    with pytest.raises(Refused, match="Nobody is marked"):
        pulse.ask(held, by=ana)
    meeting.phase = Phase.UNDER_WAY
    meeting.save()
    with pytest.raises(Refused, match="Close the meeting"):
        pulse.ask(meeting, by=ana)
    assert not Poll.objects.exists()


def test_who_left_is_not_asked(held, ana, anas, bos):
    here(held, anas, bos)
    bos.standing, bos.left_on = Standing.LEFT, held.starts_at.date()
    bos.save()
    assert [member.pk for member in queries.people(held)] == [anas.pk]


def test_an_answer_holds_no_person_and_can_be_changed_with_the_slip(small, bos):
    slip = pulse.answer(small, said=Answer([5, 4, None, 1, 2, 3], why="Too warm"), by=bos)
    assert pulse.answer(small, said=Answer([1] * 6), by=bos, slip=slip) == slip
    ballot = Ballot.objects.get()
    assert small.told_apart == []
    assert (ballot.before, ballot.why, ballot.membership, ballot.constituency, ballot.side) == (
        [1] * 6,
        "",
        None,
        None,
        "",
    )
    assert queries.mine(small, secret=slip) == ballot
    assert queries.mine(small, secret="") is None
    assert Handed.objects.get().membership == bos


def test_without_the_slip_nobody_answers_a_second_time(small, bos):
    pulse.answer(small, said=Answer([5] * 6), by=bos)
    with pytest.raises(HandedElsewhere):
        pulse.answer(small, said=Answer([1] * 6), by=bos)
    assert Ballot.objects.get().before == [5] * 6


def test_who_was_not_there_is_not_asked(small, community):
    stranger = came(small.meeting, "Clinicians", 1)[0]
    stranger.attendance.all().delete()
    with pytest.raises(Refused, match="Only people who were at this meeting"):
        pulse.answer(small, said=Answer([5] * 6), by=stranger)


def test_with_five_on_each_side_the_side_stands_on_the_answer_and_nothing_else(large, bos):
    assert large.told_apart == ["lay", "other"]
    clinician = queries.people(large.meeting)
    other = next(one for one in clinician if one.constituency.name == "Clinicians")
    pulse.answer(large, said=Answer([5] * 6), by=bos)
    pulse.answer(large, said=Answer([3] * 6), by=other)
    assert set(Ballot.objects.values_list("side", "constituency")) == {("lay", None), ("other", None)}


def test_when_it_closes_sides_stay_only_if_five_of_each_answered(large, ana):
    answered(large, lay=[5] * 5, other=[4] * 4)
    pulse.close(large, by=ana)
    assert set(Ballot.objects.values_list("side", flat=True)) == {""}
    large.refresh_from_db()
    assert (large.told_apart, large.stage) == ([], "closed")


def test_five_of_each_side_stay_apart_after_closing(large, ana):
    answered(large, lay=[5] * 6, other=[4] * 5)
    polls.close(large, by=ana)
    assert sorted(Ballot.objects.values_list("side", flat=True)) == ["lay"] * 6 + ["other"] * 5


def test_a_sheet_of_paper_counts_once_and_says_which_pile_it_came_from(large, ana, bos):
    code = slips.print_paper(large.box, count=5, by=ana)[0]
    slips.give_paper(large.box, to=bos, by=ana)
    with pytest.raises(Refused, match="pile"):
        pulse.enter_sheet(large, said=Answer([5] * 6), code=code)
    pulse.enter_sheet(large, said=Answer([5] * 6, side="lay"), code=code)
    pulse.enter_sheet(large, said=Answer([4] * 6, side="lay"), code=code)
    assert (Ballot.objects.get().before, Ballot.objects.get().side) == ([4] * 6, "lay")
    large.refresh_from_db()
    assert large.told_apart == ["lay", "other"]


def test_in_a_small_meeting_a_sheet_has_no_pile(small, ana, bos):
    code = slips.print_paper(small.box, count=5, by=ana)[0]
    slips.give_paper(small.box, to=bos, by=ana)
    pulse.enter_sheet(small, said=Answer([5] * 6, side="lay"), code=code)
    assert Ballot.objects.get().side == ""
