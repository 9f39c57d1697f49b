import pytest

from mindlines.communication.models import Message
from mindlines.kernel.errors import Refused
from mindlines.meetings.actions import action as verbs
from mindlines.meetings.actions import helping
from tests import make


@pytest.fixture
def bos_action(community, bos, ana):
    return make.action(community, owner=bos, due_on=make.soon())


def test_asking_for_help_tells_the_facilitators_and_changes_nothing_else(bos_action, bo, bos):
    said = [helping.ask_for_help(bos_action, words="My printer broke.", by=bo) for _ in range(2)]
    bos_action.refresh_from_db()
    message = Message.objects.get()
    assert (message.address, bos_action.owner) == ("ana@example.org", bos)
    assert "Bo Berg would like help with" in message.subject
    assert "My printer broke." in message.words
    assert "still yours" in said[0]
    assert not bos_action.community.record.exists()


def test_giving_back_leaves_it_without_an_owner_and_the_reason_with_the_facilitators(bos_action, bo):
    helping.give_back(bos_action, words="I am ill.", by=bo)
    bos_action.refresh_from_db()
    assert (bos_action.owner, bos_action.reminded_at, bos_action.reason) == (None, None, "")
    assert "I am ill." in Message.objects.get().words
    [line] = bos_action.community.record.all()
    assert (line.verb, line.words) == ("gave-back-action", bos_action.words)


def test_a_facilitator_alone_has_nobody_to_ask_and_can_still_give_back(community, ana, anas):
    own = make.action(community, owner=anas)
    with pytest.raises(Refused, match="no other facilitator"):
        helping.ask_for_help(own, words="", by=ana)
    helping.give_back(own, words="", by=ana)
    own.refresh_from_db()
    assert own.owner is None
    assert not Message.objects.exists()


def test_what_is_closed_needs_no_help(bos_action, bo):
    verbs.finish(bos_action, by=bo)
    with pytest.raises(Refused, match="closed already"):
        helping.give_back(bos_action, words="", by=bo)
