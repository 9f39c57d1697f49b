import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindlines_analysis.readers import Session, Unreadable, read_attendance
from mindlines_analysis.readers.moments import day_order, find_day, read_duration, read_moment
from mindlines_analysis.readers.presence import union_seconds
from tests.analysis import samples

at = dt.datetime.fromisoformat


def read(text, *, name="meeting.csv", encoding="utf-8", **options):
    return read_attendance(text.encode(encoding), name=name, **options)


def by_name(report):
    return {person.name: person for person in report.people}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_the_teams_list_becomes_stays_until_the_end(encoding):
    report = read(samples.TEAMS_LIST, encoding=encoding)
    people = by_name(report)
    assert people["Ana Ruiz"].seconds == 10 * 60 + 40 * 60 + 10
    assert len(people["Ana Ruiz"].sessions) == 2
    assert people["Lee Bo"].minutes == 60
    assert report.notes == (
        "Lee Bo: was there before the list begins, so perhaps for longer.",
        "Ana Ruiz: has no time of leaving; counted until the end.",
    )


def test_the_teams_report_joins_overlapping_stays_and_leaves_out_programs():
    report = read(samples.TEAMS_REPORT, encoding="utf-16-be")
    people = by_name(report)
    assert (report.title, report.started) == ("Spring planning", at("2026-05-13 09:59"))
    assert list(people) == ["Ruiz, Ana (EXT)", "Bo Lee (Guest)"]
    ana = people["Ruiz, Ana (EXT)"]
    assert (ana.email, ana.minutes, ana.role) == ("ana@x.org", 40, "Organizer")
    assert people["Bo Lee (Guest)"].guest
    assert report.notes == ("Left out, because they are programs that take notes: Read.ai.",)


def test_the_zoom_report_of_two_blocks_has_minutes_and_tells_what_differs():
    report = read(samples.ZOOM_TWO_BLOCKS, encoding="utf-8-sig")
    assert (report.title, report.ended) == ("Spring planning", at("2026-05-13 11:00"))
    assert [(one.name, one.minutes, one.kind, one.guest) for one in report.people] == [
        ("Ana Ruiz", 60, "person", False),
        ("Bo's iPad (Lee)", 57, "device", True),
        ("Ann & Tom, Ely", 12, "person", True),
    ]
    assert report.notes == (
        "These rows are devices; say whose they are: Bo's iPad (Lee).",
        "There may be more than one person in: Ann & Tom, Ely.",
        "The report says 9 took part, but it names 3. We take those it names.",
    )


def test_the_zoom_report_of_one_block_joins_those_who_came_back():
    report = read(samples.ZOOM_ROWS)
    assert [(one.name, one.minutes, one.kind) for one in report.people] == [
        ("Ana Ruiz", 50, "person"),
        ("447700900123", 30, "phone"),
    ]


def test_the_meet_report_takes_its_day_from_the_name_of_the_file():
    report = read(samples.MEET, name="2026-05-13 Planning - Attendance.csv")
    assert report.started == at("2026-05-13 09:58")
    assert [(one.name, one.minutes) for one in report.people] == [("Ana Ruiz", 62), ("Bo Lee", 35)]


def test_without_any_day_only_the_minutes_are_taken():
    report = read(samples.MEET)
    assert (report.started, report.people[0].sessions, report.people[0].minutes) == (None, (), 62)
    assert "no day" in report.notes[-1]


@pytest.mark.parametrize(
    ("header", "actions", "language"),
    [
        ("Vollständiger Name\tBenutzeraktion\tZeitstempel", ("Beigetreten", "Verlassen"), "German"),
        ("Nom complet\tAction de l’utilisateur\tHorodatage", ("A rejoint", "A quitté"), "French"),
        ("Nombre completo\tAcción del usuario\tMarca de tiempo", ("Se unió", "Salió"), "Spanish"),
        ("Volledige naam\tGebruikersactie\tTijdstempel", ("Deelgenomen", "Verlaten"), "Dutch"),
    ],
)
def test_lists_in_other_languages_are_read(header, actions, language):
    joined, left = actions
    report = read(f"{header}\nBo\t{joined}\t3/5/2026, 10:00:00\nBo\t{left}\t3/5/2026, 10:30:00\n")
    assert (report.people[0].minutes, report.started.month) == (30, 5), language


