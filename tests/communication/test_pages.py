import pytest
from django.core.mail import EmailMessage
from django.urls import reverse

from mindlines.communication import actions, post_office
from mindlines.communication.choices import State
from mindlines.communication.models import Message
from mindlines.communities.choices import Standing
from mindlines.kernel.errors import Refused
from tests import make


@pytest.fixture
def message(bo, community) -> Message:
    return actions.tell(bo, community=community, subject="The winter meeting", words="Please come.")


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_list_costs_the_same_with_one_message_and_with_three(
    as_ana, bo, community, how_many, django_assert_num_queries
):
    for number in range(how_many):
        actions.tell(bo, community=community, subject=f"News {number}", words="")
    with django_assert_num_queries(6):
        page = as_ana.get(reverse("communication:messages", args=[community.slug]))
    assert page.content.decode().count("News") == how_many


def test_a_sign_in_code_is_on_no_list(as_ana, bo, community):
    EmailMessage("Your code", "It is 1234", to=[bo.email], headers={"X-Mindlines-Secret": "yes"}).send()
    page = as_ana.get(reverse("communication:messages", args=[community.slug])).content.decode()
    assert "Your code" not in page
    assert as_ana.get(reverse("communication:message", args=[Message.objects.get().pk])).status_code == 404


def test_a_facilitator_sees_that_an_invitation_waits_and_not_its_link(as_ana, bo, community):
    headers = {"X-Mindlines-Secret": "yes", "X-Mindlines-Community": community.slug}
    EmailMessage("You are invited", "Here: /join/abc/", to=[bo.email], headers=headers).send()
    actions.not_sent(Message.objects.get(), error="ConnectionRefusedError")
    listed = as_ana.get(reverse("communication:messages", args=[community.slug])).content.decode()
    assert "The mail server did not take 1 e-mail" in listed
    opened = as_ana.get(reverse("communication:message", args=[Message.objects.get().pk])).content.decode()
    assert "ConnectionRefusedError" in opened
    assert "/join/abc/" not in opened


def test_the_list_names_people_as_the_community_may_call_them(as_ana, chi, dee, community):
    make.membership(community, dee, standing=Standing.INVITED, called="D. from the clinic")
    for person in (chi, dee):
        mail = EmailMessage("Hello", "", to=[person.email], headers={"X-Mindlines-Community": community.slug})
        mail.send()
    page = as_ana.get(reverse("communication:messages", args=[community.slug])).content.decode()
    assert ("D. from the clinic" in page, "Dee Diaz" in page) == (True, False)
    assert ("chi@example.org" in page, "Chi Chan" in page) == (True, False)


def test_a_facilitator_sees_why_a_mail_waits_and_can_try_again(as_ana, message):
    actions.not_sent(message, error="ConnectionRefusedError")
    page = as_ana.get(reverse("communication:message", args=[message.pk])).content.decode()
    assert "ConnectionRefusedError" in page
    as_ana.post(reverse("communication:try_now", args=[message.pk]))
    message.refresh_from_db()
    assert message.tries == 0


def test_what_has_left_cannot_be_called_back(as_ana, message):
    actions.sent(message)
    answer = as_ana.post(reverse("communication:drop", args=[message.pk]))
    assert answer.status_code == 409
    assert "already left" in answer.content.decode()
    with pytest.raises(Refused):
        actions.try_now(message)


def test_a_message_that_nobody_needs_any_more_is_dropped(as_ana, message):
    as_ana.post(reverse("communication:drop", args=[message.pk]))
    assert Message.objects.get().state == State.DROPPED


def test_only_letters_and_calls_are_marked_by_hand(message):
    with pytest.raises(Refused):
        actions.mark_done(message)


def test_a_laptop_keeps_mail_in_a_mailbox_that_everybody_there_can_read(client, message, settings, tmp_path):
    settings.MINDLINES_MAILBOX = tmp_path / "mailbox"
    assert "No mail yet" in client.get(reverse("communication:mailbox")).content.decode()
    post_office.deliver_waiting()
    page = client.get(reverse("communication:mailbox")).content.decode()
    assert "The winter meeting" in page
    assert "bo@example.org" in page


def test_there_is_no_mailbox_in_production(client, settings):
    settings.MINDLINES_DEVELOPMENT = False
    assert client.get(reverse("communication:mailbox")).status_code == 404
