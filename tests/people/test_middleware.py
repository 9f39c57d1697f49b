from datetime import UTC, datetime

import pytest
from django.db import IntegrityError
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone, translation

from mindlines.kernel.errors import Refused
from mindlines.people.middleware import ReadersWayMiddleware, RefusalMiddleware
from mindlines.people.models import Person
from mindlines.ui.dates import when_words

NOON = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)


def seen_by(person: Person) -> str:
    """What a page that shows noon (UTC) says to `person`."""
    request = RequestFactory().get("/")
    request.user = person
    answer = ReadersWayMiddleware(lambda request: HttpResponse(f"{translation.get_language()} {when_words(NOON)}"))
    return answer(request).content.decode()


def test_times_are_shown_on_the_readers_clock(db):
    assert seen_by(Person(time_zone="Europe/Berlin")).endswith("2pm")
    assert seen_by(Person(time_zone="Somewhere/Unknown")).endswith("midday")
    assert timezone.get_current_timezone_name() == "UTC"


def test_words_are_in_the_readers_language(db):
    try:
        assert seen_by(Person(language="cy")).startswith("cy ")
    finally:
        translation.activate("en-gb")


def test_the_clock_of_one_reader_is_not_left_for_the_next(db):
    stumbling = ReadersWayMiddleware(lambda request: 1 / 0)
    request = RequestFactory().get("/")
    request.user = Person(time_zone="Europe/Berlin")
    with pytest.raises(ZeroDivisionError):
        stumbling(request)
    assert timezone.get_current_timezone_name() == "UTC"


def refusal(exception: Exception, **headers: str):
    request = RequestFactory().get("/meetings/1/", headers=headers)
    request.user = Person(name="Bo")
    return RefusalMiddleware(HttpResponse).process_exception(request, exception)


def test_a_refusal_is_a_page_with_its_sentence(db):
    answer = refusal(Refused("The meeting is closed."), Referer="http://testserver/meetings/1/agenda/")
    assert answer.status_code == 409
    assert "The meeting is closed." in answer.content.decode()
    assert 'href="/meetings/1/agenda/"' in answer.content.decode()


def test_the_way_back_never_leads_to_another_site(db):
    assert "evil.example" not in refusal(Refused("No."), Referer="https://evil.example/").content.decode()


def test_other_errors_are_not_hidden(db):
    assert refusal(ValueError("broken")) is None


def test_nothing_on_the_way_keeps_a_page_and_no_browser_keeps_a_file(as_ana, community):
    page = as_ana.get(reverse("communities:members", args=[community.slug]))
    file = as_ana.get(reverse("communities:members_file", args=[community.slug, "csv"]))
    assert [answer.headers["Cache-Control"] for answer in (page, file)] == ["private, no-cache", "private, no-store"]


@pytest.mark.parametrize("overtaken", [Person.DoesNotExist(), IntegrityError("Key (email)=(bo@example.org) exists")])
def test_of_two_at_the_same_moment_the_second_reads_a_sentence_and_the_log_names_nobody(overtaken, caplog):
    request = RequestFactory().post("/meetings/1/")
    request.user = Person(name="Bo")
    answer = RefusalMiddleware(HttpResponse).process_exception(request, overtaken)
    assert answer.status_code == 409
    assert "at the same moment" in answer.content.decode()
    assert "bo@example.org" not in caplog.text


def test_a_page_that_stumbles_is_not_taken_for_a_race():
    assert refusal(Person.DoesNotExist()) is None
