import pytest
import time_machine

from mindlines.kernel import news
from mindlines.kernel.errors import Refused
from mindlines.meetings.choices import Phase
from mindlines.voice.actions import turns
from mindlines.voice.models import Turn
from tests import make
from tests.voice.talk import group


@pytest.fixture
def heard(monkeypatch, django_capture_on_commit_callbacks):
    """What the room is told while something is done."""

    def listen(deed, *subjects, **more):
        told = []
        monkeypatch.setattr(news, "_listeners", [lambda meeting, part: told.append((meeting, part))])
        with django_capture_on_commit_callbacks(execute=True):
            deed(*subjects, **more)
        return told

    return listen


@pytest.fixture
def lay(community):
    return group(community, "Lay members")


def test_a_tap_notes_who_spoke_and_nothing_of_what_was_said(meeting, lay, bos):
    item = make.item(meeting)
    turns.tap(meeting, constituency=lay, key="one", membership=bos, item=item, is_question=True, aimed_at=lay)
    turn = Turn.objects.get()
    assert (turn.constituency, turn.membership, turn.item, turn.is_question, turn.aimed_at) == (
        lay,
        bos,
        item,
        True,
        lay,
    )
    assert (turn.source, turn.words, turn.seconds) == ("tap", None, None)


def test_a_tap_sent_twice_counts_once(meeting, lay, heard):
    assert heard(turns.tap, meeting, constituency=lay, key="one") == [(meeting.pk, "voices")]
    assert heard(turns.tap, meeting, constituency=lay, key="one") == []
    assert Turn.objects.count() == 1


def test_a_tap_that_was_a_mistake_is_taken_back_once(meeting, lay, heard):
    turns.tap(meeting, constituency=lay, key="one")
    assert heard(turns.untap, meeting, key="one") == [(meeting.pk, "voices")]
    assert heard(turns.untap, meeting, key="one") == []
    assert not Turn.objects.exists()


def test_turns_of_a_transcript_are_not_taken_back_like_taps(meeting, lay):
    Turn.objects.create(meeting=meeting, constituency=lay, source="transcript")
    turns.untap(meeting, key="")
    assert Turn.objects.count() == 1


@pytest.mark.parametrize(
    ("moment", "began"),
    [(make.A_WEDNESDAY.replace(minute=5), 300), (make.A_WEDNESDAY.replace(hour=9), 0), (make.FAR_AWAY, None)],
)
def test_the_time_of_a_turn_counts_from_the_beginning_of_the_meeting(meeting, lay, moment, began):
    with time_machine.travel(moment, tick=False):
        assert turns.tap(meeting, constituency=lay, key="one").began == began


def test_nobody_speaks_in_a_cancelled_meeting(meeting, lay):
    meeting.phase = Phase.CANCELLED
    with pytest.raises(Refused):
        turns.tap(meeting, constituency=lay, key="one")
