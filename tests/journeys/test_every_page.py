"""Whoever follows every link of the demonstration meets only pages that work, and that fit a phone and a desk."""

from collections import Counter
from urllib.parse import urldefrag, urlsplit

import pytest
from django.db import connection  # noqa: F401  # the mark below asks it
from django.urls import resolve
from playwright.sync_api import Error, Page

from mindlines.demo import actions, queries
from mindlines.people.models import Person
from tests.journeys.conftest import broken_rules, keep_picture, overflow

# How pages look is the same on every database; the stories that write run on both.
pytestmark = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="looks do not depend on the database")

LINKS = "[...document.querySelectorAll('a[href]:not([download])')].map(link => link.href)"
# Pages that look different for different things of their kind are met more than once.
MET_OFTEN = {"meetings:meeting": 4, "meetings:minutes": 2, "communities:member": 2}
NOT_FOLLOWED = {"account_logout"}
FILES = (".pdf", ".csv", ".docx", ".json", ".jsonld", ".xlsx", ".ics", ".txt", "/file/")
ADDRESSES = "links => links.map(link => link.href)"
NARROW, WIDE = 320, 1280
LIGHT: dict[str, str] = {}
DARK_AND_LARGE = {"ml_theme": "dark", "ml_text": "larger"}


@pytest.fixture
def visitors(transactional_db: None) -> dict[str, Person | None]:
    actions.make()
    facilitator, member, _ = queries.visitors()
    return {
        "facilitator": Person.objects.get(email=facilitator.address),
        "member": Person.objects.get(email=member.address),
        "stranger": None,
    }


@pytest.mark.parametrize(
    ("who", "width", "dress"),
    [("facilitator", WIDE, LIGHT), ("member", NARROW, DARK_AND_LARGE), ("stranger", NARROW, DARK_AND_LARGE)],
)
def test_every_page_that_a_link_leads_to_works(who, width, dress, visit, visitors, site):
    page = visit(visitors[who])
    page.context.add_cookies([{"name": name, "value": value, "url": site} for name, value in dress.items()])
    met, trouble = Counter(), []
    waiting = ["/"]
    while waiting:
        address = waiting.pop(0)
        route = resolve(urlsplit(address).path).view_name
        if met[route] >= MET_OFTEN.get(route, 1) or route in NOT_FOLLOWED:
            continue
        met[route] += 1
        name = f"every-{who}-{route.replace(':', '-')}-{met[route]}"
        trouble += [f"{address}: {words}" for words in what_is_wrong(page, address, width=width, name=name)]
        waiting += [link for link in links_on(page) if link not in waiting]
    assert not trouble, "\n".join(trouble)
    assert len(met) > (8 if who == "stranger" else 40)


def test_the_pages_of_a_facilitator_can_be_read_in_the_dark(visit, visitors, site):
    page, trouble = visit(visitors["facilitator"]), []
    page.context.add_cookies([{"name": name, "value": value, "url": site} for name, value in DARK_AND_LARGE.items()])
    page.goto("/")
    page.get_by_role("link", name="Winter meeting").first.click()
    sections = page.locator("header nav").first.get_by_role("link").evaluate_all(ADDRESSES)
    tools = page.locator(".ml-aside").get_by_role("link").evaluate_all(ADDRESSES)
    for address in dict.fromkeys([*sections, page.url, *(link for link in tools if not link.endswith(FILES))]):
        name = f"dark-{urlsplit(address).path.strip('/').replace('/', '-')}"
        trouble += [f"{address}: {words}" for words in what_is_wrong(page, address, width=NARROW, name=name)]
    assert not trouble, "\n".join(trouble)


def what_is_wrong(page: Page, address: str, *, width: int, name: str) -> list[str]:
    """Everything that is wrong with one page, in words."""
    page.set_viewport_size({"width": width, "height": 800})
    try:
        answer = page.goto(address)
    except Error as problem:
        if "Download is starting" in str(problem):
            return []
        raise
    if not answer or answer.status != 200:
        return [f"answered {answer and answer.status}"]
    if "html" not in answer.headers["content-type"]:
        return []
    headings = page.locator("h1").count()
    wrong = [f"has {headings} headings of the first level"] if headings != 1 else []
    wrong += broken_rules(page)
    keep_picture(page, name)
    for size in (WIDE + NARROW - width, width):
        page.set_viewport_size({"width": size, "height": 800})
        if too_wide := overflow(page):
            wrong.append(f"scrolls sideways in a window of {size} pixels: {too_wide}")
    return wrong


def links_on(page: Page) -> list[str]:
    """Addresses on this site that a reader could click."""
    here = urlsplit(page.url).netloc
    found = (urldefrag(link).url for link in page.evaluate(LINKS))
    return [link for link in found if urlsplit(link).netloc == here and not urlsplit(link).path.endswith(FILES)]
