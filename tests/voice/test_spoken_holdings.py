"""What a person finds about their own speaking, and what is left when they ask to be erased."""

import pytest

from mindlines.people import holdings
from mindlines.voice.actions import debriefs, spoken_erasing
from mindlines.voice.models import Debrief, TranscriptImport, Turn
from tests.voice.talk import spoke

SAID = {"went_well": "The round", "quiet": "", "next_time": "", "equal": 4}


@pytest.fixture
def spoken(meeting, ana, bos, anas):
    spoke(meeting, bos.constituency, membership=bos, times=2)
    spoke(meeting, anas.constituency, membership=anas, speaker=3)
    debriefs.write(meeting, by=ana, said=SAID)
    TranscriptImport.objects.create(meeting=meeting, by=ana, file_name="a.vtt")


def held(person):
    titles = {"Meetings in which you spoke", "Your debriefs", "Transcripts you brought in"}
    return {one.title: one.rows for one in holdings.held_about(person) if one.title in titles}


def test_everybody_sees_how_often_they_were_counted_and_their_own_debriefs(spoken, ana, bo):
    mine, his = held(ana), held(bo)
    assert his["Meetings in which you spoke"][0]["Times you spoke"] == 2
    assert (his["Your debriefs"], his["Transcripts you brought in"]) == ([], [])
    assert mine["Your debriefs"][0]["What went well"] == "The round"
    assert mine["Transcripts you brought in"][0]["File"] == "a.vtt"


def test_when_somebody_is_erased_their_voice_still_counts_without_them(spoken, ana, bo, bos):
    spoken_erasing.forget(bo)
    assert held(bo)["Meetings in which you spoke"] == []
    assert list(Turn.objects.filter(constituency=bos.constituency).values_list("speaker", flat=True)) == [4, 4]
    assert Turn.objects.exclude(membership=None).count() == 1
    assert not TranscriptImport.objects.exists()
    spoken_erasing.forget(ana)
    assert not Debrief.objects.exists()
    assert Turn.objects.filter(speaker=3, membership=None).exists()
