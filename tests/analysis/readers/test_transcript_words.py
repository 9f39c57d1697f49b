"""Transcripts without cues: Otter, newer Teams, Meet, interviews, RTTM, lists of turns; and what is none."""

import json

import pytest

from mindlines_analysis.readers import Unreadable, read_transcript
from mindlines_analysis.readers.transcripts.labels import find_labels, split_label
from tests.analysis.samples import document, packed, workbook

NO_ENDS = "The file says when each turn began, not when it ended, so nobody’s speaking time is known."
NO_TIMES = "The file has no times, so nobody’s speaking time is known."
MEET = """Spring meeting (2026-05-13 at 10:00 GMT+1) - Transcript
Attendees
Ana Ruiz, Bo Lee, Bo Lee's Presentation
Transcript
This editable transcript was made by a machine.
00:00:00

Ana Ruiz: Welcome. Today: money.
Bo Lee: Thank you.
And good morning.

00:05:00

Ana Ruiz: Let us begin.
Transcription ended after 00:45:12

People can change the text after it was created.
"""
TEAMS = """Spring meeting-20260513_100000-Meeting Transcript
13 May 2026, 10:00am
27m 42s

Ana Ruiz started transcription
Ana Ruiz   0:03
Good morning.
Shall we begin?

Lee, Bo (Panel)   1:02:03
Yes.
Ana Ruiz stopped transcription
"""


def read(content: str | bytes, *, name: str = "meeting.txt"):
    return read_transcript(content if isinstance(content, bytes) else content.encode(), name=name)


def said(content: str | bytes, *, name: str = "meeting.txt"):
    return [(each.speaker, each.start, each.text) for each in read(content, name=name).utterances]


@pytest.mark.parametrize("content", [TEAMS.encode(), document(*TEAMS.split("\n\n"))])
def test_newer_word_documents_of_teams_have_beginnings_and_a_length(content):
    found = read(content)
    assert [(each.speaker, each.start, each.end, each.text) for each in found.utterances] == [
        ("Ana Ruiz", 3.0, None, "Good morning. Shall we begin?"),
        ("Lee, Bo (Panel)", 3723.0, None, "Yes."),
    ]
    assert (found.format, found.length, found.has_times, found.notes) == ("Teams", 1662.0, False, (NO_ENDS,))
    assert found.title == "Spring meeting-20260513_100000-Meeting Transcript"
    assert [each.reason for each in found.skipped] == [
        "it stands before the first words",
        *["a line of the program"] * 2,
    ]


def test_otter_is_read_with_its_last_line():
    text = "Bo Lee  0:01  \nGood\nmorning.\n\nUnknown Speaker  12:09\nHi.\n\nTranscribed by https://otter.ai\n"
    assert said(text) == [("Bo Lee", 1.0, "Good morning."), ("Unknown Speaker", 729.0, "Hi.")]
    assert read(text).format == "Otter"


def test_one_blank_between_name_and_time_is_enough_where_many_lines_are_so():
    text = "Speaker 1 0:01\nGood morning.\nSpeaker 2 0:05\nHi.\nSpeaker 1 0:09\nShall we?\n"
    assert said(text)[1] == ("Speaker 2", 5.0, "Hi.")
    prose = "We meet at 10:30\nand we end\nat noon.\nThe bus comes at 12:10\nand it is late.\nSo it goes.\nAlways.\n"
    assert {start for _, start, _ in said(prose)} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "[00:00:01] Bo: Hello.\n[00:00:04] Ana: Now: what?\nmore\n[00:00:05] Bo: Well.",
        "(0:01) Bo: Hello.\n(0:04) Ana: Now: what?\nmore\n(0:05) Bo: Well.",
        "00:00:01 - Bo: Hello.\n00:00:04 - Ana: Now: what?\nmore\n00:00:05 - Bo: Well.",
        "00:01\nBo: Hello.\n00:04\nAna: Now: what?\nmore\n00:05\nBo: Well.",
    ],
)
def test_times_may_stand_before_the_words(text):
    assert said(text) == [("Bo", 1.0, "Hello."), ("Ana", 4.0, "Now: what? more"), ("Bo", 5.0, "Well.")]


