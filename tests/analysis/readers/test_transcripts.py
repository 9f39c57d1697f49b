"""Files of cues: Zoom, Teams, YouTube, SRT, SBV."""

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindlines_analysis.readers import Unreadable, read_transcript
from mindlines_analysis.readers.transcripts.clocks import counts_milliseconds, seconds_of
from tests.analysis.samples import document

ZOOM = """WEBVTT\r
\r
1\r
00:00:01.000 --> 00:00:03.500\r
Ana Ruiz: Good morning. Here is the thing: we start late.\r
\r
2\r
00:00:04.000 --> 00:00:05.000\r
Bo Lee | Patients' panel: Morning.\r
\r
3\r
00:00:05.500 --> 00:00:06.000\r
And so: we begin.\r
\r
4\r
00:00:06.500 --> 00:00:08.000\r
Ana Ruiz: Who takes notes?\r
\r
5\r
00:00:08.000 --> 00:00:09.000\r
mo: Me.\r
"""


def said(content: str | bytes, *, name: str = "meeting.vtt"):
    found = read_transcript(content if isinstance(content, bytes) else content.encode(), name=name)
    return [(each.speaker, each.start, each.end, each.text) for each in found.utterances]


def skipped(content: str, *, name: str = "meeting.vtt") -> list[tuple[int | None, str]]:
    return [(each.line, each.reason) for each in read_transcript(content.encode(), name=name).skipped]


def vtt(*cues: str, above: str = "") -> str:
    """Cues of a second each."""
    blocks = [f"00:00:{at:02}.000 --> 00:00:{at + 1:02}.000\n{cue}" for at, cue in enumerate(cues)]
    return "\n\n".join([f"WEBVTT{above}", *blocks]) + "\n"


def test_a_colon_in_what_is_said_makes_no_speaker():
    found = read_transcript(ZOOM.encode(), name="meeting.vtt")
    assert [(each.speaker, each.text) for each in found.utterances] == [
        ("Ana Ruiz", "Good morning. Here is the thing: we start late."),
        ("Bo Lee | Patients' panel", "Morning."),
        ("", "And so: we begin."),
        ("Ana Ruiz", "Who takes notes?"),
        ("mo", "Me."),
    ]
    assert [(each.start, each.end) for each in found.utterances][:2] == [(1.0, 3.5), (4.0, 5.0)]
    assert (found.format, found.has_times, found.has_speakers, found.length) == ("WebVTT", True, True, None)
    assert found.notes == ("1 of 5 pieces do not say who speaks.",)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_any_encoding_will_do(encoding):
    text = vtt("Zoë Brontë: Très bien.", "Ana: Yes.", "Zoë Brontë: I see.")
    assert said(text.encode(encoding))[0][0] == "Zoë Brontë"


def test_voice_tags_of_teams_are_taken_with_their_entities():
    text = vtt("<v Lee, Bo (Panel) &amp; Co>So a < b,\nand 3 &lt; 4.</v>", "<v.loud Ana Ruiz>Yes", "Just words.")
    assert [(who, words) for who, _, _, words in said(text)] == [
        ("Lee, Bo (Panel) & Co", "So a < b, and 3 < 4."),
        ("Ana Ruiz", "Yes"),
        ("", "Just words."),
    ]


def test_several_voices_in_a_cue_share_its_time_by_their_words():
    found = read_transcript(vtt("<v Ana>One two three</v> <v Bo>four</v>", "<v Ana>.</v>").encode(), name="a.vtt")
    assert [(each.speaker, each.start, each.end) for each in found.utterances] == [
        ("Ana", 0.0, 0.75),
        ("Bo", 0.75, 1.0),
        ("Ana", 1.0, 2.0),
    ]
    assert found.notes == ("One piece has several speakers. The time was divided among them by their words.",)


def test_several_lines_with_names_in_a_cue_are_several_speakers():
    text = vtt("Ana: Ready?\nBo: Yes.\nSure: yes.", "Bo: And you?\nstill there?", "Ana: I am.\nBo: Good.")
    assert [(who, words) for who, _, _, words in said(text)] == [
        ("Ana", "Ready?"), ("Bo", "Yes. Sure: yes."), ("Bo", "And you? still there?"), ("Ana", "I am."), ("Bo", "Good."),
    ]  # fmt: skip
    assert "2 pieces have several speakers" in read_transcript(text.encode(), name="a.vtt").notes[0]


