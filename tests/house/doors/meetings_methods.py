"""The methods library, and what is said of a method after a meeting."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace as World

from mindlines.kernel.times import now
from mindlines.meetings.choices import Phase
from tests import make
from tests.house.doors import FACILITATORS, FACILITATORS_WRITE, HIDDEN, MEMBERS, MEMBERS_WRITE, SIGN_IN, door


def furnish(world: World) -> None:
    soon = make.meeting(world.community, "With a method", starts_at=now() + timedelta(days=60), phase=Phase.ANNOUNCED)
    world.methods_item = make.item(soon, "Led by a method")
    gone = make.meeting(
        world.community, "Had a method", starts_at=datetime(2025, 3, 5, 10, tzinfo=UTC), phase=Phase.HELD
    )
    world.methods_used = make.item(gone, method="round")


def slug(world: World) -> dict[str, object]:
    return {"slug": world.community.slug}


def method(world: World) -> dict[str, object]:
    return slug(world) | {"key": "round"}


def item(world: World) -> dict[str, object]:
    return {"pk": world.methods_item.meeting_id, "item": world.methods_item.pk}


def used(world: World) -> dict[str, object]:
    return {"pk": world.methods_used.meeting_id, "item": world.methods_used.pk}


def words(world: World) -> dict[str, object]:
    return {"meeting": str(world.methods_item.meeting_id), "title": "A round", "minutes": "20", "key": "round-once"}


DOORS = [
    door("meetings:methods", MEMBERS, keys=slug),
    door("meetings:method", MEMBERS, keys=method),
    door("meetings:method", (SIGN_IN, HIDDEN, HIDDEN, HIDDEN), keys=lambda world: slug(world) | {"key": "gone"}, note="unknown"),
    door("meetings:method_favour", MEMBERS_WRITE, keys=method, method="post", body=lambda world: {"keep": "on"}),
    door("meetings:method_put", FACILITATORS, keys=method),
    door("meetings:method_put", FACILITATORS_WRITE, keys=method, method="post", body=words),
    door("meetings:method_page", MEMBERS, keys=method),
    door("meetings:method_pdf", MEMBERS, keys=method),
    door("meetings:item_method", FACILITATORS_WRITE, keys=item, method="post", body=lambda world: {"method": "round"}),
    door("meetings:item_rating", FACILITATORS, keys=used),
    door("meetings:item_rating", FACILITATORS_WRITE, keys=used, method="post", body=lambda world: {"verdict": "well"}),
]  # fmt: skip
