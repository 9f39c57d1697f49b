"""Holding a meeting and what follows: attendance, notes, minutes, actions, what waits, papers."""

from mindlines.meetings.choices import ItemKind, Outcome, Phase, PointKind
from mindlines.meetings.models import Attendance, AttendanceImport
from tests import make
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
    SIGNED_IN,
    door,
)


def furnish(world):
    coming = make.meeting(world.community, "Being held", phase=Phase.ANNOUNCED)
    held = make.meeting(world.community, "Held", phase=Phase.HELD)
    sent = make.meeting(
        world.community, "Sent", phase=Phase.HELD, minutes_text="We met.", minutes_sent_at=make.A_WEDNESDAY
    )
    world.coming_meeting, world.held_meeting, world.sent_meeting = coming, held, sent
    world.coming_item = make.item(coming, "The leaflet", kind=ItemKind.DISCUSSION)
    world.waiting_item = make.item(held, "Parking", kind=ItemKind.DISCUSSION, outcome=Outcome.UNREACHED)
    world.parked = make.point(held, kind=PointKind.PARKED)
    world.noted_point = make.point(coming)
    world.guest = Attendance.objects.create(meeting=coming, guest="Gail", presence="room")
    world.anas_action = make.action(world.community, owner=world.anas)
    world.bos_action = make.action(world.community, owner=world.bos)
    world.correction = sent.corrections.create(membership=world.bos, words="It was the other leaflet.")
    world.report = AttendanceImport.objects.create(
        meeting=coming,
        by=world.ana,
        file_name="report.csv",
        report={
            "title": "",
            "people": [{"name": "Bo Berg", "email": "", "minutes": 5, "kind": "person", "guest": False}],
            "notes": [],
        },
    )


def coming(world):
    return {"pk": world.coming_meeting.pk}


def item(world):
    return {**coming(world), "item": world.coming_item.pk}


def held(world):
    return {"pk": world.held_meeting.pk}


def sent(world):
    return {"pk": world.sent_meeting.pk}


def point(world):
    return {"pk": world.noted_point.pk}


def report(world):
    return {"pk": world.report.pk}


def slug(world):
    return {"slug": world.community.slug}


def anas(world):
    return {"pk": world.anas_action.pk}


def bos(world):
    return {"pk": world.bos_action.pk}


def waiting(world):
    return {**slug(world), "kind": "item", "pk": world.waiting_item.pk}


def body(**fields):
    return {"body": lambda world: fields}


NOTE = {"words": "We talked.", "version": 0, "pen": "a-pen"}
# The owner of an action may settle it, and so may a facilitator.
NOT_ANAS = (SIGN_IN, HIDDEN, NOT_YOURS, SENT_ON)

