"""Transcripts and chats that nobody of this project wrote, against figures that somebody else computed from them.

The reference of the Zoom files counts cues: one utterance for each, and the sum of their times for each speaker. What
names nobody is there called UNIDENTIFIED. Its columns `_sd` are means.
"""

import csv
import os
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest

from mindlines_analysis.readers import Unreadable, read_chat, read_transcript
from mindlines_analysis.voice.turns import merge_turns

FOLDER = os.environ.get("MINDLINES_REAL_FILES", "")
pytestmark = pytest.mark.skipif(not FOLDER, reason="MINDLINES_REAL_FILES names no folder")

ODD = {  # format, utterances, speakers, line and reason of what was skipped
    "docx_interview/ID1.docx": ("text", 3, set(), []),
    "otter/turnchunk_bracketed.txt": ("text", 3, {"Alice", "Bob"}, []),
    "otter/turnchunk_otter.txt": ("Otter", 2, {"Alice Chen", "Bob Ferreira"}, []),
    "srt/subsrt_sample.sbv": ("SBV", 4, {"ALICE", "JOHN", ""}, [(11, "a sound, not speech")]),
    "srt/subsrt_sample.srt": ("SRT", 4, {"ALICE", "JOHN", ""}, [(15, "a sound, not speech")]),
    "teams/teams_chat.docx": ("Teams", 2, {"Some Body", "James Bond"}, []),
    "teams/transcript-cleanup_teams_es.expected.txt": ("text", 4, {"Jean Lescure"}, []),
    "teams/transcript-cleanup_teams_es.vtt": ("WebVTT", 4, {"Jean Lescure"}, []),
    "teams/turnchunk_teams.vtt": ("WebVTT", 4, {"Alice Chen", "Bob Ferreira"}, []),
    "vtt_odd/turnchunk_youtube_rolling.vtt": ("WebVTT", 4, set(), []),
    "vtt_odd/webvttpy_captions_with_bom.vtt": ("WebVTT", 4, set(), []),
    "vtt_odd/webvttpy_comments.vtt": ("WebVTT", 3, set(), []),
    "vtt_odd/webvttpy_cue_tags.vtt": ("WebVTT", 3, set(), []),
    "vtt_odd/webvttpy_invalid_timeframe.vtt": ("WebVTT", 6, set(), [(6, "its time cannot be read")]),
    "vtt_odd/webvttpy_metadata_headers.vtt": ("WebVTT", 2, set(), []),
    "vtt_odd/webvttpy_missing_timeframe.vtt": ("WebVTT", 6, set(), [(6, "no time stands above it")]),
    "vtt_odd/webvttpy_styles.vtt": ("WebVTT", 1, set(), []),
    "vtt_odd/webvttpy_using_identifiers.vtt": ("WebVTT", 6, set(), []),
    "zoom/turnchunk_zoom.vtt": ("WebVTT", 3, {"Priya Raman", "Tom Ableton"}, []),
}
WITHOUT_REFERENCE = {"transcript_cl.vtt": (159, 7)}
REFUSED = {"tldr.json": "JSON", "tldr_cl.json": "JSON", "transcript_changelog.tsv": "a table"}
MEETINGS = 25
ALL_TRANSCRIPT_FILES, ALL_CHATS, ALL_TIMED = 118, 26, 30


def folder(name: str) -> Path:
    return Path(FOLDER, name)


def files(name: str) -> list[Path]:
    return sorted(path for path in folder(name).rglob("*") if path.is_file() and "reference" not in path.parts)


def reference(name: str, *, under: str = "transcript_files") -> list[dict[str, str]]:
    with (folder(under) / "reference" / name).open(newline="") as rows:
        return list(csv.DictReader(rows))


def by_meeting(name: str) -> dict[str, dict[str, dict[str, str]]]:
    found: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for row in reference(name):
        found[row["batchMeetingId"]][row["userName"]] = row
    return found


def transcript_of(meeting: str) -> Path:
    if meeting == "zoom/zoomGroupStats/meeting001":
        return folder("transcript_files") / "zoom/zoomGroupStats/meeting001_transcript.vtt"
    return folder("transcript_files") / meeting / "transcript.vtt"


def chat_of(meeting: str) -> Path:
    if meeting == "zoom/zoomGroupStats/meeting001":
        return folder("chat") / "zoom/zoomGroupStats/meeting001_chat.txt"
    return folder("chat") / meeting / "chat.txt"


