"""New people, new addresses, passkeys, apps and devices."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from mindlines.people.models import Person
from tests import make
from tests.people.mail import ask_for_code, code_for, is_signed_in, last_to, type_code

pytestmark = pytest.mark.django_db
EVE = {"name": "Eve Ender", "email": "eve@example.org"}


@pytest.fixture(autouse=True)
def _no_limits_from_other_tests():
    cache.clear()


def make_known(client, **more):
    return client.post(reverse("account_signup"), EVE | more, follow=True)


def show_address(client, address):
    return client.post(reverse("account_email_verification_sent"), {"code": code_for(address)})


def code_of_app(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def test_eve_whom_nobody_invited_makes_herself_known(client):
    assert "eve@example.org" in make_known(client).content.decode()
    show_address(client, "eve@example.org")
    assert is_signed_in(client)
    assert Person.objects.get(email="eve@example.org").name == "Eve Ender"


def test_making_oneself_known_does_not_tell_who_is_known_already(client, bo):
    page = make_known(client, email="bo@example.org").content.decode()
    assert "It holds a code of 6 numbers" in page
    assert "You are known at Mindlines already" in last_to("bo@example.org").subject
    assert Person.objects.filter(email="bo@example.org").count() == 1


def test_where_only_operators_found_communities_strangers_need_an_invitation(client, settings):
    settings.MINDLINES_FOUNDERS = "operators"
    assert "Tell us your name" not in client.get(reverse("account_login")).content.decode()
    assert "You need an invitation" in make_known(client).content.decode()
    ask_for_code(client, "eve@example.org")
    assert "/new/" not in last_to("eve@example.org").body


def test_where_anybody_may_begin_the_mail_says_how(client):
    ask_for_code(client, "eve@example.org")
    assert "/sign-in/new/?email=eve%40example.org" in last_to("eve@example.org").body


def test_bo_changes_his_address_and_the_old_one_is_told(as_bo, bo):
    EmailAddress.objects.create(user=bo, email="bo@example.org", verified=True, primary=True)
    as_bo.post(reverse("account_email"), {"email": "bo@example.net", "action_add": "1"})
    bo.refresh_from_db()
    assert bo.email == "bo@example.org"
    show_address(as_bo, "bo@example.net")
    bo.refresh_from_db()
    assert bo.email == "bo@example.net"
    assert "has changed" in last_to("bo@example.org").subject


def test_bo_cannot_take_the_address_of_another(as_bo, bo, chi):
    EmailAddress.objects.create(user=bo, email="bo@example.org", verified=True, primary=True)
    as_bo.post(reverse("account_email"), {"email": "chi@example.org", "action_add": "1"})
    show_address(as_bo, "chi@example.org")
    bo.refresh_from_db()
    assert bo.email == "bo@example.org"


def test_an_app_is_a_second_step(as_bo, bo, client):
    EmailAddress.objects.create(user=bo, email="bo@example.org", verified=True, primary=True)
    secret = as_bo.get(reverse("mfa_activate_totp")).context["form"].secret
    answer = as_bo.post(reverse("mfa_activate_totp"), {"code": f" {code_of_app(secret)} "})
    assert answer.headers["Location"] == reverse("mfa_view_recovery_codes")
    ask_for_code(client, "bo@example.org")
    assert type_code(client, code_for("bo@example.org")).headers["Location"] == reverse("mfa_authenticate")
    assert not is_signed_in(client)
    cache.clear()
    client.post(reverse("mfa_authenticate"), {"code": code_of_app(secret)})
    assert is_signed_in(client)


def test_who_has_an_app_is_asked_for_it_before_it_is_taken_away(as_bo, bo):
    TOTP.activate(bo, "JBSWY3DPEHPK3PXP")
    answer = as_bo.get(reverse("mfa_deactivate_totp"), follow=True)
    assert "Is it you?" in answer.content.decode()
    as_bo.post(answer.redirect_chain[0][0], {"code": code_of_app("JBSWY3DPEHPK3PXP")})
    as_bo.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.filter(user=bo, type=Authenticator.Type.TOTP).exists()


def test_a_passkey_is_another_way_in_and_never_a_second_step(client, as_bo, bo):
    key = Authenticator.objects.create(
        user=bo, type=Authenticator.Type.WEBAUTHN, data={"name": "Phone", "credential": {}}
    )
    ask_for_code(client, "bo@example.org")
    type_code(client, code_for("bo@example.org"))
    assert is_signed_in(client)
    as_bo.post(reverse("mfa_remove_webauthn", kwargs={"pk": key.pk}))
    assert not Authenticator.objects.filter(pk=key.pk).exists()


def test_pages_with_passkeys_run_no_script_of_their_own(client, as_bo):
    for page in (client.get(reverse("account_login")), as_bo.get(reverse("mfa_add_webauthn"))):
        scripts = [part.split(">")[0] for part in page.content.decode().split("<script")[1:]]
        assert all("src=" in script or "application/json" in script for script in scripts)


@pytest.mark.parametrize("devices", [1, 3])
def test_bo_sees_where_he_is_signed_in_and_ends_the_rest(bo, devices):
    clients = [Client(headers={"User-Agent": "Mozilla/5.0 (iPhone) Safari/604.1"}) for _ in range(devices)]
    for client in clients:
        ask_for_code(client, "bo@example.org")
        type_code(client, code_for("bo@example.org"))
    assert clients[0].get(reverse("usersessions_list")).content.decode().count("Safari on iPhone") == devices
    clients[0].post(reverse("usersessions_list"))
    assert [is_signed_in(client) for client in clients] == [True, *[False] * (devices - 1)]


def test_invented_people_can_be_tried_out_while_developing(client):
    ivy = make.person("Ivy Invented", is_demo=True, demo_part="A lay member")
    assert "A lay member" in client.get(reverse("account_login")).content.decode()
    client.post(reverse("people:demo_sign_in", kwargs={"pk": ivy.pk}))
    assert is_signed_in(client)


def test_nobody_is_tried_out_in_production_nor_without_a_part(client, settings, bo):
    ivy = make.person("Ivy Invented", is_demo=True, demo_part="A lay member")
    assert client.post(reverse("people:demo_sign_in", kwargs={"pk": bo.pk})).status_code == 404
    settings.MINDLINES_DEVELOPMENT = False
    assert client.post(reverse("people:demo_sign_in", kwargs={"pk": ivy.pk})).status_code == 404
    assert "A lay member" not in client.get(reverse("account_login")).content.decode()
