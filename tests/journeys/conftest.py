"""A real server and a real browser. Desktop and phone, axe on every page, and a picture of it for whoever asks.

`MINDLINES_SCREENSHOTS` names a folder to keep the pictures in; `CHROMIUM` names another browser binary.
"""

import os
import re
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.fixtures import Settings

from mindlines.asgi import application
from mindlines.people.models import Person
from tests.journeys.post import Post

# The sync browser keeps an event loop in the main thread, which makes Django think that queries there are async.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-sync",
]
DESKTOP = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 375, "height": 740}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
PATIENCE = 15_000
AXE = Axe().axe_script


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.journey)
            # Both databases are emptied after each story, so stories of one worker follow each other.
            item.add_marker(pytest.mark.xdist_group("journeys"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    binary = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not binary:
        pytest.fail("The journeys need Chromium; `make test` says how to get it.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=binary, args=FLAGS)
        yield browser
        # While the browser's event loop runs, this thread has a database connection of its own.
        connections.close_all()
        browser.close()


@pytest.fixture
def site(transactional_db: None) -> Iterator[str]:
    """The address of a server on a free port."""
    door = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(application, lifespan="off", log_config=None))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://localhost:{door.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)


def opened(browser: Browser, site: str, **shape: object) -> BrowserContext:
    context = browser.new_context(
        base_url=site, locale="en-GB", timezone_id="Europe/London", reduced_motion="reduce", **shape
    )
    context.set_default_timeout(PATIENCE)
    return context


@pytest.fixture
def desktop(browser: Browser, site: str) -> Iterator[Page]:
    context = opened(browser, site, **DESKTOP)
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Page]:
    context = opened(browser, site, **PHONE)
    yield context.new_page()
    context.close()


@pytest.fixture
def without_script(browser: Browser, site: str) -> Iterator[Page]:
    context = opened(browser, site, java_script_enabled=False, **DESKTOP)
    yield context.new_page()
    context.close()


@pytest.fixture
def visit(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """`visit(person)` opens a window of that person's own, signed in; `visit(person, on=PHONE)` on a phone."""
    contexts = []

    def begin(person: Person | None = None, *, on: dict[str, object] = DESKTOP) -> Page:
        context = opened(browser, site, **on)
        contexts.append(context)
        page = context.new_page()
        if person:
            sign_in(page, person, site=site)
        return page

    yield begin
    for number, context in enumerate(contexts):
        keep_picture(context.pages[0], f"last-{request.node.name}-{number}")
        context.close()


@pytest.fixture
def post(site: str, settings: Settings, tmp_path: Path) -> Post:
    """Mail goes through the real outbox, and the worker works when the story lets it."""
    settings.EMAIL_BACKEND = "mindlines.communication.outbox.Outbox"
    settings.MINDLINES_MAILBOX = tmp_path / "mailbox"
    settings.MINDLINES_ADDRESS = site
    return Post(settings.MINDLINES_MAILBOX)


def sign_in(page: Page, person: Person, *, site: str) -> None:
    """Give the window a session of `person`, without the step through the mail."""
    client = Client()
    client.force_login(person)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": site}])


def code_from_mail(mailoutbox: list, *, to: str) -> str:
    """The newest sign-in code that was sent to `to`."""
    words = next(mail for mail in reversed(mailoutbox) if to in mail.to).body
    found = re.search(r"^\s*([A-Z0-9]{3,}(?:-[A-Z0-9]{3,})?)\s*$", words, re.MULTILINE)
    assert found, f"no code stands on a line of its own in: {words}"
    return found[1]


def look(page: Page, name: str, *, with_axe: bool = True) -> None:
    """Let axe look at the page, see that it does not scroll sideways, and keep a picture when a folder is named."""
    keep_picture(page, name)
    told = broken_rules(page) if with_axe else []
    assert not told, f"{page.url}\n" + "\n".join(told)
    too_wide = overflow(page)
    assert not too_wide, f"{page.url} scrolls sideways: {too_wide}"


def keep_picture(page: Page, name: str) -> None:
    """A picture of the whole page, when `MINDLINES_SCREENSHOTS` names a folder for it."""
    folder = os.environ.get("MINDLINES_SCREENSHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder) / f"{name}-{width_of(page)}.png", full_page=True)


def broken_rules(page: Page) -> list[str]:
    """What axe finds on the page, with the part of it that is meant."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    return [f"{rule['id']}: {rule['help']}\n    {node['html']}" for rule in found for node in rule["nodes"]]


def overflow(page: Page) -> str:
    """By how much the page is wider than its window; nothing when it fits."""
    needed = page.evaluate("document.documentElement.scrollWidth")
    if needed > width_of(page):
        # A window that has just changed its size may need a moment.
        page.wait_for_timeout(300)
        needed = page.evaluate("document.documentElement.scrollWidth")
    return f"it needs {needed} of {width_of(page)} pixels" if needed > width_of(page) else ""


def width_of(page: Page) -> int:
    return (page.viewport_size or DESKTOP["viewport"])["width"]
