from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from mindlines.communication import actions, post_office
from mindlines.communication.choices import State
from mindlines.communication.models import Message
from mindlines.communities.models import Community
from mindlines.people.choices import Way
from mindlines.people.models import Person

from .post_box import PostBox

INVITATION = ("invitation.ics", "text/calendar; method=REQUEST; charset=UTF-8", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")


@pytest.fixture
def post_box(settings) -> Iterator[PostBox]:
    box = PostBox()
    settings.MINDLINES_MAIL_HOST = settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT, settings.EMAIL_USE_TLS = box.port, False
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    yield box
    box.shutdown()
    box.server_close()


@pytest.fixture
def no_mail_server(settings, post_box: PostBox) -> None:
    """The mail server has gone away: nobody listens on its port."""
    post_box.shutdown()
    post_box.server_close()


def tell(person: Person, community: Community, **more) -> Message:
    return actions.tell(person, community=community, subject="The winter meeting", words="Please come.", **more)


def code_mail(to: str) -> Message:
    EmailMessage("Your code", "It is 1234", to=[to], headers={"X-Mindlines-Secret": "yes"}).send()
    return Message.objects.get(subject="Your code")


def later(message: Message, **more: float) -> None:
    message.refresh_from_db()
    Message.objects.filter(pk=message.pk).update(next_try_at=timezone.now() - timedelta(seconds=1), **more)


def test_mail_arrives_with_an_invitation_that_calendars_understand(bo, community, post_box):
    tell(bo, community, enclosures=[INVITATION])
    assert post_office.deliver_waiting() == 1
    [mail] = post_box.mails
    assert mail["To"] == "bo@example.org"
    [calendar] = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    assert calendar.get_param("method") == "REQUEST"
    assert Message.objects.get().state == State.SENT


def test_nobody_receives_the_same_mail_twice(bo, community, post_box):
    tell(bo, community)
    assert (post_office.deliver_waiting(), post_office.deliver_waiting()) == (1, 0)
    assert len(post_box.mails) == 1


def test_two_workers_do_not_take_the_same_mail_in_hand(bo, community):
    message = tell(bo, community)
    until = timezone.now() + timedelta(minutes=5)
    assert actions.claim(message, until=until)
    assert not actions.claim(message, until=until)


def test_mail_waits_while_the_mail_server_is_down_and_leaves_when_it_is_back(bo, community, settings, no_mail_server):
    message = tell(bo, community)
    assert post_office.deliver_waiting() == 0
    message.refresh_from_db()
    assert (message.state, message.error[:22]) == (State.WAITING, "ConnectionRefusedError")
    assert message.next_try_at > timezone.now()
    box = PostBox()
    settings.EMAIL_PORT = box.port
    later(message)
    assert post_office.deliver_waiting() == 1
    assert len(box.mails) == 1


def test_after_a_day_and_a_half_of_trying_a_facilitator_must_look(bo, community, no_mail_server):
    message = tell(bo, community)
    later(message, tries=len(actions.PATIENCE))
    post_office.deliver_waiting()
    message.refresh_from_db()
    assert message.state == State.FAILED
    actions.try_now(message)
    message.refresh_from_db()
    assert (message.state, message.tries) == (State.WAITING, 0)


def test_a_sign_in_code_is_erased_as_soon_as_it_is_sent(bo, post_box):
    message = code_mail("bo@example.org")
    post_office.deliver_waiting()
    message.refresh_from_db()
    assert "1234" in post_box.mails[0].get_content()
    assert (message.state, message.words) == (State.SENT, "")


def test_a_code_that_could_not_be_sent_is_tried_while_it_is_valid_and_then_erased(bo, no_mail_server):
    message = code_mail("bo@example.org")
    post_office.deliver_waiting()
    message.refresh_from_db()
    assert (message.state, message.words) == (State.WAITING, "It is 1234")
    later(message, created_at=timezone.now() - timedelta(minutes=20))
    post_office.deliver_waiting()
    message.refresh_from_db()
    assert (message.state, message.words) == (State.FAILED, "")


def test_an_invitation_outlives_a_mail_server_that_is_down_for_hours(bo, community, no_mail_server):
    headers = {"X-Mindlines-Secret": "yes", "X-Mindlines-Community": community.slug}
    EmailMessage("You are invited", "Here: /join/abc/", to=["bo@example.org"], headers=headers).send()
    later(Message.objects.get(), created_at=timezone.now() - timedelta(hours=5))
    post_office.deliver_waiting()
    assert Message.objects.values_list("state", "words").get() == (State.WAITING, "Here: /join/abc/")


def test_an_address_that_is_nobodys_here_is_forgotten_after_ninety_days(db, post_box):
    message = code_mail("stranger@example.org")
    post_office.deliver_waiting()
    actions.forget_words()
    assert Message.objects.exists()
    later(message, created_at=timezone.now() - timedelta(days=91))
    actions.forget_words()
    assert not Message.objects.exists()


def test_codes_leave_before_everything_else(bo, community, post_box):
    tell(bo, community)
    code_mail("bo@example.org")
    post_office.deliver_waiting()
    assert [mail["Subject"] for mail in post_box.mails] == ["Your code", "The winter meeting"]


def test_a_mail_to_no_address_is_not_sent(community, post_box):
    actions.keep(address="", subject="Hello", words="", sender="", headers={}, enclosures=[])
    assert post_office.deliver_waiting() == 0
    assert Message.objects.get().error == "no address"


def test_the_log_and_the_error_name_nobody(bo, community, no_mail_server, caplog):
    tell(bo, community)
    post_office.deliver_waiting()
    assert "bo@example.org" not in caplog.text
    assert "Please come" not in caplog.text


def test_somebody_who_wishes_letters_gets_a_letter_and_the_facilitator_sees_it(as_ana: Client, bo, community):
    bo.reach_by, bo.address = Way.POST, "1 Mill Lane"
    message = tell(bo, community)
    assert (message.way, message.address) == (Way.POST, "1 Mill Lane")
    page = as_ana.get(reverse("communication:messages", args=[community.slug])).content.decode()
    assert "1 letter or phone call waits for you" in page
    as_ana.post(reverse("communication:mark_done", args=[message.pk]))
    as_ana.post(reverse("communication:mark_done", args=[message.pk]))
    assert Message.objects.get(pk=message.pk).state == State.SENT


@pytest.mark.parametrize(
    ("wish", "known", "way"),
    [
        (Way.MAIL, {"email": "bo@example.org"}, Way.MAIL),
        (Way.MAIL, {"email": None, "phone": "01632 960 001"}, Way.PHONE),
        (Way.POST, {"email": "bo@example.org", "address": ""}, Way.MAIL),
        (Way.PHONE, {"email": None}, Way.PHONE),
    ],
)
def test_people_are_reached_by_what_we_have(bo, wish, known, way):
    bo.reach_by = wish
    for name, value in known.items():
        setattr(bo, name, value)
    assert actions.way_to(bo)[0] == way


def test_words_are_forgotten_after_ninety_days(bo, community, post_box):
    message = tell(bo, community)
    waiting = tell(bo, community)
    Message.objects.filter(pk=message.pk).update(state=State.SENT)
    Message.objects.update(created_at=timezone.now() - timedelta(days=91))
    actions.forget_words()
    message.refresh_from_db()
    waiting.refresh_from_db()
    assert (message.words, waiting.words) == ("", "Please come.")
