"""Plan: from a template to an agenda that is shared out, announced, answered and printed."""

from datetime import timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from mindlines.communities.choices import ConstituencyKind
from mindlines.communities.models import Community
from mindlines.meetings.choices import ItemKind, Outcome, Phase
from tests import make
from tests.journeys.conftest import PHONE
from tests.journeys.post import enclosures
from tests.journeys.test_set_up import pages_of
from tests.journeys.walker import Walker


@pytest.fixture
def with_a_past(community: Community, bo) -> Community:
    """A clinician, a place, and a thing that the autumn meeting did not reach."""
    clinicians = community.constituencies.get(kind=ConstituencyKind.CLINICAL)
    make.membership(community, make.person("Tess Ngata", email="tess@example.org"), constituency=clinicians)
    make.place(community, "The Old Library", address="2 Market Place")
    autumn = make.meeting(community, "Autumn meeting", phase=Phase.HELD, starts_at=timezone.now() - timedelta(days=60))
    make.item(autumn, "Parking at the clinic", kind=ItemKind.DISCUSSION, outcome=Outcome.UNREACHED)
    return community


def in_three_weeks() -> str:
    day = timezone.localdate() + timedelta(days=21)
    return f"{day.day} {day.month} {day.year}"


def test_a_facilitator_plans_and_announces_a_meeting(ana, visit, with_a_past, post):
    walker = Walker(visit(ana), name="facilitator")
    begins_with_a_template(walker)
    shares_out_the_agenda(walker)
    puts_it_in_order(walker)
    announces(walker)
    invitation_stands_in_the_calendar(post)
    bo = Walker(visit(on=PHONE), name="by-link")
    answers_without_signing_in(bo, post)
    sees_the_answers(walker)
    prints_the_papers(walker)


def begins_with_a_template(ana: Walker) -> None:
    ana.opens("/")
    ana.goes_to("Meetings")
    ana.follows("Plan a meeting")
    ana.follows("A community meeting")
    ana.presses("Plan the meeting")
    ana.reads("There is a problem")
    ana.writes("What is the meeting called?", "Winter meeting")
    ana.writes_day("On which day?", in_three_weeks())
    ana.writes("When does it start?", "10am")
    ana.picks("Place", "The Old Library")
    ana.presses("Plan the meeting")
    ana.reads("Agenda: Winter meeting", "What research says, in plain words")


def shares_out_the_agenda(ana: Walker) -> None:
    ana.presses("Add it")
    ana.reads("Say in a few words what it is about.")
    adds(ana, "The exercise class", led_by="Tess")
    ana.reads("No one from Lay members leads an item yet.")
    adds(ana, "What the class is like", led_by="Bo Berg")
    ana.reads("No one from Lay members leads before")
    ana.presses("Put it on the agenda: Parking at the clinic")
    ana.reads("Nothing waits.")


def adds(ana: Walker, title: str, *, led_by: str) -> None:
    ana.writes("What is it about?", title)
    ana.writes("Who leads it?", led_by)
    ana.presses("Add it")


def titles(ana: Walker) -> list[str]:
    return ana.page.locator(".ml-agenda__item .ml-strong").all_inner_texts()


def puts_it_in_order(ana: Walker) -> None:
    last = titles(ana).index("What the class is like")
    ana.presses("Move up: What the class is like")
    assert titles(ana).index("What the class is like") == last - 1
    drags(ana, "What the class is like", to_the_place_of="Icebreaker")
    assert titles(ana)[:3] == ["Welcome", "What the class is like", "Icebreaker"]
    ana.presses("Remove: Icebreaker")
    ana.presses("Undo")
    assert titles(ana)[2] == "Icebreaker"


def drags(ana: Walker, title: str, *, to_the_place_of: str) -> None:
    items = ana.page.locator(".ml-agenda__item")
    grip = items.filter(has_text=title).locator("[data-grip]")
    grip.scroll_into_view_if_needed()
    start = grip.bounding_box()
    ana.page.mouse.move(start["x"] + 5, start["y"] + 5)
    ana.page.mouse.down()
    target = items.filter(has_text=to_the_place_of)
    with ana.page.expect_navigation():
        while titles(ana).index(title) > titles(ana).index(to_the_place_of):
            place = target.bounding_box()
            ana.page.mouse.move(place["x"] + 5, max(40, place["y"] + place["height"] / 2), steps=8)
        ana.page.mouse.up()
    ana.looks()


def announces(ana: Walker) -> None:
    ana.follows("Next: announce it")
    ana.writes("A few words of your own", "Come as you are.")
    ana.presses("Look at the message first")
    ana.reads("What people will read", "Come as you are.")
    ana.presses("Announce it and send the invitations")
    ana.looks("announced")


def invitation_stands_in_the_calendar(post) -> None:
    mail = post.newest("bo@example.org", about="Invitation: Winter meeting")
    entry = Calendar.from_ical(enclosures(mail)["text/calendar"])
    event = entry.walk("VEVENT")[0]
    assert entry["METHOD"] == "REQUEST"
    assert event["SUMMARY"] == "Hips and knees: Winter meeting"
    assert "The Old Library" in event["LOCATION"]
    assert event["DTSTART"].dt.hour == 10


def answers_without_signing_in(bo: Walker, post) -> None:
    bo.opens(post.link("bo@example.org", about="Winter meeting", part="/reply/"))
    bo.presses("Send my answer")
    bo.reads("Say whether you come.")
    bo.chooses("Yes, in the room")
    bo.writes("Anything you need on the day", "A chair with arms")
    bo.presses("Send my answer")
    bo.reads("You said: Yes, in the room")
    bo.looks("said")


def sees_the_answers(ana: Walker) -> None:
    ana.goes_to("Meetings")
    ana.follows("Winter meeting")
    ana.follows("All answers and needs")
    ana.reads("A chair with arms")
    ana.follows("Answer for them: Tess Ngata")
    ana.presses("Keep the answer")
    ana.reads("Say how the answer came.")
    ana.chooses("Told us by phone", "I cannot come")
    ana.presses("Keep the answer")


def prints_the_papers(ana: Walker) -> None:
    ana.goes_to("Meetings")
    ana.follows("Winter meeting")
    ana.follows("Print the papers")
    normal, large = ana.fetches("Open the PDF").body(), ana.fetches("Open the large PDF").body()
    assert normal.startswith(b"%PDF")
    assert pages_of(large) > pages_of(normal) > 0
    ana.follows("As a page to print")
    ana.reads("Winter meeting")
