"""Decisions, from being prepared to their record."""

from mindlines.coproduction.actions.decisions import running
from tests import make_coproduction
from tests.house.doors import FACILITATORS, FACILITATORS_WRITE, MEMBERS, World, door


def furnish(world: World) -> None:
    world.decision_draft = make_coproduction.decision(world.community)
    world.decision_open = make_coproduction.decision(world.community, rule="consent")
    running.open(world.decision_open, by=world.ana)


def here(world: World) -> dict[str, object]:
    return {"slug": world.community.slug}


def draft(world: World) -> dict[str, object]:
    return {"pk": world.decision_draft.pk}


def opened(world: World) -> dict[str, object]:
    return {"pk": world.decision_open.pk}


def talking(world: World) -> dict[str, object]:
    return {**opened(world), "deed": "discuss"}


def prepared(world: World) -> dict[str, object]:
    return {"question": "How many?", "proposals": "Twelve", "rule": "consent", "secrecy": "secret"}


POST = {"method": "post"}

DOORS = [
    door("coproduction:decisions", MEMBERS, keys=here),
    door("coproduction:decision_new", FACILITATORS, keys=here),
    door("coproduction:decision_new", FACILITATORS_WRITE, keys=here, body=prepared, **POST),
    door("coproduction:decision", MEMBERS, keys=opened),
    door("coproduction:decision", FACILITATORS, keys=draft, note="before it opens"),
    door("coproduction:decision_change", FACILITATORS, keys=draft),
    door("coproduction:decision_change", FACILITATORS_WRITE, keys=draft, body=prepared, **POST),
    door("coproduction:decision_drop", FACILITATORS, keys=draft),
    door("coproduction:decision_drop", FACILITATORS_WRITE, keys=draft, **POST),
    door("coproduction:decision_step", FACILITATORS_WRITE, keys=talking, **POST),
]
