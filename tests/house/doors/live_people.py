"""Small groups in the room, and papers with a code to come in."""

from mindlines.kernel.times import now
from mindlines.meetings.choices import Phase
from tests import make, make_live
from tests.house.doors import FACILITATORS, MEMBERS, MEMBERS_WRITE, door


def furnish(world):
    meeting = make.meeting(world.community, "In groups now", starts_at=now(), phase=Phase.UNDER_WAY)
    world.grouped = make_live.room(meeting)
    make_live.shown_groups(meeting, [world.anas, world.bos], task="Talk.")


def pk(world):
    return {"pk": world.grouped.meeting_id}


def words(world):
    return {"words": "Too long", "version": 0, "pen": "a page"}


def chosen(world):
    return {"members": [world.bos.pk]}


DOORS = [
    door("live:group", MEMBERS, keys=pk),
    door("live:group_write", MEMBERS_WRITE, keys=pk, method="post", body=words),
    door("live:group_send", MEMBERS_WRITE, keys=pk, method="post", body=words),
    door("live:passes", FACILITATORS, keys=pk),
    door("live:passes_pdf", FACILITATORS, keys=pk, method="post", body=chosen),
]