def test_comments_styles_regions_names_of_cues_and_headers_are_no_speech():
    text = (
        "WEBVTT - Spring meeting\nKind: captions\n\nNOTE made by hand\nof Bo\n\nSTYLE\n::cue { color: red }\n\n"
        "REGION\nid:a\n\nthe first\n00:01.000 --> 00:02.000 align:start position:0%\n<b>Hello</b> <00:01.500>there.\n\n"
        "NOTE\n\n12\n\n4f0a/1-0\n00:02.000 --> 00:03.000\n{\\an8}Good <c.blue>bye</c>.\n\nNOTE the end"
    )
    found = read_transcript(text.encode(), name="a.vtt")
    assert [each.text for each in found.utterances] == ["Hello there.", "Good bye."]
    assert (found.title, found.skipped) == ("Spring meeting", ())
    assert found.notes == ("The file does not say who speaks.",)


def test_what_cannot_be_read_is_counted_with_its_line():
    text = (
        "WEBVTT\n\nlost words\n\n00:00:01.000 --> 00:00:0x.000\nBad clock\n\n00:00:05.000 --> 00:00:04.000\nBackwards\n\n"
        "No time\nat all\n\n00:00:06.000 --> 00:75:07.000\nNo such minute\n\n00:00:07.000 --> 00:00:08.000\n\n"
        "00:00:08.000 --> 00:00:09.000\n[Music]\n\n00:00:09.000 --> 00:00:10.000\nFine.\n"
    )
    assert skipped(text) == [
        (3, "no time stands above it"), (5, "its time cannot be read"), (11, "no time stands above it"),
        (12, "no time stands above it"), (8, "it ends before it begins"), (14, "its time cannot be read"),
        (17, "it has no words"), (19, "a sound, not speech"),
    ]  # fmt: skip
    assert said(text) == [("", 9.0, 10.0, "Fine.")]


def test_long_lines_that_are_left_out_are_shown_in_short():
    found = read_transcript(vtt("Hello.", above=f"\n\n{'so ' * 100}").encode(), name="a.vtt")
    assert len(found.skipped[0].text) == 81


def test_a_blank_line_under_the_times_does_not_lose_the_words():
    assert said("WEBVTT\n\n00:01.000 --> 00:02.000\n\nHello.\n\n00:03.000 --> 00:04.000\n\nNOTE\n") == [
        ("", 1.0, 2.0, "Hello.")
    ]


def test_cues_without_blank_lines_and_without_a_header_are_read():
    text = "1\n00:00:01,5 --> 00:00:02,25\nHello.\n2\n00:00:02,250 --> 00:00:03,000\nThere.\n"
    assert said(text, name="a.srt") == [("", 1.5, 2.25, "Hello."), ("", 2.25, 3.0, "There.")]
    assert said("WEBVTT\n00:01.000 --> 00:02.000\nHello.")[0][3] == "Hello."
    assert read_transcript(text.encode(), name="a.vtt").format == "WebVTT"
    assert read_transcript(text.encode(), name="a.txt").format == "SRT"


def test_overlapping_cues_stay_and_are_put_in_order():
    text = "WEBVTT\n\n00:03.000 --> 00:09.000\nBo: Late.\n\n00:01.000 --> 00:05.000\nAna: Early.\n"
    assert said(text) == [("Ana", 1.0, 5.0, "Early."), ("Bo", 3.0, 9.0, "Late.")]


def test_an_empty_line_inside_an_srt_cue_does_not_cut_it():
    text = "1\n00:00:01,000 --> 00:00:02,000\n<font color=red>Well</font>,\n\nthen.\n\n2\n00:00:03,000 --> 00:00:04,000\nNo --> yes\n"
    assert [words for *_, words in said(text, name="a.srt")] == ["Well, then.", "No --> yes"]


def test_marks_of_change_carry_a_speaker_on_until_somebody_else_speaks():
    text = "".join(
        f"0:00:0{at}.000,0:00:0{at + 1}.000\n{words}\n\n"
        for at, words in enumerate(
            [">> ANA: Hello[br]all.", "How are you?", ">> Fine.", "(applause)", "Next.", ">>ANA: Yes."]
        )
    )
    assert [(who, words) for who, _, _, words in said(text, name="a.sbv")] == [
        ("ANA", "Hello all."), ("ANA", "How are you?"), ("", "Fine."), ("", "Next."), ("ANA", "Yes."),
    ]  # fmt: skip
    assert read_transcript(text.encode(), name="a.sbv").format == "SBV"


def test_escaped_marks_of_change_are_seen_too():
    assert [who for who, *_ in said(vtt("&gt;&gt; ANA: Hello.", "How are you?"))] == ["ANA", "ANA"]


def test_rolling_captions_are_not_counted_twice():
    lines = ["", "we need", "we need\nto <00:00:02.500><c>talk</c>", "to talk", "to talk\nabout it", "about it\n "]
    found = read_transcript(vtt(*lines[1:]).encode(), name="a.vtt")
    assert [each.text for each in found.utterances] == ["we need", "to talk", "about it"]
    assert "roll" in found.notes[0]


