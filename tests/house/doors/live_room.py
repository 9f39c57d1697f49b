"""The room of a meeting: for members, facilitators and scribes, and the ways into it."""

from mindlines.coproduction.actions.decisions import running
from mindlines.kernel.identifiers import link_secret
from mindlines.live.choices import HandState
from mindlines.meetings.choices import Phase
from tests import make, make_coproduction, make_knowledge, make_live, make_voice
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
    world.room_decision = make_coproduction.decision(world.community, meeting=held)
    world.room_open_decision = make_coproduction.decision(world.community, meeting=held)
    running.open(world.room_open_decision, by=world.ana)
    statement = make_knowledge.statement(make_knowledge.item(world.community))
    world.room_negotiation = make_knowledge.negotiation(statement, meeting=held)
    make_knowledge.judged(world.room_negotiation, world.bos)
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


def decision(world):
    return {**pk(world), "decision": world.room_decision.pk, "deed": "open"}


def proposal(world):
    return {**pk(world), "proposal": world.room_open_decision.proposals.get().pk}


def agreed(world):
    options = world.room_open_decision.proposals.get().poll.options
    return {"answer": str(options.order_by("position").first().pk)}


def negotiation(world):
    return {**pk(world), "negotiation": world.room_negotiation.pk}


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

# Deciding and negotiating.
DOORS += [
    door("live:decide", FACILITATORS_WRITE, method="post", keys=decision),
    door("live:consent", MEMBERS_WRITE, method="post", keys=proposal, body=agreed),
    door("live:show_judgements", FACILITATORS_WRITE, method="post", keys=negotiation),
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
