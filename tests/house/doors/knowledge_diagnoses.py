"""What helps and what hinders a statement in a setting."""

from tests import make_knowledge
from tests.house.doors import FACILITATORS, FACILITATORS_WRITE, MEMBERS, MEMBERS_WRITE, World, door

POST = {"method": "post"}


def furnish(world: World) -> None:
    world.diagnosed_statement = make_knowledge.statement(make_knowledge.item(world.community, "A trial of letters"))
    world.diagnosis = make_knowledge.diagnosis(world.diagnosed_statement)
    world.closed_diagnosis = make_knowledge.diagnosis(
        world.diagnosed_statement, "The clinic", closed_at="2026-05-01T10:00Z"
    )


def here(world: World) -> dict[str, object]:
    return {"slug": world.community.slug}


def statement(world: World) -> dict[str, object]:
    return {"pk": world.diagnosed_statement.pk}


def diagnosis(world: World) -> dict[str, object]:
    return {"pk": world.diagnosis.pk}


def closed(world: World) -> dict[str, object]:
    return {"pk": world.closed_diagnosis.pk}


def part(world: World) -> dict[str, object]:
    return {**diagnosis(world), "part": "change"}


def prompt(world: World) -> dict[str, object]:
    return {**diagnosis(world), "prompt": "time"}


DOORS = [
    door("knowledge:diagnoses", MEMBERS, keys=here),
    door("knowledge:diagnosis_new", FACILITATORS, keys=statement),
    door(
        "knowledge:diagnosis_new",
        FACILITATORS_WRITE,
        keys=statement,
        body=lambda world: {"setting": "The clinic", "level": "local"},
        **POST,
    ),
    door("knowledge:diagnosis", MEMBERS, keys=diagnosis),
    door("knowledge:diagnosis_rate", MEMBERS, keys=part),
    door("knowledge:diagnosis_rate", MEMBERS_WRITE, keys=part, body=lambda world: {"clarity": "1"}, **POST),
    door("knowledge:diagnosis_act", FACILITATORS, keys=prompt),
    door(
        "knowledge:diagnosis_act", FACILITATORS_WRITE, keys=prompt, body=lambda world: {"words": "Ask the hall"}, **POST
    ),
    door("knowledge:diagnosis_again", FACILITATORS_WRITE, keys=closed, **POST),
    door("knowledge:diagnosis_remove", FACILITATORS, keys=closed),
    door("knowledge:diagnosis_remove", FACILITATORS_WRITE, keys=closed, **POST),
    door("knowledge:diagnosis_close", FACILITATORS_WRITE, keys=diagnosis, **POST),
]
