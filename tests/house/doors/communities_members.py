"""Founding, settings, groups, members, invitations, and member lists on their way in."""

from mindlines.communities.choices import InvitationWay, Standing
from mindlines.communities.models import Invitation, MemberImport
from tests import make
from tests.house.doors import (
    EVERYONE,
    FACILITATORS,
    FACILITATORS_WRITE,
    HIDDEN,
    MEMBERS,
    NOT_YOURS,
    OPEN,
    SENT_ON,
    SIGN_IN,
    SIGNED_IN,
    World,
    door,
)

ONLY_THE_MEMBER_OR_A_FACILITATOR = (SIGN_IN, HIDDEN, SENT_ON, SENT_ON)
FACILITATORS_SENT_ON = (SIGN_IN, HIDDEN, NOT_YOURS, SENT_ON)
EVERYONE_SENT_ON = (SENT_ON, SENT_ON, SENT_ON, SENT_ON)


def furnish(world: World) -> None:
    make.role(world.bos, "finance")
    world.asked = make.membership(world.community, make.person("Ed Eve", email=None), standing=Standing.INVITED)
    world.letter = Invitation.objects.create(
        membership=world.asked, way=InvitationWay.LETTER, code="HKQ7-3MTW", expires_at=make.FAR_AWAY
    )
    world.list = MemberImport.objects.create(
        community=world.community,
        by=world.ana,
        file_name="people.csv",
        table={"columns": ["Name"], "rows": [[2, ["Fay Field"]]], "notes": []},
        columns={"name": "Name"},
        constituencies={"words": {}, "default": str(world.bos.constituency_id)},
    )
    world.group = make.constituency(world.community, "Charities")


def here(world: World) -> dict[str, object]:
    return {"slug": world.community.slug}


def bo(world: World) -> dict[str, object]:
    return {**here(world), "pk": world.bos.pk}


def asked(world: World) -> dict[str, object]:
    return {**here(world), "pk": world.asked.pk}


def letter(world: World) -> dict[str, object]:
    return {**here(world), "pk": world.letter.pk}


def group(world: World) -> dict[str, object]:
    return {**here(world), "pk": world.group.pk}


def brought(world: World) -> dict[str, object]:
    return {**here(world), "pk": world.list.pk}


def row(world: World) -> dict[str, object]:
    return {**brought(world), "line": 2}


def code(world: World) -> dict[str, object]:
    return {"code": world.letter.code}


def csv(world: World) -> dict[str, object]:
    return {**here(world), "kind": "csv"}


def said(**values: object) -> dict[str, object]:
    return {"body": lambda _world: values}


POST = {"method": "post"}

DOORS = [
    door("communities:new", SIGNED_IN),
    door("communities:new", (SIGN_IN, SENT_ON, SENT_ON, SENT_ON), **POST, **said(name="Backs", start="blank")),
    door("communities:overview", MEMBERS, keys=here),
    door("communities:settings", FACILITATORS, keys=here),
    door("communities:settings", FACILITATORS, keys=here, **POST, note="with nothing filled in"),
    door("communities:constituencies", FACILITATORS, keys=here),
    door("communities:constituencies", FACILITATORS_WRITE, keys=here, **POST, **said(name="Nurses", kind="clinical")),
    door(
        "communities:constituencies_order",
        FACILITATORS_WRITE,
        keys=here,
        method="post",
        body=lambda world: {"item": world.group.pk, "move": "up"},
    ),
    door("communities:constituency", FACILITATORS, keys=group),
    door("communities:constituency", FACILITATORS_WRITE, keys=group, **POST, **said(name="Clubs", kind="voluntary")),
    door("communities:constituency_delete", FACILITATORS_WRITE, keys=group, **POST),
    door("communities:members", MEMBERS, keys=here),
    door("communities:members_file", FACILITATORS, keys=csv),
    door("communities:add", FACILITATORS, keys=here),
    door("communities:add", FACILITATORS, keys=here, **POST, note="with nothing filled in"),
    door("communities:member", MEMBERS, keys=bo),
    door("communities:member", (SIGN_IN, HIDDEN, HIDDEN, OPEN), keys=asked, note="who has not said yes"),
    door("communities:member_edit", FACILITATORS, keys=bo),
    door("communities:member_edit", FACILITATORS, keys=bo, **POST, note="with nothing filled in"),
    door("communities:member_pause", ONLY_THE_MEMBER_OR_A_FACILITATOR, keys=bo, **POST),
    door("communities:member_back", ONLY_THE_MEMBER_OR_A_FACILITATOR, keys=bo, **POST),
    door("communities:member_yes", (SIGN_IN, HIDDEN, HIDDEN, SENT_ON), keys=asked, **POST),
    door("communities:member_left", FACILITATORS, keys=bo),
    door("communities:member_left", FACILITATORS_WRITE, keys=bo, **POST),
    door("communities:member_remove", FACILITATORS, keys=bo),
    door("communities:member_remove", (SIGN_IN, HIDDEN, HIDDEN, SENT_ON), keys=asked, **POST),
    door("communities:member_leave", MEMBERS, keys=here),
    door(
        "communities:member_leave",
        (SIGN_IN, HIDDEN, SENT_ON, 409),
        keys=here,
        **POST,
        note="the only facilitator stays",
    ),
    door("communities:invite", FACILITATORS, keys=here),
    door(
        "communities:invite",
        FACILITATORS_WRITE,
        keys=here,
        method="post",
        body=lambda world: {"who": [world.asked.pk], "way": "letter"},
    ),
    door("communities:invitation_letters", FACILITATORS, keys=here),
    door("communities:invitation_letters_pdf", FACILITATORS, keys=here),
    door("communities:invitation_again", FACILITATORS_WRITE, keys=letter, **POST),
    door("communities:invitation_withdraw", FACILITATORS_WRITE, keys=letter, **POST),
    door("communities:import", FACILITATORS, keys=here),
    door("communities:import", FACILITATORS, keys=here, **POST, note="without a file"),
    door("communities:import_columns", FACILITATORS, keys=brought),
    door("communities:import_columns", FACILITATORS_WRITE, keys=brought, **POST, **said(name="Name")),
    door("communities:import_groups", FACILITATORS, keys=brought),
    door("communities:import_groups", FACILITATORS, keys=brought, **POST, note="with nothing filled in"),
    door("communities:import_preview", FACILITATORS, keys=brought),
    door("communities:import_decide", FACILITATORS_WRITE, keys=brought, **POST),
    door("communities:import_row", FACILITATORS_WRITE, keys=row, **POST, **said(leave_out="yes")),
    door("communities:import_confirm", FACILITATORS_WRITE, keys=brought, **POST, note="without having looked"),
    door("communities:import_done", FACILITATORS_SENT_ON, keys=brought, note="not confirmed yet"),
    door("communities:import_take_back", FACILITATORS_WRITE, keys=brought, **POST),
    door("communities:import_drop", FACILITATORS_WRITE, keys=brought, **POST),
    door("communities:join", EVERYONE),
    door("communities:join", EVERYONE_SENT_ON, **POST, **said(code="hkq7 3mtw")),
    door("communities:accept", EVERYONE, keys=code),
    door("communities:accept", EVERYONE_SENT_ON, keys=code, **POST, **said(answer="yes")),
    door(
        "communities:accept",
        (HIDDEN, HIDDEN, HIDDEN, HIDDEN),
        keys=lambda _world: {"code": "C"},
        note="an unknown code",
    ),
]