@pytest.mark.parametrize(
    "header",
    [
        "Name;Beitrittszeit;Verlassen um;Dauer (Minuten);Gast",
        "Nom;Heure d'arrivée;Heure de départ;Durée (minutes);Invité",
        "Nombre;Hora de entrada;Hora de salida;Duración (minutos);Invitado",
        "Naam;Deelnametijd;Vertrektijd;Duur (minuten);Gast",
    ],
)
def test_reports_in_other_languages_are_read(header):
    report = read(f"{header}\nBo;13.05.2026 10:00:00;13.05.2026 10:30:00;30;Ja\n")
    assert (report.people[0].minutes, report.people[0].guest) == (30, True)


def test_a_workbook_is_read_too():
    rows = [["Name", "Join time", "Leave time"], ["Bo", "2026-05-13 10:00:00", "2026-05-13 10:30:00"]]
    assert read_attendance(samples.workbook(("A", rows)), name="meeting.xlsx").people[0].minutes == 30


def test_an_unsure_day_is_told_and_can_be_corrected():
    text = "Name,Join time,Leave time\nBo,05/03/2026 10:00,05/03/2026 10:30\n"
    report = read(text)
    assert report.started.month == 3
    assert "We read 5 March 2026 (day first)" in report.notes[0]
    corrected = read(text, day_first=False)
    assert (corrected.started.month, corrected.notes) == (5, ())


@pytest.mark.parametrize(
    ("texts", "language", "order", "sure"),
    [
        (["14/11/22, 09:29"], "en", "day first", True),
        (["11/14/22, 09:29"], "en", "month first", True),
        (["2022-11-14 09:29"], "en", "day first", True),
        (["11/11/22 09:29"], "en", "day first", True),
        (["11/12/22 23:50", "12/12/22 00:10"], "en", "day first", False),
        (["12/11/22 23:50", "12/12/22 00:10"], "en", "month first", False),
        (["11.12.22 09:29"], "en", "day first", False),
        (["11/12/22 9:29 AM"], "fr", "day first", False),
        (["11/12/22 9:29 AM"], "en", "month first", False),
        (["11/12/22 09:29"], "en", "day first", False),
        ([], "en", "day first", True),
    ],
)
def test_the_order_of_day_and_month_follows_the_evidence(texts, language, order, sure):
    found = day_order(texts, language=language)
    assert (found.order, found.sure) == (order, sure)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2022-11-14T09:29:07Z", at("2022-11-14 09:29:07")),
        ("14 Nov 2022 9:29 p.m.", at("2022-11-14 21:29")),
        ("Nov 14, 2022 12:05 AM", at("2022-11-14 00:05")),
        ("14. März 2022 09:05", at("2022-03-14 09:05")),
        ("14/11/22, 9:29:07\u202fPM", at("2022-11-14 21:29:07")),
        ("31/11/22 09:00", None),
        ("14/11/22 25:00", None),
        ("soon 09:00", None),
        ("14/11/22", None),
        ("", None),
    ],
)
def test_moments_are_read_in_many_dresses(text, moment):
    assert read_moment(text, order="day first") == moment


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("19m 26s", 1166),
        ("1h 42m", 6120),
        ("75", 4500),
        ("1:42:07", 6127),
        ("0:45", 2700),
        ("1 hr 2 min", 3720),
        ("1 Std. 5 Min. 3 Sek.", 3903),
        ("2 u 5 m", 7500),
        ("1 hora 5 minutos", 3900),
        ("7,5", 450),
        ("PT1H30M", 5400),
        ("", None),
        ("3 apples", None),
        ("about 3 m", None),
    ],
)
def test_durations_keep_their_seconds(text, seconds):
    assert read_duration(text) == seconds


