"""The mail that people get."""

import re

from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse


def mails_to(address: str) -> list[EmailMessage]:
    return [sent for sent in mail.outbox if sent.to == [address]]


def last_to(address: str) -> EmailMessage:
    return mails_to(address)[-1]


def code_for(address: str) -> str:
    found = re.search(r"^\d{6}$", last_to(address).body, flags=re.MULTILINE)
    assert found, last_to(address).body
    return found[0]


def ask_for_code(client: Client, address: str, *, next: str = ""):
    return client.post(reverse("account_login"), {"login": address, "next": next}, follow=True)


def type_code(client: Client, code: str, *, next: str = ""):
    return client.post(reverse("account_confirm_login_code"), {"code": code, "next": next})


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session
