"""A part is rendered once for all who read the same, and never given to somebody for whom it says something else."""

import threading

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mindlines.live.hub import sharing
from mindlines.live.hub.rendering import Reader, in_parts
from mindlines.live.hub.sharing import Asked, Shelf
from tests import make, make_live, make_voice
from tests.conftest import signed_in


@pytest.fixture
def room(meeting):
    made = make_live.room(meeting, item=make.item(meeting, "The leaflet"))
    made.times.create(item=made.item)
    sharing.put_up(made.pk)
    yield made
    sharing.take_down(made.pk)


def page(client: Client, room) -> str:
    return client.get(reverse("live:room", kwargs={"pk": room.meeting_id})).content.decode()


def read(room, *own: str) -> str:
    reader = Reader(own=frozenset(own), token="of one reader")
    return in_parts(room, audience="everyone", wanted=["queue"], reader=reader)["queue"]


def test_the_second_who_comes_in_costs_less(room, community, as_bo):
    other = signed_in(make.membership(community).person)
    costs = []
    for client in (as_bo, other):
        with CaptureQueriesContext(connection) as queries:
            assert "The leaflet" in page(client, room)
        costs.append(len(queries))
    assert costs[1] <= costs[0] - 8


def test_everyone_has_a_token_of_their_own_and_none_of_the_house(room, community, as_bo):
    other = signed_in(make.membership(community).person)
    first, second = (page(client, room) for client in (as_bo, other))
    tokens = [client.cookies["csrftoken"].value for client in (as_bo, other)]
    assert tokens[0] != tokens[1]
    assert sharing.TOKEN not in first + second
    assert 'name="csrfmiddlewaretoken" value=""' not in first + second


def test_a_raised_hand_is_shown_as_ones_own_to_whoever_raised_it_alone(room, bos, community):
    make_live.hand(room, bos)
    mine, others = f"member:{bos.pk}", f"member:{make.membership(community).pk}"
    assert mine_is_shown(read(room, mine, "hand"))
    assert not mine_is_shown(read(room, others))
    assert mine_is_shown(read(room, mine, "hand"))


def mine_is_shown(html: str) -> bool:
    return 'class="ml-queue__mine" data-if-own hidden' not in " ".join(html.split())


def test_a_later_version_is_rendered_anew_and_so_is_what_is_a_moment_old(room, community, monkeypatch):
    assert "1 hand is up" not in read(room)
    make_live.hand(room, make.membership(community))
    assert "1 hand is up" not in read(room)
    room.version += 1
    assert "1 hand is up" in read(room)
    make_live.hand(room, make.membership(community))
    monkeypatch.setattr(sharing, "LASTS", 0)
    assert "2 hands are up" in read(room)


def test_audiences_do_not_share(room, bos):
    make_live.hand(room, bos)
    assert bos.name not in read(room)
    console = in_parts(room, audience="console", wanted=["queue"])["queue"]
    assert bos.name in console


def test_where_no_page_is_open_nothing_is_kept(meeting, community):
    room = make_live.room(meeting)
    assert "No hand is up" in read(room)
    make_live.hand(room, make.membership(community))
    assert "1 hand is up" in read(room)


def test_what_somebody_says_cannot_become_a_token(room, community):
    make_voice.contribution(community, "See {{ csrf_token }}", meeting=room.meeting)
    reader = Reader(own=frozenset(), token="of one reader")
    shown = in_parts(room, audience="everyone", wanted=["questions"], reader=reader)["questions"]
    assert "{{ csrf_token }}" in shown
    words = shown[shown.index("See") : shown.index("See") + 40]
    assert "of one reader" not in words


def test_a_part_that_looks_through_all_keys_is_not_shared_by_mistake():
    with pytest.raises(TypeError, match="one key at a time"):
        list(Asked({"hand"}))


def test_who_comes_while_a_part_is_rendered_waits_for_it():
    shelf, began, may_end, times = Shelf(), threading.Event(), threading.Event(), []

    def render(_own):
        times.append(1)
        began.set()
        may_end.wait(5)
        return "words"

    found = []
    threads = [
        threading.Thread(target=lambda: found.append(shelf.part(("now",), version=1, own=(), render=render)))
        for _ in range(3)
    ]
    threads[0].start()
    began.wait(5)
    for thread in threads[1:]:
        thread.start()
    may_end.set()
    for thread in threads:
        thread.join(5)
    assert (found, len(times)) == (["words"] * 3, 1)


def test_what_could_not_be_rendered_is_tried_again():
    shelf = Shelf()
    assert shelf.part(("now",), version=1, own=(), render=lambda _own: None) is None
    assert shelf.part(("now",), version=1, own=(), render=lambda _own: "words") == "words"
