"""Decisions, from being prepared to their record."""

from mindlines.coproduction.actions.decisions import closing, grounds, objections, running
from mindlines.coproduction.actions.decisions.objections import Objected
from tests import make_coproduction, make_knowledge
from tests.house.doors import FACILITATORS, FACILITATORS_WRITE, MEMBERS, MEMBERS_WRITE, World, door


def furnish(world: World) -> None:
    world.decision_draft = make_coproduction.decision(world.community)
    world.decision_open = make_coproduction.decision(world.community, rule="consent")
    running.open(world.decision_open, by=world.ana)
    world.decision_objection = objections.object_to(
        Objected(world.decision_open.proposals.get(), "Too far"), by=world.bos
    )
    world.decision_item = make_knowledge.item(world.community)
    grounds.put(world.decision_draft, keys=[f"item:{world.decision_item.pk}"], why="", is_set_aside=False, by=world.ana)
    world.decision_talked = make_coproduction.decision(world.community, rule="consent")
    running.open(world.decision_talked, by=world.ana)
    running.discuss(world.decision_talked, by=world.ana)
    world.decision_closed = make_coproduction.decision(world.community, rule="consent")
    running.open(world.decision_closed, by=world.ana)
    closing.close(world.decision_closed, by=world.ana)


def here(world: World) -> dict[str, object]:
    return {"slug": world.community.slug}


def draft(world: World) -> dict[str, object]:
    return {"pk": world.decision_draft.pk}


def opened(world: World) -> dict[str, object]:
    return {"pk": world.decision_open.pk}


def closed(world: World) -> dict[str, object]:
    return {"pk": world.decision_closed.pk}


def objection(world: World) -> dict[str, object]:
    return {**opened(world), "objection": world.decision_objection.pk}


def ground(world: World) -> dict[str, object]:
    return {**draft(world), "ground": world.decision_draft.grounds.get().pk}


def proposal(world: World) -> dict[str, object]:
    return {"pk": world.decision_talked.pk, "proposal": world.decision_talked.proposals.get().pk}


def voted(world: World) -> dict[str, object]:
    first = world.decision_open.proposals.get()
    return {f"answer_{first.pk}": str(first.poll.options.order_by("position").first().pk)}


def named(world: World) -> dict[str, object]:
    return {"things": f"item:{world.decision_item.pk}", "is_set_aside": "no", "why": ""}


def settled(world: World) -> dict[str, object]:
    return {"state": "taken_back", "answer": "A bus goes there."}


def empty_day(world: World) -> dict[str, object]:
    return {"review_on_day": ""}


def later(world: World) -> dict[str, object]:
    return {"review_on": "2099-02-01"}


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
    door("coproduction:decision", MEMBERS, keys=closed, note="with its record"),
    door("coproduction:decision_vote", MEMBERS_WRITE, keys=opened, body=voted, **POST),
    door("coproduction:objection_settle", MEMBERS, keys=objection),
    door("coproduction:objection_settle", MEMBERS_WRITE, keys=objection, body=settled, **POST),
    door("coproduction:grounds", FACILITATORS, keys=draft),
    door("coproduction:grounds", FACILITATORS_WRITE, keys=draft, body=named, **POST),
    door("coproduction:ground_remove", FACILITATORS_WRITE, keys=ground, **POST),
    door("coproduction:proposal_amend", FACILITATORS, keys=proposal),
    door("coproduction:proposal_amend", FACILITATORS_WRITE, keys=proposal, body=lambda world: {"words": "Ten"}, **POST),
    door("coproduction:dissent", MEMBERS, keys=closed),
    door("coproduction:dissent", MEMBERS_WRITE, keys=closed, body=lambda world: {"words": "Too many"}, **POST),
    door("coproduction:decision_close", FACILITATORS, keys=opened),
    door("coproduction:decision_close", FACILITATORS_WRITE, keys=opened, body=empty_day, **POST),
    door("coproduction:follow_up", FACILITATORS, keys=closed),
    door("coproduction:follow_up", FACILITATORS_WRITE, keys=closed, body=lambda world: {"words": "Ask"}, **POST),
    door("coproduction:decision_review", FACILITATORS, keys=closed),
    door("coproduction:decision_review", FACILITATORS_WRITE, keys=closed, body=later, **POST),
    door("coproduction:decision_pdf", MEMBERS, keys=closed),
    door("coproduction:decision_docx", MEMBERS, keys=closed),
    door("coproduction:decision_json", MEMBERS, keys=closed),
    door("coproduction:decision_step", FACILITATORS_WRITE, keys=talking, **POST),
]
