"""Somebody at a window, who reads words and clicks them; every page they meet is looked at in a wide and a narrow window."""

import re
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import urlsplit

from django.urls import resolve
from playwright.sync_api import Locator, Page, Response, expect

from tests.journeys.conftest import look, width_of

DESK, POCKET = 1280, 375
# What was looked at already: the same page in the same state is the same page for everybody of one part.
_looked_at: set[tuple[str, int]] = set()


class Walker:
    """Walks by visible words alone. `name` is the part they play; it tells pictures of the same page apart.

    Where scripts are turned off, axe cannot run either.
    """

    def __init__(self, page: Page, *, name: str, scripts: bool = True) -> None:
        self.page, self.name, self.scripts = page, name, scripts
        self._faults: list[str] = []
        page.on("response", self._hears)

    # --- going somewhere

    def opens(self, address: str) -> None:
        """Type an address, or click a link in a mail or in a paper's print."""
        self.page.goto(address)
        self.looks()

    def follows(self, words: str, *, inside: str = "main", nth: int = 0) -> None:
        with self._next_page():
            self.page.locator(inside).get_by_role("link", name=spoken(words)).nth(nth).click()
        self.looks()

    def goes_to(self, section: str) -> None:
        """Through the navigation at the top, which is behind “Menu” in a narrow window."""
        menu = self.page.locator("summary", has_text="Menu")
        if menu.is_visible():
            menu.click()
            self.looks("menu")
        with self._next_page():
            link = self.page.locator("header").get_by_role("link", name=section, exact=True)
            link.locator("visible=true").first.click()
        self.looks()

    def goes_home(self) -> None:
        with self._next_page():
            self.page.get_by_role("link", name="Mindlines", exact=True).first.click()
        self.looks()

    def presses(self, words: str, *, nth: int = 0) -> None:
        """Press a button that leads to a page."""
        with self._next_page():
            self.button(words).nth(nth).click()
        self.looks()

    def reloads(self) -> None:
        self.page.reload()

    # --- filling in

    def writes(self, label: str, words: str) -> None:
        self.page.get_by_label(label).locator("visible=true").first.fill(words)

    def chooses(self, *labels: str) -> None:
        """Tick boxes and choose among radios."""
        for label in labels:
            self.page.locator("main").get_by_label(label).first.check()

    def picks(self, label: str, words: str) -> None:
        """From a list that unfolds; `words` may be the beginning of an entry."""
        field = self.page.get_by_label(label).locator("visible=true").first
        entries = field.locator("option").all_inner_texts()
        field.select_option(label=next(entry for entry in entries if words in entry))

    def writes_day(self, legend: str, day: str) -> None:
        boxes = self.page.get_by_role("group", name=legend)
        for box, words in zip(("Day", "Month", "Year"), day.split(), strict=True):
            boxes.get_by_label(box).fill(words)

    # --- reading

    def button(self, words: str) -> Locator:
        return self.page.get_by_role("button", name=spoken(words)).locator("visible=true")

    def reads(self, *sentences: str) -> None:
        for words in sentences:
            expect(self.page.get_by_text(words).locator("visible=true").first).to_be_visible()

    def reads_nothing_of(self, words: str) -> None:
        expect(self.page.get_by_text(words)).to_have_count(0)

    @property
    def words(self) -> str:
        return self.page.locator("main").inner_text()

    def fetches(self, words: str) -> Response:
        """The file behind a link, as the browser gets it."""
        link = self.page.get_by_role("link", name=words).first
        return self.page.request.get(link.evaluate("link => link.href"))

    def looks(self, state: str = "") -> None:
        """At the page as it is now, once for each page, state, part and width."""
        assert self._faults == []
        if self.page.locator(".govuk-error-summary").count():
            state = f"{state}-errors"
        key = f"{self.name}-{self._route()}{'-' if state else ''}{state}"
        own = self.page.viewport_size or {"width": DESK, "height": 900}
        sizes = [own["width"]] if own["width"] < DESK else [DESK, POCKET]
        for size in sizes:
            if (key, size) in _looked_at:
                continue
            _looked_at.add((key, size))
            if size != width_of(self.page):
                self.page.set_viewport_size({"width": size, "height": own["height"]})
            look(self.page, key, with_axe=self.scripts)
        if own["width"] != width_of(self.page):
            self.page.set_viewport_size(own)

    def _hears(self, answer: Response) -> None:
        if answer.status >= 500:
            self._faults.append(f"{answer.status} {answer.url}")

    def _route(self) -> str:
        return resolve(urlsplit(self.page.url).path).view_name.replace(":", "-")

    def _next_page(self) -> AbstractContextManager[object]:
        return self.page.expect_navigation(wait_until="load")


def spoken(words: str) -> re.Pattern[str]:
    """The words as they are read out; a screen reader makes a pause before what only it can see."""
    return re.compile(re.escape(words).replace(":", r"\s*:"))


SAMPLES = Path(__file__).parent / "samples"
