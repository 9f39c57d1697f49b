"""How pages look, and what they are made of."""

from tests.house.doors import EVERYONE, SENT_ON, World, door


def larger_text(world: World) -> dict[str, object]:
    return {"text_size": "larger", "theme": "auto", "words": "marked"}


DOORS = [
    door("ui:looks", EVERYONE),
    door("ui:looks", (SENT_ON, SENT_ON, SENT_ON, SENT_ON), method="post", body=larger_text),
    # There only while building; in production nobody finds it.
    door("ui:components", EVERYONE),
    door("ui:components", EVERYONE, method="post", note="with nothing filled in"),
]
