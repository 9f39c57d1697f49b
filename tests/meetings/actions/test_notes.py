import pytest

from mindlines.communities.models import SearchEntry
from mindlines.kernel.errors import Refused
from mindlines.meetings.actions import notes, points
from mindlines.meetings.choices import Outcome, Phase, PointKind
from mindlines.meetings.models import Note, Point
from mindlines.meetings.queries import notes as queries
from tests import make


@pytest.fixture
def item(meeting):
    return make.item(meeting, "The leaflet")


def write(meeting, words, by, item=None, version=0, pen="anas page"):
    return notes.write(meeting, item=item and item.pk, words=words, version=version, pen=pen, by=by)


def test_the_same_page_saves_again_without_learning_new_versions(meeting, item, ana):
    write(meeting, "One", ana, item)
    write(meeting, "One, two", ana, item)
    note = write(meeting, "One, two, three", ana, item)
    assert (note.words, note.version, note.saved_by) == ("One, two, three", 3, ana)


def test_a_save_from_an_older_page_is_refused_and_loses_nothing(meeting, item, ana, bo):
    write(meeting, "Ana's words", ana, item, pen="anas page")
    with pytest.raises(notes.Stale) as stale:
        write(meeting, "Bo's words", bo, item, pen="bos page")
    assert stale.value.saved.words == "Ana's words"
    assert Note.objects.get().words == "Ana's words"
    assert write(meeting, "Both", bo, item, version=1, pen="bos page").words == "Both"


def test_saving_what_is_saved_already_changes_nothing(meeting, item, ana, bo):
    write(meeting, "Same", ana, item)
    assert write(meeting, "Same", bo, item, pen="bos page").version == 1


def test_notes_on_an_item_that_was_removed_are_refused_in_words(meeting, item, ana):
    gone, item.pk = item.pk, item.pk
    item.delete()
    with pytest.raises(Refused, match="Copy your words"):
        notes.write(meeting, item=gone, words="Late", version=0, pen="p", by=ana)


def test_the_meeting_as_a_whole_has_notes_of_its_own(meeting, ana):
    write(meeting, "A warm room", ana)
    assert queries.whole_note(meeting).words == "A warm room"


@pytest.mark.parametrize(
    ("theirs", "mine", "both"),
    [
        ("a\nb", "a\nb\nc", "a\nb\nc"),
        ("a\nb", "a\nc", "a\nb\nc"),
        ("", "a", "a"),
        ("a\nx\nb", "a\nb\ny", "a\nx\nb\ny"),
    ],
)
def test_both_texts_together_lose_no_line(theirs, mine, both):
    assert queries.merged(theirs, mine=mine) == both


def test_a_meeting_starts_once_and_not_after_it_is_over(meeting, ana):
    notes.start(meeting, by=ana)
    notes.start(meeting, by=ana)
    meeting.refresh_from_db()
    assert meeting.phase == Phase.UNDER_WAY
    assert [line.verb for line in meeting.community.record.all()] == ["started-meeting"]
    notes.close(meeting, by=ana, reached=set())
    with pytest.raises(Refused, match="cannot start again"):
        notes.start(meeting, by=ana)


def test_closing_marks_what_was_reached_and_what_was_not(meeting, ana):
    done, open_, started = (
        make.item(meeting, "A"),
        make.item(meeting, "B"),
        make.item(meeting, "C", outcome=Outcome.UNFINISHED),
    )
    notes.close(meeting, by=ana, reached={done.pk})
    outcomes = [meeting.items.get(pk=item.pk).outcome for item in (done, open_, started)]
    assert outcomes == [Outcome.REACHED, Outcome.UNREACHED, Outcome.UNFINISHED]


def test_closing_twice_is_refused_kindly(meeting, ana):
    notes.close(meeting, by=ana, reached=set())
    with pytest.raises(Refused, match="closed already"):
        notes.close(meeting, by=ana, reached=set())


def test_a_cancelled_meeting_is_neither_closed_nor_written_about(community, ana):
    cancelled = make.meeting(community, phase=Phase.CANCELLED)
    item = make.item(cancelled)
    for deed in (
        lambda: notes.close(cancelled, by=ana, reached=set()),
        lambda: notes.mark_item(cancelled, item=item.pk, outcome=Outcome.REACHED),
        lambda: points.add(cancelled, item=None, kind=PointKind.POINT, words="Hello", source=None, by=ana),
    ):
        with pytest.raises(Refused, match="cancelled"):
            deed()


def test_an_item_is_marked_and_a_wrong_mark_is_refused(meeting, item, ana):
    assert notes.mark_item(meeting, item=item.pk, outcome=Outcome.UNFINISHED).outcome == Outcome.UNFINISHED
    with pytest.raises(Refused, match="no longer on the agenda"):
        notes.mark_item(meeting, item=item.pk, outcome="splendid")


def test_a_point_remembers_the_person_and_the_group_of_that_day(meeting, item, ana, bos):
    point = points.add(meeting, item=item, kind=PointKind.POINT, words="Too small", source=bos, by=ana)
    again = points.add(meeting, item=item, kind=PointKind.POINT, words="Too small", source=bos, by=ana)
    assert (point.raised_by, point.constituency, again) == (bos, bos.constituency, point)
    group = points.add(meeting, item=item, kind=PointKind.POINT, words="Too small", source=bos.constituency, by=ana)
    assert (group.raised_by, group.constituency) == (None, bos.constituency)


def test_a_decision_can_be_found_and_stops_being_found_when_it_was_none(meeting, ana):
    decision = points.add(meeting, item=None, kind=PointKind.DECISION, words="We print it", source=None, by=ana)
    assert SearchEntry.objects.get(kind="decision").title == "We print it"
    points.change(decision, kind=PointKind.POINT, words="We may print it")
    assert not SearchEntry.objects.filter(kind="decision").exists()


def test_a_point_is_removed_only_while_nothing_rests_on_it(meeting, community, ana):
    slip = make.point(meeting)
    points.remove(slip)
    assert not Point.objects.exists()
    carried = make.point(meeting)
    make.item(make.meeting(community, "Later"), came_from_point=carried)
    with pytest.raises(Refused, match="on an agenda"):
        points.remove(carried)
    notes.close(meeting, by=ana, reached=set())
    closed = make.point(meeting)
    closed.meeting.refresh_from_db()
    with pytest.raises(Refused, match="closed"):
        points.remove(closed)


def test_very_long_texts_stand_one_after_the_other():
    theirs, mine = "a\n" * 2000, "a\nb\n" * 2000
    assert queries.merged(theirs, mine=mine) == f"{theirs}\n\n{mine}"
