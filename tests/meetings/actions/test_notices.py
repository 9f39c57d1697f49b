import base64
from datetime import timedelta

import pytest
from icalendar import Calendar

from mindlines.communication.models import Message
from mindlines.communities.choices import RoleName, Standing
from mindlines.communities.models import SearchEntry
from mindlines.kernel.errors import Refused
from mindlines.meetings.actions import meetings, notices, replies
from mindlines.meetings.choices import NoticeKind, Phase
from mindlines.meetings.models import Notice
from mindlines.meetings.queries import audience
from tests import make

pytestmark = pytest.mark.usefixtures("in_november")


@pytest.fixture
def people(ana, bo):
    """Ana and Bo belong."""


def announce(meeting, ana, **more):
    notice = notices.announce(meeting, by=ana, invitation=notices.Invitation(**{"key": "k", **more}))
    notices.tell_all.call(notice.pk)
    meeting.refresh_from_db()
    return notice


def test_no_form_can_use_up_the_key_of_another_meetings_notice(community, meeting, ana, people):
    other = make.meeting(community, "Spring", phase=Phase.ANNOUNCED)
    announce(meeting, ana, key=f"cancel-{other.pk}")
    meetings.cancel(other, by=ana, because="Snow")
    assert Notice.objects.filter(meeting=other, kind=NoticeKind.CANCELLATION).exists()


def told(**more):
    return sorted(message.person.name for message in Message.objects.filter(**more).select_related("person"))


def entry(message):
    return Calendar.from_ical(base64.b64decode(message.enclosures[0][2]))


@pytest.mark.usefixtures("people")
def test_everyone_is_invited_once_with_a_calendar_entry(meeting, ana):
    make.item(meeting, "A story")
    announce(meeting, ana, words="Cake at eleven.")
    assert (told(), meeting.phase) == (["Ana Alvarez", "Bo Berg"], Phase.ANNOUNCED)
    message = Message.objects.get(person__name="Bo Berg")
    assert "Cake at eleven." in message.words and "/reply/" in message.words and "A story" in message.words
    assert message.enclosures[0][:2] == ["invitation.ics", "text/calendar; method=REQUEST; charset=UTF-8"]


@pytest.mark.usefixtures("people")
def test_a_double_click_invites_nobody_twice(meeting, ana):
    first = announce(meeting, ana)
    assert announce(meeting, ana) == first
    announce(meeting, ana, key="another")
    assert (Message.objects.count(), Notice.objects.count()) == (2, 2)


@pytest.mark.usefixtures("people")
def test_an_announced_meeting_is_found_by_members_and_recorded(community, meeting, ana):
    announce(meeting, ana)
    assert not SearchEntry.objects.get(ref=f"meetings.meeting:{meeting.pk}").for_facilitators
    assert [line.verb for line in community.record.all()] == ["announced-meeting"]


@pytest.mark.usefixtures("people")
def test_some_groups_or_the_steering_group_can_be_invited(community, meeting, ana, bos):
    lay = community.constituencies.get(name="Lay members")
    announce(meeting, ana, who=audience.SOME, constituencies=(lay.pk,))
    assert told() == ["Bo Berg"]
    steering = make.meeting(community, "Steering", kind="steering")
    make.role(bos, RoleName.CHAIR)
    make.membership(community, make.person("Dot"))
    announce(steering, ana, key="s", who=audience.STEERING)
    assert set(told()) == {"Ana Alvarez", "Bo Berg"}


def test_invited_and_paused_people_are_left_in_peace(community, meeting, ana):
    make.membership(community, standing=Standing.PAUSED)
    make.membership(community, standing=Standing.INVITED)
    announce(meeting, ana)
    assert told() == ["Ana Alvarez"]


def test_who_is_reached_by_phone_is_asked_to_tell_a_person(community, meeting, ana):
    community.contact = "Ana, 01785 1"
    community.save()
    make.membership(community, make.person("Dot", email=None, phone="01785 2", reach_by="phone"))
    announce(meeting, ana)
    message = Message.objects.get(person__name="Dot")
    assert "01785 1" in message.words and "/reply/" not in message.words and message.enclosures == []


