"""Ana and Bo write one text at the same time, with and without a line, with and without a script."""

import pytest
from playwright.sync_api import Page, expect

from mindlines.communities.choices import Standing
from mindlines.coproduction.queries.outputs import words_now
from tests import make_coproduction
from tests.journeys.conftest import PATIENCE, PHONE, look, sign_in
from tests.journeys.walker import Walker

STATUS = "[data-writing-status]"


@pytest.fixture
def leaflet(community, ana, bo):
    return make_coproduction.output(community, "The leaflet")


ENDS = {"Control+Home": "firstElementChild", "Control+End": "lastElementChild"}
STANDS = "end => document.querySelector('.ProseMirror')[end].contains(getSelection().focusNode)"


class Sheet:
    """The page on which somebody writes."""

    def __init__(self, page: Page, leaflet) -> None:
        self.page, self.faults = page, []
        page.on("console", lambda line: line.type == "error" and self.faults.append(line.text))
        page.on("pageerror", lambda trouble: self.faults.append(str(trouble)))
        page.goto(f"/outputs/{leaflet.pk}/write/")
        self.is_saved()

    def types(self, words: str, *, at: str = "Control+End") -> None:
        self.page.get_by_role("textbox", name="The text").click()
        self.goes(at)
        self.page.keyboard.type(words)

    def goes(self, key: str) -> None:
        """Until the caret is there: what others write may come in between and put it back once."""
        for _again in range(20):
            self.page.keyboard.press(key)
            self.page.wait_for_timeout(50)
            if key not in ENDS or self.page.evaluate(STANDS, ENDS[key]):
                return

    def is_saved(self) -> None:
        expect(self.page.locator(f"{STATUS}[data-state=saved]")).to_be_visible(timeout=PATIENCE)

    def reads(self, *sentences: str) -> None:
        for words in sentences:
            expect(self.page.locator(".ProseMirror")).to_contain_text(words, timeout=PATIENCE)

    @property
    def words(self) -> list[str]:
        """The text without the names that stand beside the places where others write."""
        own = "node => { const copy = node.cloneNode(true); copy.querySelectorAll('.ml-cursor').forEach(one => one.remove()); return copy.innerText }"
        return self.page.locator(".ProseMirror").evaluate(own).split("\n")

    @property
    def kept(self) -> list[str]:
        return self.page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('ml-writing:'))")

    def goes_offline(self) -> None:
        self.page.context.set_offline(True)
        expect(self.page.locator(STATUS)).to_contain_text("You are offline. Go on writing", timeout=PATIENCE)

    def comes_back(self) -> None:
        self.page.context.set_offline(False)
        self.is_saved()


def same(first: Sheet, second: Sheet) -> bool:
    return [line for line in first.words if line] == [line for line in second.words if line]


def test_two_write_at_once_and_read_the_same(leaflet, ana, bo, visit):
    anas, bos = Sheet(visit(ana), leaflet), Sheet(visit(bo, on=PHONE), leaflet)
    anas.types("## What we offer\nTwelve sessions.")
    bos.reads("Twelve sessions.")
    bos.types("\nNo mats on the floor.")
    anas.types(" In small groups.", at="Control+Home")
    anas.reads("No mats on the floor.")
    bos.reads("In small groups.")
    anas.is_saved()
    assert same(anas, bos)
    expect(anas.page.locator("[data-writing-people]")).to_have_text("Bo Berg", timeout=PATIENCE)
    expect(anas.page.locator(".ml-cursor__name")).to_have_text("Bo Berg", timeout=PATIENCE)
    look(anas.page, "write-together")
    look(bos.page, "write-together")
    assert anas.faults == bos.faults == []
    assert anas.kept == []
    leaflet.refresh_from_db()
    assert words_now(leaflet).startswith("## In small groups.What we offer")


def test_what_was_written_offline_is_merged_when_the_line_is_back(leaflet, ana, bo, visit):
    anas, bos = Sheet(visit(ana), leaflet), Sheet(visit(bo), leaflet)
    anas.types("Twelve sessions.")
    bos.reads("Twelve sessions.")
    anas.goes_offline()
    anas.types(" Written on the train.")
    anas.page.wait_for_timeout(600)
    assert len(anas.kept) == 1
    bos.types("\nWritten meanwhile.")
    bos.is_saved()
    anas.comes_back()
    anas.reads("Written meanwhile.")
    bos.reads("Written on the train.")
    assert same(anas, bos) and anas.kept == []
    expect(bos.page.locator("[data-writing-people]")).to_have_text("Ana Alvarez", timeout=PATIENCE)


def test_what_was_written_offline_outlives_a_page_that_was_closed(leaflet, ana, bo, visit):
    anas = Sheet(visit(ana), leaflet)
    anas.goes_offline()
    anas.types("Kept for later.")
    anas.page.wait_for_timeout(600)
    anas.page.context.set_offline(False)
    anas.page.goto("about:blank")
    again = Sheet(anas.page, leaflet)
    again.reads("Kept for later.")
    assert again.kept == []


