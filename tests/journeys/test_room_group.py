"""A small group at work: a task on a phone, words that save themselves, and the notes that hold them."""

from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import expect

from mindlines.meetings.choices import Phase
from mindlines.meetings.models import Point
from tests import make, make_live
from tests.journeys.conftest import PHONE
from tests.journeys.walker import Walker


def test_a_group_writes_together_and_sends_what_it_brings_back(community, ana, anas, bo, bos, visit):
    cache.clear()
    meeting = make.meeting(community, phase=Phase.UNDER_WAY, starts_at=timezone.now())
    room = make_live.room(meeting, item=make.item(meeting, "The leaflet"))
    make_live.shown_groups(meeting, [bos, anas], item=room.item, task="What would you change in the leaflet?")
    writes, facilitates = Walker(visit(bo, on=PHONE), name="writes"), Walker(visit(ana), name="facilitates")
    facilitates.opens(f"{room.get_absolute_url()}console/")
    writes.opens(room.get_absolute_url())
    writes.follows("My group")
    writes.writes("What should the others hear?", "The letters are too small")
    expect(writes.page.locator("[data-autosave-status]")).to_contain_text("Saved", timeout=10_000)
    expect(facilitates.page.locator("#groups")).to_contain_text("The letters are too small", timeout=10_000)
    writes.writes("What should the others hear?", "The letters are too small. Nobody reads it.")
    writes.presses("Send it to the notes")
    expect(facilitates.page.locator("#groups")).to_contain_text("sent to the notes", timeout=10_000)
    assert Point.objects.get().words == "Group 1: The letters are too small. Nobody reads it."
    writes.reads("It is in the notes of the meeting")
    Walker(visit(ana), name="facilitates").opens(f"{room.get_absolute_url()}passes/")