def test_a_day_in_a_file_name_must_exist():
    assert find_day("2026-13-45 report.csv") is None
    assert find_day("report.csv") is None


@pytest.mark.parametrize(
    "text",
    ["Name;Town\nBo;Ely\n", "hello\n", "Meeting ID,Topic,Start Time\n1,Plan,05/13/2026 10:00 AM\n"],
)
def test_what_is_no_report_is_refused_in_words(text):
    with pytest.raises(Unreadable, match="not an attendance report we know"):
        read(text)


def test_a_workbook_that_is_no_report_and_a_report_of_nobody_are_refused():
    with pytest.raises(Unreadable, match="not an attendance report"):
        read_attendance(samples.workbook(("A", [["Name", "Town"], ["Bo", "Ely"]])), name="list.xlsx")
    with pytest.raises(Unreadable, match="nobody is in it"):
        read("Name,Join time,Leave time\n")
    with pytest.raises(Unreadable, match="too large"):
        read("Name,Duration\n" * 10, max_bytes=20)
    with pytest.raises(Unreadable, match="rows"):
        read("Name,Duration\n" + "Bo,5m\n" * 20_001)


def test_odd_rows_are_told_and_do_not_spoil_the_others():
    report = read(
        "Name,Join time,Leave time,Duration\n"
        "Bo,,13/05/2026 10:30,\nChi,13/05/2026 10:00,13/05/2026 09:00,5m\nAna,13/05/2026 10:10,,5m\nDee,13/05/2026 10:20,,\nlost,,,\n"
        ",13/05/2026 10:00,13/05/2026 10:30,3m\n"
    )
    people = by_name(report)
    assert (people["Bo"].minutes, people["Chi"].minutes, people["Ana"].minutes) == (30, 5, 5)
    assert "Bo: has no time of joining; counted from the start." in report.notes
    assert "Dee: has no time of leaving; counted until the end." in report.notes
    assert "Chi: left before joining; that stay was not counted." in report.notes
    assert "Not understood and left out: line 6, 7." in report.notes


def test_an_unknown_action_and_a_leaving_without_joining_are_told():
    report = read(
        "Full Name\tUser Action\tTimestamp\nBo\tJoined\t13/05/2026, 10:00:00\n"
        "Chi\tLeft\t13/05/2026, 10:30:00\nBo\tSneezed\t13/05/2026, 10:31:00\n"
    )
    assert by_name(report)["Chi"].minutes == 30
    assert "Chi: left without having joined; counted from the start." in report.notes
    assert "Not understood and left out: line 4." in report.notes


def test_the_same_name_without_times_stays_in_two_rows():
    report = read("Name,User Email,Duration (Minutes)\nBo,,20\nBo,,30\n")
    assert [one.minutes for one in report.people] == [20, 30]
    assert "may be one person: Bo" in report.notes[0]


def test_a_summary_alone_gives_the_time_that_it_tells():
    text = samples.TEAMS_REPORT.partition("3. In-Meeting")[0]
    assert by_name(read(text))["Ruiz, Ana (EXT)"].seconds == 2705
    bare = "Name,First join,Last leave\nBo,13/05/2026 10:00,13/05/2026 10:30\n"
    assert by_name(read(bare))["Bo"].seconds == 1800


STAYS = st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 5000)).map(sorted), max_size=8)


@settings(deadline=None)
@given(STAYS)
def test_time_together_is_counted_once(stays):
    start = at("2026-05-13 00:00")
    sessions = [Session(start + dt.timedelta(seconds=one), start + dt.timedelta(seconds=two)) for one, two in stays]
    assert union_seconds(sessions) == len({second for one, two in stays for second in range(one, two)})
