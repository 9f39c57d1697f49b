"""Who is behind a shown name: what is sure, what is asked, and what was answered."""

import csv

import pytest

from tests.voice.management.conftest import ATTENDANCE, MEMBERS, TRANSCRIPT, written

DEVICE = TRANSCRIPT.replace("Lee, Bo", "Bo's iPad")


def test_a_name_that_is_only_alike_is_asked_about_and_never_guessed(measures):
    _, said, found = measures(transcript=DEVICE)
    assert found["review"] == [
        {"shown": "Bo's iPad", "where": "transcript", "reason": "only one word of the name is given, and it fits", "candidates": ["Bo Lee"]}
    ]  # fmt: skip
    assert found["speakers"][1]["person"] is None and found["unplaced_share"] == 0.333333
    assert "- Bo's iPad (in the transcript)" in said and "perhaps Bo Lee" in said
    assert "33% of the speaking time is theirs, and belongs to no group so far." in said


def test_the_review_is_written_filled_in_and_given_back(measures, tmp_path):
    measures("--review", tmp_path / "review.csv", transcript=DEVICE)
    with (tmp_path / "review.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["shown"], row["person"], row["perhaps"]) for row in rows] == [("Bo's iPad", "", "Bo Lee")]
    written(tmp_path / "names.csv", "shown,person\nbo's  IPAD,bo lee\n")
    _, _, found = measures("--names", tmp_path / "names.csv", transcript=DEVICE)
    assert found["review"] == [] and found["speakers"][1]["person"] == "Bo Lee" and found["unplaced_share"] == 0


def test_a_shown_name_cannot_act_in_a_spreadsheet_and_is_known_again(measures, tmp_path):
    text = TRANSCRIPT.replace("Lee, Bo", "=HYPERLINK(1)")
    measures("--review", tmp_path / "review.csv", transcript=text)
    review = (tmp_path / "review.csv").read_text()
    assert "'=HYPERLINK(1)" in review
    written(tmp_path / "names.csv", "shown,person\n'=HYPERLINK(1),Bo Lee\n")
    assert measures("--names", tmp_path / "names.csv", transcript=text)[2]["review"] == []


def test_a_dash_says_that_a_name_is_no_person(measures, tmp_path):
    names = written(tmp_path / "names.csv", "shown,person\nRoom 4,-\nDi Fox,-\n")
    _, _, found = measures("--names", names, transcript=TRANSCRIPT.replace("Lee, Bo", "Room 4"))
    assert [each["label"] for each in found["speakers"]] == ["Ana Ruiz"] and found["people"] == 2


def test_two_names_of_one_person_are_one_voice(measures, tmp_path):
    names = written(tmp_path / "names.csv", "shown,person\nTelephone,Ana Ruiz\n")
    _, _, found = measures("--names", names, transcript=TRANSCRIPT.replace("Lee, Bo", "Telephone"))
    clinicians = next(group for group in found["groups"] if group["name"] == "Clinicians")
    assert (clinicians["turns"], clinicians["share"]) == (1, 1)


def test_a_person_whom_nobody_knows_is_refused(measures, tmp_path):
    names = written(tmp_path / "names.csv", "shown,person\nLee Bo,Nobody Known\n")
    code, said, _ = measures("--names", names, transcript=TRANSCRIPT.replace("Lee, Bo", "Lee Bo"))
    assert code == 2 and "--names says that “Lee Bo” is “Nobody Known”" in said


def test_who_is_called_so_in_the_attendance_is_that_person_even_if_no_member(measures):
    text, there = TRANSCRIPT.replace("Lee, Bo", "Visitor 7"), f"{ATTENDANCE}Visitor 7,,yes\n"
    _, _, found = measures(transcript=text, attendance=there)
    assert found["speakers"][1]["person"] == "Visitor 7" and found["groups"][-1]["name"] == "Group not known"
    assert [(each["shown"], each["where"]) for each in found["review"]] == [("Visitor 7", "attendance")]


def test_a_second_name_for_somebody_found_already_is_asked_about(measures):
    text = TRANSCRIPT.replace("4\n00:01:58.000 --> 00:02:08.000\nLee, Bo:", "4\n00:01:58.000 --> 00:02:08.000\nBo Lee:")
    _, _, found = measures(transcript=text)
    assert [(each["shown"], each["reason"]) for each in found["review"]] == [
        ("Lee, Bo", "another name is Bo Lee already")
    ]


def test_a_member_without_a_group_is_told_apart(measures):
    _, _, found = measures(members=MEMBERS.replace("Lay members\nDi", "n/a\nDi"))
    assert found["speakers"][1]["group"] == "Group not known"


@pytest.mark.parametrize("cell", ["x", "yes", "online"])
def test_a_cross_or_any_word_says_that_somebody_was_there(measures, cell):
    assert measures(attendance=f"Name,Present\nAna Ruiz,{cell}\nBo Lee,\nDi Fox,absent\n")[2]["people"] == 2


def test_many_doubts_are_cut_short_on_the_screen(measures):
    cues = "".join(f"00:00:{n:02}.000 --> 00:00:{n:02}.500\nStranger {chr(65 + n)}: Yes.\n\n" for n in range(20))
    _, said, found = measures(transcript=f"WEBVTT\n\n{cues}")
    assert len(found["review"]) == 20 and "- and 8 more" in said


def test_many_shown_names_are_cut_short_where_there_are_no_groups(measures):
    cues = "".join(f"00:00:{n:02}.000 --> 00:00:{n:02}.500\nStranger {n}x: Yes.\n\n" for n in range(45))
    _, said, _ = measures(transcript=f"WEBVTT\n\n{cues}", members=None, attendance=None)
    assert "and 5 more" in said


def test_when_every_name_is_no_person_everybody_was_silent(measures, tmp_path):
    names = written(tmp_path / "names.csv", 'shown,person\nAna Ruiz,-\n"Lee, Bo",-\n')
    _, said, found = measures("--names", names, "--html", tmp_path / "report.html")
    assert (found["speakers"], found["gini"], found["unplaced_share"]) == ([], None, None)
    assert "2 people were there, 0 spoke." in said
