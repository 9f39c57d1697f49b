"""A decision is opened, talked about, voted on and closed without leaving the room."""

import re
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mindlines.coproduction.actions.decisions import objections, preparing, running
from mindlines.coproduction.actions.decisions.objections import Objected
from mindlines.coproduction.actions.decisions.preparing import Prepared
from mindlines.coproduction.choices import DecisionStage
from mindlines.coproduction.models import Decision, Objection
from mindlines.live.hub.rendering import in_parts
from mindlines.live.models import Room
from tests import make, make_coproduction, make_live

TWELVE = "Twelve sessions in small groups"


@pytest.fixture
def room(meeting):
    return make_live.room(meeting, item=make.item(meeting, "The class"))


@pytest.fixture
def decision(community, room):
    more = {"meeting": room.meeting, "agenda_item": room.item, "is_paired": True}
    return make_coproduction.decision(community, "How many sessions?", **more)


def console(client, room) -> str:
    return client.get(reverse("live:console", kwargs={"pk": room.meeting_id})).content.decode()


def page(client, room) -> str:
    return client.get(room.get_absolute_url()).content.decode()


def step(client, decision, deed: str):
    keys = {"pk": decision.meeting_id, "decision": decision.pk, "deed": deed}
    return client.post(reverse("live:decide", kwargs=keys))


def answer(client, decision, words: str, **more: str):
    proposal = decision.proposals.get()
    option = proposal.poll.options.get(words=words)
    address = reverse("live:consent", kwargs={"pk": decision.meeting_id, "proposal": proposal.pk})
    return client.post(address, {"answer": str(option.pk), **more})


def part(room, audience: str) -> str:
    return in_parts(room, audience=audience, wanted=["poll"])["poll"]


def test_what_is_prepared_for_the_item_now_stands_on_the_console_first_and_nowhere_else(room, decision, as_ana, as_bo):
    make_coproduction.decision(room.meeting.community, "Where?", meeting=room.meeting)
    make_coproduction.decision(room.meeting.community, "For another day?")
    shown = console(as_ana, room)
    assert shown.index("How many sessions?") < shown.index("Where?")
    assert "for the item now" in shown
    assert "For another day?" not in shown
    assert "How many sessions?" not in page(as_bo, room)
    assert "How many sessions?" not in part(room, "screen")


def test_it_is_led_from_the_console_to_the_record(room, decision, as_ana):
    stages = []
    for deed in ("open", "discuss", "show", "hide", "open-again", "close"):
        assert step(as_ana, decision, deed).headers["Location"] == reverse(
            "live:console", kwargs={"pk": room.meeting_id}
        )
        stages.append(Decision.objects.get().stage)
    assert stages == ["open", "discussing", "discussing", "discussing", "open_again", "closed"]
    assert Decision.objects.get().decision_record


def test_nobody_but_whoever_holds_the_room_leads_it(room, decision, community, as_ana, as_bo):
    assert step(as_bo, decision, "open").status_code == 403
    assert step(as_ana, decision, "explode").status_code == 404
    elsewhere = make.meeting(community, "Another")
    make_live.room(elsewhere)
    keys = {"pk": elsewhere.pk, "decision": decision.pk, "deed": "open"}
    assert as_ana.post(reverse("live:decide", kwargs=keys)).status_code == 404
    assert Decision.objects.get().stage == DecisionStage.DRAFT


def test_members_answer_in_the_room_and_an_objection_has_its_reason(room, decision, ana, bos, as_bo):
    running.open(decision, by=ana)
    assert "If you object: what speaks against it?" in page(as_bo, room)
    given = {"objection": "No bus goes there.", "key": "k1", "back": room.get_absolute_url()}
    for _time in range(2):
        assert answer(as_bo, decision, "I object", **given).headers["Location"] == room.get_absolute_url()
    assert [(each.words, each.membership) for each in Objection.objects.all()] == [("No bus goes there.", bos)]
    assert decision.proposals.get().poll.ballots.count() == 1
    shown = page(as_bo, room)
    assert "“No bus goes there.”" in shown
    given = re.search(r'<p\s[^>]*class="ml-room__given"[^>]*>', shown)
    assert given and "hidden" not in given[0]


def test_an_objection_without_a_reason_is_asked_for_it_beside_what_was_chosen(room, decision, ana, as_bo):
    running.open(decision, by=ana)
    response = answer(as_bo, decision, "I object")
    shown = response.content.decode()
    assert response.status_code == 422
    assert "no-store" in response.headers["Cache-Control"]
    poll = decision.proposals.get().poll
    assert f'href="#b{poll.pk}-objection"' in shown
    assert f'id="b{poll.pk}-objection"' in shown
    assert "Write what speaks against it." in shown
    assert "checked" in shown[shown.index(f'id="b{poll.pk}-{poll.options.get(words="I object").pk}"') :][:80]
    assert not poll.ballots.exists()


