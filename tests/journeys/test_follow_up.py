"""Follow up: the day itself on a phone and a laptop, and what becomes of what was said."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, expect

from mindlines.communities.models import Community
from mindlines.meetings.choices import ItemKind, Phase
from mindlines.meetings.models import Meeting
from tests import make
from tests.journeys.conftest import PHONE
from tests.journeys.walker import Walker


@pytest.fixture
def today(community: Community, ana, bo) -> Meeting:
    """A meeting that began half an hour ago, and a next one that is still a plan."""
    began = timezone.now() - timedelta(minutes=30)
    meeting = make.meeting(community, "Winter meeting", starts_at=began, phase=Phase.ANNOUNCED, announced_at=began)
    make.item(meeting, "Welcome", kind=ItemKind.WELCOME, minutes=10)
    make.item(meeting, "The leaflet", kind=ItemKind.DISCUSSION, minutes=30)
    make.item(meeting, "Parking at the clinic", kind=ItemKind.DISCUSSION, minutes=20)
    make.meeting(community, "Spring meeting", starts_at=timezone.now() + timedelta(days=90))
    return meeting


def test_what_was_said_is_kept_and_answered(ana, bo, visit, today, post):
    walker, reader = Walker(visit(ana), name="facilitator"), Walker(visit(bo, on=PHONE), name="member")
    marks_who_is_here(Walker(visit(ana, on=PHONE), name="facilitator"))
    takes_notes(walker)
    writes_lines(walker)
    closes(walker)
    sends_the_minutes(walker)
    asks_for_a_correction(reader, post)
    answers_the_correction(walker)
    does_what_was_promised(reader)
    takes_up_what_waits(walker)
    sees_what_became_of_it(reader)


def marks_who_is_here(ana: Walker) -> None:
    ana.opens("/")
    ana.follows("Winter meeting")
    ana.follows("Who is here")
    ana.button("In the room: Bo Berg").tap()
    ana.reads("1 of 1 here")
    ana.page.locator("#main summary", has_text="Change").tap()
    ana.looks("menu")
    ana.reloads()
    ana.reads("1 of 1 here")
    ana.follows("Add a guest")
    ana.presses("Add the guest")
    ana.reads("Enter the name of the guest")
    ana.writes("Name of the guest", "Gail")
    ana.presses("Add the guest")
    ana.reads("Gail, in the room")
    ana.follows("Who is not here?")


def box(walker: Walker, title: str) -> Locator:
    """Where the notes on one item are written."""
    return walker.page.get_by_role("region", name=title).get_by_label("Notes")


def takes_notes(ana: Walker) -> None:
    ana.opens("/")
    ana.follows("Winter meeting")
    ana.follows("Notes")
    ana.presses("Start the meeting")
    box(ana, "The leaflet").fill("Too small to read.")
    ana.reads("Saved at")
    ana.looks("saved")
    ana.reloads()
    expect(box(ana, "The leaflet")).to_have_value("Too small to read.")


def writes_lines(ana: Walker) -> None:
    ana.follows("Add a point or an action: The leaflet")
    ana.presses("Add this")
    ana.reads("Write down what was said.")
    says(ana, "The leaflet needs pictures", kind="Parked for later", who="Bo Berg")
    says(ana, "We print it in large print", kind="Decision", who="Lay members")
    ana.page.locator("summary", has_text="Add an action").click()
    ana.writes("What is to be done", "Ask the print shop")
    ana.picks("Who does it?", "Bo Berg")
    ana.presses("Add the action")
    ana.reads("Ask the print shop")


def says(ana: Walker, words: str, *, kind: str, who: str) -> None:
    ana.writes("What was said", words)
    ana.chooses(kind)
    ana.picks("Who raised it?", who)
    ana.presses("Add this")
    ana.reads(words)


def closes(ana: Walker) -> None:
    ana.presses("Done: Welcome")
    ana.follows("Close the meeting")
    ana.chooses("The leaflet")
    ana.presses("Close the meeting")


def sends_the_minutes(ana: Walker) -> None:
    ana.goes_to("Meetings")
    ana.follows("Winter meeting")
    ana.follows("Minutes")
    ana.reads("Only facilitators see this until it is sent.", "We print it in large print")
    ana.follows("Put into better words")
    text = ana.page.get_by_label("Minutes").input_value()
    ana.writes("Minutes", f"{text}\n\nWe thank the library for the tea.")
    ana.presses("Show me how it looks")
    ana.reads("This is how it will look")
    ana.presses("Save the minutes")
    ana.follows("Send the minutes")
    ana.presses("Send the minutes")
    ana.follows("Who received them")
    ana.reads("Bo Berg")


def asks_for_a_correction(bo: Walker, post) -> None:
    mail = post.newest("bo@example.org", about="Winter meeting")
    assert "We thank the library" in mail.get_body(("plain",)).get_content()
    bo.opens("/")
    bo.goes_to("Meetings")
    bo.follows("Winter meeting")
    bo.follows("Minutes")
    bo.follows("Ask for a correction")
    bo.presses("Send this to the facilitators")
    bo.reads("Write what should change.")
    bo.writes("What should change?", "It was coffee, not tea.")
    bo.presses("Send this to the facilitators")
    bo.reads("A facilitator will answer you.")


def answers_the_correction(ana: Walker) -> None:
    ana.goes_to("Meetings")
    ana.follows("Winter meeting")
    ana.follows("Minutes")
    ana.follows("Answer Bo Berg")
    ana.writes("Your answer", "Changed, thank you.")
    ana.page.locator("main form button.govuk-button").first.click()
    ana.reads("Changed, thank you.")


def does_what_was_promised(bo: Walker) -> None:
    bo.goes_home()
    bo.follows("Ask the print shop")
    bo.reads("Is it done?")
    bo.writes("A few words about it", "They can do it by May.")
    bo.presses("Yes, it is done")
    bo.goes_to("Actions")
    bo.follows("Done")
    bo.reads("Ask the print shop")


def takes_up_what_waits(ana: Walker) -> None:
    ana.goes_to("Meetings")
    ana.follows("What waits for a next agenda")
    ana.presses("Take it up: Parking at the clinic")
    ana.goes_to("Meetings")
    ana.follows("What waits for a next agenda")
    ana.reads_nothing_of("Parking at the clinic")
    ana.follows("It has an answer: The leaflet needs pictures")
    ana.presses("Save the answer")
    ana.reads("Write what became of it, in a sentence.")
    ana.writes("What became of it?", "The new leaflet has six pictures.")
    ana.presses("Save the answer")
    ana.goes_to("Meetings")
    ana.follows("Spring meeting")
    ana.reads("Parking at the clinic")


def sees_what_became_of_it(bo: Walker) -> None:
    bo.goes_home()
    bo.reads("The leaflet needs pictures", "The new leaflet has six pictures.")


def test_two_who_write_at_once_lose_nothing(ana, community, today, visit):
    cor = make.person("Cor Conti")
    make.facilitator(community, cor)
    first, second = Walker(visit(ana), name="facilitator"), Walker(visit(cor), name="facilitator")
    for walker in (first, second):
        walker.opens("/")
        walker.follows("Winter meeting")
        walker.follows("Notes")
    box(second, "The leaflet").fill("Bo cannot read it.")
    second.reads("Saved at")
    box(first, "The leaflet").fill("Nobody can read it.")
    first.reads("Cor Conti wrote here too.")
    expect(box(first, "The leaflet")).to_have_value("Nobody can read it.")
    first.presses("Save the notes: The leaflet")
    first.reads("Two people wrote here")
    first.looks("stale")
    first.presses("Save both together")
    expect(box(first, "The leaflet")).to_have_value(re.compile("Bo cannot read it.(.|\n)*Nobody can read it."))
