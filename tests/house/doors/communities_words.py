"""The words of a community."""

from mindlines.communities.models import Term
from tests import make
from tests.house.doors import (
    FACILITATORS,
    FACILITATORS_WRITE,
    HIDDEN,
    MEMBERS,
    MEMBERS_WRITE,
    NOT_YOURS,
    SENT_ON,
    SIGN_IN,
    World,
    door,
)

A_LAY_READER_WRITES = (SIGN_IN, HIDDEN, SENT_ON, NOT_YOURS)


def furnish(world: World) -> None:
    world.glossary_word = make.term(world.community)
    world.glossary_hidden = make.term(world.community, "ICB", is_shown=False)


def here(world: World) -> dict[str, object]:
    return {"slug": world.community.slug}


def prom(world: World) -> dict[str, object]:
    return {**here(world), "pk": world.glossary_word.pk}


def hidden(world: World) -> dict[str, object]:
    return {**here(world), "pk": world.glossary_hidden.pk}


def wording(world: World) -> dict[str, object]:
    return {"word": "PREM", "meaning": "Questions about how your care was."}


def change(world: World) -> dict[str, object]:
    return {**wording(world), "based_on": Term.objects.get(pk=world.glossary_word.pk).version}


DOORS = [
    door("communities:words", MEMBERS, keys=here),
    door("communities:words", MEMBERS, keys=here, body=lambda world: {"show": "hidden"}, note="hidden"),
    door("communities:words_paper", MEMBERS, keys=here),
    door("communities:word", MEMBERS, keys=prom),
    door("communities:word", FACILITATORS, keys=hidden, note="a hidden word"),
    door("communities:word_new", MEMBERS, keys=here),
    door("communities:word_new", MEMBERS_WRITE, keys=here, method="post", body=wording),
    door("communities:word_change", MEMBERS, keys=prom),
    door("communities:word_change", MEMBERS_WRITE, keys=prom, method="post", body=change),
    door("communities:word_hide", FACILITATORS_WRITE, keys=prom, method="post"),
    door("communities:word_show", FACILITATORS_WRITE, keys=hidden, method="post"),
    door("communities:word_clear", A_LAY_READER_WRITES, keys=prom, method="post"),
    door("communities:word_unclear", A_LAY_READER_WRITES, keys=prom, method="post"),
    door("communities:words_start", FACILITATORS, keys=here),
    door("communities:words_start", FACILITATORS_WRITE, keys=here, method="post"),
    door("communities:words_start_out", FACILITATORS_WRITE, keys=here, method="post"),
]
