"""Small groups: rounds, who is there, wishes, divisions and moves."""

from datetime import timedelta

from mindlines.kernel.times import now
from mindlines.meetings.choices import Phase, WishKind
from tests import make
from tests.house.doors import (
    FACILITATORS,
    FACILITATORS_WRITE,
    HIDDEN,
    MEMBERS,
    NOT_YOURS,
    SIGN_IN,
    door,
)


def furnish(world):
    meeting = make.meeting(world.community, "In groups", starts_at=now() + timedelta(days=30), phase=Phase.ANNOUNCED)
    world.group_meeting, world.work = meeting, make.work(meeting)
    people = [make.there(world.work, one) for one in (world.anas, world.bos)]
    world.in_groups = people + [make.there(world.work) for _number in range(4)]
    world.groups = make.division(world.work, world.in_groups[:3], world.in_groups[3:])
    world.tried = make.division(world.work, world.in_groups[::2], world.in_groups[1::2])
    world.group_wish = world.work.wishes.create(kind=WishKind.MEET_NEW)
    shown = make.work(meeting, "Shown")
    sitting = [make.there(shown, one) for one in (world.anas, world.bos)]
    shown.chosen, shown.shown_at = make.division(shown, sitting), now()
    shown.save()
    world.shown = shown


def meeting(world):
    return {"pk": world.group_meeting.pk}


def work(world):
    return {**meeting(world), "work": world.work.pk}


def shown(world):
    return {**meeting(world), "work": world.shown.pk}


def wish(world):
    return {**work(world), "wish": world.group_wish.pk}


def groups(world):
    return {**meeting(world), "division": world.groups.pk}


def tried(world):
    return {**meeting(world), "division": world.tried.pk}


def person(world):
    return {**groups(world), "person": world.in_groups[0].pk}


def words(world):
    return {"title": "What helps?", "item": "", "task": "", "prompts": "", "by": "size", "number": "3"}


def rooms(world):
    return {"group-1-name": "Oak"}


def ticks(world):
    member = world.bos.pk
    return {"shown": [member], "is_present": [member]}


def apart(world):
    return {"what": "people", "people-kind": "apart", "people-people": [one.pk for one in world.in_groups[:2]]}


def version(world):
    return {"version": world.groups.version}


def to_second(world):
    return {**version(world), "to": "group-2"}


def deed(name):
    return lambda world: {**work(world), "deed": name}


DOORS = [
    door("meetings:rounds", FACILITATORS, keys=meeting),
    door("meetings:round_new", FACILITATORS, keys=meeting),
    door("meetings:round_new", FACILITATORS_WRITE, keys=meeting, method="post", body=words),
    door("meetings:round", FACILITATORS, keys=work),
    door("meetings:round_change", FACILITATORS, keys=work),
    door("meetings:round_change", FACILITATORS_WRITE, keys=work, method="post", body=words),
    door("meetings:round_remove", FACILITATORS, keys=work),
    door("meetings:round_remove", FACILITATORS_WRITE, keys=work, method="post"),
    door("meetings:round_rooms", FACILITATORS, keys=work),
    door("meetings:round_rooms", FACILITATORS_WRITE, keys=work, method="post", body=rooms),
    door("meetings:round_show", FACILITATORS_WRITE, keys=shown, method="post", body=lambda world: {"show": "no"}),
    door("meetings:my_group", MEMBERS, keys=shown),
    door("meetings:my_group", (SIGN_IN, HIDDEN, HIDDEN, HIDDEN), keys=work, note="before groups are chosen"),
    door("meetings:round_people", FACILITATORS, keys=work),
    door("meetings:round_tick", FACILITATORS_WRITE, keys=work, method="post", body=ticks),
    door("meetings:round_bulk", FACILITATORS_WRITE, keys=deed("everybody"), method="post"),
    door("meetings:round_bulk", FACILITATORS_WRITE, keys=deed("unheard-of"), method="post", note="anything else"),
    door("meetings:round_wishes", FACILITATORS, keys=work),
    door("meetings:round_wishes", FACILITATORS_WRITE, keys=work, method="post", body=apart),
    door(
        "meetings:round_wish", FACILITATORS_WRITE, keys=work, method="post", body=lambda world: {"kind": "facilitator"}
    ),
    door("meetings:round_wish_drop", FACILITATORS_WRITE, keys=wish, method="post"),
    door("meetings:round_divide", FACILITATORS_WRITE, keys=work, method="post", body=lambda world: {"how": "by_hand"}),
    door("meetings:round_compare", FACILITATORS, keys=work),
    door("meetings:division", FACILITATORS, keys=groups),
    door(
        "meetings:division",
        (SIGN_IN, HIDDEN, NOT_YOURS, HIDDEN),
        keys=lambda world: {**groups(world), "division": 0},
        note="none such",
    ),
    door("meetings:division_choose", FACILITATORS_WRITE, keys=groups, method="post"),
    door("meetings:division_remove", FACILITATORS, keys=tried),
    door("meetings:division_remove", FACILITATORS_WRITE, keys=tried, method="post"),
    door("meetings:division_rest", FACILITATORS_WRITE, keys=groups, method="post", note="without a version"),
    door("meetings:division_undo", FACILITATORS_WRITE, keys=groups, method="post"),
    door(
        "meetings:division_lock_group",
        FACILITATORS_WRITE,
        keys=lambda world: {**groups(world), "number": 1},
        method="post",
        body=lambda world: {"locked": "yes"},
    ),
    door("meetings:division_move", FACILITATORS, keys=person),
    door("meetings:division_move", FACILITATORS_WRITE, keys=person, method="post", body=to_second),
    door(
        "meetings:division_lock", FACILITATORS_WRITE, keys=person, method="post", body=lambda world: {"locked": "yes"}
    ),
    door("meetings:division_place", FACILITATORS_WRITE, keys=person, method="post", body=version),
    door("meetings:division_leave", FACILITATORS_WRITE, keys=person, method="post"),
    door("meetings:division_come_back", FACILITATORS_WRITE, keys=person, method="post"),
]
