from datetime import timedelta

import pytest
from django.utils import timezone

from mindlines.communication.models import Message
from mindlines.kernel.errors import Refused
from mindlines.meetings.actions import action
from mindlines.meetings.choices import ActionState, Phase
from mindlines.meetings.models import Action
from tests import make


@pytest.fixture
def todays(community, bos):
    """An action of Bo's that is hoped for by tomorrow."""
    return make.action(community, owner=bos, due_on=timezone.localdate() + timedelta(days=1))


def test_what_is_agreed_twice_with_one_click_is_one_action(meeting, ana, bos):
    agreed = [action.agree(meeting, item=None, words="Ask Jo", owner=bos, due_on=None, by=ana) for _ in range(2)]
    assert agreed[0] == agreed[1]
    between = [
        action.agree_between(meeting.community, words="Ask Jo", owner=None, due_on=None, by=ana) for _ in range(2)
    ]
    assert between[0] == between[1]
    assert Action.objects.count() == 2


def test_nothing_is_agreed_at_a_cancelled_meeting(community, ana):
    with pytest.raises(Refused, match="cancelled"):
        action.agree(
            make.meeting(community, phase=Phase.CANCELLED), item=None, words="Ask", owner=None, due_on=None, by=ana
        )


def test_an_action_is_done_once_and_can_be_opened_again(todays, bo):
    action.finish(todays, words="It is on the shelf.", by=bo)
    action.finish(todays, by=bo)
    todays.refresh_from_db()
    assert (todays.state, todays.reason) == (ActionState.DONE, "It is on the shelf.")
    action.reopen(todays, by=bo)
    action.reopen(todays, by=bo)
    todays.refresh_from_db()
    assert (todays.state, todays.closed_at) == (ActionState.OPEN, None)
    assert [line.verb for line in todays.community.record.all()] == ["reopened-action", "finished-action"]


def test_dropping_keeps_the_reason_and_a_dropped_action_is_not_finished(todays, bo):
    action.drop(todays, because="The shop closed.", by=bo)
    action.drop(todays, because="Again", by=bo)
    todays.refresh_from_db()
    assert (todays.state, todays.reason) == (ActionState.DROPPED, "The shop closed.")
    with pytest.raises(Refused, match="closed already"):
        action.finish(todays, by=bo)


def test_moving_asks_for_a_reminder_of_the_new_day(todays, bo):
    action.remind_owners()
    later = todays.due_on + timedelta(days=30)
    action.move(todays, to=later, because="Snow", by=bo)
    action.move(todays, to=later, because="Snow", by=bo)
    todays.refresh_from_db()
    assert (todays.due_on, todays.moves, todays.reason, todays.reminded_at) == (later, 1, "Snow", None)


def test_owners_are_reminded_once_two_days_before_in_a_friendly_way(todays, community, anas):
    make.action(community, "Far away", owner=anas, due_on=timezone.localdate() + timedelta(days=9))
    make.action(community, "Long ago", owner=anas, due_on=timezone.localdate() - timedelta(days=9))
    make.action(community, "Nobody's", due_on=timezone.localdate())
    assert (action.remind_owners(), action.remind_owners()) == (1, 0)
    message = Message.objects.get()
    assert message.address == "bo@example.org"
    assert "that is all right" in message.words
    assert f"/actions/{todays.pk}/" in message.words


def test_a_new_owner_is_reminded_too(todays, anas, bos):
    action.remind_owners()
    action.change(todays, words="Ask the big print shop", owner=anas)
    assert action.remind_owners() == 1
    action.change(todays, words="Ask any print shop", owner=anas)
    assert action.remind_owners() == 0
    action.change(todays, words="Ask any print shop", owner=None)
    assert Action.objects.get().owner is None


def test_an_action_that_was_finished_meanwhile_brings_no_reminder(todays, bo):
    action.finish(todays, by=bo)
    assert not action._remind(todays)
    assert not Message.objects.exists()
