"""Roles, role cards, the charter, priorities, what happened outside, and the record."""

from datetime import date

from mindlines.communities.choices import Answer, RoleName
from mindlines.communities.models import CharterVersion, ContextEvent, Criterion, Priority
from tests import make
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

OTHERS_ROLE = (SIGN_IN, HIDDEN, NOT_YOURS, OPEN)


def furnish(world: World) -> None:
    world.offer = make.role(world.bos, RoleName.CHAIR, answer=Answer.OFFERED)
    world.held_role = make.role(world.anas, RoleName.INVOLVEMENT)
    world.charter = CharterVersion.objects.create(community=world.community, number=1, purpose="Better hips.")
    world.event = ContextEvent.objects.create(community=world.community, title="Clinics close", on=date(2026, 3, 16))
    world.priority = Priority.objects.create(community=world.community, title="Exercise for hips")
    world.criterion = Criterion.objects.create(community=world.community, words="A patient priority")


def here(world: World) -> dict[str, object]:
    return {"slug": world.community.slug}


def offer(world: World) -> dict[str, object]:
    return {**here(world), "pk": world.offer.pk}


def held(world: World) -> dict[str, object]:
    return {**here(world), "pk": world.held_role.pk}


def chair_card(world: World) -> dict[str, object]:
    return {**here(world), "seat": "role-chair"}


def charter(world: World) -> dict[str, object]:
    return {**here(world), "number": 1}


def priority(world: World) -> dict[str, object]:
    return {**here(world), "pk": world.priority.pk}


def criterion(world: World) -> dict[str, object]:
    return {**here(world), "pk": world.criterion.pk}


def event(world: World) -> dict[str, object]:
    return {**here(world), "pk": world.event.pk}


def verdict(world: World) -> dict[str, object]:
    number = world.priority.pk
    return {"on": "2026-12-09", "based_on": 0, f"p{number}-outcome": "keep", f"p{number}-why": "It still matters."}


def next_charter(world: World) -> dict[str, object]:
    return {
        "purpose": "Better knees.",
        "what_changed": "Knees",
        "why": "Hips",
        "agreed_on": "2026-12-09",
        "based_on": 1,
    }


DOORS = [
    door("communities:roles", MEMBERS, keys=here),
    door("communities:role_offer", FACILITATORS, keys=here),
    door(
        "communities:role_offer",
        FACILITATORS_WRITE,
        method="post",
        keys=here,
        body=lambda world: {"member": world.bos.pk, "name": "buddy"},
    ),
    door("communities:role_answer", MEMBERS, keys=offer, note="the offer is the member's"),
    door("communities:role_answer", MEMBERS_WRITE, method="post", keys=offer, body=lambda world: {"answer": "no"}),
    door("communities:role_take_back", FACILITATORS_WRITE, method="post", keys=offer),
    door("communities:role_give_up", OTHERS_ROLE, keys=held),
    door("communities:role_give_up", FACILITATORS_WRITE, method="post", keys=held),
    door("communities:role_hand_over", OTHERS_ROLE, keys=held),
    door(
        "communities:role_hand_over",
        FACILITATORS_WRITE,
        method="post",
        keys=held,
        body=lambda world: {"member": world.bos.pk},
    ),
    door("communities:role_cards", MEMBERS, keys=here),
    door("communities:my_card", MEMBERS, keys=here),
    door("communities:role_card", MEMBERS, keys=chair_card),
    door("communities:role_card_paper", MEMBERS, keys=chair_card),
    door("communities:role_card_edit", FACILITATORS, keys=chair_card),
    door(
        "communities:role_card_edit",
        FACILITATORS_WRITE,
        method="post",
        keys=chair_card,
        body=lambda world: {"asked": "x"},
    ),
    door("communities:charter", MEMBERS, keys=here),
    door("communities:charter_versions", MEMBERS, keys=here),
    door("communities:charter_compare", MEMBERS, keys=here, body=lambda world: {"old": 1, "new": 1}),
    door("communities:charter_version", MEMBERS, keys=charter),
    door("communities:charter_read", MEMBERS_WRITE, method="post", keys=charter),
    door("communities:charter_readers", FACILITATORS, keys=charter),
    door("communities:charter_new", FACILITATORS, keys=here),
    door("communities:charter_new", FACILITATORS_WRITE, method="post", keys=here, body=next_charter),
    door("communities:direction", MEMBERS, keys=here),
    door("communities:timeline", MEMBERS, keys=here),
    door("communities:priority", MEMBERS, keys=priority),
    door("communities:priority_new", FACILITATORS, keys=here),
    door(
        "communities:priority_new",
        FACILITATORS_WRITE,
        method="post",
        keys=here,
        body=lambda world: {"title": "Walking"},
    ),
    door("communities:priority_edit", FACILITATORS, keys=priority),
    door(
        "communities:priority_edit",
        FACILITATORS_WRITE,
        method="post",
        keys=priority,
        body=lambda world: {"title": "Walks"},
    ),
    door(
        "communities:priority_move",
        FACILITATORS_WRITE,
        method="post",
        keys=here,
        body=lambda world: {"item": world.priority.pk, "move": "up"},
    ),
    door("communities:priority_reach", FACILITATORS, keys=priority),
    door("communities:priority_reach", FACILITATORS_WRITE, method="post", keys=priority),
    door("communities:priority_review", FACILITATORS, keys=priority),
    door("communities:priority_review", FACILITATORS_WRITE, method="post", keys=priority, body=verdict),
    door("communities:criteria", FACILITATORS, keys=here),
    door(
        "communities:criteria",
        FACILITATORS_WRITE,
        method="post",
        keys=here,
        body=lambda world: {"words": "In guidance"},
    ),
    door("communities:criterion", FACILITATORS, keys=criterion),
    door(
        "communities:criterion",
        FACILITATORS_WRITE,
        method="post",
        keys=criterion,
        body=lambda world: {"words": "Asked for"},
    ),
    door("communities:criterion_remove", FACILITATORS, keys=criterion),
    door("communities:criterion_remove", FACILITATORS_WRITE, method="post", keys=criterion),
    door("communities:events", MEMBERS, keys=here),
    door("communities:event", MEMBERS, keys=event),
    door("communities:event_new", FACILITATORS, keys=here),
    door(
        "communities:event_new",
        FACILITATORS_WRITE,
        method="post",
        keys=here,
        body=lambda world: {"title": "A new policy", "on": "2026-11-02"},
    ),
    door("communities:event_edit", FACILITATORS, keys=event),
    door(
        "communities:event_edit",
        FACILITATORS_WRITE,
        method="post",
        keys=event,
        body=lambda world: {"title": "Clinics shut", "on": "2026-11-02"},
    ),
    door("communities:event_review", FACILITATORS, keys=event),
    door("communities:event_review", FACILITATORS_WRITE, method="post", keys=event, body=verdict),
    door("communities:record", MEMBERS, keys=here),
    door("meetings:coverage", MEMBERS, keys=here),
]
