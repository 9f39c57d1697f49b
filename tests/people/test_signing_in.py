from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from mindlines.people.models import Person
from tests import make
from tests.people.mail import ask_for_code, code_for, is_signed_in, last_to, mails_to, type_code

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_limits_from_other_tests():
    cache.clear()


def test_bo_signs_in_with_the_code_from_the_mail(client, bo):
    page = ask_for_code(client, "bo@example.org")
    assert "bo@example.org" in page.content.decode()
    type_code(client, code_for("bo@example.org"))
    assert is_signed_in(client)
    assert EmailAddress.objects.get(user=bo).verified


def test_a_code_may_be_pasted_with_spaces_and_the_address_typed_in_capitals(client, bo):
    ask_for_code(client, " BO@Example.org ")
    code = code_for("bo@example.org")
    type_code(client, f"  {code[:3]} - {code[3:]} ")
    assert is_signed_in(client)


def test_the_code_field_is_kind_to_phones(client, bo):
    page = ask_for_code(client, "bo@example.org").content.decode()
    assert 'autocomplete="one-time-code"' in page
    assert 'inputmode="numeric"' in page


def test_an_unknown_address_gets_the_same_answer_and_a_mail_that_explains(bo):
    known, unknown = Client(), Client()
    seen = [ask_for_code(known, "bo@example.org"), ask_for_code(unknown, "xx@example.org")]
    one, other = (without_secrets(page.content.decode().replace("bo@", "xx@")) for page in seen)
    assert one == other
    assert "We do not know this address" in last_to("xx@example.org").body
    assert last_to("bo@example.org").subject.endswith("is your code for Mindlines")


def without_secrets(page: str) -> str:
    return "\n".join(line for line in page.splitlines() if "csrfmiddlewaretoken" not in line)


def test_no_code_lets_an_unknown_address_in(client):
    ask_for_code(client, "xx@example.org")
    type_code(client, "")
    type_code(client, "000000")
    assert not is_signed_in(client)


def test_three_wrong_codes_end_the_attempt(client, bo):
    ask_for_code(client, "bo@example.org")
    right = code_for("bo@example.org")
    for wrong in ("1", "2", "3"):
        answer = type_code(client, wrong)
    assert answer.status_code == 302
    type_code(client, right)
    assert not is_signed_in(client)


def test_a_code_is_too_old_after_a_quarter_of_an_hour(client, bo):
    ask_for_code(client, "bo@example.org")
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        type_code(client, code_for("bo@example.org"))
    assert not is_signed_in(client)


def test_a_code_works_once(bo):
    one, two = Client(), Client()
    ask_for_code(one, "bo@example.org")
    code = code_for("bo@example.org")
    ask_for_code(two, "bo@example.org")
    type_code(two, code)
    assert not is_signed_in(two)


def test_a_double_click_on_sign_in_does_no_harm(client, bo):
    ask_for_code(client, "bo@example.org")
    code = code_for("bo@example.org")
    assert [type_code(client, code).status_code, type_code(client, code).status_code] == [302, 302]
    assert is_signed_in(client)


def test_asking_for_codes_again_and_again_is_slowed_down(client, bo):
    for _ in range(8):
        page = ask_for_code(Client(), "bo@example.org")
    assert "Wait ten minutes" in page.content.decode()
    assert len(mails_to("bo@example.org")) == 6


def test_another_code_can_be_sent_and_the_newest_counts(client, bo):
    ask_for_code(client, "bo@example.org")
    first = code_for("bo@example.org")
    client.post(reverse("account_confirm_login_code"), {"action": "resend"})
    newest = code_for("bo@example.org")
    assert newest != first
    type_code(client, newest)
    assert is_signed_in(client)


def test_a_mail_with_a_code_is_marked_so_that_no_copy_is_kept(client, bo):
    ask_for_code(client, "bo@example.org")
    assert last_to("bo@example.org").extra_headers["X-Mindlines-Secret"] == "yes"


def test_pages_look_as_bo_likes_them_wherever_bo_signs_in(client, bo):
    Person.objects.filter(pk=bo.pk).update(text_size="larger", theme="dark")
    ask_for_code(client, "bo@example.org")
    type_code(client, code_for("bo@example.org"))
    assert (client.cookies["ml_text"].value, client.cookies["ml_theme"].value) == ("larger", "dark")


def test_somebody_without_an_address_is_not_mistaken_for_another(client, mailoutbox):
    make.person("Nobody Known", email=None)
    assert ask_for_code(client, "").status_code == 200
    assert mailoutbox == []


def test_sign_in_leads_to_the_page_that_was_asked_for(client, bo):
    ask_for_code(client, "bo@example.org", next="/me/needs/")
    answer = type_code(client, code_for("bo@example.org"), next="/me/needs/")
    assert answer.headers["Location"] == "/me/needs/"


def test_passwords_have_no_page(client):
    for page in ("account_reset_password", "account_reauthenticate", "account_request_login_code"):
        assert client.get(reverse(page)).headers["Location"] == reverse("account_login")
