"""Small groups: divide, move two people, lock, divide the rest, print; with the keyboard alone."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, expect

from mindlines.communities.choices import ConstituencyKind
from mindlines.meetings.choices import Phase, ReplyMode
from mindlines.meetings.models import Meeting, Reply
from tests import make
from tests.journeys.walker import Walker

MOST_TABS = 150


@pytest.fixture
def expected(community, ana, anas, bos) -> Meeting:
    """A meeting in two weeks to which twelve people come."""
    meeting = make.meeting(
        community, "Winter meeting", phase=Phase.ANNOUNCED, starts_at=timezone.now() + timedelta(days=14)
    )
    members = [anas, bos]
    for name, kind in (("Lay", ConstituencyKind.LAY), ("Doctor", ConstituencyKind.CLINICAL)):
        constituency = community.constituencies.get(kind=kind)
        members += [
            make.membership(community, make.person(f"{name} {letter}"), constituency=constituency)
            for letter in ("Abel", "Beth", "Cleo", "Drew", "Enid")
        ]
    for member in members:
        Reply.objects.create(meeting=meeting, membership=member, mode=ReplyMode.ROOM)
    return meeting


def test_a_facilitator_divides_people_with_the_keyboard_alone(ana, visit, expected):
    walker = Walker(visit(ana), name="by-keyboard")
    makes_a_round(walker, expected)
    divides(walker)
    moves_two_people(walker)
    locks_a_group_and_divides_the_rest(walker)
    uses_and_prints_them(walker)


def makes_a_round(ana: Walker, meeting: Meeting) -> None:
    ana.opens(meeting.get_absolute_url())
    enters(ana, ana.page.get_by_role("link", name="Small groups"))
    ana.reads("No small groups yet")
    enters(ana, ana.page.get_by_role("link", name="Make small groups"))
    types(ana, "What do the groups work on?", "What gets in the way?")
    types(ana, "How many?", "4")
    enters(ana, ana.button("Go on"))
    ana.reads("Ready to divide", "12", "3 groups of 4")


def divides(ana: Walker) -> None:
    enters(ana, ana.button("Divide"))
    ana.reads("Division A: What gets in the way?", "Every wish that counts now is kept", "1 person facilitates")
    expect(ana.page.locator(".ml-group")).to_have_count(3)
    summary = ana.page.locator("#group-1 summary").first
    reaches(ana, summary)
    ana.page.keyboard.press("Enter")
    ana.reads("Why here?")
    ana.looks("open")


def moves_two_people(ana: Walker) -> None:
    enters(ana, ana.page.locator("#group-1").get_by_role("link", name="Move").first)
    ana.reads("To which group?", "Or change places with")
    chooses(ana, ana.page.get_by_label("Group 2", exact=True))
    enters(ana, ana.button("Move"))
    ana.reads("moves to “Group 2”")
    enters(ana, ana.page.locator("#group-2").get_by_role("link", name="Move").first)
    unfolds = ana.page.locator("summary", has_text="Group 3")
    reaches(ana, unfolds)
    ana.page.keyboard.press("Enter")
    ana.looks("unfolded")
    chooses(ana, ana.page.locator("details[open] input").first)
    enters(ana, ana.button("Move"))
    ana.reads("changes places with")
    enters(ana, ana.button("Undo the last swap"))
    ana.reads("Undo the last move")


def locks_a_group_and_divides_the_rest(ana: Walker) -> None:
    before = names(ana, group=2)
    enters(ana, ana.page.locator("#group-2").get_by_role("button", name="Lock all"))
    enters(ana, ana.button("Divide the rest"))
    ana.reads("those who are locked")
    assert names(ana, group=2) == before


def uses_and_prints_them(ana: Walker) -> None:
    enters(ana, ana.button("Use these groups"))
    ana.reads("In use")
    enters(ana, ana.page.get_by_role("link", name="Print and export"))
    ana.reads("On paper")
    enters(ana, ana.page.get_by_role("link", name="As a page to print").first)
    ana.reads("Group 1", "Bo")


def names(ana: Walker, *, group: int) -> list[str]:
    return ana.page.locator(f"#group-{group} [data-name]").all_inner_texts()


def reaches(ana: Walker, target: Locator) -> None:
    """Press Tab until the focus is there, from wherever it is."""
    wanted = target.element_handle()
    for _press in range(MOST_TABS):
        if ana.page.evaluate("wanted => document.activeElement === wanted", wanted):
            return
        ana.page.keyboard.press("Tab")
    pytest.fail(f"Tab does not lead to {target}")


def enters(ana: Walker, target: Locator) -> None:
    """Go there with Tab and press Enter, which leads to a page."""
    reaches(ana, target)
    with ana.page.expect_navigation(wait_until="load"):
        ana.page.keyboard.press("Enter")
    ana.looks()


def types(ana: Walker, label: str, words: str) -> None:
    reaches(ana, ana.page.get_by_label(label))
    ana.page.keyboard.press("ControlOrMeta+a")
    ana.page.keyboard.type(words)


def chooses(ana: Walker, radio: Locator) -> None:
    """Tab leads to the first of several radios only, arrows to the others."""
    first = ana.page.locator("input[name=to]:visible").first
    reaches(ana, first)
    ana.page.keyboard.press("Space")
    for _press in range(MOST_TABS):
        if radio.is_checked():
            return
        ana.page.keyboard.press("ArrowDown")
    pytest.fail(f"The arrows do not lead to {radio}")


def test_dragging_moves_people_where_scripts_run(ana, visit, expected):
    walker = Walker(visit(ana), name="by-mouse")
    work = make.work(expected, size=4)
    people = [make.there(work, reply.membership) for reply in expected.replies.all()]
    division = make.division(work, people[:4], people[4:8], people[8:])
    walker.opens(division.get_absolute_url())
    grip = walker.page.locator("#group-1 [data-grip]").first
    drags(walker, grip, onto=walker.page.locator("#group-3 .ml-group__name"))
    expect(walker.page.locator("#said")).to_contain_text("moves to “Group 3”")
    assert len(names(walker, group=3)) == 5
    drags(
        walker, walker.page.locator("#group-1 [data-grip]").first, onto=walker.page.locator("#group-2 .ml-seat").first
    )
    expect(walker.page.locator("#said")).to_contain_text("changes places with")
    walker.looks("dragged")


def drags(walker: Walker, grip: Locator, *, onto: Locator) -> None:
    grip.scroll_into_view_if_needed()
    start, end = grip.bounding_box(), onto.bounding_box()
    assert start
    assert end
    walker.page.mouse.move(start["x"] + 5, start["y"] + 5)
    walker.page.mouse.down()
    walker.page.mouse.move(end["x"] + 40, end["y"] + 10, steps=5)
    walker.page.mouse.up()