def test_words_that_come_back_now_and_then_are_not_rolling():
    assert len(said(vtt("Yes.", "Yes.", "No.", "Well.", "Fine."))) == 5
    assert len(said(vtt("Yes.", "Yes."))) == 2


def test_word_documents_of_teams_count_milliseconds_without_noughts():
    content = document(
        "0:0:6.90 --> 0:0:6.500\nBo Lee\nGood\nmorning.", "0:0:7.0 --> 0:1:8.5\nAna\nHi.", "0:1:9.0 --> 0:1:9.1\nHm."
    )
    found = read_transcript(content, name="a.docx")
    assert [(each.speaker, each.start, each.end, each.text) for each in found.utterances] == [
        ("Bo Lee", 6.09, 6.5, "Good morning."),
        ("Ana", 7.0, 68.005, "Hi."),
        ("", 69.0, 69.001, "Hm."),
    ]
    assert found.format == "Teams"


def test_word_documents_of_teams_without_names_have_no_speakers():
    found = read_transcript(document("0:0:6.90 --> 0:0:6.500\nGood.", "0:0:7.0 --> 0:0:8.0\nHi."), name="a.docx")
    assert ([each.text for each in found.utterances], found.has_speakers) == (["Good.", "Hi."], False)


@pytest.mark.parametrize(
    ("clocks", "whole"),
    [
        (["0:0:6.90", "0:0:6.500"], True),
        (["00:00:06.90", "00:00:06.500"], True),
        (["0:0:6.05", "0:0:6.500"], False),
        (["00:00:06.9", "00:00:06.51"], False),
        (["0:0:6.1234"], False),
        (["00:00:06", "00:00:07"], False),
        ([], False),
    ],
)
def test_fractions_are_milliseconds_only_where_the_file_shows_it(clocks, whole):
    assert counts_milliseconds(clocks) is whole


@pytest.mark.parametrize(
    ("clock", "seconds"), [("00:01", 1.0), ("1:00:60", None), ("soon", None), ("120:05.5", 7205.5)]
)
def test_times_are_read_or_not(clock, seconds):
    assert seconds_of(clock) == seconds


def test_three_hours_are_read_in_a_moment():
    cues = [
        f"{at}\n{at // 1200:02}:{at // 20 % 60:02}:{at % 20 * 3:02}.000 --> {at // 1200:02}:{at // 20 % 60:02}:{at % 20 * 3 + 2:02}.900\n"
        f"Person {at % 12}: Well, as I said before: this is what we talked about the last time.\n"
        for at in range(3600)
    ]
    content = "\n".join(["WEBVTT\n", *cues]).encode()
    start = time.process_time()
    found = read_transcript(content, name="a.vtt")
    assert time.process_time() - start < 1.5
    assert (len(found.utterances), found.utterances[-1].end) == (3600, 3 * 3600 - 0.1)


@pytest.mark.parametrize(
    "line",
    ["1" + "-" * 200_000, "a" + " " * 200_000 + "b", "<v " * 60_000, "[" * 200_000, "x to y " * 30_000, "1:" * 100_000,
     '"Reacted to "' * 20_000, "{\\" * 90_000, "a. " * 70_000],
)  # fmt: skip
def test_no_line_keeps_the_reader_busy(line):
    start = time.process_time()
    read_transcript(vtt("Ana: Hello.", line, "Ana: Bye.").encode(), name="a.vtt")
    assert read_transcript(f"Ana: Hello.\n{line}\nAna: Bye.".encode(), name="a.txt").utterances
    assert time.process_time() - start < 2


def test_more_pieces_than_a_meeting_has_are_refused():
    with pytest.raises(Unreadable, match="more than 50,000 pieces"):
        read_transcript(b"WEBVTT\n\n" + b"00:01.000 --> 00:02.000\nHm.\n\n" * 50_001, name="a.vtt")


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused(content):
    with contextlib.suppress(Unreadable):
        assert read_transcript(content, name="a").utterances


@given(st.text(alphabet='01:.,->< \n\t[]()AnaBo{}"NOTE/v', max_size=120))
@settings(max_examples=300, deadline=None)
def test_any_text_that_looks_a_little_like_a_transcript_is_read_or_refused(text):
    for start in ("WEBVTT\n\n", "00:01.0 --> 00:02.0\n", "Ana  0:01\n", "SPEAKER a 1 0 1 <NA> <NA> Bo\n", ""):
        try:
            found = read_transcript(f"{start}{text}".encode(), name="a")
        except Unreadable:
            continue
        assert all(each.start is None or each.end is None or each.start <= each.end for each in found.utterances)
