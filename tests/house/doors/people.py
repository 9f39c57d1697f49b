"""A person's own page: everybody has one, and nobody sees that of another."""

from mindlines.people.choices import Need
from mindlines.people.models import AccessNeed, Person
from tests.house.doors import EVERYONE, HIDDEN, OPEN, SENT_ON, SIGN_IN, SIGNED_IN, World, door

SIGNED_IN_WRITE = (SIGN_IN, SENT_ON, SENT_ON, SENT_ON)
# The need in the table is Bo's, the member's.
BOS_ALONE = (SIGN_IN, HIDDEN, OPEN, HIDDEN)


def furnish(world: World) -> None:
    world.bos_need = AccessNeed.objects.create(person=world.bo, need=Need.BREAKS)
    world.invented = Person.objects.make(name="Ivy Invented", is_demo=True, demo_part="A lay member")


def bos_need(world: World) -> dict[str, object]:
    return {"pk": world.bos_need.pk}


def invented(world: World) -> dict[str, object]:
    return {"pk": world.invented.pk}


def words(world: World) -> dict[str, object]:
    return {"words": "Every hour"}


DOORS = [
    door("people:me", SIGNED_IN),
    door("people:details", SIGNED_IN),
    door("people:details", SIGNED_IN_WRITE, method="post", body=lambda world: {"name": "Robin", "reach_by": "mail"}),
    door("people:language", SIGNED_IN),
    door("people:language", SIGNED_IN_WRITE, method="post", body=lambda world: {"language": "en-gb"}),
    door("people:looks", SIGNED_IN),
    door(
        "people:looks",
        SIGNED_IN_WRITE,
        method="post",
        body=lambda world: {"text_size": "large", "theme": "dark", "words": "plain"},
    ),
    door("people:needs", SIGNED_IN),
    door("people:need_add", SIGNED_IN),
    door("people:need_add", SIGNED_IN_WRITE, method="post", body=lambda world: {"need": "quiet"}),
    door("people:need_change", BOS_ALONE, keys=bos_need),
    door("people:need_change", (SIGN_IN, HIDDEN, SENT_ON, HIDDEN), keys=bos_need, method="post", body=words),
    door("people:need_remove", (SIGN_IN, HIDDEN, SENT_ON, HIDDEN), keys=bos_need, method="post"),
    door("people:held", SIGNED_IN),
    door("people:held_file", SIGNED_IN),
    door("people:erase", SIGNED_IN),
    door("people:erase", SIGNED_IN, method="post", note="without the tick"),
    door("people:goodbye", EVERYONE),
    door("people:kept", SIGNED_IN_WRITE, note="with nothing kept"),
    door("people:kept_drop", SIGNED_IN_WRITE, method="post"),
    door("people:demo_sign_in", (SENT_ON, SENT_ON, SENT_ON, SENT_ON), keys=invented, method="post"),
]
