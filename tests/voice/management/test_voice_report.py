"""The report: one file, warm to look at, that names nobody."""

import re

import pytest

from mindlines.voice.management.voice import wording
from mindlines.voice.management.voice.report import look
from mindlines_analysis.voice import Figure
from tests.house import plan
from tests.voice.management.conftest import TRANSCRIPT, written


@pytest.fixture
def reports(measures, tmp_path):
    def run(*more, **files):
        code, said, _ = measures("--html", tmp_path / "report.html", *more, **files)
        assert code == 0, said
        return (tmp_path / "report.html").read_text()

    return run


def test_the_report_says_in_words_what_the_charts_show(reports):
    page = reports()
    assert "Lay members: 2 of 3 people (67%), 33% of the speaking time. That is below its share." in page
    assert "The person who spoke most had 67% of the speaking time; 1 of 3 people did not speak." in page
    assert 'aria-label="turns 0.75, words' in page and '<span class="band under">below</span>' in page
    assert "Managers: nobody of this group was there." in page


def test_the_report_names_nobody(reports):
    page = reports(transcript=TRANSCRIPT.replace("Lee, Bo", "Bo's iPad"))
    assert not re.search(r"Ana|Ruiz|Bo\b|Lee|Fox|Hall", page)
    assert "One name in the transcript could not be matched with anybody. 33% of the speaking time" in page


def test_the_report_needs_no_other_file_and_runs_nothing(reports):
    page = reports()
    assert not re.search(r"https?://|src=|url\(|@import|<script|<link|\bon\w+=", page)
    assert "default-src &#x27;none&#x27;" in page or "default-src 'none'" in page


def test_what_a_file_says_cannot_act_in_the_report(reports):
    members = 'Name,Group\nAna Ruiz,<script>alert(1)</script>\nBo Lee,"<b onclick=x>Lay</b>"\n'
    page = reports(members=members, attendance="Name\nAna Ruiz\nBo Lee\n")
    assert "<script" not in page and "<b " not in page and "&lt;script&gt;" in page


def test_small_groups_are_warned_of(reports):
    assert "Fewer than 5 people: Lay members, Clinicians. They can be recognised." in reports()


def test_what_is_not_available_is_said_and_not_drawn(reports):
    page = reports(attendance=None, members=None)
    assert "Not available: no list of members was given." in page and "Each person" not in page
    page = reports(attendance=None)
    assert "Has each group its share?" not in page and "Lay members: 33% of the speaking time." in page
    page = reports(transcript="Ana Ruiz: Good morning.\n\nBo Lee: Good morning.\n", name="meeting.txt")
    assert "speech and silence, speaking at the same time: the transcript has no times." in page


def test_where_nobody_is_named_groups_have_no_bars(reports):
    page = reports(transcript="WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nHello.\n")
    assert "<span>not available</span>" in page


def test_several_meetings_have_a_table_that_leads_to_each(reports, tmp_path):
    page = reports(written(tmp_path / "other.vtt", TRANSCRIPT), "--pause", 2.5)
    assert '<a href="#meeting-2">other.vtt</a>' in page and 'id="meeting-2"' in page
    assert "or until a pause of 2.5 seconds" in page and "2 meetings" in page


def test_names_in_the_attendance_that_no_member_has_are_counted(reports):
    page = reports(attendance="Name\nAna Ruiz\nBo Lee\nSomebody Else\nAnother One\n")
    assert "2 names in the attendance could not be matched with a member" in page


def test_the_colours_are_those_of_the_pages():
    styles = (plan.ROOT / "frontend/styles/_colours.scss").read_text()
    for mixin, colours in (("daylight", look.DAYLIGHT), ("dark", look.DARK)):
        told = dict(re.findall(r"--ml-([\w-]+): (#\w+);", styles.partition(f"@mixin {mixin} ")[2].partition("\n}")[0]))
        assert {name: told[name] for name in colours} == colours


@pytest.mark.parametrize(("seconds", "words"), [(None, "–"), (5.4, "5 s"), (65, "1 min 5 s"), (7265, "2 h 1 min")])
def test_a_duration_reads_well(seconds, words):
    assert wording.lasting(seconds) == words


@pytest.mark.parametrize(("seconds", "words"), [(None, "–"), (65, "1:05"), (7265, "2:01:05")])
def test_a_moment_reads_well(seconds, words):
    assert wording.clock(seconds) == words


def test_what_is_not_known_is_a_dash():
    none = Figure(None, "because")
    assert {wording.percent(none), wording.ratio(none), wording.count(None)} == {"–"}
    assert (wording.were_there(1), wording.were_there(2)) == ("1 person was there", "2 people were there")
