"""A page of a room stays true, and what is typed in it survives whatever happens to the line."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as real
from django.utils import timezone
from playwright.sync_api import Page, expect

from mindlines.kernel import news
from mindlines.live.models import Room
from mindlines.voice.models import Contribution
from tests import make_live
from tests.journeys.conftest import PHONE, sign_in

TEMPLATES = str(Path(__file__).parents[1] / "live" / "page" / "templates")


@pytest.fixture
def room(settings, meeting) -> Room:
    settings.ROOT_URLCONF = "tests.live.page.urls"
    settings.TEMPLATES = [{**real.TEMPLATES[0], "DIRS": [TEMPLATES]}]
    return make_live.room(meeting, opened_at=timezone.now() - timedelta(seconds=65))


def say(room: Room, words: str) -> None:
    """Somebody else says something."""
    meeting = room.meeting
    Contribution.objects.create(community=meeting.community, meeting=meeting, words=words)
    news.changed(meeting.pk, part="questions")


def follow(visit, person, room: Room, **shape) -> Page:
    page = visit(person, **shape)
    page.goto(f"/page/{room.meeting_id}/")
    expect(page.get_by_text("Connected")).to_be_visible()
    return page


def send(page: Page, words: str) -> None:
    page.get_by_label("Words").fill(words)
    page.get_by_role("button", name="Send").click()


def test_what_one_says_stands_on_every_page_and_is_said_aloud(visit, ana, bo, room):
    anas, bos = follow(visit, ana, room), follow(visit, bo, room, on=PHONE)
    send(bos, "What is a hip?")
    for page in (anas, bos):
        expect(page.locator("li", has_text="What is a hip?")).to_be_visible()
        expect(page.locator("[data-line-said]")).to_have_text("1 questions", timeout=10_000)
    expect(bos.get_by_text("Thank you.")).to_be_visible()
    assert bos.get_by_label("Words", exact=True).input_value() == ""


def test_half_typed_words_and_the_focus_stay_when_others_speak(visit, ana, room):
    say(room, "First")
    page = follow(visit, ana, room)
    page.get_by_label("Reply to First").press_sequentially("Half a ")
    for words in ("Second", "Third"):
        say(room, words)
        expect(page.locator("li", has_text=words)).to_be_visible()
    page.keyboard.type("thought")
    assert page.get_by_label("Reply to First").input_value() == "Half a thought"
    page.keyboard.press("Enter")
    expect(page.locator("li", has_text="Half a thought")).to_be_visible()


def test_a_form_that_came_over_the_line_is_sent_with_the_token_of_the_page(visit, ana, room):
    page = follow(visit, ana, room)
    say(room, "First")
    page.get_by_label("Reply to First").fill("Second")
    page.get_by_role("button", name="Reply").click()
    expect(page.locator("li", has_text="Second")).to_be_visible()
    assert Contribution.objects.filter(words="Second").count() == 1


def test_what_is_sent_without_a_line_waits_outlives_a_reload_and_arrives_once(visit, ana, room):
    page = follow(visit, ana, room)
    page.context.set_offline(True)
    send(page, "Said in a tunnel")
    send(page, "And another")
    expect(page.get_by_text("Waiting to be sent: 2")).to_be_visible()
    page.context.set_offline(False)
    page.reload()
    for words in ("Said in a tunnel", "And another"):
        expect(page.locator("li", has_text=words)).to_be_visible()
    expect(page.get_by_text("Waiting to be sent")).to_be_hidden()
    assert Contribution.objects.count() == 2


def test_an_answer_that_was_lost_on_its_way_is_asked_for_again_and_counts_once(visit, ana, room):
    page = follow(visit, ana, room)
    lost = []

    def lose(route):
        if lost:
            route.continue_()
        else:
            lost.append(route.fetch())
            route.abort()

    page.route("**/say/", lose)
    send(page, "Did you hear me?")
    expect(page.get_by_text("Thank you.")).to_be_visible(timeout=20_000)
    assert lost and Contribution.objects.count() == 1


def test_a_refusal_gives_the_words_back_and_says_why(visit, ana, room):
    page = follow(visit, ana, room)
    send(page, "A forbidden word")
    expect(page.get_by_text("That word cannot be said here.")).to_be_visible()
    assert page.get_by_label("Words").input_value() == "A forbidden word"
    expect(page.get_by_text("Waiting to be sent")).to_be_hidden()


def test_whoever_was_signed_out_keeps_their_words_until_they_are_back(visit, ana, room):
    page = follow(visit, ana, room)
    kept = page.context.cookies()
    page.context.clear_cookies()
    send(page, "Who am I?")
    expect(page.get_by_text("Waiting to be sent: 1")).to_be_visible()
    page.context.add_cookies(kept)
    page.reload()
    expect(page.locator("li", has_text="Who am I?")).to_be_visible()


def test_a_phone_that_slept_on_a_dead_line_shows_what_it_missed_when_it_wakes(visit, ana, room):
    page, alive = visit(ana, on=PHONE), [True]

    def pass_on(line):
        server = line.connect_to_server()
        server.on_message(lambda frame: alive[0] and line.send(frame))

    page.route_web_socket("**/listen/**", pass_on)
    page.goto(f"/page/{room.meeting_id}/")
    expect(page.get_by_text("Connected")).to_be_visible()
    alive[0] = False
    say(room, "While you slept")
    page.wait_for_timeout(1000)
    assert page.get_by_text("While you slept").count() == 0
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("li", has_text="While you slept")).to_be_visible()


def test_a_clock_that_is_a_day_wrong_does_not_matter(visit, ana, room):
    page = visit(ana)
    page.clock.install(time=timezone.now() - timedelta(days=1))
    page.goto(f"/page/{room.meeting_id}/")
    expect(page.locator("[data-clock]")).to_contain_text("1:")


def test_two_tabs_send_their_own_once(visit, ana, room):
    first = follow(visit, ana, room)
    second = first.context.new_page()
    second.goto(f"/page/{room.meeting_id}/")
    first.context.set_offline(True)
    send(first, "From the first tab")
    send(second, "From the second tab")
    first.context.set_offline(False)
    for page in (first, second):
        expect(page.locator("li", has_text="From the first tab")).to_be_visible(timeout=20_000)
        expect(page.locator("li", has_text="From the second tab")).to_be_visible(timeout=20_000)
    assert Contribution.objects.count() == 2


def test_without_a_script_the_page_loads_itself_again(without_script, ana, room, site):
    sign_in(without_script, ana, site=site)
    without_script.goto(f"/page/{room.meeting_id}/")
    assert without_script.locator("meta[http-equiv=refresh]").get_attribute("content") == "20"
