"""Signing in, and the keys to one's own door. It makes no difference here who facilitates what."""

from tests.house.doors import OPEN, SENT_ON, Answer, Door, World, door


def row(route: str, stranger: Answer, person: Answer, **more: object) -> Door:
    return door(route, (stranger, person, person, person), **more)


def no_such_key(world: World) -> dict[str, object]:
    return {"pk": 1}


def no_such_provider(world: World) -> dict[str, object]:
    return {"provider_id": "nowhere"}


def worn_out_link(world: World) -> dict[str, object]:
    return {"uidb36": "x", "key": "worn-out"}


DOORS = [
    row("account_login", OPEN, SENT_ON),
]