@cache
def read(path: Path):
    return read_transcript(path.read_bytes(), name=path.name)


def test_each_real_transcript_file_is_spoken_for():
    found = files("transcript_files")
    odd = {folder("transcript_files") / name for name in ODD}
    with_reference = {transcript_of(meeting) for meeting in by_meeting("speakerlevel.csv")}
    assert len(with_reference) == MEETINGS
    corrected = {path for path in found if path.name == "transcript_corrected.vtt"}
    named = {path for path in found if path.name in {*REFUSED, *WITHOUT_REFERENCE}}
    assert odd | with_reference | corrected | named == set(found)
    assert [len(found), len(files("chat")), len(files("transcripts_timed"))] == [
        ALL_TRANSCRIPT_FILES,
        ALL_CHATS,
        ALL_TIMED,
    ]


@pytest.mark.parametrize("name", ODD)
def test_each_odd_file_is_read(name):
    form, pieces, speakers, skipped = ODD[name]
    found = read(folder("transcript_files") / name)
    assert (found.format, len(found.utterances)) == (form, pieces)
    assert {each.speaker for each in found.utterances} == (speakers or {""})
    assert found.has_speakers is bool(speakers)
    assert [(each.line, each.reason) for each in found.skipped] == skipped


def test_milliseconds_of_teams_words_and_times_of_others_are_right():
    def spans(name: str) -> list[tuple[float | None, float | None, str]]:
        found = read(folder("transcript_files") / name)
        return [(each.start, each.end, each.text) for each in found.utterances]

    assert spans("teams/teams_chat.docx") == [(0.0, 1.51, "OK. Yeah."), (3.27, 4.25, "Umm.")]
    assert spans("vtt_odd/webvttpy_cue_tags.vtt")[2] == (20.5, 21.5, "That's amore")
    assert spans("vtt_odd/turnchunk_youtube_rolling.vtt")[1] == (2.87, 5.199, "talk about is the migration plan")
    assert spans("zoom/turnchunk_zoom.vtt")[2] == (7.9, 11.2, "Great. So here's the thing: we're behind on the audit.")
    assert spans("srt/subsrt_sample.sbv") == spans("srt/subsrt_sample.srt")
    assert [start for start, _, _ in spans("otter/turnchunk_otter.txt")] == [1.0, 9.0]
    assert {end for _, end, _ in spans("otter/turnchunk_bracketed.txt")} == {None}
    assert {start for start, _, _ in spans("docx_interview/ID1.docx")} == {None}


def test_each_zoom_transcript_has_the_seconds_and_utterances_of_the_reference():
    for meeting, people in by_meeting("speakerlevel.csv").items():
        found = read(transcript_of(meeting))
        seconds, pieces = Counter(), Counter()
        for each in found.utterances:
            seconds[each.speaker or "UNIDENTIFIED"] += each.end - each.start
            pieces[each.speaker or "UNIDENTIFIED"] += 1
        assert pieces == {name: int(row["numUtterances"]) for name, row in people.items()}, meeting
        for name, row in people.items():
            assert seconds[name] == pytest.approx(float(row["utteranceTimeWindow_sum"]), abs=0.01), (meeting, name)
        assert (found.has_times, found.has_speakers, found.skipped, found.format) == (True, True, (), "WebVTT")


def test_each_zoom_meeting_has_the_totals_of_the_reference():
    for row in reference("transcriptlevel.csv"):
        found = read(transcript_of(row["batchMeetingId"])).utterances
        total = sum(each.end - each.start for each in found)
        span = max(each.end for each in found) - min(each.start for each in found)
        silence = float(row["totalTranscriptTime"]) - float(row["utteranceTimeWindow_sum"])
        assert total == pytest.approx(float(row["utteranceTimeWindow_sum"]), abs=0.01)
        assert span == pytest.approx(float(row["totalTranscriptTime"]), abs=0.01)
        assert span - total == pytest.approx(silence, abs=0.01)
        assert len(found) == int(row["numUtterances"])
        assert len({each.speaker for each in found}) == int(row["numUniqueSpeakers"])


def test_corrected_transcripts_have_the_same_times_and_one_of_them_a_damaged_name():
    changed = set()
    for path in files("transcript_files"):
        if path.name == "transcript_corrected.vtt":
            before, after = read(path.parent / "transcript.vtt"), read(path)
            pairs = list(zip(before.utterances, after.utterances, strict=True))
            assert all((one.start, one.end) == (two.start, two.end) for one, two in pairs)
            changed |= {(one.speaker, two.speaker) for one, two in pairs if one.speaker != two.speaker}
    assert changed == {("Shaaibu Suleiman | Gean", "Shaaibu Suleiman | Grandine")}


