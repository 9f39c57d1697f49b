from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mindlines.kernel.errors import Refused
from mindlines.meetings.actions import reports
from mindlines.meetings.choices import Phase, Presence
from mindlines.meetings.forms.reports import MatchForm, ReportForm
from mindlines.meetings.measures.reports import guesses
from mindlines.meetings.models import Attendance, AttendanceImport
from tests import make

TEAMS = """Full Name\tUser Action\tTimestamp
Berg, Bo\tJoined\t13/12/2026, 10:00:00
Berg, Bo\tLeft\t13/12/2026, 10:30:00
Ana's iPad\tJoined\t13/12/2026, 10:00:00
Gail Green (Guest)\tJoined\t13/12/2026, 10:10:00
Boardroom 2\tJoined\t13/12/2026, 10:10:00
Zed Zimmer\tLeft\t13/12/2026, 11:00:00
"""


def read(content=TEAMS, name="list.csv"):
    raw = content.encode("utf-16") if isinstance(content, str) else content
    return ReportForm({}, {"file": SimpleUploadedFile(name, raw)})


@pytest.fixture
def kept(meeting, ana, bos):
    form = read()
    assert form.is_valid(), form.errors
    return reports.keep(meeting, report=form.cleaned_data["file"], file_name=form.file_name, by=ana)


def matched(kept, **answers):
    form = MatchForm(answers, guesses=guesses(kept), community=kept.meeting.community)
    return form, form.is_valid()


def everyone(kept, **changes):
    usual = {f"who-{guess.number}": str(guess.sure or "guest") for guess in guesses(kept)}
    return usual | changes


def test_a_name_that_is_surely_a_member_is_chosen_and_a_doubtful_one_has_candidates(kept, bos, anas):
    by_name = {guess.shown: guess for guess in guesses(kept)}
    assert by_name["Berg, Bo"].sure == bos.pk
    assert by_name["Ana's iPad"].sure is None
    assert [pk for pk, _name in by_name["Ana's iPad"].candidates] == [anas.pk]
    assert by_name["Zed Zimmer"].candidates == []


def test_a_report_is_written_as_a_whole_and_erased(kept, ana, anas, bos):
    form, valid = matched(kept, **everyone(kept, **{"who-1": str(anas.pk), "who-3": "nobody"}))
    assert valid
    reports.confirm(kept, choices=form.choices, by=ana)
    reports.confirm(kept, choices=form.choices, by=ana)
    rows = {str(row.membership or row.guest): (row.presence, row.minutes) for row in Attendance.objects.all()}
    assert rows["Bo Berg"] == (Presence.ONLINE, 30)
    assert set(rows) == {"Bo Berg", "Ana Alvarez", "Gail Green (Guest)", "Zed Zimmer"}
    assert AttendanceImport.objects.get().report == {}
    assert [line.verb for line in kept.meeting.community.record.all()] == ["took-attendance"]


def test_who_was_tapped_in_the_room_stays_there_and_apologies_give_way(kept, ana, anas, bos):
    Attendance.objects.create(meeting=kept.meeting, membership=bos, presence=Presence.ROOM, minutes=45)
    Attendance.objects.create(meeting=kept.meeting, membership=anas, presence=Presence.APOLOGIES)
    form, _valid = matched(kept, **everyone(kept, **{"who-1": str(anas.pk)}))
    reports.confirm(kept, choices=form.choices, by=ana)
    assert list(Attendance.objects.filter(membership=bos).values_list("presence", "minutes")) == [("room", 45)]
    assert Attendance.objects.get(membership=anas).presence == Presence.ONLINE


def test_a_member_who_left_meanwhile_stops_everything(kept, ana, bos):
    form, _valid = matched(kept, **everyone(kept))
    bos.delete()
    with pytest.raises(Refused, match="Nothing was written"):
        reports.confirm(kept, choices=form.choices, by=ana)
    with pytest.raises(Refused, match="another report"):
        reports.confirm(kept, choices={0: "guest"}, by=ana)
    assert not Attendance.objects.exists()


def test_a_doubtful_name_must_be_looked_at_and_a_typed_name_must_be_known(kept, community, bos):
    form, valid = matched(kept, **everyone(kept, **{"who-1": "", "name-2": "Nobody Here", "name-4": "bo berg"}))
    assert not valid
    assert form.errors["who-1"] == ["Say who “Ana's iPad” is."]
    assert "Check the spelling" in form.errors["name-2"][0]
    assert form.choices[4] == bos.pk
    make.membership(community, make.person("Bo Berg"))
    form, _valid = matched(kept, **everyone(kept, **{"name-2": "Bo Berg"}))
    assert form.errors["name-2"] == ["Several members have this name."]


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "empty"), (b"Name;Shoe size\nBo;43\n", "not an attendance report"), (b"\x89PNG\r\n\x1a\n" + b"x" * 90, "")],
)
def test_what_is_no_report_is_refused_in_words(content, words, db):
    form = read(content)
    assert not form.is_valid()
    assert words in form.errors["file"][0]


def test_a_file_that_is_far_too_large_is_not_opened(settings, db):
    settings.MINDLINES_UPLOAD_LIMIT = 10
    assert "far too large" in read().errors["file"][0]


def test_a_report_of_a_crowd_is_refused(monkeypatch, db):
    monkeypatch.setattr("mindlines.meetings.forms.reports.MOST_PEOPLE", 2)
    assert "2,000 people" in read().errors["file"][0]


def test_a_report_waits_for_a_day_and_a_newer_one_takes_its_place(kept, meeting, ana):
    newer = reports.keep(meeting, report=_report(), file_name="b.csv", by=ana)
    assert AttendanceImport.objects.get() == newer
    assert reports.forget_old_reports() == 0
    AttendanceImport.objects.update(uploaded_at=newer.uploaded_at - timedelta(days=2))
    assert reports.forget_old_reports() == 1


def test_a_report_can_be_dropped_and_none_is_kept_for_a_cancelled_meeting(kept, community, ana):
    reports.drop(kept)
    reports.drop(kept)
    assert not AttendanceImport.objects.exists()
    with pytest.raises(Refused, match="cancelled"):
        reports.keep(make.meeting(community, phase=Phase.CANCELLED), report=_report(), file_name="b.csv", by=ana)


def _report():
    form = read()
    assert form.is_valid()
    return form.cleaned_data["file"]
