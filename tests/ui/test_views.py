"""Everybody can choose how pages look; builders can see every component."""

from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.test import Client, RequestFactory
from django.urls import reverse

from mindlines.ui import flash
from mindlines.ui.looks import Looks, looks, words


def test_somebody_not_signed_in_chooses_large_text(db):
    client = Client()
    answer = client.post(
        reverse("ui:looks"), {"text_size": "large", "theme": "dark", "words": "plain", "next": "/communities/"}
    )
    assert answer.headers["Location"] == "/communities/"
    assert looks(answer.wsgi_request) == Looks()
    page = client.get(reverse("ui:looks"))
    assert looks(page.wsgi_request) == Looks(text_size="large", theme="dark")
    assert 'value="large" id="id_text_size_1" required checked' in page.content.decode()
    assert (words(answer.wsgi_request), words(page.wsgi_request)) == ("marked", "plain")
    assert 'data-words="plain"' in page.content.decode()


def test_the_way_back_never_leaves_the_site(db):
    answer = Client().post(
        reverse("ui:looks"), {"text_size": "normal", "theme": "auto", "words": "marked", "next": "https://example.org/"}
    )
    assert answer.headers["Location"] == "/"


def test_a_choice_that_is_none_is_asked_for_again(db):
    page = Client().post(reverse("ui:looks"), {"text_size": "huge", "theme": "dark"})
    assert "There is a problem" in page.content.decode()
    assert "<title>" in page.content.decode()


def test_a_strange_cookie_counts_for_nothing():
    request = RequestFactory().get("/")
    request.COOKIES = {"ml_text": "gigantic", "ml_theme": "pink", "ml_words": "perhaps"}
    assert (looks(request), words(request)) == (Looks(), "marked")


def test_the_components_are_shown_while_building(db, settings):
    settings.MINDLINES_DEVELOPMENT = True
    page = Client().get(reverse("ui:components")).content.decode()
    assert "style=" not in page
    assert "onclick" not in page
    assert page.count("<h1>") == 1


def test_a_wrong_answer_in_the_sample_form_shows_every_error(db, settings):
    settings.MINDLINES_DEVELOPMENT = True
    page = Client().post(reverse("ui:components"), {"title": ""}).content.decode()
    assert "Fill in “What is the meeting about?”." in page
    title = page[page.index("<title>") : page.index("</title>")]
    assert "Error:" in title


def test_the_components_are_not_there_in_production(db, settings):
    settings.MINDLINES_DEVELOPMENT = False
    assert Client().get(reverse("ui:components")).status_code == 404


def test_an_undoable_deed_keeps_its_way_back():
    request = RequestFactory().get("/")
    request.session = {}
    request._messages = FallbackStorage(request)
    flash.undoable(request, "Moved.", undo_url="/undo/")
    message = next(iter(get_messages(request)))
    assert (str(message), flash.undo_url(message.extra_tags), flash.undo_url("safe")) == ("Moved.", "/undo/", "")
