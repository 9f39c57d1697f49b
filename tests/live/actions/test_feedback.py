import pytest
from django.core.cache import cache

from mindlines.kernel.errors import Refused
from mindlines.live.actions import feedback
from mindlines.live.models import Feedback, Room
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import Point
from tests import make, make_live


@pytest.fixture
def group(meeting, anas, bos):
    return make_live.shown_groups(meeting, [bos, anas], item=make.item(meeting, "The leaflet")).groups.get()


def write(group, words, *, version=0, pen="bos page", by):
    return feedback.write(group, words=words, version=version, pen=pen, by=by)


def test_the_group_writes_and_the_same_page_may_save_again_and_again(group, bo):
    write(group, "Too", by=bo)
    saved = write(group, "Too long", by=bo)
    assert (saved.words, saved.version, saved.saved_by, saved.pen) == ("Too long", 2, bo, "bos page")
    assert write(group, "Too long", by=bo).version == 2, "nothing new, nothing saved"
    assert write(group, "Much too long", version=2, pen="another page", by=bo).version == 3


def test_words_of_somebody_else_are_not_overwritten(group, ana, bo):
    write(group, "Too long", by=bo)
    with pytest.raises(feedback.Stale) as told:
        write(group, "Too short", pen="anas page", by=ana)
    assert (told.value.saved.words, told.value.saved.saved_by) == ("Too long", bo)
    assert Feedback.objects.get().words == "Too long"


def test_what_is_sent_stands_in_the_notes_once(group, ana, bo):
    saved = write(group, "Too long\n\nand too small", by=bo)
    (line,) = feedback.send(saved, by=bo)
    assert line.words == "Group 1: Too long\n\nand too small"
    assert (line.item.title, line.meeting, line.written_by, line.raised_by) == (
        "The leaflet",
        group.round.meeting,
        bo,
        None,
    )
    line.words = "In better words"
    line.save()
    assert feedback.send(saved, by=ana) == []
    assert Point.objects.count() == 1


def test_feedback_of_a_round_without_an_item_goes_to_the_meeting_as_a_whole(meeting, bo, bos, anas):
    group = make_live.shown_groups(meeting, [bos, anas]).groups.get()
    (line,) = feedback.send(write(group, "Too long", by=bo), by=bo)
    assert line.item is None


def test_long_feedback_becomes_several_lines_and_loses_no_word(group, bo):
    first, second, third = ("a " * 300).strip(), ("b " * 400).strip(), ("c " * 700).strip()
    lines = feedback.send(write(group, f"{first}\n{second}\n\n{third}\n", by=bo), by=bo)
    assert all(len(line.words) <= 1000 and line.words.startswith("Group 1: ") for line in lines)
    assert len(lines) == 4
    counted = "".join(line.words.removeprefix("Group 1: ") for line in lines)
    assert [counted.count(letter) for letter in "abc"] == [300, 400, 700]


def test_nothing_is_not_sent(group, bo):
    with pytest.raises(Refused, match="Nothing is written yet"):
        feedback.send(write(group, "  ", by=bo), by=bo)
    with pytest.raises(Refused, match="Nothing is written yet"):
        feedback.send(write(group, "", by=bo), by=bo)


def test_what_was_sent_is_changed_by_a_facilitator_in_the_notes(group, bo):
    saved = write(group, "Too long", by=bo)
    feedback.send(saved, by=bo)
    with pytest.raises(Refused, match="in the notes already"):
        write(group, "Too long and too small", by=bo)
    assert write(group, "Too long", by=bo).sent_at


def test_to_a_cancelled_meeting_nothing_is_sent(group, bo):
    write(group, "Too long", by=bo)
    type(group.round.meeting).objects.update(phase=Phase.CANCELLED)
    saved = Feedback.objects.get()
    with pytest.raises(Refused, match="cancelled"):
        feedback.send(saved, by=bo)
    assert Feedback.objects.get().sent_at is None


def test_the_open_pages_hear_that_a_group_began_and_that_it_sent(group, bo, django_capture_on_commit_callbacks):
    cache.clear()
    make_live.room(group.round.meeting)

    def told(deed):
        before = Room.objects.get().version
        with django_capture_on_commit_callbacks(execute=True):
            deed()
        return Room.objects.get().version - before

    assert told(lambda: write(group, "T", by=bo)) == 1
    assert [told(lambda words=words: write(group, words, by=bo)) for words in ("To", "Too", "Too l")] == [1, 0, 0]
    assert told(lambda: feedback.send(Feedback.objects.get(), by=bo)) == 1