def test_copied_captions_have_times_and_no_names():
    assert said("0:05\nwe need\n0:09\nto talk\n") == [("", 5.0, "we need"), ("", 9.0, "to talk")]


def test_captions_that_zoom_saved_show_the_clock_on_the_wall():
    found = read("[Ana Ruiz] 10:31:22\nGood morning.\n\n[Bo Lee] 10:31:30\nHi.\n")
    assert [(each.speaker, each.start) for each in found.utterances] == [("Ana Ruiz", 0.0), ("Bo Lee", 8.0)]
    assert found.format == "Zoom captions"
    assert "clock on the wall" in found.notes[0]


def test_appointments_and_impossible_times_are_no_transcript_with_times():
    diary = "Dentist  14:30\nBring the card.\nSchool  8:15\nBring lunch.\nBus  7:50\nRun.\nTrain  6:10\nRun more.\n"
    assert {start for _, start, _ in said(diary)} == {None}
    assert {start for _, start, _ in said("Ana  0:75\nHello.\n")} == {None}
    assert {start for _, start, _ in said("[0:99] Hello.\n[0:98] No.\n")} == {None}


@pytest.mark.parametrize(
    "content", [MEET.encode(), document(*MEET.split("\n")), MEET.replace("Ana Ruiz:", "**Ana Ruiz:**").encode()]
)
def test_meet_has_names_and_a_length_and_no_times(content):
    found = read(content)
    assert [(each.speaker, each.start, each.end, each.text) for each in found.utterances] == [
        ("Ana Ruiz", None, None, "Welcome. Today: money."),
        ("Bo Lee", None, None, "Thank you. And good morning."),
        ("Ana Ruiz", None, None, "Let us begin."),
    ]
    assert (found.format, found.length, found.has_times) == ("Meet", 2712.0, False)
    assert found.title == "Spring meeting (2026-05-13 at 10:00 GMT+1)"
    assert found.notes == ("2 lines above the transcript were left out: notes and names.", NO_TIMES)
    assert [each.reason for each in found.skipped] == ["it stands before the first words"]


def test_meet_without_a_heading_or_without_an_end_is_read():
    assert read("Ana: Hi.\nBo: Hi.\nTranscription ended after 00:01:00\n").length == 60.0
    found = read("# 📖 Transcript\n\nAna: Hi.\nBo: Hi.\n")
    assert (found.format, found.length, found.title, len(found.utterances)) == ("Meet", None, "", 2)


def test_an_interview_has_names_and_paragraphs():
    text = (
        "Interview with a lay member\nDate: 13 May\n\nINTERVIEWER: What happened?\n\nP1: I asked.\n\nNobody answered.\n\n"
        "INTERVIEWER:\nAnd then?\n\nP1: Note: nothing.\n"
    )
    found = read(text)
    assert [(each.speaker, each.text) for each in found.utterances] == [
        ("INTERVIEWER", "What happened?"),
        ("P1", "I asked. Nobody answered."),
        ("INTERVIEWER", "And then?"),
        ("P1", "Note: nothing."),
    ]
    assert (found.title, [each.text for each in found.skipped]) == ("Interview with a lay member", ["Date: 13 May"])


def test_words_alone_are_read_without_speakers_and_without_times():
    found = read(document("I like it.", "They said: never.", "", "So be it."), name="interview.docx")
    assert [(each.speaker, each.start, each.text) for each in found.utterances] == [
        ("", None, "I like it."),
        ("", None, "They said: never."),
        ("", None, "So be it."),
    ]
    assert (found.has_speakers, found.has_times, found.format) == (False, False, "text")
    assert found.notes == (NO_TIMES, "The file does not say who speaks.")
    assert [text for *_, text in said("One line\nof two.\n\n\nAnother.\n")] == ["One line of two.", "Another."]
    assert [text for *_, text in said("One line.\nAnother.\n")] == ["One line.", "Another."]


