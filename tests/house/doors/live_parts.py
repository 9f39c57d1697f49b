"""What changes on the pages of a room while people look."""

from mindlines.meetings.choices import Phase
from tests import make, make_live
from tests.house.doors import EVERYONE, FACILITATORS, MEMBERS, Door, door


def furnish(world):
    world.watched = make_live.room(make.meeting(world.community, "Watched", phase=Phase.UNDER_WAY))


def keys(audience: str):
    return lambda world: {"pk": world.watched.meeting_id, "audience": audience}


DOORS: list[Door] = [
    door("live:parts", MEMBERS, keys=keys("everyone")),
    door("live:parts", FACILITATORS, keys=keys("console"), note="of the console"),
    door("live:screen_parts", EVERYONE, keys=lambda world: {"secret": world.watched.screen}),
    door("live:visitor_parts", EVERYONE, keys=lambda world: {"code": world.watched.code}),
]
