"""`mindlines voice`, on transcripts and lists as people have them."""

import pytest
from click.testing import CliRunner

from mindlines.cli import main
from tests.voice.management.conftest import ATTENDANCE, TRANSCRIPT, written


def by_name(groups):
    return {group["name"]: group for group in groups}


def test_figures_are_measured_against_who_was_there(measures):
    code, said, found = measures()
    assert code == 0, said
    groups = by_name(found["groups"])
    assert (groups["Lay members"]["people"], groups["Lay members"]["breadth"]) == (2, 0.5)
    assert (groups["Lay members"]["seconds"], groups["Lay members"]["share"]) == (20, pytest.approx(1 / 3, abs=1e-5))
    assert (groups["Lay members"]["parity"], groups["Lay members"]["band"]) == (0.5, "below")
    assert (groups["Clinicians"]["parity"], groups["Clinicians"]["band"]) == (2, "above")
    assert (found["unit"], found["people"]) == ("seconds", 3)
    assert (found["gini"], found["gini_uncorrected"]) == (
        pytest.approx(2 / 3, abs=1e-5),
        pytest.approx(4 / 9, abs=1e-5),
    )
    assert (found["speech_seconds"], found["overlap_seconds"], found["silence_seconds"]) == (58, 2, 60)


def test_turns_words_and_seconds_are_told_apart_by_shown_name(measures):
    found = measures()[2]
    assert found["speakers"] == [
        {"label": "Ana Ruiz", "person": "Ana Ruiz", "group": "Clinicians", "seconds": 40, "turns": 1, "words": 16, "share": 0.666667},
        {"label": "Lee, Bo", "person": "Bo Lee", "group": "Lay members", "seconds": 20, "turns": 1, "words": 9, "share": 0.333333},
    ]  # fmt: skip
    lay = by_name(found["groups"])["Lay members"]
    assert (lay["turns"], lay["words"], lay["questions"], lay["question_share"], lay["first_seconds"]) == (
        1,
        9,
        1,
        1,
        48,
    )
    assert lay["by_unit"]["turns"] == {"share": 0.5, "parity": 0.75}


def test_a_pause_ends_a_turn_if_asked(measures):
    found = measures("--pause", 30)[2]
    assert [speaker["turns"] for speaker in found["speakers"]] == [1, 2]


def test_who_sent_apologies_was_not_there_and_a_group_that_was_missing_is_named(measures):
    _, said, found = measures()
    assert "“Attended” says that 1 of 4 people on the list were not there." in said
    managers = by_name(found["groups"])["Managers"]
    assert (managers["people"], managers["parity"], managers["band"]) == (0, None, None)
    assert found["not_available"]["groups.Managers.parity"] == "nobody of this group was there"


def test_the_silent_change_the_figures(measures):
    alone = measures(attendance="Name\nAna Ruiz\nBo Lee\n")[2]
    with_silent = measures(attendance="Name\nAna Ruiz\nBo Lee\nDi Fox\nEve Hall\n")[2]
    assert alone["gini"] < with_silent["gini"] and alone["entropy"] > with_silent["entropy"]


def test_the_table_fits_eighty_columns_and_says_what_was_left_out(measures, tmp_path):
    _, said, found = measures()
    assert max(len(line.replace(str(tmp_path), "")) for line in said.splitlines()) <= 80
    assert "Lay members                 2      1       1        9     0:20     0:48" in said
    assert "3 people were there, 2 spoke. 58 s of speech, 2 s of it by several at once" in " ".join(said.split())
    assert "- 1 × it ends before it begins" in said
    assert [each["reason"] for each in found["skipped"]] == ["it ends before it begins"]


def test_without_attendance_nothing_is_said_about_the_silent(measures):
    code, said, found = measures(attendance=None)
    assert code == 0 and "who was there is not known" in said
    assert (found["people"], found["gini"], found["groups"][0]["parity"]) == (None, None, None)
    assert found["not_available"]["gini"] == "who was there is not known: give the attendance"
    assert found["speakers"][0]["share"] == 0.666667 and found["groups"][0]["share"] is not None


def test_without_members_there_are_no_groups_but_people(measures):
    _, said, found = measures(members=None)
    assert found["groups"] == [] and found["gini"] == pytest.approx(2 / 3, abs=1e-5)
    assert "Groups are not available" in said and "Ana Ruiz" in said


def test_without_any_list_the_shown_names_are_measured_and_nobody_is_asked_who_they_are(measures):
    _, said, found = measures(attendance=None, members=None)
    assert found["review"] == [] and [each["turns"] for each in found["speakers"]] == [1, 1]
    assert "Names to look at" not in said