DOORS = [
    door("meetings:attendance", FACILITATORS, keys=coming),
    door(
        "meetings:mark",
        FACILITATORS_WRITE,
        keys=lambda w: {**coming(w), "member": w.bos.pk},
        method="post",
        **body(way="room"),
    ),
    door("meetings:who_is_missing", FACILITATORS, keys=coming),
    door("meetings:add_guest", FACILITATORS, keys=coming),
    door("meetings:add_guest", FACILITATORS_WRITE, keys=coming, method="post", **body(name="Gil", way="room")),
    door("meetings:remove_guest", FACILITATORS_WRITE, keys=lambda w: {**coming(w), "guest": w.guest.pk}, method="post"),
    door("meetings:attendance_report", FACILITATORS, keys=coming),
    door("meetings:attendance_report", FACILITATORS, keys=coming, method="post", note="without a file"),
    door("meetings:match_report", FACILITATORS, keys=report),
    door("meetings:match_report", FACILITATORS_WRITE, keys=report, method="post", **body(**{"who-0": "guest"})),
    door("meetings:drop_report", FACILITATORS_WRITE, keys=report, method="post"),
    door("meetings:notes", FACILITATORS, keys=coming),
    door("meetings:note", FACILITATORS_WRITE, keys=item, method="post", **body(**NOTE)),
    door("meetings:mark_item", FACILITATORS_WRITE, keys=item, method="post", **body(outcome="reached")),
    door("meetings:add_point", FACILITATORS_WRITE, keys=item, method="post", **body(words="A point", kind="point")),
    door("meetings:agree", FACILITATORS_WRITE, keys=item, method="post", **body(words="Ask the printer")),
    door("meetings:start", FACILITATORS_WRITE, keys=coming, method="post"),
    door("meetings:close", FACILITATORS, keys=coming),
    door("meetings:close", FACILITATORS_WRITE, keys=coming, method="post"),
    door("meetings:change_point", FACILITATORS, keys=point),
    door("meetings:change_point", FACILITATORS_WRITE, keys=point, method="post", **body(words="Better", kind="point")),
    door("meetings:remove_point", FACILITATORS_WRITE, keys=point, method="post"),
    door("meetings:minutes", FACILITATORS, keys=held, note="before they are sent"),
    door("meetings:minutes", MEMBERS, keys=sent, note="after they are sent"),
    door("meetings:edit_minutes", FACILITATORS, keys=held),
    door("meetings:edit_minutes", FACILITATORS_WRITE, keys=held, method="post", **body(words="We met.", version=0)),
    door("meetings:send_minutes", FACILITATORS, keys=held),
    door("meetings:send_minutes", FACILITATORS_WRITE, keys=held, method="post"),
    door("meetings:minutes_copies", FACILITATORS, keys=sent),
    door(
        "meetings:minutes_copies",
        FACILITATORS_WRITE,
        keys=sent,
        method="post",
        body=lambda world: {"member": world.bos.pk},
    ),
    door("meetings:correct_minutes", MEMBERS, keys=sent),
    door("meetings:correct_minutes", MEMBERS_WRITE, keys=sent, method="post", **body(words="It was Tuesday.")),
    door("meetings:answer_correction", FACILITATORS, keys=lambda w: {**sent(w), "correction": w.correction.pk}),
    door(
        "meetings:answer_correction",
        FACILITATORS_WRITE,
        keys=lambda w: {**sent(w), "correction": w.correction.pk},
        method="post",
        **body(words="Changed, thank you."),
    ),
    door("meetings:minutes_text", MEMBERS, keys=sent),
    door("meetings:minutes_pdf", MEMBERS, keys=sent),
    door("meetings:actions", MEMBERS, keys=slug),
    door("meetings:new_action", FACILITATORS, keys=slug),
    door("meetings:new_action", FACILITATORS_WRITE, keys=slug, method="post", **body(words="Ask the printer")),
    door("meetings:action", MEMBERS, keys=anas),
    door("meetings:finish_action", NOT_ANAS, keys=anas, method="post", note="of somebody else"),
    door("meetings:finish_action", MEMBERS_WRITE, keys=bos, method="post", note="of one's own"),
    door("meetings:move_action", (SIGN_IN, HIDDEN, NOT_YOURS, OPEN), keys=anas, note="of somebody else"),
    door("meetings:move_action", MEMBERS, keys=bos, note="of one's own"),
    door("meetings:move_action", MEMBERS_WRITE, keys=bos, method="post", **body(due_on="2027-02-01", because="Snow")),
    door("meetings:drop_action", MEMBERS, keys=bos),
    door("meetings:drop_action", MEMBERS_WRITE, keys=bos, method="post", **body(because="Not needed")),
    door("meetings:reopen_action", MEMBERS_WRITE, keys=bos, method="post"),
    door("meetings:load", MEMBERS, keys=slug),
    door("meetings:my_actions", SIGNED_IN),
    door("meetings:ask_for_help", (SIGN_IN, HIDDEN, OPEN, NOT_YOURS), keys=bos, note="of a member's own"),
    door(
        "meetings:ask_for_help",
        (SIGN_IN, HIDDEN, SENT_ON, NOT_YOURS),
        keys=bos,
        method="post",
        **body(wish="help"),
    ),
    door("meetings:change_action", FACILITATORS, keys=bos),
    door("meetings:change_action", FACILITATORS_WRITE, keys=bos, method="post", **body(words="Better words")),
    door("meetings:waiting", MEMBERS, keys=slug),
    door(
        "meetings:take_up",
        FACILITATORS_WRITE,
        keys=waiting,
        method="post",
        body=lambda w: {"meeting": w.coming_meeting.pk},
    ),
    door("meetings:settle", FACILITATORS, keys=waiting),
    door("meetings:settle", FACILITATORS_WRITE, keys=waiting, method="post", **body(became="There is a new car park.")),
    door("meetings:let_go", FACILITATORS, keys=waiting),
    door("meetings:let_go", FACILITATORS_WRITE, keys=waiting, method="post", **body(because="The surgery moved.")),
    door("meetings:pack", MEMBERS, keys=coming),
    door("meetings:pack_page", MEMBERS, keys=coming),
    door("meetings:pack_pdf", MEMBERS, keys=coming),
    door("meetings:agenda_text", MEMBERS, keys=coming),
]
