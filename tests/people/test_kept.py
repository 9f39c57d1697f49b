from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.people.mail import ask_for_code, code_for, is_signed_in, type_code

WORDS = "I would like a hearing loop.\nAnd tea."


@pytest.fixture(autouse=True)
def _no_limits_from_other_tests():
    cache.clear()


@pytest.fixture
def signed_out_while_typing(as_bo) -> Client:
    """Bo opened a page; then his session ended, as it does when a laptop sleeps for a month."""
    as_bo.get(reverse("people:need_add"))
    as_bo.cookies.pop("sessionid")
    return as_bo


def send(client, **more):
    return client.post(reverse("people:need_add"), {"need": "loop", "words": WORDS}, **more)


def sign_in(client, address):
    ask_for_code(client, address)
    return type_code(client, code_for(address))


def test_bo_was_signed_out_while_typing_and_finds_his_words_again(signed_out_while_typing, bo):
    answer = send(signed_out_while_typing)
    assert answer.headers["Location"] == f"{reverse('account_login')}?next=%2Fme%2Ftyped%2F"
    page = signed_out_while_typing.get(answer.headers["Location"]).content.decode()
    assert "What you typed is safe" in page
    sign_in(signed_out_while_typing, "bo@example.org")
    found = signed_out_while_typing.get(reverse("people:kept")).content.decode()
    assert "I would like a hearing loop." in found
    assert f'action="{reverse("people:need_add")}"' in found


def test_sending_the_kept_words_does_the_deed_and_lets_go_of_them(signed_out_while_typing, bo):
    send(signed_out_while_typing)
    sign_in(signed_out_while_typing, "bo@example.org")
    page = signed_out_while_typing.get(reverse("people:kept"))
    kept = page.context["forms"][0]
    signed_out_while_typing.post(kept.path, {**dict(kept.fields), page.context["number"]: kept.number})
    assert [need.words for need in bo.needs.all()] == [WORDS]
    assert signed_out_while_typing.get(reverse("people:kept")).status_code == 302


def test_somebody_else_who_signs_in_there_never_sees_them(signed_out_while_typing, chi):
    send(signed_out_while_typing)
    sign_in(signed_out_while_typing, "chi@example.org")
    assert signed_out_while_typing.get(reverse("people:kept")).status_code == 302
    assert signed_out_while_typing.session["kept_forms"] == []


def test_they_wait_for_one_hour(signed_out_while_typing, bo):
    send(signed_out_while_typing)
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        sign_in(signed_out_while_typing, "bo@example.org")
        assert signed_out_while_typing.get(reverse("people:kept")).status_code == 302


def test_bo_stays_signed_in_for_longer_than_his_words_wait(signed_out_while_typing, bo):
    send(signed_out_while_typing)
    sign_in(signed_out_while_typing, "bo@example.org")
    assert is_signed_in(signed_out_while_typing)
    assert signed_out_while_typing.session.get_expiry_age() > 24 * 3600


def test_a_stranger_is_simply_asked_to_sign_in(client, db):
    assert send(client).headers["Location"].startswith(reverse("account_login"))
    assert "kept_forms" not in client.session


def test_secrets_of_forms_and_codes_for_signing_in_are_not_kept(signed_out_while_typing):
    send(signed_out_while_typing, QUERY_STRING="from=here")
    (form,) = signed_out_while_typing.session["kept_forms"]
    assert form["path"].endswith("?from=here")
    assert [name for name, _ in form["fields"]] == ["need", "words"]
    type_code(signed_out_while_typing, "123456")
    assert len(signed_out_while_typing.session["kept_forms"]) == 1


def test_a_script_that_saves_by_itself_is_told_the_truth(signed_out_while_typing):
    answer = send(signed_out_while_typing, headers={"X-Autosave": "1"})
    assert answer.status_code == 302
    assert "kept_forms" not in signed_out_while_typing.session


def test_a_part_of_a_page_is_sent_to_sign_in_as_a_whole(signed_out_while_typing):
    answer = send(signed_out_while_typing, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (
        204,
        f"{reverse('account_login')}?next=%2Fme%2Ftyped%2F",
    )


def test_a_form_that_was_open_too_long_gives_back_what_was_typed(bo):
    client = Client(enforce_csrf_checks=True)
    client.force_login(bo)
    client.get(reverse("people:need_add"))
    answer = send(client, follow=True)
    assert "I would like a hearing loop." in answer.content.decode()
    assert bo.needs.count() == 0


def test_a_form_from_another_site_is_refused_and_not_kept(bo):
    client = Client(enforce_csrf_checks=True)
    client.force_login(bo)
    client.get(reverse("people:need_add"))
    answer = send(client, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert "kept_forms" not in client.session


def test_kept_words_can_be_thrown_away(signed_out_while_typing, bo):
    send(signed_out_while_typing)
    sign_in(signed_out_while_typing, "bo@example.org")
    kept = signed_out_while_typing.get(reverse("people:kept")).context["forms"][0]
    signed_out_while_typing.post(reverse("people:kept_drop"), {"number": kept.number})
    assert signed_out_while_typing.get(reverse("people:kept")).status_code == 302