def test_a_transcript_without_a_reference_is_read_and_what_is_none_is_refused():
    for path in files("transcript_files"):
        if path.name in WITHOUT_REFERENCE:
            found = read(path)
            assert (len(found.utterances), len({each.speaker for each in found.utterances})) == WITHOUT_REFERENCE[
                path.name
            ]
        if path.name in REFUSED:
            with pytest.raises(Unreadable, match=REFUSED[path.name]):
                read(path)


def test_each_chat_has_the_messages_of_the_reference():
    for meeting, people in by_meeting("chat_userlevel.csv").items():
        chat = read_chat(chat_of(meeting).read_bytes(), name="chat.txt")
        counted = Counter(each.sender for each in chat.messages)
        assert counted == {name: int(row["numMessages"]) for name, row in people.items()}, meeting
        assert (chat.skipped, chat.notes) == ((), ())
        for name, row in people.items():
            times = [each.at for each in chat.messages if each.sender == name]
            assert [clock(row["firstMessageTime"]), clock(row["lastMessageTime"])] == [min(times), max(times)]


def clock(stamp: str) -> float:
    hours, minutes, seconds = stamp.removesuffix("Z").partition("T")[2].split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def test_a_third_of_the_chat_are_reactions_and_a_quarter_are_replies():
    chats = [read_chat(path.read_bytes(), name=path.name) for path in files("chat")]
    kinds = Counter(each.kind for chat in chats for each in chat.messages)
    assert kinds == {"message": 605, "reaction": 614, "reply": 437}
    assert all(each.about and each.text for chat in chats for each in chat.messages if each.kind != "message")
    with pytest.raises(Unreadable, match="Take it in as a chat"):
        read(files("chat")[0])


def test_each_ami_meeting_has_the_seconds_segments_and_turns_of_the_reference():
    for row in reference("ami_meeting_reference.csv", under="transcripts_timed"):
        rttm = folder("transcripts_timed") / f"ami_rttm/{row['meeting']}.rttm"
        uem = folder("transcripts_timed") / f"ami_uem/{row['meeting']}.uem"
        found = read_transcript(rttm.read_bytes(), name=rttm.name, uem=uem.read_bytes())
        assert (found.format, len(found.utterances), found.skipped) == ("RTTM", int(row["segments"]), ())
        assert found.length == pytest.approx(float(row["recording_sec"]), abs=0.001)
        total = sum(each.end - each.start for each in found.utterances)
        assert total == pytest.approx(float(row["speaking_sec_sum_speakers"]), abs=0.01)
        assert len(merge_turns(found.utterances)) == int(row["turns_start_order"])
        with pytest.raises(Unreadable, match="only tells how long"):
            read(uem)


def test_each_ami_speaker_has_the_seconds_of_the_reference():
    for row in reference("ami_speaker_reference.csv", under="transcripts_timed"):
        found = read(folder("transcripts_timed") / f"ami_rttm/{row['meeting']}.rttm")
        spans = [each.end - each.start for each in found.utterances if each.speaker == row["speaker"]]
        assert len(spans) == int(row["segments"])
        assert sum(spans) == pytest.approx(float(row["sec_sum_of_segments"]), abs=0.01)


def test_laughter_and_coughs_make_more_segments_and_are_read_too():
    assert len(read(folder("transcripts_timed") / "ami_rttm_vocalsounds/ES2005a.rttm").utterances) == 85


def test_each_list_of_turns_has_the_words_of_the_reference():
    expected: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for row in reference("qmsum_words_reference.csv", under="transcripts_timed"):
        name = " ".join(row["speaker_label_as_written"].split())
        expected[row["meeting"]][name] = (int(row["turns"]), int(row["whitespace_tokens"]))
    for path in sorted(folder("transcripts_timed").glob("qmsum/*.json")):
        found = read(path)
        turns, words = Counter(), Counter()
        for each in found.utterances:
            turns[each.speaker] += 1
            words[each.speaker] += each.words
        assert {name: (turns[name], words[name]) for name in turns} == expected[path.stem]
        assert (found.has_times, found.skipped) == (False, ())
