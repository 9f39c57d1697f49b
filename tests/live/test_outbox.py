"""What the script of a page hears after it sent a form."""

import pytest
from django.test import Client
from django.urls import reverse

from mindlines.meetings.choices import Phase
from mindlines.voice.models import Contribution
from tests import make

SCRIPT = {"X-Outbox": "1"}


@pytest.fixture
def meeting(community):
    return make.meeting(community, phase=Phase.UNDER_WAY)


def new(meeting) -> str:
    return reverse("voice:new", kwargs={"slug": meeting.community.slug}) + f"?meeting={meeting.pk}"


def said(**more: str) -> dict[str, str]:
    return {
        "words": "What is a hip?",
        "kind": "question",
        "audience": "everyone",
        "named": "yes",
        "key": "a" * 20,
        **more,
    }


def test_what_arrived_is_told_in_the_words_of_the_next_page(meeting, as_bo):
    told = as_bo.post(new(meeting), said(), headers=SCRIPT)
    assert told.status_code == 200, told.content.decode()
    assert told.json()["said"] and not told.json()["refused"]
    assert Contribution.objects.count() == 1


def test_what_is_sent_twice_arrives_once_and_both_are_told_so(meeting, as_bo):
    for _ in range(2):
        assert not as_bo.post(new(meeting), said(), headers=SCRIPT).json()["refused"]
    assert Contribution.objects.count() == 1


def test_without_the_script_the_reader_is_sent_on_as_ever(meeting, as_bo):
    assert as_bo.post(new(meeting), said()).status_code == 302


def test_whoever_was_signed_out_is_told_so_and_nothing_is_kept_on_the_server(meeting):
    client = Client()
    told = client.post(new(meeting), said(), headers=SCRIPT)
    assert (told.status_code, told.json()) == (401, {"signed_out": True})
    assert "sessionid" not in client.cookies
