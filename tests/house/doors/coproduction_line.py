"""The line: traces, the questions of it, and its files."""

from tests import make_coproduction
from tests.house.doors import MEMBERS, World, door


def furnish(world: World) -> None:
    world.traced_decision = make_coproduction.decision(world.community, "Do we ring people?", stage="closed")


def here(world: World) -> dict[str, object]:
    return {"slug": world.community.slug}


def traced(world: World) -> dict[str, object]:
    return {"kind": "decision", "pk": world.traced_decision.pk}


def table(world: World) -> dict[str, object]:
    return {**here(world), "which": "things"}


DOORS = [
    door("coproduction:trace", MEMBERS, keys=traced),
    door("coproduction:line", MEMBERS, keys=here),
    door("coproduction:lived", MEMBERS, keys=here),
    door("coproduction:undiscussed", MEMBERS, keys=here),
    door("coproduction:adapted", MEMBERS, keys=here),
    door("coproduction:line_jsonld", MEMBERS, keys=here),
    door("coproduction:line_table", MEMBERS, keys=table),
]
