"""Small groups on paper and in files, and who has met whom."""

from datetime import timedelta
from types import SimpleNamespace as World

from mindlines.kernel.times import now
from mindlines.meetings.choices import Phase
from tests import make
from tests.house.doors import FACILITATORS, door


def furnish(world: World) -> None:
    held = make.meeting(world.community, "In groups", starts_at=now() - timedelta(days=9), phase=Phase.HELD)
    world.on_paper = make.small_groups(held, [world.anas, world.bos], task="Talk.")


def slug(world: World) -> dict[str, object]:
    return {"slug": world.community.slug}


def division(world: World) -> dict[str, object]:
    return {"pk": world.on_paper.round.meeting_id, "division": world.on_paper.pk}


def cards(world: World) -> dict[str, object]:
    return division(world) | {"what": "cards"}


def zoom(world: World) -> dict[str, object]:
    return division(world) | {"kind": "zoom"}


DOORS = [
    door("meetings:groups_print", FACILITATORS, keys=division),
    door("meetings:groups_pdf", FACILITATORS, keys=cards),
    door("meetings:groups_page", FACILITATORS, keys=cards),
    door("meetings:groups_file", FACILITATORS, keys=zoom),
    door("meetings:encounters", FACILITATORS, keys=slug),
]
