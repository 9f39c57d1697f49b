"""The room of a meeting: for members, facilitators and scribes, and the ways into it."""

from mindlines.kernel.identifiers import link_secret
from mindlines.live.choices import HandState
from mindlines.meetings.choices import Phase
from tests import make, make_live, make_voice
from tests.house.doors import (
    EVERYONE,
    FACILITATORS,
    FACILITATORS_WRITE,
    HIDDEN,
    MEMBERS,
    MEMBERS_WRITE,
    OPEN,
    SENT_ON,
    Door,
    door,
)

KNOWN_GO_IN = (OPEN, OPEN, SENT_ON, SENT_ON)


def furnish(world):
    held = make.meeting(world.community, "In its room", phase=Phase.UNDER_WAY)
    world.welcome = make.item(held, "Welcome")
    world.room = make_live.room(held)
    world.hand = make_live.hand(world.room, make.membership(world.community), state=HandState.WAITING)
    world.question = make_voice.contribution(world.community, meeting=held, by=world.bos)
    world.roomless = make.meeting(world.community, "Without a room", phase=Phase.ANNOUNCED)


def pk(world):
    return {"pk": world.room.meeting_id}


def roomless(world):
    return {"pk": world.roomless.pk}


def item(world):
    return {**pk(world), "item": world.welcome.pk}


def question(world):
    return {**pk(world), "contribution": world.question.pk}


def hand(deed: str):
    return lambda world: {**pk(world), "hand": world.hand.pk, "deed": deed}


def step(deed: str):
    return lambda world: {**pk(world), "deed": deed}


def code(world):
    return {"code": world.room.code}


def words(world):
    return {"words": "What does PROM mean?", "kind": "question", "key": link_secret()}


def member(world):
    return {"member": world.bos.pk, "deed": "name"}


# What members do.
DOORS: list[Door] = [
    door("live:room", MEMBERS, keys=pk),
    door(
        "live:room", tuple(HIDDEN if answer == OPEN else answer for answer in MEMBERS), keys=roomless, note="of no room"
    ),
    door("live:arrive", MEMBERS_WRITE, method="post", keys=pk, body=lambda world: {"way": "room"}),
    door("live:say", MEMBERS_WRITE, method="post", keys=pk, body=words),
    door("live:word", MEMBERS_WRITE, method="post", keys=pk, body=lambda world: {"word": "PROM"}),
    door("live:hand", MEMBERS_WRITE, method="post", keys=pk, body=lambda world: {"about": "The leaflet"}),
]

# What facilitators and scribes do.
DOORS += [
    door("live:prepare", FACILITATORS, keys=roomless),
    door("live:prepare", FACILITATORS_WRITE, method="post", keys=roomless),
    door("live:console", FACILITATORS, keys=pk),
    door("live:manner", FACILITATORS, keys=pk),
    door("live:manner", FACILITATORS_WRITE, method="post", keys=pk, body=lambda world: {"pause": "0"}),
    door("live:scribes", FACILITATORS_WRITE, method="post", keys=pk, body=member),
    door("live:go", FACILITATORS_WRITE, method="post", keys=item),
    door("live:step", FACILITATORS_WRITE, method="post", keys=step("close")),
    door("live:tend", FACILITATORS_WRITE, method="post", keys=question, body=lambda world: {"deed": "answered"}),
    door("live:call", FACILITATORS_WRITE, method="post", keys=hand("call")),
    door("live:scribe", FACILITATORS, keys=pk),
    door("live:tap", FACILITATORS_WRITE, method="post", keys=pk, body=lambda world: {"key": link_secret()}),
    door("live:untap", FACILITATORS_WRITE, method="post", keys=pk, body=lambda world: {"tap": link_secret()}),
]

# The ways in, and the wall.
DOORS += [
    door("live:find", EVERYONE),
    door("live:find", (SENT_ON,) * 4, method="post", body=code),
    door("live:door", KNOWN_GO_IN, keys=code),
    door("live:visit", EVERYONE, keys=code),
    door("live:visitor_say", (SENT_ON,) * 4, method="post", keys=code, body=words),
    door("live:screen", EVERYONE, keys=lambda world: {"secret": world.room.screen}),
]
