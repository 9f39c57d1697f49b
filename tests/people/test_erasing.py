import json

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse

from mindlines.communities.actions.record import note
from mindlines.kernel.errors import Refused
from mindlines.people import holdings
from mindlines.people.actions import erasing
from mindlines.people.choices import Need
from mindlines.people.models import AccessNeed, Person

SURE = {"sure": "on"}


@pytest.fixture
def known(bo) -> Person:
    """Bo has used everything that can be used."""
    Person.objects.filter(pk=bo.pk).update(phone="01632 960 001", address="1 High Street", time_zone="Europe/London")
    AccessNeed.objects.create(person=bo, need=Need.LOOP, words="Sit near the speaker")
    EmailAddress.objects.create(user=bo, email="bo@example.org", verified=True, primary=True)
    Authenticator.objects.create(user=bo, type=Authenticator.Type.TOTP, data={"secret": "x"})
    bo.refresh_from_db()
    return bo


@pytest.fixture
def as_known(known) -> Client:
    client = Client(headers={"User-Agent": "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/130.0"})
    client.force_login(known)
    UserSession.objects.create(
        user=known, ip="192.0.2.1", session_key=client.session.session_key, user_agent="Firefox Windows"
    )
    return client


def test_the_file_holds_everything_that_the_page_shows(as_known):
    page = as_known.get(reverse("people:held"))
    file = as_known.get(reverse("people:held_file"))
    assert file.headers["Content-Disposition"] == 'attachment; filename="mindlines-about-me.json"'
    held = json.loads(file.content)
    assert [part["title"] for part in held["held"]] == [holding.title for holding in page.context["holdings"]]
    assert all(part["kept"] for part in held["held"])


def test_the_file_names_every_field_of_the_person(as_known, known):
    words = as_known.get(reverse("people:held_file")).content.decode()
    for field in ("name", "email", "phone", "address", "time_zone"):
        assert getattr(known, field) in words
    for more in ("Sit near the speaker", "192.0.2.1", "TOTP Authenticator"):
        assert more.lower() in words.lower()
    unshown = {"id", "password", "last_login", "is_active", "is_demo", "demo_part", "erased_at"}
    fields = {field.name for field in Person._meta.concrete_fields}
    assert len(fields - unshown) == len(json.loads(words)["held"][0]["rows"][0])


def test_the_page_says_it_in_words(as_known):
    page = as_known.get(reverse("people:held")).content.decode()
    assert "Firefox on Windows" in page
    assert "<dd" in page
    assert "None" not in page


def test_erasing_takes_bo_out_and_leaves_the_record_whole(as_known, known, community):
    line = note(community, by=known, verb="joined", about=known)
    answer = as_known.post(reverse("people:erase"), SURE)
    assert answer.headers["Location"] == reverse("people:goodbye")
    known.refresh_from_db()
    line.refresh_from_db()
    assert (known.name, known.email, known.phone, known.address) == ("Someone who left", None, "", "")
    assert (known.is_active, known.is_erased, line.actor) == (False, True, known)
    for kind in (EmailAddress, Authenticator, UserSession):
        assert not kind.objects.filter(user=known).exists()
    assert known.needs.count() == 0


def test_bo_is_signed_out_everywhere(as_known, known):
    elsewhere = Client()
    elsewhere.force_login(known)
    as_known.post(reverse("people:erase"), SURE)
    for client in (as_known, elsewhere):
        assert client.get(reverse("people:me")).headers["Location"].startswith(reverse("account_login"))


def test_nothing_is_erased_without_the_tick(as_known, known):
    answer = as_known.post(reverse("people:erase"), {"sure": ""})
    assert "Tick the box" in answer.content.decode()
    known.refresh_from_db()
    assert not known.is_erased


def test_erasing_twice_is_erasing_once(known):
    erasing.erase(known)
    known.refresh_from_db()
    first = known.erased_at
    erasing.erase(known)
    known.refresh_from_db()
    assert known.erased_at == first


def test_a_context_can_say_not_yet(as_known, known, monkeypatch):
    monkeypatch.setattr(holdings, "_vetoes", [lambda person: f"{person.name} leads a community."])
    assert "Bo Berg leads a community." in as_known.get(reverse("people:erase")).content.decode()
    assert as_known.post(reverse("people:erase"), SURE).status_code == 409
    with pytest.raises(Refused, match="leads"):
        erasing.erase(known)
    known.refresh_from_db()
    assert known.email == "bo@example.org"


def test_all_is_erased_or_nothing(known, monkeypatch):
    def stumble(person):
        raise RuntimeError(person)

    monkeypatch.setattr(holdings, "_erasures", [holdings.Erasure(erase=stumble, says=""), *holdings._erasures])
    with pytest.raises(RuntimeError):
        erasing.erase(known)
    known.refresh_from_db()
    assert (known.email, known.needs.count()) == ("bo@example.org", 1)


def test_a_context_shows_its_own_holdings_and_ways_out(as_known, monkeypatch):
    monkeypatch.setattr(holdings, "_sources", [*holdings._sources])
    monkeypatch.setattr(holdings, "_links", [])
    monkeypatch.setattr(holdings, "_erasures", [*holdings._erasures])
    monkeypatch.setattr(holdings, "_vetoes", [])
    holdings.register("Poems", kept="Until they are read.", collect=lambda person: [{"Lines": ["One", "Two"]}] * 21)
    holdings.register_links(lambda person: [holdings.Link(words="Leave the poets", url="/poets/leave/")])
    holdings.register_erasure(lambda person: None, says="Your poems are burnt.")
    holdings.register_veto(lambda person: None)
    page = as_known.get(reverse("people:held")).content.decode()
    assert page.count("One<br>Two") == 20
    assert "The file holds all of them" in page
    assert "Leave the poets" in as_known.get(reverse("people:me")).content.decode()
    assert "Your poems are burnt." in as_known.get(reverse("people:erase")).content.decode()


def test_the_goodbye_page_needs_no_sign_in(client, db):
    assert "Goodbye" in client.get(reverse("people:goodbye")).content.decode()
