"""Announcing, answering, and calendars, as people see them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from mindlines.meetings.actions import meetings, notices
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import CalendarFeed, CalendarImport, Meeting, Notice, Reply
from mindlines.meetings.queries import links
from mindlines.people.models import AccessNeed
from tests import make

pytestmark = pytest.mark.usefixtures("in_november")


def url(name, **keys):
    return reverse(f"meetings:{name}", kwargs=keys)


@pytest.fixture
def announced(meeting, ana, bo):
    notices.tell_all.call(notices.announce(meeting, by=ana, invitation=notices.Invitation(key="k")).pk)
    meeting.refresh_from_db()
    return meeting


@pytest.fixture
def bos_link(announced, bos):
    return url("reply_by_link", token=links.reply_token(announced, membership=bos))


def test_the_message_can_be_looked_at_before_it_goes(as_ana, meeting):
    said = {"who": "everyone", "remind_days": "3", "key": "k", "words": "Cake at eleven."}
    shown = as_ana.post(url("announce", pk=meeting.pk), {**said, "look": "yes"}).content.decode()
    assert "Cake at eleven." in shown
    assert "The agenda is empty." in shown
    assert not Notice.objects.exists()
    assert as_ana.post(url("announce", pk=meeting.pk), said).headers["Location"] == url("replies", pk=meeting.pk)


def test_some_groups_must_be_named(as_ana, meeting):
    said = {"who": "some", "remind_days": "3", "key": "k", "words": ""}
    assert "Choose at least one group." in as_ana.post(url("announce", pk=meeting.pk), said).content.decode()


def test_one_button_on_the_page_of_the_meeting_is_an_answer(as_bo, announced):
    as_bo.post(url("reply", pk=announced.pk), {"mode": "room", "needs": "A quiet seat", "travel": ""})
    as_bo.post(url("reply", pk=announced.pk), {"mode": "cannot"})
    as_bo.post(url("reply", pk=announced.pk), {"mode": "room"})
    assert [reply.mode for reply in Reply.objects.all()] == ["room"]
    assert "You said: Yes, in the room" in as_bo.get(url("meeting", pk=announced.pk)).content.decode()


def test_what_is_known_is_not_asked_again(as_bo, bo, announced):
    AccessNeed.objects.create(person=bo, need="large_print")
    assert "Large print" in as_bo.get(url("reply", pk=announced.pk)).content.decode()


def test_the_link_in_the_mail_answers_without_signing_in(bos_link, bo):
    client = Client()
    client.post(bos_link, {"mode": "room", "needs": "", "travel": ""})
    reply = Reply.objects.get()
    assert (reply.membership.person, reply.entered_by) == (bo, bo)
    assert "You said: Yes, in the room" in client.get(bos_link).content.decode()
    assert "_auth_user_id" not in client.session


def test_the_link_shows_no_agenda_and_opens_nothing_else(bos_link, announced):
    make.item(announced, "A secret story")
    client = Client()
    assert "A secret story" not in client.get(bos_link).content.decode()
    assert client.get(url("meeting", pk=announced.pk)).status_code == 302


def test_the_link_says_that_a_meeting_is_cancelled(bos_link, announced, ana):
    meetings.cancel(announced, by=ana, because="The roof leaks.")
    assert "The roof leaks." in Client().get(bos_link).content.decode()


@pytest.mark.parametrize("standing", ["paused", "left"])
def test_the_link_of_somebody_who_is_no_longer_active_opens_nothing(bos_link, bos, standing):
    bos.standing, bos.left_on = standing, make.soon()
    bos.save()
    assert Client().get(bos_link).status_code == 404


def test_a_paused_member_reads_and_does_not_answer(as_bo, bos, announced):
    bos.standing = "paused"
    bos.save()
    assert "Will you come?" not in as_bo.get(url("meeting", pk=announced.pk)).content.decode()
    assert as_bo.get(url("reply", pk=announced.pk)).status_code == 403


def test_a_facilitator_keeps_an_answer_from_the_phone(as_ana, ana, bos, announced):
    as_ana.post(
        url("reply_for", pk=announced.pk, member=bos.pk), {"way": "phone", "mode": "room", "needs": "", "travel": ""}
    )
    assert [(reply.entered_by, reply.way) for reply in Reply.objects.all()] == [(ana, "phone")]
    assert "told us by phone" in as_ana.get(url("replies", pk=announced.pk)).content.decode()


def test_nobody_answers_for_a_member_of_another_community(as_ana, announced, chi):
    other = chi.memberships.get()
    assert as_ana.get(url("reply_for", pk=announced.pk, member=other.pk)).status_code == 404


def test_a_secret_address_shows_my_meetings_until_it_is_renewed(as_bo, bo, announced):
    as_bo.post(url("calendar_new_address"))
    old = url("feed", secret=CalendarFeed.objects.get(person=bo).secret)
    assert announced.uid.encode() in Client().get(old).content
    as_bo.post(url("calendar_new_address"))
    assert Client().get(old).status_code == 404


def upload(client, content, **more):
    file = SimpleUploadedFile("meetings.ics", content)
    return client.post(url("calendar_import", slug="hips"), {"time": "coming", "file": file, **more})


CALENDAR = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Walk\r\n"
    b"DTSTART:20261201T100000Z\r\nDTEND:20261201T110000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def test_a_calendar_comes_in_by_three_steps(as_ana):
    choose = upload(as_ana, CALENDAR).headers["Location"]
    assert "Walk, Tuesday 1 December 2026, 10am to 11am" in as_ana.get(choose).content.decode()
    preview = as_ana.post(choose, {"chosen": ["0"]}).headers["Location"]
    assert "Becomes a planned meeting" in as_ana.get(preview).content.decode()
    assert not Meeting.objects.exists()
    for _click in range(2):
        assert as_ana.post(preview).headers["Location"] == url("list", slug="hips")
    assert [(made.title, made.phase) for made in Meeting.objects.all()] == [("Walk", Phase.PLANNED)]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 nothing", b"name,mail\r\nBo,bo@example.org\r\n", b"\x00\xff" * 50])
def test_a_file_that_is_no_calendar_is_refused_in_words(as_ana, content):
    response = upload(as_ana, content)
    assert (response.status_code, "govuk-error-message" in response.content.decode()) == (200, True)
    assert not CalendarImport.objects.exists()


def test_a_file_that_is_too_large_is_refused(as_ana, settings):
    settings.MINDLINES_UPLOAD_LIMIT = 10
    assert "The file is too large." in upload(as_ana, CALENDAR).content.decode()


def test_another_facilitator_does_not_see_what_i_uploaded(as_ana, community, ana):
    location = upload(as_ana, CALENDAR).headers["Location"]
    other = Client()
    other.force_login(make.facilitator(community).person)
    assert other.get(location).status_code == 404


def test_from_a_long_calendar_one_picks(as_ana):
    days = [CALENDAR[CALENDAR.index(b"BEGIN:VEVENT") : CALENDAR.index(b"END:VCALENDAR")]] * 41
    events = b"".join(
        day.replace(b"UID:1", b"UID:%d" % n).replace(b"20261201", b"202701%02d" % (n % 28 + 1))
        for n, day in enumerate(days)
    )
    long = CALENDAR[: CALENDAR.index(b"BEGIN:VEVENT")] + events + b"END:VCALENDAR\r\n"
    words = as_ana.get(upload(as_ana, long).headers["Location"]).content.decode()
    assert "holds 41 events" in words
    assert " checked" not in words
