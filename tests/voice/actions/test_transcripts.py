import pytest
import time_machine

from mindlines.communities.models import RecordLine
from mindlines.kernel.errors import Refused
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import Attendance
from mindlines.voice import tasks
from mindlines.voice.actions import transcripts
from mindlines.voice.models import Recording, TranscriptImport, Turn
from mindlines_analysis.readers.transcripts import read_transcript
from tests import make
from tests.voice.talk import here, spoke, vtt

SAID = [
    ("Bo Berg", 0, 10, "What does that mean?"),
    ("Bo's phone", 10, 14, "Can you hear me"),
    ("Ana Alvarez", 13, 20, "Yes we can"),
    ("Recorder", 20, 22, "Recording"),
    ("Gil from the trust", 25, 30, "Hello"),
    ("Ana Alvarez", 30, 40, "Welcome"),
]


@pytest.fixture
def brought(meeting, ana):
    return transcripts.keep(meeting, transcript=read_transcript(vtt(SAID), name="a.vtt"), file_name="a.vtt", by=ana)


@pytest.fixture
def chosen(brought, anas, bos):
    transcripts.choose(brought, choices={0: bos.pk, 1: bos.pk, 2: anas.pk, 3: "nobody", 4: "guest"})
    return brought


def test_what_is_kept_until_somebody_looks_holds_no_word(brought):
    assert [row["name"] for row in brought.speakers] == [
        "Bo Berg",
        "Bo's phone",
        "Ana Alvarez",
        "Recorder",
        "Gil from the trust",
    ]
    assert brought.times["overlap"] == 1
    kept = f"{brought.speakers}{brought.turns}{brought.times}{brought.notes}"
    assert not [word for word in ("mean", "hear", "Yes", "Recording", "Hello", "Welcome") if word in kept]


def test_turns_are_written_without_words_and_two_names_of_one_member_are_one_voice(chosen, meeting, ana, anas, bos):
    transcripts.confirm(chosen, mark_here=[bos.pk], by=ana)
    found = [
        (turn.membership, turn.constituency, turn.began, turn.seconds, turn.words, turn.is_question)
        for turn in Turn.objects.all()
    ]
    assert found == [
        (bos, bos.constituency, 0, 14, 8, True),
        (anas, anas.constituency, 13, 7, 3, False),
        (None, None, 25, 5, 1, False),
        (anas, anas.constituency, 30, 10, 1, False),
    ]
    assert sorted(set(Turn.objects.values_list("speaker", flat=True))) == [1, 2, 3]
    assert {one.membership for one in Attendance.objects.filter(meeting=meeting)} == {bos}
    recording = Recording.objects.get(meeting=meeting)
    assert (recording.length, recording.overlap, recording.silence, recording.left_out) == (40, 1, 3, 1)
    assert not TranscriptImport.objects.exists()
    assert RecordLine.objects.filter(verb="took-in-transcript").count() == 1


def test_a_second_click_on_confirm_writes_nothing_more(chosen, ana):
    transcripts.confirm(chosen, mark_here=[], by=ana)
    with pytest.raises(Refused):
        transcripts.confirm(chosen, mark_here=[], by=ana)
    assert Turn.objects.count() == 4


def test_a_second_transcript_takes_the_place_of_the_first_and_leaves_taps(chosen, meeting, ana, anas, bos):
    spoke(meeting, bos.constituency)
    transcripts.confirm(chosen, mark_here=[], by=ana)
    again = transcripts.keep(
        meeting, transcript=read_transcript(vtt(SAID[:1]), name="b.vtt"), file_name="b.vtt", by=ana
    )
    transcripts.choose(again, choices={0: bos.pk})
    transcripts.confirm(again, mark_here=[], by=ana)
    assert sorted(Turn.objects.values_list("source", flat=True)) == ["tap", "transcript"]
    assert Recording.objects.get().left_out == 0


def test_a_file_that_waits_gives_way_to_the_next(brought, meeting, ana):
    transcripts.keep(meeting, transcript=read_transcript(vtt(SAID), name="b.vtt"), file_name="b.vtt", by=ana)
    with pytest.raises(Refused, match="another transcript"):
        transcripts.choose(brought, choices={})
    assert TranscriptImport.objects.get().file_name == "b.vtt"


