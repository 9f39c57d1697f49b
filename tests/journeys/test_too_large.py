"""Somebody sends a file that is far too large, to the real server: they are told so, and what they typed is still there."""

import http.client
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.conf import settings as house
from django.test import Client
from django.urls import reverse

from mindlines.knowledge.models import Item

MB = 1024 * 1024
EDGE = "an-edge-of-a-form"


@pytest.fixture
def small(monkeypatch, settings) -> None:
    """One megabyte a file, so that the test is quick."""
    settings.MINDLINES_UPLOAD_LIMIT = MB
    monkeypatch.setattr("mindlines.asgi.MOST_BYTES", 8 * MB)
    monkeypatch.setattr("mindlines.asgi.MOST_READ", 24 * MB)


def sent(typed: dict[str, str], *, megabytes: int) -> Iterator[bytes]:
    """A form as a browser sends it, the file before some of the words, a piece at a time."""
    head = f'--{EDGE}\r\nContent-Disposition: form-data; name="'
    for name, value in list(typed.items())[:1]:
        yield f'{head}{name}"\r\n\r\n{value}\r\n'.encode()
    yield f'{head}file"; filename="review.pdf"\r\nContent-Type: application/pdf\r\n\r\n'.encode()
    for _ in range(16 * megabytes):
        yield b"%PDF" + b"x" * (64 * 1024 - 4)
    yield b"\r\n"
    for name, value in list(typed.items())[1:]:
        yield f'{head}{name}"\r\n\r\n{value}\r\n'.encode()
    yield f"--{EDGE}--\r\n".encode()


def answer(site: str, person, path: str, *, typed: dict[str, str], megabytes: int) -> tuple[int, str]:
    client = Client()
    client.force_login(person)
    cookie = client.cookies[house.SESSION_COOKIE_NAME]
    token = "a" * 32
    line = http.client.HTTPConnection(urlsplit(site).netloc, timeout=60)
    typed = {"csrfmiddlewaretoken": token, **typed}
    told = {
        "Content-Type": f"multipart/form-data; boundary={EDGE}",
        "Content-Length": str(sum(map(len, sent(typed, megabytes=megabytes)))),
        "Cookie": f"{cookie.key}={cookie.value}; csrftoken={token}",
        "Referer": site + path,
    }
    line.request("POST", path, body=sent(typed, megabytes=megabytes), headers=told)
    came = line.getresponse()
    words = came.read().decode()
    line.close()
    return came.status, words


WORDS = {"kind": "local", "title": "The review that nobody could read", "words": "What I typed beside it"}


@pytest.mark.parametrize("megabytes", [2, 20])
def test_the_form_says_that_the_file_is_too_large_and_keeps_what_was_typed(site, small, ana, anas, megabytes):
    path = reverse("knowledge:new", args=[anas.community.slug, "file"])
    status, page = answer(site, ana, path, typed=WORDS, megabytes=megabytes)
    assert status == 200
    assert "This file is larger than" in page
    assert "The review that nobody could read" in page
    assert "What I typed beside it" in page
    assert not Item.objects.exists()


def test_a_list_of_references_that_is_far_too_large_is_refused_on_its_own_page(site, small, ana, anas):
    path = reverse("knowledge:import", args=[anas.community.slug])
    status, page = answer(site, ana, path, typed={"kind": "audit"}, megabytes=20)
    assert (status, "larger than 1 MB" in page) == (200, True)


def test_what_never_ends_is_answered_with_a_page_that_leads_back(site, small, ana, anas):
    path = reverse("knowledge:new", args=[anas.community.slug, "file"])
    status, page = answer(site, ana, path, typed=WORDS, megabytes=25)
    assert status == 413
    assert "1 MB at most" in page
    assert f'href="{path}"' in page