def test_nothing_chosen_is_asked_for(room, decision, ana, as_bo):
    running.open(decision, by=ana)
    address = reverse("live:consent", kwargs={"pk": room.meeting_id, "proposal": decision.proposals.get().pk})
    assert "Choose an answer first." in as_bo.post(address, {}).content.decode()


def test_who_objected_before_need_not_write_it_again(room, decision, ana, as_bo):
    running.open(decision, by=ana)
    answer(as_bo, decision, "I object", objection="No bus goes there.")
    assert answer(as_bo, decision, "I object").status_code == 302
    assert Objection.objects.count() == 1


def test_an_objection_without_a_name_has_none(room, decision, ana, as_bo):
    running.open(decision, by=ana)
    answer(as_bo, decision, "I object", objection="No bus goes there.", is_anonymous="on")
    assert [each.membership for each in Objection.objects.all()] == [None]


def test_a_slip_on_another_device_is_asked_for(room, decision, ana, bo, as_bo):
    running.open(decision, by=ana)
    answer(as_bo, decision, "I agree")
    other = Client()
    other.force_login(bo)
    poll = decision.proposals.get().poll
    assert answer(other, decision, "I object", objection="No.").headers["Location"] == f"/polls/{poll.pk}/slip/"
    assert not Objection.objects.exists()


def test_only_a_decision_by_consent_of_this_meeting_is_answered_here(room, community, ana, as_bo):
    steps = make_coproduction.decision(community, rule="gradient", meeting=room.meeting)
    running.open(steps, by=ana)
    address = reverse("live:consent", kwargs={"pk": room.meeting_id, "proposal": steps.proposals.get().pk})
    assert as_bo.post(address, {"answer": "4"}).status_code == 404


def test_a_paper_lets_its_holder_object_too(room, decision, ana, bos):
    running.open(decision, by=ana)
    holder = Client()
    holder.cookies.load(make_live.pass_cookie(make_live.given_pass(room, bos)))
    assert answer(holder, decision, "I object", objection="No bus goes there.").status_code == 302
    assert [each.membership for each in Objection.objects.all()] == [bos]


def test_several_proposals_are_answered_on_one_page(room, community, ana, as_bo):
    several = ("In Leek", "In Stoke")
    made = make_coproduction.decision(community, "Where?", meeting=room.meeting, proposals=several)
    running.open(made, by=ana)
    shown = page(as_bo, room)
    for proposal in made.proposals.all():
        assert reverse("live:consent", kwargs={"pk": room.meeting_id, "proposal": proposal.pk}) in shown
    ids = re.findall(r'\sid="([^"]+)"', shown)
    assert len(ids) == len(set(ids))


def test_the_wall_shows_no_objection_while_people_vote_and_the_result_once_it_is_closed(
    room, decision, ana, bos, as_ana
):
    running.open(decision, by=ana)
    objections.object_to(Objected(decision.proposals.get(), "No bus goes there."), by=bos)
    assert TWELVE in part(room, "screen")
    assert "No bus" not in part(room, "screen")
    assert "No bus" in part(room, "everyone")
    assert bos.name not in part(room, "everyone")
    running.discuss(decision, by=ana)
    assert "No bus" in part(room, "screen")
    step(as_ana, decision, "close")
    for audience in ("screen", "everyone", "console"):
        assert Decision.objects.get().get_result_display() in part(room, audience)


def test_the_console_costs_the_same_for_one_and_for_three(room, decision, community, as_ana):
    costs = []
    for more in (0, 2):
        for number in range(more):
            make_coproduction.decision(community, f"Question {number}", meeting=room.meeting)
        with CaptureQueriesContext(connection) as queries:
            console(as_ana, room)
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_the_console_hears_that_a_decision_was_prepared_moved_and_dropped(
    room, community, ana, django_capture_on_commit_callbacks
):
    def versions(deed) -> int:
        before = Room.objects.get(pk=room.pk).version
        with django_capture_on_commit_callbacks(execute=True):
            deed()
        return Room.objects.get(pk=room.pk).version - before

    prepared = Prepared("Where?", ("In Leek",), meeting=room.meeting)
    assert versions(lambda: preparing.make(prepared, of=community, by=ana)) == 1
    made = Decision.objects.get()
    assert versions(lambda: preparing.change(made, prepared=replace(prepared, meeting=None))) == 1
    preparing.change(made, prepared=prepared)
    assert versions(lambda: preparing.drop(made, by=ana)) == 1
