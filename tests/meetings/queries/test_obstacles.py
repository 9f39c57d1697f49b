"""Why a wish stands in the way, in words that a busy facilitator understands."""

import pytest

from mindlines.meetings.actions import wishes
from mindlines.meetings.choices import WishKind
from mindlines.meetings.queries import groups
from mindlines.meetings.queries.obstacles import because
from mindlines.meetings.queries.trouble import trouble

pytestmark = pytest.mark.usefixtures("in_november")


@pytest.fixture
def by_name(crowd):
    return {one.name: one for one in crowd.participants.select_related("membership__person")}


@pytest.fixture
def lay(community):
    return community.constituencies.get(name="Lay members")


def online(crowd, *names, rooms=(3,)):
    crowd.participants.filter(membership__person__name__in=names).update(is_online=True)
    crowd.groups.filter(number__in=rooms).update(is_online=True)


def told(crowd, wish, *, count=3):
    return because(groups.asked(crowd), wish=wish, groups=count)


def test_nobody_who_facilitates_is_online(crowd):
    wish = wishes.wish(crowd, kind=WishKind.FACILITATOR)
    online(crowd, "Lay 0", "Lay 1", "Clinician 0")
    said = "Nobody who facilitates is online, and Group 3 meets online. Ask somebody online to facilitate."
    assert told(crowd, wish) == said
    crowd.groups.filter(number=2).update(is_online=True)
    said = "Nobody who facilitates is online, and Group 2 and Group 3 meet online. Ask people online to facilitate."
    assert told(crowd, wish) == said
    online(crowd, "Support 0")
    said = "Only 1 person online facilitates, and Group 2 and Group 3 meet online. Ask more people online."
    assert told(crowd, wish) == said


def test_too_few_who_facilitate_are_in_the_room(crowd):
    wish = wishes.wish(crowd, kind=WishKind.FACILITATOR)
    online(crowd, "Support 0", "Support 1", "Lay 0")
    said = "Only 1 person in the room facilitates, and that is too few for 2 groups in the room. Ask more people there."
    assert told(crowd, wish) == said


def test_people_cannot_be_apart_where_only_one_group_meets_online(crowd, by_name):
    wish = wishes.wish_about_people(crowd, kind=WishKind.APART, people=[by_name["Lay 0"], by_name["Lay 1"]])
    other = "It cannot hold together with the other wishes."
    assert told(crowd, wish) == other
    online(crowd, "Lay 0", "Lay 1")
    assert told(crowd, wish) == "2 people cannot be apart in 1 group online. Choose fewer people, or make more groups."


def test_people_who_are_online_do_not_sit_with_those_in_the_room(crowd, by_name):
    wish = wishes.wish_about_people(crowd, kind=WishKind.TOGETHER, people=[by_name["Lay 0"], by_name["Support 1"]])
    online(crowd, "Lay 0", "Lay 1")
    assert told(crowd, wish) == "Lay 0 is online, and the others are in the room."


def test_a_group_can_be_too_small_for_all_who_want_to_be_together(crowd, by_name):
    people = [by_name[f"Clinician {number}"] for number in range(5)]
    wish = wishes.wish_about_people(crowd, kind=WishKind.TOGETHER, people=people)
    said = "5 people do not fit into a group of 4. Choose fewer people, or make fewer groups."
    assert told(crowd, wish) == said


def test_who_comes_late_is_not_counted_and_that_is_said(crowd, lay, by_name):
    wish = wishes.wish_for_number(crowd, kind=WishKind.AT_LEAST, group=lay, count=1)
    crowd.participants.filter(membership__person__name__in=["Lay 0", "Lay 1"]).update(is_late=True)
    said = "For 3 groups you need 3 of them, and 2 are there. Ask for fewer, or make fewer groups. "
    assert told(crowd, wish) == said + "Who comes late or leaves early does not count."
    online(crowd, "Clinician 0", "Clinician 1")
    said = "For 1 group online you need 1 of them, and none is there."
    assert told(crowd, wish).startswith(said)


def test_more_are_there_than_all_groups_may_have(crowd, lay):
    wish = wishes.wish_for_number(crowd, kind=WishKind.AT_MOST, group=lay, count=1)
    said = "3 groups take at most 3 of them, and 4 are there. Allow more, or make more groups."
    assert told(crowd, wish) == said
    wish.count = 2
    assert told(crowd, wish) == "It cannot hold together with the other wishes."


def test_one_lay_member_online_is_alone_there(crowd, lay):
    wish = crowd.wishes.create(kind=WishKind.NOT_ALONE, constituency=lay, count=2)
    online(crowd, "Lay 0", "Clinician 0")
    assert told(crowd, wish) == "Only 1 of them is online. Ask more of them, or drop this wish."
    online(crowd, "Lay 1", "Lay 2")
    assert told(crowd, wish) == "Only 1 of them is in the room. Ask more of them, or drop this wish."


def test_groups_of_one_cannot_hold_two(crowd, lay):
    wish = crowd.wishes.create(kind=WishKind.NOT_ALONE, constituency=lay, count=2)
    said = "The groups are too small: 12 people in 11 groups. Make fewer groups."
    assert told(crowd, wish, count=11) == said
    assert told(crowd, wish) == "It cannot hold together with the other wishes."


def test_groups_that_all_meet_online_leave_no_side_empty(crowd, lay):
    wish = wishes.wish_for_number(crowd, kind=WishKind.AT_LEAST, group=lay, count=1)
    online(crowd, "Lay 0", "Lay 1", rooms=(1, 2, 3))
    assert told(crowd, wish).startswith("For 3 groups online you need 3 of them, and 2 are there.")


def test_who_has_no_room_is_told_by_what_they_need(crowd, by_name):
    found = [by_name["Lay 0"].pk, by_name["Lay 1"].pk, by_name["Bo Berg"].pk]
    crowd.trouble = {"wishes": [], "rooms": found, "locked": [], "is_size": False, "groups": 3}
    crowd.participants.filter(pk=found[0]).update(needs_step_free=True)
    online(crowd, "Lay 1")
    told = trouble(groups.asked(crowd))
    assert (told.no_steps, told.in_room, told.online) == ("Lay 0", "Bo Berg", "Lay 1")
    online(crowd, rooms=(1, 2, 3))
    told = trouble(groups.asked(crowd))
    assert (told.no_steps, told.in_room, told.online) == ("", "Lay 0 and Bo Berg", "Lay 1")