def test_voice_tags_without_times_name_speakers():
    assert said("<v Ana>Hello,\nall.</v>\n<v Bo>Hi.</v>\n") == [("Ana", None, "Hello, all."), ("Bo", None, "Hi.")]


@pytest.mark.parametrize(
    ("lines", "labels"),
    [
        (["Ana: a", "Bo: b", "Here is the thing: c", "Ana: d"], {"Ana", "Bo"}),
        (["Will Smith: a", "So Young: b", "will: c", "Question: d", "Surname, First (Dr): e"],
         {"Will Smith", "So Young", "will", "Surname, First (Dr)"}),
        (["We: a", "We: b", "We: c"], {"We"}),
        (["See https://x.org", "At 10:30 we met", "1: one", "Was it? Yes: it was"], set()),
        (["plain"] * 9 + ["ana: a", "ana: b", "Bo Lee: c", "P3: d", "then: e", "zoe: f"], {"ana", "Bo Lee", "P3"}),
        (["plain"] * 9 + ["Bo Lee: c", "BO: d", ">> Ana: e"], {"BO", "Ana"}),
        (["plain", "plain", "(all): hm"], set()),
        (["张三：你好", "李四： 你好", "张三：好"], {"张三", "李四"}),
        ([], set()),
    ],
)  # fmt: skip
def test_names_are_found_by_the_evidence_of_the_whole_file(lines, labels):
    assert find_labels(lines) == labels


def test_names_lose_marks_of_emphasis_and_brackets():
    assert split_label("**Bo Lee:** Hi: you.", labels=frozenset(["Bo Lee"])) == ("Bo Lee", "Hi: you.")
    assert split_label("- <Ana>: Hi.", labels=frozenset(["Ana"])) == ("Ana", "Hi.")
    assert split_label("Hi.", labels=frozenset(["Ana"])) is None


def test_rttm_is_read_with_the_length_of_its_uem_file():
    text = (
        ";; made by hand\nSPKR-INFO m1 1 <NA> <NA> <NA> unknown Bo <NA> <NA>\n"
        "SPEAKER m1 1 5 1.5 <NA> <NA> Bo <NA> <NA>\nSPEAKER m1 1 0.1 x <NA> <NA> Bo <NA> <NA>\n"
        "SPEAKER m1 1 -1 2 <NA> <NA> Bo <NA> <NA>\nSPEAKER m1 1 1 nan <NA> <NA> Bo <NA> <NA>\nSPEAKER m1\nwhat\n"
        "SPEAKER m1 1 0.1 0.2 <NA> <NA> <NA> <NA>\n"
    )
    found = read_transcript(text.encode(), name="m1.rttm", uem=b";; a\nm0 1 0 9\nm1 1 0.000 60.5\n")
    assert [(each.speaker, each.start, each.end) for each in found.utterances] == [("", 0.1, 0.3), ("Bo", 5.0, 6.5)]
    assert (found.length, found.has_times, found.format) == (60.5, True, "RTTM")
    assert [(each.line, each.reason) for each in found.skipped] == [
        (4, "its time cannot be read"), (5, "its time cannot be read"), (6, "its time cannot be read"),
        (7, "it is no line of RTTM"), (8, "it is no line of RTTM"),
    ]  # fmt: skip
    assert read(text).length is None


def test_rttm_of_several_recordings_or_with_the_wrong_uem_file_is_refused():
    line = "SPEAKER {} 1 5 1.5 <NA> <NA> Bo <NA> <NA>\n"
    with pytest.raises(Unreadable, match="holds 2 recordings"):
        read(line.format("m1") + line.format("m2"))
    with pytest.raises(Unreadable, match="does not say how long the recording “m1” is"):
        read_transcript(line.format("m1").encode(), name="a.rttm", uem=b"m2 1 0 9")


