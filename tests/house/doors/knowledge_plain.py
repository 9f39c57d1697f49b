"""Plain words and easy read of what the community knows."""

from tests import make_knowledge, make_plain
from tests.house.doors import (
    HIDDEN,
    MEMBERS,
    MEMBERS_WRITE,
    NOT_YOURS,
    OPEN,
    SENT_ON,
    SIGN_IN,
    door,
)


def furnish(world):
    here = world.community
    world.plain_item = make_knowledge.item(here, "The trial", by=world.anas, words="Exercise therapy reduces pain.")
    make_plain.plain(world.plain_item, by=world.anas.person)
    world.plain_easy = make_plain.easy(world.plain_item, "You can bring a friend.", by=world.anas.person)
    world.plain_line = make_plain.line(world.plain_easy, "This is the hall.", own=make_plain.png(), shows="A hall")
    world.plain_signed = make_knowledge.item(here, "The survey", by=world.anas, version=2)
    make_plain.plain(
        world.plain_signed,
        by=world.anas.person,
        source_version=1,
        signed_by=world.bos,
        signed_on="2026-11-01",
        signed_version=1,
    )
    world.plain_story = make_knowledge.story(here, teller=world.bos, words="I could not get up again.")


def item(name="plain_item"):
    return {"keys": lambda world: {"pk": getattr(world, name).pk}}


def line():
    return {"keys": lambda world: {"pk": world.plain_item.pk, "line": world.plain_line.pk}}


def said(form, name="plain_item"):
    return {"keys": lambda world: {"pk": getattr(world, name).pk, "form": form}}


WORDS = {"title": "Moving helps", "words": "Moving more helps.", "based_on": "1", "source": "1"}
LINE = {"words": "You can bring a friend.", "picture": "people"}
ONLY_BO = (SIGN_IN, HIDDEN, OPEN, NOT_YOURS)

DOORS = [
    door("knowledge:plain", MEMBERS, **item()),
    door("knowledge:plain_write", MEMBERS, **item()),
    door("knowledge:plain_write", ONLY_BO, **item("plain_story"), note="of Bo’s story"),
    door("knowledge:plain_write", MEMBERS_WRITE, **item(), method="post", body=lambda world: WORDS),
    door("knowledge:plain_check", MEMBERS, **item(), method="post", body=lambda world: WORDS),
    door("knowledge:easy", MEMBERS, **item()),
    door("knowledge:easy_pdf", MEMBERS, **item()),
    door("knowledge:easy_write", MEMBERS, **item()),
    door("knowledge:easy_write", ONLY_BO, **item("plain_story"), note="of Bo’s story"),
    door("knowledge:easy_write", MEMBERS_WRITE, **item(), method="post", body=lambda world: {"title": "Moving"}),
    door("knowledge:easy_add", MEMBERS_WRITE, **item(), method="post", body=lambda world: LINE),
    door("knowledge:easy_line", MEMBERS, **line()),
    door("knowledge:easy_line", MEMBERS_WRITE, **line(), method="post", body=lambda world: LINE),
    door("knowledge:easy_move", MEMBERS_WRITE, **line(), method="post", body=lambda world: {"move": "up"}),
    door("knowledge:easy_remove", MEMBERS_WRITE, **line(), method="post"),
    door("knowledge:easy_picture", MEMBERS, **line()),
    door("knowledge:plain_earlier", MEMBERS, **said("plain")),
    door("knowledge:plain_still_right", MEMBERS_WRITE, **said("plain", "plain_signed"), method="post"),
    door(
        "knowledge:plain_sign",
        (SIGN_IN, HIDDEN, SENT_ON, NOT_YOURS),
        **said("plain"),
        method="post",
        body=lambda world: {"version": "1"},
    ),
    door("knowledge:plain_sign_for", (SIGN_IN, HIDDEN, NOT_YOURS, OPEN), **said("plain")),
    door(
        "knowledge:plain_sign_for",
        (SIGN_IN, HIDDEN, NOT_YOURS, SENT_ON),
        **said("plain"),
        method="post",
        body=lambda world: {"who": str(world.bos.pk), "origin": "phone", "version": "1"},
    ),
    door("knowledge:plain_take_back", MEMBERS_WRITE, **said("plain", "plain_signed"), method="post"),
    door("knowledge:plain_ask", MEMBERS_WRITE, **said("easy"), method="post"),
]
