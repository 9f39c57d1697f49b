"""The pages on which people are divided into small groups."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mindlines.kernel.times import now
from mindlines.meetings.actions import divisions, seats
from mindlines.meetings.choices import ItemKind, Phase, ReplyMode, WishKind
from mindlines.meetings.models import Change, Division, Participant, Reply, Round
from mindlines.meetings.queries import groups
from mindlines.meetings.queries import participants as queries
from tests import make

pytestmark = pytest.mark.usefixtures("in_november")


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch):
    monkeypatch.setattr(divisions, "AT_ONCE", 0.1)
    monkeypatch.setattr(seats, "SECONDS", 0.1)


@pytest.fixture
def people(crowd):
    return queries.present(crowd)


@pytest.fixture
def division(crowd, people):
    return make.division(crowd, people[:4], people[4:8], people[8:])


def url(name, thing, **keys):
    if isinstance(thing, Division):
        return reverse(f"meetings:{name}", kwargs={"pk": thing.round.meeting_id, "division": thing.pk, **keys})
    return reverse(f"meetings:{name}", kwargs={"pk": thing.meeting_id, "work": thing.pk, **keys})


def words(client, address, **more):
    response = client.get(address, more)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def follow(client, address, body):
    response = client.post(address, body, follow=True)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_small_groups_of_the_agenda_are_offered(as_ana, meeting):
    item = make.item(meeting, "Mixed groups", kind=ItemKind.SMALL_GROUPS, words="Talk about stairs.")
    listing = words(as_ana, reverse("meetings:rounds", kwargs={"pk": meeting.pk}))
    assert "No small groups yet" in listing
    assert f"?item={item.pk}" in listing
    form = words(as_ana, reverse("meetings:round_new", kwargs={"pk": meeting.pk}), item=item.pk)
    assert 'value="Mixed groups"' in form
    assert "Talk about stairs." in form
    assert "Divide into groups" in words(as_ana, reverse("meetings:agenda", kwargs={"pk": meeting.pk}))
    assert "Divide people into small groups" in words(
        as_ana, reverse("meetings:agenda_item", kwargs={"pk": meeting.pk, "item": item.pk})
    )


@pytest.mark.parametrize(
    ("by", "number", "sentence"),
    [
        ("size", "1", "A group has 2 to 50 people."),
        ("size", "", "Enter a number, like 5."),
        ("count", "0", "Enter a number, like 5."),
        ("count", "500", "At most 400 groups, please."),
    ],
)
def test_sizes_that_make_no_sense_are_refused_kindly(as_ana, meeting, by, number, sentence):
    body = {"title": "Stairs", "by": by, "number": number}
    assert sentence in follow(as_ana, reverse("meetings:round_new", kwargs={"pk": meeting.pk}), body)
    assert not Round.objects.exists()


def test_a_round_is_made_changed_and_removed(as_ana, meeting):
    body = {"title": "Stairs", "by": "count", "number": "3", "task": "Talk", "key": "one"}
    said = follow(as_ana, reverse("meetings:round_new", kwargs={"pk": meeting.pk}), body)
    assert "Ready to divide" in said
    work = Round.objects.get()
    assert 'value="3"' in words(as_ana, url("round_change", work))
    follow(as_ana, url("round_change", work), {"title": "Lifts", "by": "size", "number": "4"})
    assert "Lifts" in words(as_ana, reverse("meetings:rounds", kwargs={"pk": meeting.pk}))
    assert 'value="4"' in words(as_ana, url("round_change", work))
    assert "The round is gone." in follow(as_ana, url("round_remove", work), {})


def test_the_list_of_rounds_costs_the_same_with_one_and_with_three(as_ana, meeting, people, division):
    address = reverse("meetings:rounds", kwargs={"pk": meeting.pk})
    words(as_ana, address)
    with CaptureQueriesContext(connection) as with_one:
        words(as_ana, address)
    for number in range(2):
        make.division(make.work(meeting, f"Round {number}"), [])
    with CaptureQueriesContext(connection) as with_three:
        assert "Not yet divided" not in words(as_ana, address)
    assert len(with_three) == len(with_one)


def test_a_division_costs_the_same_with_one_group_and_with_three(as_ana, crowd, people, division):
    one = make.division(crowd, people[:2])
    wide, narrow = url("division", division), url("division", one)
    words(as_ana, wide)
    with CaptureQueriesContext(connection) as with_three:
        words(as_ana, wide)
    Participant.objects.filter(pk__in=[person.pk for person in people[2:]]).update(is_present=False)
    with CaptureQueriesContext(connection) as with_one:
        words(as_ana, narrow)
    assert len(with_three) == len(with_one)


def test_who_is_there_costs_the_same_for_one_and_for_many(as_ana, crowd):
    address = url("round_people", crowd)
    words(as_ana, address)
    with CaptureQueriesContext(connection) as many:
        words(as_ana, address)
    with CaptureQueriesContext(connection) as few:
        assert "Bo Berg" in words(as_ana, address, name="Bo")
    assert len(many) == len(few)


def test_people_are_found_ticked_and_shown(as_ana, crowd, bos, anas):
    address = url("round_people", crowd)
    assert "Ticked from the replies" in words(as_ana, address)
    assert "Bo Berg" not in words(as_ana, address, show="not")
    assert "Ana Alvarez" not in words(as_ana, address, show="there").split("<main")[1]
    assert "Nobody of that name" in words(as_ana, address, name="Zed")
    ticks = {"shown": [bos.pk, "x"], "name": "Bo", "page": "1"}
    response = as_ana.post(url("round_tick", crowd), ticks)
    assert response.headers["Location"].endswith("?name=Bo&page=1")
    assert not crowd.participants.get(membership=bos).is_present
    assert as_ana.post(url("round_tick", crowd), {"then": "round"}).headers["Location"] == crowd.get_absolute_url()
    Reply.objects.create(meeting=crowd.meeting, membership=anas, mode=ReplyMode.ROOM)
    assert "Add this 1 person" in words(as_ana, address)
    assert "1 person is added." in follow(as_ana, url("round_bulk", crowd, deed="expected"), {})
    for deed, there in (("nobody", 0), ("everybody", 13), ("again", 1)):
        follow(as_ana, url("round_bulk", crowd, deed=deed), {})
        assert crowd.participants.filter(is_present=True).count() == there


def test_wishes_are_added_and_dropped_in_sentences(as_ana, crowd, people, community):
    address = url("round_wishes", crowd)
    assert "Often wished" in words(as_ana, address)
    follow(as_ana, url("round_wish", crowd), {"kind": WishKind.MEET_NEW})
    follow(as_ana, url("round_wish", crowd), {"kind": "unheard"})
    lay = community.constituencies.get(name="Lay members")
    body = {"what": "number", "number-kind": "at_least", "number-count": "1", "number-group": lay.pk}
    assert "In each group at least 1 person of “Lay members”." in follow(as_ana, address, body)
    body = {"what": "people", "people-kind": "apart", "people-people": [people[0].pk]}
    assert "Choose at least two people." in follow(as_ana, address, body)
    body["people-people"] = [people[0].pk, people[1].pk]
    assert "Bo Berg and Clinician 0 are not in one group." in follow(as_ana, address, body)
    assert "Enter a number, like 2." in follow(as_ana, address, {"what": "number", "number-count": "x"})
    for wish in crowd.wishes.all():
        follow(as_ana, url("round_wish_drop", crowd, wish=wish.pk), {})
    assert not crowd.wishes.exists()


def test_rooms_are_written_down(as_ana, crowd, division):
    body = {"group-1-name": "Oak", "group-1-place": "Upstairs", "group-2-is_step_free": "on"}
    follow(as_ana, url("round_rooms", crowd), body)
    rooms = list(crowd.groups.values_list("name", "place", "is_step_free"))
    assert rooms == [("Oak", "Upstairs", False), ("", "", True), ("", "", False)]
    page = words(as_ana, url("division", division))
    assert "Oak" in page
    assert "Upstairs" in page
    assert "Error:" in follow(as_ana, url("round_rooms", crowd), {"group-1-name": "x" * 61})


def test_one_press_divides_and_shows_the_cards(as_ana, crowd):
    said = follow(as_ana, url("round_divide", crowd), {"how": "divided", "key": "one"})
    assert "Division A: What gets in the way?" in said
    assert said.count('class="ml-group"') == 3
    assert as_ana.post(url("round_divide", crowd), {"how": "magic"}).headers["Location"] == crowd.get_absolute_url()
    assert Division.objects.get().made_by.name == "Ana Alvarez"


def test_trouble_offers_to_drop_a_wish(as_ana, crowd, community):
    lay = community.constituencies.get(name="Lay members")
    wish = crowd.wishes.create(kind=WishKind.AT_LEAST, constituency=lay, count=2)
    said = follow(as_ana, url("round_divide", crowd), {"how": "divided"})
    assert "The wishes cannot all hold" in said
    assert "For 3 groups you need 6 of them, and 4 are there." in said
    said = follow(as_ana, url("round_wish_drop", crowd, wish=wish.pk), {"then": "round"})
    assert "The wishes cannot all hold" not in said


def test_while_the_workshop_divides_the_page_waits(as_ana, crowd):
    Round.objects.update(dividing_since=now())
    page = words(as_ana, crowd.get_absolute_url())
    assert "12 people are being divided" in page
    assert "Look again" in page
    fragment = as_ana.get(crowd.get_absolute_url(), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in fragment
    assert "being divided" in fragment
    Round.objects.update(dividing_since=None)
    fragment = as_ana.get(crowd.get_absolute_url(), headers={"HX-Request": "true"}).content.decode()
    assert "See what came of it" in fragment


def test_moving_says_the_effect_before_and_after(as_ana, division, people):
    address = url("division_move", division, person=people[0].pk)
    page = words(as_ana, address)
    assert "No longer: Group 1: Bo Berg is the only one of “Lay members” here." in page
    said = follow(as_ana, address, {"to": "group-2", "version": "0"})
    assert "Bo Berg moves to “Group 2”. Group 1: 3 people." in said
    assert "Undo the last move" in said
    address = url("division_move", division, person=people[1].pk)
    said = follow(as_ana, address, {"to": f"with-{people[8].pk}", "version": "1"})
    assert "Clinician 0 changes places with" in said
    for nonsense in ({"to": ""}, {"to": "moon", "version": "0"}):
        assert "Choose a group, or somebody to change places with." in follow(as_ana, address, nonsense)
    assert as_ana.get(url("division_move", division, person=0)).status_code == 404


def test_dragging_brings_back_the_groups_alone_and_a_sentence(as_ana, division, people):
    body = {"to": "group-2", "version": "0"}
    address = url("division_move", division, person=people[0].pk)
    fragment = as_ana.post(address, body, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in fragment
    assert 'data-version="1"' in fragment
    assert 'hx-swap-oob="innerHTML">Bo Berg moves to' in fragment
    assert as_ana.post(address, {"to": "group-3", "version": "0"}, headers={"HX-Request": "true"}).status_code == 409


def test_locking_dividing_the_rest_and_undoing(as_ana, division, people):
    said = follow(as_ana, url("division_lock", division, person=people[0].pk), {"locked": "yes"})
    assert "Divide the rest" in said
    follow(as_ana, url("division_lock_group", division, number=3), {"locked": "yes"})
    assert division.seats.filter(is_locked=True).count() == 5
    said = follow(as_ana, url("division_rest", division), {"version": "0"})
    assert "Those who are locked have stayed." in said or "Nobody has moved." in said
    change = Change.objects.first()
    if change:
        follow(as_ana, url("division_undo", division), {"change": change.pk})
    assert groups.seating(division)[people[4].pk] == 2


def test_where_everybody_is_locked_nobody_moves_and_that_is_said(as_ana, division):
    division.seats.update(is_locked=True)
    said = follow(as_ana, url("division_rest", division), {"version": "0"})
    assert "Nobody has moved." in said


def test_the_page_says_how_many_sit_where_and_when_there_are_too_few(as_ana, crowd):
    crowd.participants.filter(is_facilitator=True).update(is_online=True)
    assert "3 groups: 9 people in the room, 3 online" in words(as_ana, crowd.get_absolute_url())
    Round.objects.update(size=None, group_count=13)
    assert "13 groups are too many for so few people." in words(as_ana, crowd.get_absolute_url())
    crowd.participants.update(is_present=False)
    assert "Say who is there. Then you can divide them." in words(as_ana, crowd.get_absolute_url())


def test_coming_late_and_leaving(as_ana, crowd, division, people, anas):
    late = make.there(crowd, anas)
    assert "1 person has no group yet" in words(as_ana, url("division", division))
    said = follow(as_ana, url("division_place", division, person=late.pk), {"version": "0"})
    assert "They have a place. Nobody else has moved." in said
    said = follow(as_ana, url("division_leave", division, person=people[0].pk), {})
    assert "Undo" in said
    assert "Bo Berg" not in said.split('id="board"')[1]
    assert "Bo Berg" in follow(as_ana, url("division_come_back", division, person=people[0].pk), {})


def test_two_divisions_are_compared_and_one_is_used(as_ana, crowd, people, division):
    assert "nothing to compare yet" in words(as_ana, url("round_compare", crowd))
    other = make.division(crowd, people[1:4], [people[0], *people[4:8]], people[8:])
    page = words(as_ana, url("round_compare", crowd))
    assert "15 pairs sit together in both, 7 in only one of them. By your wishes Division B is better." in page
    same = words(as_ana, url("round_compare", crowd), one=other.pk, other=other.pk)
    assert "the same people in both" in same
    assert "In use" in follow(as_ana, url("division_choose", other), {})
    assert "Remove this division" not in words(as_ana, url("division", other))
    assert "The division is gone." in follow(as_ana, url("division_remove", division), {})


def test_members_see_their_own_group_and_never_why(as_bo, as_ana, crowd, division, people):
    Round.objects.update(chosen=division, task="Talk about stairs.", prompts="Who has not spoken?")
    Participant.objects.filter(pk=people[1].pk).update(needs_step_free=True)
    crowd.wishes.create(kind=WishKind.APART).people.set(people[:2])
    crowd.meeting.phase = Phase.ANNOUNCED
    crowd.meeting.save()
    mine, meeting = url("my_group", crowd), crowd.meeting.get_absolute_url()
    assert as_bo.get(mine).status_code == 404
    assert "Your group" not in words(as_bo, meeting)
    assert "Members now see their own group" in follow(as_ana, url("round_show", crowd), {})
    assert "Your group: Group 1" in words(as_bo, meeting)
    page = words(as_bo, mine)
    for shown in ("Talk about stairs.", "Clinician 0", "Your group: Group 1"):
        assert shown in page
    for hidden in ("Who has not spoken?", "steps", "not in one group", "Support 0"):
        assert hidden not in page
    follow(as_ana, url("round_show", crowd), {"show": "no"})
    assert as_bo.get(mine).status_code == 404


def test_who_facilitates_a_group_is_prepared_before_the_others_see_anything(as_bo, crowd, division, people):
    Round.objects.update(chosen=division, prompts="Who has not spoken?")
    crowd.meeting.phase = Phase.ANNOUNCED
    crowd.meeting.save()
    Participant.objects.filter(pk=people[0].pk).update(is_facilitator=True)
    page = words(as_bo, url("my_group", crowd))
    assert "Who has not spoken?" in page
    assert "You help this group to talk" in page


def test_when_the_meeting_is_over_the_groups_are_there_to_read(as_ana, crowd, division):
    crowd.meeting.phase = Phase.HELD
    crowd.meeting.save()
    page = words(as_ana, url("division", division))
    assert "Bo Berg" in page
    assert ">Move" not in page
    assert "Use these groups" not in page
    assert "Ready to divide" not in words(as_ana, crowd.get_absolute_url())
