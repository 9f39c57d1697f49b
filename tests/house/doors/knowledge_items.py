"""What the community knows, and its statements."""

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from mindlines.knowledge.models import ItemFile
from tests import make_knowledge, make_voice
from tests.house.doors import (
    FACILITATORS,
    FACILITATORS_WRITE,
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
    world.known_item = make_knowledge.item(here, by=world.anas, words="Exercise helps.")
    world.known_note = make_knowledge.item(here, "How the hall is booked", by=world.bos)
    world.known_story = make_knowledge.story(here, teller=world.bos, words="I could not get up again.")
    world.known_statement = make_knowledge.statement(world.known_item)
    world.known_said = make_voice.contribution(here, "The mats are on the floor", by=world.bos)
    world.known_said_by_ana = make_voice.contribution(here, "The hall is cold", by=world.anas)
    world.known_file = ItemFile.objects.create(
        item=world.known_item,
        file=ContentFile(b"%PDF-", name="review"),
        name="review.pdf",
        media_type="application/pdf",
        size=5,
        sha256="0" * 64,
    )


def slug(world):
    return {"slug": world.community.slug}


def item(name):
    return {"keys": lambda world: {"pk": getattr(world, name).pk}}


def said(name):
    return {"keys": lambda world: {**slug(world), "pk": getattr(world, name).pk}}


def form(kind):
    return {"keys": lambda world: {**slug(world), "form": kind}}


def pdf(world):
    return {"file": SimpleUploadedFile("leaflet.pdf", b"%PDF-1.4 leaflet")}


NOTE = {"title": "How the hall is booked", "words": "Ask at the desk.", "kind": "local", "year": "2026"}
STORY = {"naming": "named", "title": "The mats", "words": "I could not get up again."}
TOLD = {**STORY, "who": "Bo Berg", "naming": "nobody"}
LINK = {"title": "The trial", "link": "https://example.org/trial", "kind": "research"}
TABLE = {"title": "Who came", "cells": "Month,People\nMay,12\nJune,15", "chart": "bars", "kind": "audit"}
CLAIM = {"words": "Twelve sessions of exercise", "page": "4"}

DOORS = [
    door("knowledge:items", MEMBERS, keys=slug),
    door("knowledge:bring", MEMBERS, keys=slug),
    *(
        row
        for kind, body in {"note": NOTE, "story": STORY, "link": LINK, "table": TABLE}.items()
        for row in (
            door("knowledge:new", MEMBERS, **form(kind), note=kind),
            door(
                "knowledge:new",
                MEMBERS_WRITE,
                **form(kind),
                method="post",
                body=lambda world, body=body: body,
                note=kind,
            ),
        )
    ),
    door("knowledge:new", MEMBERS, **form("file"), note="file"),
    door(
        "knowledge:new",
        MEMBERS_WRITE,
        **form("file"),
        method="post",
        body=lambda world: {"title": "Leaflet", "kind": "lived"} | pdf(world),
        note="file",
    ),
    door("knowledge:write_down", FACILITATORS, keys=slug),
    door("knowledge:write_down", FACILITATORS_WRITE, keys=slug, method="post", body=lambda world: TOLD),
    door("knowledge:from_said", MEMBERS, keys=slug),
    door("knowledge:keep", MEMBERS, **said("known_said"), note="what Bo said"),
    door("knowledge:keep", (SIGN_IN, HIDDEN, HIDDEN, OPEN), **said("known_said_by_ana"), note="what Ana said"),
    door(
        "knowledge:keep",
        MEMBERS_WRITE,
        **said("known_said"),
        method="post",
        body=lambda world: {**STORY, "kind": "lived"},
        note="what Bo said",
    ),
    door("knowledge:item", MEMBERS, **item("known_item")),
    door("knowledge:item", MEMBERS, **item("known_story"), note="that is a story"),
    door("knowledge:change", (SIGN_IN, HIDDEN, NOT_YOURS, OPEN), **item("known_item"), note="that Ana brought"),
    door("knowledge:change", MEMBERS, **item("known_note"), note="that Bo brought"),
    door("knowledge:change", (SIGN_IN, HIDDEN, OPEN, NOT_YOURS), **item("known_story"), note="that Bo told"),
    door(
        "knowledge:change",
        (SIGN_IN, HIDDEN, SENT_ON, NOT_YOURS),
        **item("known_story"),
        method="post",
        body=lambda world: STORY,
        note="that Bo told",
    ),
    door("knowledge:change", MEMBERS_WRITE, **item("known_note"), method="post", body=lambda world: NOTE),
    door("knowledge:quality", MEMBERS, **item("known_item")),
    door(
        "knowledge:quality", MEMBERS_WRITE, **item("known_item"), method="post", body=lambda world: {"quality": "Few"}
    ),
    door("knowledge:versions", MEMBERS, **item("known_item")),
    door("knowledge:withdraw", (SIGN_IN, HIDDEN, NOT_YOURS, OPEN), **item("known_item"), note="that Ana brought"),
    door("knowledge:withdraw", MEMBERS, **item("known_story"), note="that Bo told"),
    door("knowledge:withdraw", MEMBERS_WRITE, **item("known_story"), method="post", note="that Bo told"),
    door("knowledge:add_file", MEMBERS, **item("known_item")),
    door("knowledge:add_file", MEMBERS_WRITE, **item("known_item"), method="post", body=pdf),
    door("knowledge:file", MEMBERS, **item("known_file")),
    door("knowledge:write_statement", MEMBERS, **item("known_item")),
    door("knowledge:write_statement", MEMBERS_WRITE, **item("known_item"), method="post", body=lambda world: CLAIM),
    door(
        "knowledge:order_statements",
        MEMBERS_WRITE,
        **item("known_item"),
        method="post",
        body=lambda world: {"item": world.known_statement.pk, "move": "up"},
    ),
    door("knowledge:statement", MEMBERS, **item("known_statement")),
    door("knowledge:change_statement", MEMBERS, **item("known_statement")),
    door(
        "knowledge:change_statement", MEMBERS_WRITE, **item("known_statement"), method="post", body=lambda world: CLAIM
    ),
    door("knowledge:withdraw_statement", MEMBERS, **item("known_statement")),
    door("knowledge:withdraw_statement", MEMBERS_WRITE, **item("known_statement"), method="post"),
]
