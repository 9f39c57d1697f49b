"""Getting ready."""

from tests import make_preparation
from tests.house.doors import FACILITATORS, FACILITATORS_WRITE, MEMBERS, MEMBERS_WRITE, World, door

POST = {"method": "post"}


def furnish(world: World) -> None:
    world.path = make_preparation.path(world.community)
    world.path_step = world.path.steps.first()
    world.call_wish = make_preparation.wish(world.bos)


def here(world: World) -> dict[str, object]:
    return {"slug": world.community.slug}


def path(world: World) -> dict[str, object]:
    return {"pk": world.path.pk}


def step(world: World) -> dict[str, object]:
    return {"pk": world.path_step.pk}


def wish(world: World) -> dict[str, object]:
    return {"pk": world.call_wish.pk}


def titled(world: World) -> dict[str, object]:
    return {"title": "For managers"}


def stepped(world: World) -> dict[str, object]:
    return {"kind": "read", "title": "Who we are", "minutes": 2}


def mornings(world: World) -> dict[str, object]:
    return {"when": "Mornings"}


def reminder(world: World) -> dict[str, object]:
    return {"words": "Hello all"}


def moved(world: World) -> dict[str, object]:
    return {"item": world.path_step.pk, "move": "down"}


DOORS = [
    door("preparation:mine", MEMBERS, keys=here),
    door("preparation:paper", MEMBERS, keys=here),
    door("preparation:call", MEMBERS, keys=here),
    door("preparation:call", MEMBERS_WRITE, keys=here, body=mornings, **POST),
    door("preparation:no_call", MEMBERS_WRITE, keys=here, **POST),
    door("preparation:step", MEMBERS, keys=step),
    door("preparation:step_done", MEMBERS_WRITE, keys=step, **POST),
    door("preparation:step_not_done", MEMBERS_WRITE, keys=step, **POST),
    door("preparation:readiness", FACILITATORS, keys=here),
    door("preparation:remind", FACILITATORS, keys=here),
    door("preparation:remind", FACILITATORS_WRITE, keys=here, body=reminder, **POST),
    door("preparation:called", FACILITATORS_WRITE, keys=wish, **POST),
    door("preparation:paths", FACILITATORS, keys=here),
    door("preparation:start", FACILITATORS_WRITE, keys=here, **POST),
    door("preparation:path_new", FACILITATORS, keys=here),
    door("preparation:path_new", FACILITATORS_WRITE, keys=here, body=titled, **POST),
    door("preparation:path", FACILITATORS, keys=path),
    door("preparation:path_change", FACILITATORS, keys=path),
    door("preparation:path_change", FACILITATORS_WRITE, keys=path, body=titled, **POST),
    door("preparation:path_show", FACILITATORS_WRITE, keys=path, **POST),
    door("preparation:path_hide", FACILITATORS_WRITE, keys=path, **POST),
    door("preparation:path_remove", FACILITATORS, keys=path),
    door("preparation:path_remove", FACILITATORS_WRITE, keys=path, **POST),
    door("preparation:step_move", FACILITATORS_WRITE, keys=path, body=moved, **POST),
    door("preparation:step_new", FACILITATORS, keys=path),
    door("preparation:step_new", FACILITATORS_WRITE, keys=path, body=stepped, **POST),
    door("preparation:step_change", FACILITATORS, keys=step),
    door("preparation:step_change", FACILITATORS_WRITE, keys=step, body=stepped, **POST),
    door("preparation:step_remove", FACILITATORS, keys=step),
    door("preparation:step_remove", FACILITATORS_WRITE, keys=step, **POST),
]
