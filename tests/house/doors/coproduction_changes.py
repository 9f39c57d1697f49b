"""What is done differently."""

from tests import make_coproduction
from tests.house.doors import HIDDEN, MEMBERS, MEMBERS_WRITE, NOT_YOURS, OPEN, SENT_ON, SIGN_IN, World, door

# Whoever told it, or a facilitator: Bo told the first change, Ana the second.
TELLERS_WRITE = (SIGN_IN, HIDDEN, NOT_YOURS, SENT_ON)
TELLERS = (SIGN_IN, HIDDEN, NOT_YOURS, OPEN)
POST = {"method": "post"}


def furnish(world: World) -> None:
    world.change = make_coproduction.change(world.community, said_by=world.anas)
    world.ended_change = make_coproduction.change(world.community, "We rang people", ended_on="2026-05-01")


def here(world: World) -> dict[str, object]:
    return {"slug": world.community.slug}


def change(world: World) -> dict[str, object]:
    return {"pk": world.change.pk}


def ended(world: World) -> dict[str, object]:
    return {"pk": world.ended_change.pk}


def told(world: World) -> dict[str, object]:
    return {"what": "We ring people", "since": "2026-03-02"}


def end(world: World) -> dict[str, object]:
    return {"on": "2026-05-01"}


DOORS = [
    door("coproduction:changes", MEMBERS, keys=here),
    door("coproduction:change_new", MEMBERS, keys=here),
    door("coproduction:change_new", MEMBERS_WRITE, keys=here, body=told, **POST),
    door("coproduction:change", MEMBERS, keys=change),
    door("coproduction:change_correct", TELLERS, keys=change),
    door("coproduction:change_correct", TELLERS_WRITE, keys=change, body=told, **POST),
    door("coproduction:change_confirm", MEMBERS_WRITE, keys=ended, **POST),
    door("coproduction:change_end", TELLERS, keys=change),
    door("coproduction:change_end", TELLERS_WRITE, keys=change, body=end, **POST),
    door("coproduction:change_go_on", TELLERS_WRITE, keys=ended, **POST),
    door("coproduction:change_remove", TELLERS, keys=ended),
    door("coproduction:change_remove", TELLERS_WRITE, keys=ended, **POST),
]
