"""The ways in, and the wall."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from mindlines.live.choices import RoomPhase
from mindlines.voice.choices import Showing
from mindlines.voice.models import Contribution
from tests import make, make_live


@pytest.fixture(autouse=True)
def forgetful():
    """Nobody has typed a wrong code or sent something a moment ago."""
    cache.clear()


def at(name: str, room) -> str:
    return reverse(f"live:{name}", kwargs={"code": room.code})


def words(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


def test_the_code_on_the_wall_leads_to_the_door(meeting):
    room = make_live.room(meeting, code="HKQ-7MT")
    answer = Client().post(reverse("live:find"), {"code": "hkq 7mt"})
    assert answer.headers["Location"] == at("door", room)
    door = words(Client().get(at("door", room)))
    assert "I sign in with my e-mail address" in door
    assert "I have a paper with my name" in door
    assert "I just want to follow" in door


def test_a_wrong_code_is_said_in_words(db):
    answer = Client().post(reverse("live:find"), {"code": "CDF-GHJ"})
    assert "No meeting has this code" in answer.content.decode()


def test_a_member_who_is_signed_in_goes_straight_in_and_a_neighbour_does_not(meeting, as_bo, as_chi):
    room = make_live.room(meeting)
    assert as_bo.get(at("door", room)).headers["Location"] == room.get_absolute_url()
    assert "I just want to follow" in words(as_chi.get(at("door", room)))


def test_a_paper_lets_its_member_in(meeting, bos):
    room = make_live.room(meeting)
    make_live.given_pass(room, bos, "HKQ7-3MTW")
    client = Client()
    answer = client.post(at("door", room), {"code": "hkq7 3mtw"})
    assert answer.headers["Location"] == room.get_absolute_url()
    assert "Where we are" in words(client.get(room.get_absolute_url()))


def test_a_mistyped_paper_lets_nobody_in_and_is_typed_again_on_the_same_page(meeting, bos):
    room = make_live.room(meeting)
    make_live.given_pass(room, bos)
    client = Client()
    shown = words(client.post(at("door", room), {"code": "CDFG-HJKM"}))
    assert "No paper of this meeting has this code" in shown
    assert 'value="CDFG-HJKM"' in shown
    assert not client.cookies.keys() & {f"ml-pass-{meeting.pk}"}


def test_a_mistyped_address_asks_for_the_code(db):
    answer = Client().get(reverse("live:door", kwargs={"code": "CDF-GHJ"}))
    assert answer.status_code == 404
    shown = answer.content.decode()
    assert "No meeting has this code" in shown
    assert f'action="{reverse("live:find")}"' in shown


def test_a_visitor_sees_the_meeting_and_asks_without_a_name(meeting):
    room = make_live.room(meeting, item=make.item(meeting, "The leaflet"))
    room.times.create(item=room.item)
    client = Client()
    assert "The leaflet" in words(client.get(at("visit", room)))
    client.post(at("visitor_say", room), {"words": "Who pays?", "key": "k1", "is_nameless": "no"})
    found = Contribution.objects.get()
    assert (found.is_anonymous, found.showing) == (True, Showing.WAITING)
    assert "Who pays?" not in words(client.get(at("visit", room)))


def test_a_visitor_who_sends_nothing_is_asked_for_words(meeting):
    room = make_live.room(meeting)
    answer = Client().post(at("visitor_say", room), {"words": ""})
    assert answer.status_code == 422


def test_a_visitor_has_no_ballot_and_no_hand(meeting):
    shown = words(Client().get(at("visit", make_live.room(meeting))))
    assert reverse("live:hand", kwargs={"pk": meeting.pk}) not in shown


def test_where_visitors_are_not_let_in_nothing_offers_it(meeting):
    room = make_live.room(meeting, lets_visitors=False)
    assert "I just want to follow" not in words(Client().get(at("door", room)))
    assert Client().get(at("visit", room)).status_code == 404


def test_the_wall_shows_where_we_are_and_the_way_in(meeting):
    room = make_live.room(meeting, item=make.item(meeting, "The leaflet"))
    room.times.create(item=room.item)
    shown = words(Client().get(reverse("live:screen", kwargs={"secret": room.screen})))
    assert "The leaflet" in shown
    assert room.code in shown
    assert "<svg" in shown
    assert Client().get(reverse("live:screen", kwargs={"secret": "wrong"})).status_code == 404


def test_the_wall_of_a_room_that_waits_already_shows_the_way_in(meeting):
    room = make_live.room(meeting, phase=RoomPhase.WAITING)
    assert room.code in words(Client().get(reverse("live:screen", kwargs={"secret": room.screen})))