def test_without_times_words_are_counted_and_seconds_are_not_available(measures):
    text = "Ana Ruiz: Good morning to you all.\n\nBo Lee: Good morning.\n\nAna Ruiz: Shall we begin?\n"
    _, said, found = measures(transcript=text, name="meeting.txt")
    assert (found["unit"], found["silence_seconds"], found["speakers"][0]["seconds"]) == ("words", None, None)
    assert found["not_available"]["silence_seconds"] == "the transcript has no times"
    assert found["by_unit"]["seconds"]["gini"] is None and found["by_unit"]["words"]["gini"] is not None
    assert "Times are not available: the transcript has no times." in " ".join(said.split())


def test_without_speakers_nothing_is_said_about_people(measures):
    text = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nNobody is named here.\n"
    _, said, found = measures(transcript=text)
    assert "3 people were there; who speaks is not known." in said
    assert "Who was there is not known; who speaks is not known." in measures(transcript=text, attendance=None)[1]
    assert (found["speech_seconds"], found["gini"], found["groups"][0]["turns"]) == (3, None, None)
    assert found["not_available"]["overlap_seconds"] == "the transcript does not say who speaks"


RTTM = "SPEAKER m 1 1.00 4.00 <NA> <NA> Ana <NA> <NA>\nSPEAKER m 1 4.00 2.00 <NA> <NA> Bo <NA> <NA>\n"


def test_times_without_words_have_no_words(measures):
    _, said, found = measures(
        "--length", 10, transcript=RTTM, name="m.rttm", members=None, attendance="Name\nAna\nBo\n"
    )
    assert (found["speakers"][0]["words"], found["overlap_seconds"], found["silence_seconds"]) == (None, 1, 5)
    assert "the transcript has no text" in said


def test_the_length_beside_an_rttm_file_is_found(measures, tmp_path):
    written(tmp_path / "m.uem", "m 1 0.000 20.000\n")
    found = measures(transcript=RTTM, name="m.rttm", members=None, attendance=None)[2]
    assert found["length_seconds"] == 20


def test_several_meetings_are_measured_one_by_one(measures, tmp_path):
    (tmp_path / "other").mkdir()
    other = written(tmp_path / "other" / "meeting.vtt", TRANSCRIPT.replace("Lee, Bo", "Fox, Di"))
    code, said, found = measures(other)
    assert code == 0 and [each["file"] for each in found["meetings"]] == [
        f"{tmp_path.name}/meeting.vtt",
        "other/meeting.vtt",
    ]
    assert found["meetings"][1]["speakers"][1]["person"] == "Di Fox"
    assert "counted in" in said


def test_a_transcript_that_cannot_be_read_does_not_stop_the_others(measures, tmp_path):
    code, said, found = measures(written(tmp_path / "empty.vtt", ""))
    assert code == 1 and found["meeting"] == "meeting.vtt" and "empty.vtt" in said


def test_when_no_transcript_can_be_read_nothing_is_written(measures):
    code, said, found = measures(transcript="")
    assert (code, found) == (2, None) and "meeting.vtt" in said


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--by", "colour"], "There is no column “colour”"),
        (["--json", "{folder}/meeting.vtt"], "is read, and would be lost"),
        (["--html", "{folder}/nowhere/report.html"], "There is no folder"),
        (["--html", "{folder}/out.json"], "are not three different files"),
        (["{folder}/members.csv", "--length", "5"], "--length is for one recording"),
        (["{folder}/members.csv", "{folder}/members.csv", "--attendance", "{folder}/members.csv"], "3 transcripts and 2 attendance lists"),
        (["--names", "{folder}/members.csv"], "needs the columns “shown” and “person”"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_said(measures, tmp_path, more, words):
    code, said, found = measures(*(each.format(folder=tmp_path) for each in more))
    assert (code, found) == (2, None) and words in said


def test_an_attendance_that_is_no_list_is_refused_in_words(measures):
    code, said, _ = measures(attendance="This is a letter.\nIt has no list.\n")
    assert code == 2 and "attendance" in said


def test_a_file_that_cannot_be_opened_is_named(tmp_path):
    transcript = written(tmp_path / "meeting.vtt", TRANSCRIPT)
    folder = tmp_path / "report.html"
    folder.mkdir()
    result = CliRunner().invoke(main, ["voice", str(transcript), "--html", str(folder)])
    assert result.exit_code == 2 and "report.html" in result.output


def test_a_report_of_a_meeting_program_says_who_was_there(measures):
    report = (
        "Name (Original Name),User Email,Total Duration (Minutes),Guest\n"
        "Ruiz Ana,ana@x.org,60,No\nBo Lee,,57,Yes\nDi's iPad,di@x.org,50,Yes\n"
    )
    _, said, found = measures(attendance=report)
    assert by_name(found["groups"])["Lay members"]["people"] == 2 and found["review"] == []
    assert "These rows are devices" in said


def test_whoever_speaks_was_there(measures):
    _, said, found = measures(attendance=ATTENDANCE.replace("Bo Lee,,yes\n", ""))
    assert found["people"] == 3 and found["notes"] == [
        "Not on the attendance list, but heard, and so counted as there: Bo Lee."
    ]
    assert "Not on the attendance list" in said