@pytest.mark.usefixtures("people")
def test_after_a_fault_it_goes_on_where_it_stopped(community, meeting, ana, monkeypatch):
    for _number in range(3):
        make.membership(community)
    monkeypatch.setattr(notices, "PORTION", 2)
    notice = notices.announce(meeting, by=ana, invitation=notices.Invitation(key="k"))
    assert [notices.tell_some(notice.pk), notices.tell_some(notice.pk)] == [2, 2]
    assert [(step.told, step.waiting, step.is_finished) for step in audience.progress(meeting)] == [(4, 1, False)]
    notices.tell_all.call(notice.pk)
    notices.tell_all.call(notice.pk)
    assert Message.objects.count() == 5
    assert audience.progress(meeting)[0].is_finished


@pytest.mark.usefixtures("people")
def test_a_change_is_told_once_with_a_higher_sequence(meeting, ana):
    announce(meeting, ana)
    meeting.sequence = 1
    meeting.save()
    for _click in range(2):
        notices.tell_all.call(notices.tell_change(meeting, by=ana, words="One hour later").pk)
    changes = Message.objects.filter(subject__startswith="Changed")
    event = entry(changes.get(person__name="Bo Berg")).walk("VEVENT")[0]
    assert (changes.count(), event["SEQUENCE"], str(event["UID"])) == (2, 1, meeting.uid)


@pytest.mark.usefixtures("people")
def test_a_cancelled_meeting_leaves_every_calendar(meeting, ana):
    announce(meeting, ana)
    meetings.cancel(meeting, by=ana, because="The roof leaks.")
    notices.tell_all.call(Notice.objects.get(kind=NoticeKind.CANCELLATION).pk)
    message = Message.objects.get(person__name="Bo Berg", subject__startswith="Cancelled")
    calendar = entry(message)
    assert (str(calendar["METHOD"]), str(calendar.walk("VEVENT")[0]["STATUS"])) == ("CANCEL", "CANCELLED")
    assert "The roof leaks." in message.words and "/reply/" not in message.words


@pytest.mark.usefixtures("people")
def test_nobody_is_invited_to_a_meeting_that_was_cancelled_meanwhile(meeting, ana):
    notice = notices.announce(meeting, by=ana, invitation=notices.Invitation(key="k"))
    meetings.cancel(meeting, by=ana, because="Snow")
    notices.tell_all.call(notice.pk)
    assert told() == []


@pytest.mark.usefixtures("people")
def test_only_who_has_not_answered_is_reminded_and_once_a_day(meeting, ana, anas, in_november):
    announce(meeting, ana)
    replies.answer(meeting, membership=anas, by=ana, answer=replies.Answer(mode="room"))
    for _click in range(2):
        notices.tell_all.call(notices.remind(meeting, by=ana).pk)
    assert told(subject__startswith="Soon") == ["Bo Berg"]
    in_november.shift(24 * 3600)
    notices.tell_all.call(notices.remind(meeting, by=ana).pk)
    assert told(subject__startswith="Soon") == ["Bo Berg", "Bo Berg"]


@pytest.mark.usefixtures("people")
def test_three_days_before_all_are_reminded_but_those_who_cannot_come(meeting, ana, bo, bos, in_november):
    announce(meeting, ana)
    replies.answer(meeting, membership=bos, by=bo, answer=replies.Answer(mode="cannot"))
    notices.remind_soon()
    assert not Notice.objects.filter(kind=NoticeKind.REMINDER).exists()
    in_november.move_to(meeting.starts_at - timedelta(days=2, hours=23))
    notices.remind_soon()
    notices.remind_soon()
    notices.tell_all.call(Notice.objects.get(kind=NoticeKind.REMINDER).pk)
    assert told(subject__startswith="Soon") == ["Ana Alvarez"]


def test_a_meeting_without_reminder_reminds_nobody(meeting, ana, in_november):
    announce(meeting, ana, remind_days=0)
    in_november.move_to(meeting.starts_at - timedelta(hours=5))
    notices.remind_soon()
    assert not Notice.objects.filter(kind=NoticeKind.REMINDER).exists()


def test_what_cannot_be_told_now_is_refused(meeting, ana, in_november):
    with pytest.raises(Refused, match="announced meeting"):
        notices.tell_change(meeting, by=ana)
    with pytest.raises(Refused, match="can be reminded"):
        notices.remind(meeting, by=ana)
    in_november.move_to(meeting.ends_at + timedelta(hours=1))
    with pytest.raises(Refused, match="still to come"):
        announce(meeting, ana)
