"""Transcripts of others against figures that others computed; the environment says where they lie."""

import csv
import os
from collections import Counter
from pathlib import Path

import pytest

from mindlines_analysis.readers.transcripts import read_transcript
from mindlines_analysis.voice import gini, merge_turns, speech_time

FOLDER = os.environ.get("MINDLINES_REAL_FILES", "")
pytestmark = pytest.mark.skipif(not FOLDER, reason="MINDLINES_REAL_FILES names no folder")

ZOOM = Path(FOLDER, "transcript_files") if FOLDER else Path("nowhere")
TIMED = Path(FOLDER, "transcripts_timed") if FOLDER else Path("nowhere")
MEETINGS = sorted(path.parent for path in ZOOM.glob("zoom/**/transcript.vtt"))
RECORDINGS = sorted(TIMED.glob("ami_rttm/*.rttm"))
TURN_LISTS = sorted(TIMED.glob("qmsum/*.json"))
NEAR = 0.01


def table(path):
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def clock(written):
    hours, minutes, seconds = written.partition("T")[2].rstrip("Z").split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def read(folder):
    path = folder / "transcript.vtt"
    return read_transcript(path.read_bytes(), name=path.name).utterances


def name_of(folder):
    return folder.relative_to(ZOOM).as_posix()


def test_the_real_transcripts_are_all_there():
    assert len([folder for folder in MEETINGS if folder.parent.name == "pqinterop"]) == 20
    assert len(MEETINGS) == 24 and len(RECORDINGS) == 9


@pytest.mark.parametrize("folder", MEETINGS, ids=lambda folder: folder.name)
def test_each_zoom_speaker_has_the_seconds_and_utterances_that_others_computed(folder):
    said = read(folder)
    expected = {row["userName"]: row for row in table(ZOOM / "reference/speakerlevel.csv") if row["batchMeetingId"] == name_of(folder)}  # fmt: skip
    seconds, count = speech_time(said).speakers, Counter(each.speaker for each in said)
    assert set(seconds) == set(expected)
    for name, row in expected.items():
        assert seconds[name] == pytest.approx(float(row["utteranceTimeWindow_sum"]), abs=NEAR)
        assert count[name] == int(row["numUtterances"])
        starts = [each.start for each in said if each.speaker == name]
        assert min(starts) == pytest.approx(clock(row["firstUtteranceTime"]), abs=NEAR)
        assert max(starts) == pytest.approx(clock(row["lastUtteranceTime"]), abs=NEAR)


@pytest.mark.parametrize("folder", MEETINGS, ids=lambda folder: folder.name)
def test_each_zoom_meeting_has_the_speech_and_silence_that_others_computed(folder):
    said = read(folder)
    row = next(row for row in table(ZOOM / "reference/transcriptlevel.csv") if row["batchMeetingId"] == name_of(folder))
    found = speech_time(said)
    assert sum(found.speakers.values()) == pytest.approx(float(row["utteranceTimeWindow_sum"]), abs=NEAR)
    assert found.length.value == pytest.approx(float(row["totalTranscriptTime"]), abs=NEAR)
    silent = found.silence_seconds.value - found.overlap_seconds.value
    assert silent == pytest.approx(float(row["silentTime_sum"]), abs=NEAR)
    assert (len(said), len(found.speakers)) == (int(row["numUtterances"]), int(row["numUniqueSpeakers"]))


@pytest.mark.parametrize("folder", MEETINGS, ids=lambda folder: folder.name)
def test_merging_loses_no_second_and_no_word(folder):
    said, turns = read(folder), merge_turns(read(folder))
    seconds = sum(speech_time(said).speakers.values())
    assert sum(turn.seconds for turn in turns) == pytest.approx(seconds, abs=NEAR)
    assert sum(turn.words for turn in turns) == sum(each.words for each in said)


@pytest.mark.parametrize("path", RECORDINGS, ids=lambda path: path.stem)
def test_each_ami_meeting_has_the_figures_that_others_computed(path):
    uem = (TIMED / "ami_uem" / path.with_suffix(".uem").name).read_bytes()
    transcript = read_transcript(path.read_bytes(), name=path.name, uem=uem)
    found, turns = speech_time(transcript.utterances, length=transcript.length), merge_turns(transcript.utterances)
    row = next(row for row in table(TIMED / "reference/ami_meeting_reference.csv") if row["meeting"] == path.stem)
    assert found.length.value == pytest.approx(float(row["recording_sec"]), abs=NEAR)
    assert sum(found.speakers.values()) == pytest.approx(float(row["speaking_sec_sum_speakers"]), abs=NEAR)
    assert found.any_speech.value == pytest.approx(float(row["sec_any_speech"]), abs=NEAR)
    assert found.overlap_seconds.value == pytest.approx(float(row["sec_overlap_2plus"]), abs=NEAR)
    assert found.silence_seconds.value == pytest.approx(float(row["sec_silence"]), abs=NEAR)
    assert len(turns) == int(row["turns_start_order"])
    # Theirs is the plain index, ours the small-sample form: four people, so four thirds of it.
    plain, ours = gini([*found.speakers.values()], small_sample=False).value, gini([*found.speakers.values()]).value
    assert plain == pytest.approx(float(row["gini_of_speaking_time"]), abs=1e-4)
    assert ours == pytest.approx(plain * len(found.speakers) / (len(found.speakers) - 1))


@pytest.mark.parametrize("path", RECORDINGS, ids=lambda path: path.stem)
def test_each_ami_speaker_has_the_figures_that_others_computed(path):
    said = read_transcript(path.read_bytes(), name=path.name).utterances
    seconds, turns = speech_time(said).speakers, Counter(turn.speaker for turn in merge_turns(said))
    rows = [row for row in table(TIMED / "reference/ami_speaker_reference.csv") if row["meeting"] == path.stem]
    assert {row["speaker"] for row in rows} == set(seconds)
    for row in rows:
        name = row["speaker"]
        assert seconds[name] == pytest.approx(float(row["sec_union"]), abs=NEAR)
        assert seconds[name] / sum(seconds.values()) == pytest.approx(float(row["share_of_speaking_time"]), abs=1e-4)
        assert turns[name] == int(row["turns_start_order"])


@pytest.mark.parametrize("path", TURN_LISTS, ids=lambda path: path.stem)
def test_each_speaker_without_times_has_the_words_that_others_counted(path):
    transcript = read_transcript(path.read_bytes(), name=path.name)
    words: Counter[str] = Counter()
    for turn in merge_turns(transcript.utterances):
        words[turn.speaker] += turn.words
    rows = [row for row in table(TIMED / "reference/qmsum_words_reference.csv") if row["meeting"] == path.stem]
    assert {row["speaker_label_as_written"]: int(row["whitespace_tokens"]) for row in rows} == dict(words)
    assert not speech_time(transcript.utterances).silence_seconds.is_known
