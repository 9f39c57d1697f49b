"""Choosing priorities."""

from mindlines.communities.models import Criterion
from mindlines.coproduction.models import Candidate, Yardstick
from tests import make_coproduction
from tests.house.doors import FACILITATORS, FACILITATORS_WRITE, MEMBERS, MEMBERS_WRITE, World, door

POST = {"method": "post"}


def furnish(world: World) -> None:
    world.yardstick_criterion = Criterion.objects.create(community=world.community, words="A trial has shown it")
    world.scoring = make_coproduction.scoring(world.community)
    world.shown_scoring = make_coproduction.scoring(
        world.community, "And then?", stage="shown", shown_at="2026-05-01T10:00Z"
    )
    for scoring in (world.scoring, world.shown_scoring):
        Candidate.objects.create(scoring=scoring, words="A class")
        Yardstick.objects.create(scoring=scoring, words="A trial has shown it")


def here(world: World) -> dict[str, object]:
    return {"slug": world.community.slug}


def scoring(world: World) -> dict[str, object]:
    return {"pk": world.scoring.pk}


def shown(world: World) -> dict[str, object]:
    return {"pk": world.shown_scoring.pk}


def begun(world: World) -> dict[str, object]:
    return {"title": "What next?", "candidates": "One\nTwo", "criteria": [world.yardstick_criterion.pk]}


def choose(world: World) -> dict[str, object]:
    return {"chosen": [world.shown_scoring.candidates.get().pk]}


DOORS = [
    door("coproduction:scorings", MEMBERS, keys=here),
    door("coproduction:scoring_new", FACILITATORS, keys=here),
    door("coproduction:scoring_new", FACILITATORS_WRITE, keys=here, body=begun, **POST),
    door("coproduction:scoring", MEMBERS, keys=scoring),
    door("coproduction:scoring", MEMBERS_WRITE, keys=scoring, body=lambda world: {"any": "thing"}, **POST),
    door("coproduction:scoring_show", FACILITATORS_WRITE, keys=scoring, **POST),
    door("coproduction:scoring_close", FACILITATORS, keys=shown),
    door("coproduction:scoring_close", FACILITATORS_WRITE, keys=shown, body=choose, **POST),
    door("coproduction:scoring_remove", FACILITATORS, keys=scoring),
    door("coproduction:scoring_remove", FACILITATORS_WRITE, keys=scoring, **POST),
]