def test_everybody_in_it_must_be_somebody_and_a_member_still(brought, ana, bos, chi, neighbours):
    with pytest.raises(Refused):
        transcripts.choose(brought, choices={0: bos.pk})
    with pytest.raises(Refused):
        transcripts.confirm(brought, mark_here=[], by=ana)
    stranger = neighbours.memberships.get(person=chi)
    transcripts.choose(brought, choices={0: bos.pk, 1: stranger.pk, 2: "nobody", 3: "nobody", 4: "nobody"})
    with pytest.raises(Refused, match="no longer a member"):
        transcripts.confirm(brought, mark_here=[], by=ana)
    assert not Turn.objects.exists()


def test_whoever_sent_apologies_and_was_heard_was_there(chosen, meeting, ana, anas, bos):
    here(meeting, bos, presence="apologies")
    here(meeting, anas, presence="phone")
    transcripts.confirm(chosen, mark_here=[bos.pk, anas.pk], by=ana)
    assert set(Attendance.objects.values_list("membership", "presence")) == {(bos.pk, "online"), (anas.pk, "phone")}


def test_a_transcript_without_times_has_turns_and_words_and_no_seconds(meeting, ana, bos):
    read = read_transcript(
        b"Bo Berg: Good morning to all.\n\nAna: Good morning Bo.\n\nBo Berg: Shall we?\n", name="a.txt"
    )
    brought = transcripts.keep(meeting, transcript=read, file_name="a.txt", by=ana)
    transcripts.choose(brought, choices={0: bos.pk, 1: bos.pk})
    transcripts.confirm(brought, mark_here=[], by=ana)
    turn = Turn.objects.get()
    assert (turn.began, turn.seconds, turn.words) == (None, None, 9)
    assert Recording.objects.get().silence is None
    assert "not available" in brought.notes[-1]


def test_without_speakers_or_after_a_cancelled_meeting_there_is_nothing_to_take_in(meeting, ana):
    nameless = read_transcript(b"WEBVTT\n\n00:01.000 --> 00:02.000\nGood morning\n", name="a.vtt")
    with pytest.raises(Refused, match="who speaks"):
        transcripts.keep(meeting, transcript=nameless, file_name="a.vtt", by=ana)
    meeting.phase = Phase.CANCELLED
    with pytest.raises(Refused, match="cancelled"):
        transcripts.keep(meeting, transcript=nameless, file_name="a.vtt", by=ana)


def test_a_transcript_is_dropped_or_forgotten_after_a_day(brought, meeting, ana):
    tasks.forget_old_transcripts()
    assert TranscriptImport.objects.count() == 1
    transcripts.drop(meeting)
    with time_machine.travel(make.A_WEDNESDAY, tick=False):
        transcripts.keep(meeting, transcript=read_transcript(vtt(SAID), name="a.vtt"), file_name="a.vtt", by=ana)
    with time_machine.travel(make.A_WEDNESDAY.replace(day=11), tick=False):
        tasks.forget_old_transcripts()
    assert not TranscriptImport.objects.exists()


def test_names_leave_the_turns_thirty_days_after_the_meeting_and_voices_stay_apart(chosen, meeting, ana, bos, anas):
    spoke(meeting, bos.constituency, membership=bos, times=2)
    spoke(meeting, anas.constituency, membership=anas)
    spoke(meeting, bos.constituency)
    transcripts.confirm(chosen, mark_here=[], by=ana)
    with time_machine.travel(make.A_WEDNESDAY.replace(year=2027, month=1, day=7), tick=False):
        tasks.take_names_out()
        assert Turn.objects.exclude(membership=None).exists()
    with time_machine.travel(make.A_WEDNESDAY.replace(year=2027, month=1, day=9), tick=False):
        tasks.take_names_out()
    assert not Turn.objects.exclude(membership=None).exists()
    tapped = Turn.objects.filter(source="tap").order_by("pk").values_list("speaker", flat=True)
    assert tapped[0] == tapped[1] != tapped[2]
    assert tapped[3] is None
    assert Turn.objects.filter(speaker__isnull=False).values("speaker", "source").distinct().count() == 5
