"""What is negotiated on the item at hand stands in the room: private first, then shown, and never a person."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mindlines.kernel.times import now
from mindlines.knowledge.choices import NegotiationStage
from mindlines.knowledge.models import Judgement, Negotiation
from mindlines.live.choices import PARTS_OF, Audience
from mindlines.live.hub.rendering import in_parts
from tests import make, make_knowledge, make_live

SAID = "Twelve sessions of exercise for knee osteoarthritis"


@pytest.fixture
def room(meeting):
    return make_live.room(meeting, item=make.item(meeting, "The class"))


@pytest.fixture
def negotiation(community, room):
    statement = make_knowledge.statement(make_knowledge.item(community))
    more = {"meeting": room.meeting, "agenda_item": room.item, "here": "Six sessions are paid."}
    return make_knowledge.negotiation(statement, **more)


def part(room, audience: str = "everyone") -> str:
    return in_parts(room, audience=audience, wanted=["negotiations"])["negotiations"]


def page(client, room) -> str:
    return client.get(room.get_absolute_url()).content.decode()


def judged_by_many(negotiation) -> None:
    community = negotiation.statement.item.community
    for value in (None, None, None, 8, 8, 8):
        make_knowledge.judged(negotiation, make.membership(community), value=value, why="Only I could know this.")


def shown(negotiation) -> None:
    Negotiation.objects.filter(pk=negotiation.pk).update(stage=NegotiationStage.SHOWN, shown_at=now())


@pytest.mark.parametrize("audience", list(Audience))
def test_every_audience_hears_of_negotiations(audience):
    assert "negotiations" in PARTS_OF[audience]


def test_it_stands_there_with_the_item_now_and_leads_to_judging_alone(room, negotiation, as_bo):
    address = f"{reverse('knowledge:judge', kwargs={'pk': negotiation.pk})}?back={room.get_absolute_url()}"
    words = page(as_bo, room)
    assert SAID in words
    assert address in words
    assert "Six sessions are paid." in words
    room.item = make.item(room.meeting, "Tea")
    assert SAID not in part(room)
    assert SAID in part(room, "console")
    assert SAID not in part(room, "screen")


def test_what_belongs_to_no_item_is_at_hand_all_the_time(room, negotiation):
    Negotiation.objects.update(agenda_item=None)
    room.item = None
    assert SAID in part(room)


def test_whoever_judged_comes_back_to_the_room(room, negotiation, as_bo):
    address = reverse("knowledge:judge", kwargs={"pk": negotiation.pk})
    here, elsewhere = room.get_absolute_url(), "//elsewhere.example.org/"
    answers = [as_bo.post(f"{address}?back={way}", {"feasibility": "7"}) for way in (here, elsewhere)]
    assert [answer.headers["Location"] for answer in answers] == [here, negotiation.get_absolute_url()]


def test_while_it_is_private_only_roughly_how_many_judged_is_known(room, negotiation):
    judged_by_many(negotiation)
    for audience in Audience:
        words = part(room, audience)
        assert "6 to 10 people" in words
        assert "in the middle" not in words
        assert "Only I could know this." not in words


def test_once_it_is_shown_the_wall_says_what_to_talk_about_and_nobodys_own_line(room, negotiation, as_ana):
    judged_by_many(negotiation)
    keys = {"pk": room.meeting_id, "negotiation": negotiation.pk}
    answer = as_ana.post(reverse("live:show_judgements", kwargs=keys))
    assert answer.headers["Location"] == reverse("live:console", kwargs={"pk": room.meeting_id})
    for audience in Audience:
        words = part(room, audience)
        assert "Talk about these first" in words
        assert "Can it be done here?" in words
        assert "Only I could know this." not in words
    assert "Six sessions are paid." in part(room, "screen")


def test_of_fewer_than_three_nothing_is_shown(room, negotiation, bos):
    make_knowledge.judged(negotiation, bos)
    shown(negotiation)
    assert "Fewer than three people judged" in part(room, "screen")


def test_where_nobody_is_apart_it_says_so(room, negotiation, community):
    for _number in range(4):
        make_knowledge.judged(negotiation, make.membership(community), value=7)
    shown(negotiation)
    assert "No question stands out" in part(room)


def test_what_came_of_it_is_read_on_the_wall(room, negotiation):
    settled = {"stage": NegotiationStage.SETTLED, "outcome": "trial", "why": "We try six.", "settled_at": now()}
    Negotiation.objects.update(**settled)
    assert "We try six." in part(room, "screen")
    assert "Answer, alone" not in part(room)


def test_what_was_withdrawn_is_gone_from_the_room(room, negotiation):
    negotiation.statement.item.withdrawn_at = now()
    negotiation.statement.item.save()
    assert all(SAID not in part(room, audience) for audience in Audience)


def test_only_whoever_holds_the_room_shows_it(room, negotiation, community, as_ana, as_bo):
    keys = {"pk": room.meeting_id, "negotiation": negotiation.pk}
    assert as_bo.post(reverse("live:show_judgements", kwargs=keys)).status_code == 403
    elsewhere = make.meeting(community, "Another")
    make_live.room(elsewhere)
    keys["pk"] = elsewhere.pk
    assert as_ana.post(reverse("live:show_judgements", kwargs=keys)).status_code == 404


def test_a_paper_leads_nobody_to_what_its_member_judged(room, negotiation, bos):
    make_knowledge.judged(negotiation, bos)
    holder = Client()
    holder.cookies.load(make_live.pass_cookie(make_live.given_pass(room, bos)))
    assert "data-by-pass" in page(holder, room)
    assert holder.get(reverse("knowledge:judge", kwargs={"pk": negotiation.pk})).status_code == 302
    assert Judgement.objects.count() == 1


def test_it_costs_the_same_for_one_and_for_three_people(room, negotiation, community):
    shown(negotiation)
    costs = []
    for more in (1, 2):
        for _number in range(more):
            make_knowledge.judged(negotiation, make.membership(community))
        with CaptureQueriesContext(connection) as queries:
            part(room)
        costs.append(len(queries))
    assert costs[0] == costs[1]
