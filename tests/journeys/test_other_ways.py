"""The same tasks in other ways: without a script, by keyboard alone, with a lost session, with a nervous finger."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from mindlines.communities.models import Community
from mindlines.meetings.choices import Phase, ReplyMode
from mindlines.meetings.models import AgendaItem, Meeting, Reply
from tests import make
from tests.journeys.conftest import sign_in
from tests.journeys.walker import Walker


@pytest.fixture
def coming(community: Community, ana, bo) -> Meeting:
    in_a_week = timezone.now() + timedelta(days=7)
    meeting = make.meeting(community, "Winter meeting", starts_at=in_a_week, phase=Phase.ANNOUNCED)
    for title in ("Welcome", "The leaflet", "Parking"):
        make.item(meeting, title, minutes=20)
    return meeting


def order(meeting: Meeting) -> list[str]:
    return list(meeting.items.order_by("position").values_list("title", flat=True))


# --- without a script


def test_a_member_needs_no_script(bo, coming, community, without_script, site):
    action = make.action(community, "Ask the print shop", owner=bo.memberships.get())
    sign_in(without_script, bo, site=site)
    walker = Walker(without_script, name="no-script-member", scripts=False)
    walker.opens("/")
    walker.follows("Winter meeting")
    walker.presses("Yes, in the room")
    walker.follows("Tell us what you need on the day")
    walker.writes("Anything you need on the day", "Large print")
    walker.presses("Send my answer")
    walker.goes_home()
    walker.follows("Open: Ask the print shop")
    walker.presses("Yes, it is done")
    walker.page.locator("header").get_by_role("link", name="Bo Berg").locator("visible=true").click()
    walker.follows("Say what would help you")
    walker.chooses("Large print")
    walker.presses("Save")
    action.refresh_from_db()
    assert (Reply.objects.get().needs, action.state) == ("Large print", "done")


def test_an_agenda_needs_no_script(ana, coming, without_script, site):
    sign_in(without_script, ana, site=site)
    walker = Walker(without_script, name="no-script-facilitator", scripts=False)
    walker.opens("/")
    walker.follows("Winter meeting")
    walker.follows("Shape the agenda", nth=0)
    walker.writes("What is it about?", "A story")
    walker.presses("Add it")
    walker.presses("Move up: A story")
    walker.presses("Remove: Parking")
    assert order(coming) == ["Welcome", "The leaflet", "A story"]
    walker.goes_to("Meetings")
    walker.follows("Winter meeting")
    walker.follows("Who is here")
    walker.presses("In the room: Bo Berg")
    walker.goes_to("Meetings")
    walker.follows("Winter meeting")
    walker.follows("Notes")
    walker.page.get_by_role("region", name="The leaflet").get_by_label("Notes").fill("Too small.")
    walker.presses("Save the notes: The leaflet")
    assert coming.notes.get().words == "Too small."


# --- by keyboard alone


def tabs_to(page: Page, words: str, *, most: int = 90) -> None:
    """Press Tab until the thing with this name has the focus, which must then be seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        name = page.evaluate(
            "(e => ((e.labels && e.labels[0]) || e).innerText || e.getAttribute('aria-label') || '')(document.activeElement)"
        )
        if words in " ".join(name.split()):
            outlined = "getComputedStyle(document.activeElement)"
            assert page.evaluate(f"{outlined}.outlineStyle != 'none' || {outlined}.boxShadow != 'none'")
            return
    pytest.fail(f"Tab never reaches “{words}” on {page.url}")


def enters(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_signing_in_needs_no_mouse(bo, visit, post):
    page = visit()
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to main content")).to_be_focused()
    tabs_to(page, "Sign in")
    enters(page)
    tabs_to(page, "Your e-mail address")
    page.keyboard.type("bo@example.org")
    enters(page)
    tabs_to(page, "Code from the e-mail")
    page.keyboard.type(post.code("bo@example.org"))
    enters(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Hello, Bo Berg")


def test_answering_needs_no_mouse(bo, coming, visit):
    page = visit(bo)
    page.goto(f"/meetings/{coming.pk}/")
    tabs_to(page, "Tell us what you need on the day")
    enters(page)
    tabs_to(page, "Yes, in the room")
    page.keyboard.press("Space")
    tabs_to(page, "Anything you need on the day")
    page.keyboard.type("A lift")
    tabs_to(page, "Send my answer")
    enters(page)
    assert Reply.objects.get().mode == ReplyMode.ROOM


def test_an_agenda_is_put_in_order_without_a_mouse(ana, coming, visit):
    page = visit(ana)
    page.goto(f"/meetings/{coming.pk}/agenda/")
    tabs_to(page, "Move up: Parking")
    enters(page)
    assert order(coming) == ["Welcome", "Parking", "The leaflet"]


# --- a session that ended while typing


def test_what_was_typed_outlives_the_session(ana, coming, community, visit, post):
    walker = Walker(visit(ana), name="facilitator")
    walker.opens("/")
    walker.goes_to("Direction")
    walker.follows("Something happened outside")
    walker.writes("What happened", "Clinics close")
    walker.page.context.clear_cookies(name="sessionid")
    walker.presses("Save")
    walker.reads("You were signed out. What you typed is safe.")
    walker.writes("Your e-mail address", "ana@example.org")
    walker.presses("Send me a code")
    walker.writes("Code from the e-mail", post.code("ana@example.org"))
    walker.presses("Sign in")
    walker.reads("What you typed is here", "Clinics close")
    walker.presses("Send it now")
    assert community.context_events.get().title == "Clinics close"


def test_notes_stay_in_the_box_when_the_session_ends(ana, coming, visit):
    walker = Walker(visit(ana), name="facilitator")
    walker.opens(f"/meetings/{coming.pk}/notes/")
    walker.page.context.clear_cookies(name="sessionid")
    box = walker.page.get_by_role("region", name="The leaflet").get_by_label("Notes")
    box.fill("Too small to read.")
    walker.reads("you are signed out")
    expect(box).to_have_value("Too small to read.")


# --- a nervous finger


def test_two_clicks_write_once(ana, coming, visit):
    walker = Walker(visit(ana), name="facilitator")
    walker.opens(f"/meetings/{coming.pk}/agenda/")
    walker.writes("What is it about?", "A story")
    with walker.page.expect_navigation():
        walker.button("Add it").dblclick()
    walker.reads("A story")
    assert AgendaItem.objects.filter(title="A story").count() == 1


def test_two_clicks_write_once_even_without_a_script(ana, coming, without_script, site):
    sign_in(without_script, ana, site=site)
    without_script.goto(f"/meetings/{coming.pk}/agenda/")
    without_script.get_by_label("What is it about?").fill("A story")
    form = without_script.locator("form", has=without_script.get_by_role("button", name="Add it"))
    sent = form.evaluate("form => Object.fromEntries(new FormData(form))")
    for _ in range(2):
        without_script.request.post(f"/meetings/{coming.pk}/agenda/", form=sent, headers={"Referer": site})
    assert AgendaItem.objects.filter(title="A story").count() == 1