def test_lists_of_turns_are_read():
    turns = [{"speaker": "Chair ", "content": "Good  morning ."}, {"speaker": 1, "content": ""}, "no"]
    found = read(json.dumps({"meeting_transcripts": turns}, indent=1), name="a.json")
    assert [(each.speaker, each.text) for each in found.utterances] == [("Chair", "Good morning .")]
    assert [(each.line, each.reason) for each in found.skipped] == [(None, "it has no speaker and words")] * 2


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n", "is empty"),
        ("\u00a0\n".encode(), "is empty"),
        ("\x0b\x85".encode(), "is empty"),
        (b"x" * 10_000_001, "larger than 10 MB"),
        (b"\x00\x00\x00\x20ftypisom\x00\x00", "a video or sound recording"),
        (b"\x1aE\xdf\xa3....", "a video or sound recording"),
        (b"RIFF....WAVEfmt ", "a video or sound recording"),
        (b"%PDF-1.7", "a PDF document"),
        (b"\x89PNG\r\n", "a picture"),
        (b"<!doctype html><p>Ana: Hi.", "a web page"),
        (b"Ana: \x00\x01\x02", "does not hold readable text"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (OLE + "WordDocument".encode("utf-16-le"), "old Word document"),
        (OLE + "Workbook".encode("utf-16-le"), "a table or another old Office file"),
        (workbook(("A", [["Name", "Words"]])), "is a table, not a transcript"),
        (packed({"ppt/a.xml": b"x"}), "slides"),
        (packed({"content.xml": b"x"}), "a LibreOffice document"),
        (packed({"a.vtt": b"WEBVTT"}), "packed"),
        (b"PK\x03\x04 broken", "damaged"),
        (packed({"word/document.xml": b"<broken"}), "cannot be opened"),
        (packed({"word/document.xml": b" " * 30_000_000}), "cannot be opened"),
        (document(), "document without text"),
        (document(table=["Ana", "Hello."]), "holds its text in a table"),
        (b"Name,Join,Leave\nAna,10:00,11:00\nBo,10:00,11:00\n", "is a table"),
        (b"Name\tWords\nAna\tHello\n", "is a table"),
        (b"m1 1 0.0 60.5\n", "only tells how long a recording is"),
        (b"00:01:02\tAna:\tHello\r\n", "is a chat"),
        (b"10:01:02 From Ana to Everyone:\n\tHello\n", "is a chat"),
        (b'{"meeting_transcripts": [}', "damaged JSON"),
        (b"[" + b'{"a":[' * 100_000, "damaged JSON"),
        (b'{\n"turns": []}', "JSON file without turns"),
        (b'[{"speaker": "Ana"}]', "JSON file without turns"),
        (b'{"meeting_transcripts": []}', "nobody says anything"),
        (b"WEBVTT\n\nNOTE nothing\n", "nobody says anything"),
        (b"WEBVTT\n\n00:02.000 --> 00:01.000\nHi.", "nobody says anything"),
        (b"SPEAKER m1 1 x 1 <NA> <NA> Bo <NA> <NA>\n", "nobody says anything"),
        (b"Transcription ended after 00:01:00\n", "nobody says anything"),
    ],
)  # fmt: skip
def test_what_is_no_transcript_is_refused_in_words(content, words):
    with pytest.raises(Unreadable, match=words):
        read_transcript(content, name="meeting")


def test_the_name_decides_only_where_the_content_leaves_a_doubt():
    with pytest.raises(Unreadable, match="is a table"):
        read(b"One word\nAnother\n", name="list.csv")
    assert said("WEBVTT\n\n00:01.000 --> 00:02.000\nHi.\n", name="list.csv")[0][2] == "Hi."


def test_words_in_tables_of_a_document_are_left_out_with_a_note_and_inserted_ones_are_not():
    found = read(document("Hello.", table=["saved by", "Ana"], inserted="And more."), name="a.docx")
    assert [each.text for each in found.utterances] == ["Hello.", "And\tmore.".replace("\t", " ")]
    assert found.notes[0] == "Text inside tables and boxes was left out."
