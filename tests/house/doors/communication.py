from mindlines.communication import actions
from mindlines.people.choices import Way
from tests.house.doors import EVERYONE, FACILITATORS, FACILITATORS_WRITE, World, door


def furnish(world: World) -> None:
    """A mail that waits, and a letter to be posted."""
    world.waiting_mail = actions.tell(
        world.bo, community=world.community, subject="The winter meeting", words="Please come."
    )
    world.bo.reach_by, world.bo.address = Way.POST, "1 Mill Lane"
    world.waiting_letter = actions.tell(
        world.bo, community=world.community, subject="The winter meeting", words="Please come."
    )


def slug(world: World) -> dict[str, object]:
    return {"slug": world.community.slug}


def mail(world: World) -> dict[str, object]:
    return {"pk": world.waiting_mail.pk}


def letter(world: World) -> dict[str, object]:
    return {"pk": world.waiting_letter.pk}


DOORS = [
    door("communication:messages", FACILITATORS, keys=slug),
    door("communication:message", FACILITATORS, keys=mail),
    door("communication:try_now", FACILITATORS_WRITE, keys=mail, method="post"),
    door("communication:mark_done", FACILITATORS_WRITE, keys=letter, method="post"),
    door("communication:drop", FACILITATORS_WRITE, keys=mail, method="post"),
    door("communication:mailbox", EVERYONE),
]
