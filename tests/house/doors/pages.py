from tests.house.doors import EVERYONE, FACILITATORS, MEMBERS, SIGNED_IN, World, door


def slug(world: World) -> dict[str, object]:
    return {"slug": world.community.slug}


DOORS = [
    door("pages:home", EVERYONE),
    door("pages:overview", MEMBERS, keys=slug),
    door("pages:meeting", FACILITATORS, keys=lambda world: {"pk": world.meeting.pk}),
    door("pages:search", SIGNED_IN),
    door("pages:help", EVERYONE),
    door("pages:accessibility", EVERYONE),
    door("pages:words", EVERYONE),
]
