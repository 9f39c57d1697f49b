"""Polls, ballots and voting slips."""

from tests import make_ballots
from tests.house.doors import (
    FACILITATORS,
    FACILITATORS_WRITE,
    HIDDEN,
    MEMBERS,
    MEMBERS_WRITE,
    NOT_YOURS,
    OPEN,
    SIGN_IN,
    World,
    door,
)

PRINTED = (SIGN_IN, HIDDEN, NOT_YOURS, OPEN)


def furnish(world: World) -> None:
    asked = {"question": "Tuesdays?", "options": ("Yes", "No"), "takes_more": True}
    world.planned_poll = make_ballots.poll(world.community, is_open=False, **asked)
    world.open_poll = make_ballots.poll(world.community, meeting=world.meeting, **asked)
    world.option = world.open_poll.options.first()


def here(world: World) -> dict[str, object]:
    return {"slug": world.community.slug}


def in_meeting(world: World) -> dict[str, object]:
    return {"pk": world.meeting.pk}


def planned(world: World) -> dict[str, object]:
    return {"pk": world.planned_poll.pk}


def poll(world: World) -> dict[str, object]:
    return {"pk": world.open_poll.pk}


def option(world: World) -> dict[str, object]:
    return {**poll(world), "option": world.option.pk}


def closing(world: World) -> dict[str, object]:
    return {**poll(world), "deed": "close"}


def printing(world: World) -> dict[str, object]:
    return {**poll(world), "what": "slips"}


def asked(world: World) -> dict[str, object]:
    return {"question": "Fridays?", "kind": "scale", "secrecy": "secret", "most": 1, "options": ""}


def answer(world: World) -> dict[str, object]:
    return {"answer": str(world.option.pk)}


POST = {"method": "post"}

DOORS = [
    door("voice:polls", MEMBERS, keys=here),
    door("voice:poll_new", FACILITATORS, keys=here),
    door("voice:poll_new", FACILITATORS_WRITE, keys=here, body=asked, **POST),
    door("voice:poll_new_in_meeting", FACILITATORS, keys=in_meeting),
    door("voice:poll_new_in_meeting", FACILITATORS_WRITE, keys=in_meeting, body=asked, **POST),
    door("voice:poll", MEMBERS, keys=poll),
    door("voice:poll", FACILITATORS, keys=planned, note="before it opens"),
    door("voice:poll_change", FACILITATORS, keys=planned),
    door("voice:poll_change", FACILITATORS_WRITE, keys=planned, body=asked, **POST),
    door("voice:poll_remove", FACILITATORS, keys=planned),
    door("voice:poll_remove", FACILITATORS_WRITE, keys=planned, **POST),
    door("voice:vote", MEMBERS_WRITE, keys=poll, body=answer, **POST),
    door("voice:slip", MEMBERS, keys=poll),
    door("voice:slip", MEMBERS, keys=poll, body=lambda world: {"code": "no code"}, **POST),
    door("voice:take_slip", MEMBERS_WRITE, keys=poll, **POST),
    door("voice:forget_slip", MEMBERS_WRITE, keys=poll, **POST),
    door("voice:poll_add", MEMBERS, keys=poll),
    door("voice:poll_add", MEMBERS_WRITE, keys=poll, body=lambda world: {"words": "Perhaps"}, **POST),
    door("voice:poll_moderate", FACILITATORS_WRITE, keys=option, body=lambda world: {"show": "yes"}, **POST),
    door("voice:poll_hide_line", FACILITATORS_WRITE, keys=poll, body=lambda world: {"words": "Dull"}, **POST),
    door("voice:poll_step", FACILITATORS_WRITE, keys=closing, **POST),
    door("voice:paper", FACILITATORS, keys=poll),
    door(
        "voice:give_slip",
        PRINTED,
        keys=poll,
        body=lambda world: {"member": ""},
        note="with nobody chosen",
        **POST,
    ),
    door("voice:enter_ballot", FACILITATORS, keys=poll),
    door("voice:enter_ballot", PRINTED, keys=poll, body=answer, note="without a code", **POST),
    door("voice:proxy_ballot", FACILITATORS, keys=poll),
    door(
        "voice:proxy_ballot", PRINTED, keys=poll, body=lambda world: {**answer(world), "member": world.bos.pk}, **POST
    ),
    door("voice:ballot_papers", PRINTED, keys=printing, body=lambda world: {"count": 5}, **POST),
]