def test_whoever_signs_out_leaves_nothing_on_the_device(leaflet, ana, visit):
    anas = Sheet(visit(ana), leaflet)
    anas.goes_offline()
    anas.types("Not sent.")
    anas.page.wait_for_timeout(600)
    name = anas.kept[0]
    kept = anas.page.evaluate("name => localStorage.getItem(name)", name)
    anas.page.goto("about:blank")
    anas.page.context.set_offline(False)
    anas.page.goto(f"/outputs/{leaflet.pk}/")
    anas.page.get_by_role("link", name="Sign out").first.click()
    anas.page.locator("form[data-signs-out]").wait_for()
    anas.page.evaluate("([name, kept]) => localStorage.setItem(name, kept)", [name, kept])
    anas.page.locator("form[data-signs-out] button").click()
    anas.page.wait_for_load_state()
    assert anas.kept == []


def test_the_buttons_are_reached_with_the_keyboard_and_say_what_is_on(leaflet, ana, visit):
    sheet = Sheet(visit(ana), leaflet)
    sheet.types("A point")
    bar = sheet.page.get_by_role("toolbar")
    bar.get_by_role("button", name="Bold").focus()
    for _step in range(4):
        sheet.page.keyboard.press("ArrowRight")
    sheet.page.keyboard.press("Enter")
    expect(bar.get_by_role("button", name="List", exact=False).first).to_have_attribute(
        "aria-pressed", "true", timeout=PATIENCE
    )
    sheet.page.keyboard.press("Control+a")
    bar.get_by_role("button", name="Link").click()
    look(sheet.page, "write-link")
    sheet.page.get_by_label("Address of the link").fill("not an address")
    sheet.page.get_by_role("button", name="Set the link").click()
    expect(sheet.page.get_by_role("alert")).to_contain_text("whole address", timeout=PATIENCE)
    sheet.page.get_by_label("Address of the link").fill("https://example.org")
    sheet.page.get_by_role("button", name="Set the link").click()
    sheet.is_saved()
    sheet.page.wait_for_timeout(200)
    leaflet.refresh_from_db()
    assert words_now(leaflet) == "- [A point](https://example.org)"
    bar.get_by_role("button", name="Undo").click()
    sheet.page.wait_for_timeout(300)
    leaflet.refresh_from_db()
    assert "https" not in words_now(leaflet)


def test_without_a_script_one_writes_in_the_plain_form(leaflet, ana, bo, visit, without_script, site):
    anas = Sheet(visit(ana), leaflet)
    anas.types("Twelve sessions.")
    anas.is_saved()
    anas.page.wait_for_timeout(200)
    sign_in(without_script, bo, site=site)
    bos = Walker(without_script, name="plain", scripts=False)
    bos.opens(f"/outputs/{leaflet.pk}/")
    bos.follows("Write", nth=0)
    bos.reads("This page needs a script")
    bos.follows("Write in the plain form")
    anas.types(" In the hall.")
    anas.is_saved()
    anas.page.wait_for_timeout(200)
    bos.writes("Text", "Twelve weekly sessions.\n\n- for Bo")
    bos.presses("Save")
    bos.reads("Others wrote here too", "Twelve weekly sessions. In the hall.")
    anas.reads("Twelve weekly sessions. In the hall.", "for Bo")


def test_whoever_takes_a_pause_is_told_and_writes_no_more(leaflet, ana, bos, bo, visit):
    sheet = Sheet(visit(bo), leaflet)
    sheet.types("Before.")
    sheet.is_saved()
    bos.standing = Standing.PAUSED
    bos.save()
    expect(sheet.page.locator(STATUS)).to_contain_text("you may not write here any more", timeout=PATIENCE)
    expect(sheet.page.locator(".ProseMirror")).to_have_attribute("contenteditable", "false", timeout=PATIENCE)
    look(sheet.page, "write-away")


def test_a_text_is_commented_kept_and_finished(leaflet, ana, bo, visit):
    sheet = Sheet(visit(ana), leaflet)
    sheet.types("Twelve sessions in the hall.")
    sheet.is_saved()
    sheet.page.wait_for_timeout(200)
    walker = Walker(sheet.page, name="facilitates")
    walker.opens(f"/outputs/{leaflet.pk}/")
    walker.follows("Comments and suggestions")
    walker.writes("Which words is it about?", "Twelve sessions")
    walker.writes("Say this instead", "Ten sessions")
    walker.presses("Add it")
    walker.presses("Put these words into the text")
    walker.opens(f"/outputs/{leaflet.pk}/history/")
    walker.presses("Keep it")
    walker.follows("What changed since the last version")
    walker.opens(f"/outputs/{leaflet.pk}/thanks/mine/")
    walker.chooses("With my name")
    walker.presses("Save")
    walker.opens(f"/outputs/{leaflet.pk}/rests-on/")
    walker.opens(f"/outputs/{leaflet.pk}/")
    walker.presses("It is ready")
    walker.presses("Publish it")
    walker.reads("Ten sessions in the hall.", "Made by Ana Alvarez", "You may show it to people outside")
    assert walker.fetches("DOCX").body()[:2] == b"PK"
    assert b"Ten sessions" in walker.fetches("HTML").body()
    walker.opens(f"/communities/{leaflet.community.slug}/outputs/")
