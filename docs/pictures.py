"""Takes the pictures of these documents from the demo community: `make pictures`.

`CHROMIUM` names another browser binary, as for the tests.
"""

import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"]
WIDTH, HEIGHT = 1040, 760
MOST_BYTES = 80_000


def main() -> None:
    binary = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not binary:
        sys.exit("Taking pictures needs Chromium; `make test` says how to get it.")
    with running_demo() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=binary, args=FLAGS)
        context = browser.new_context(
            base_url=site, locale="en-GB", timezone_id="Europe/London", reduced_motion="reduce"
        )
        page = context.new_page()
        page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
        as_facilitator(page)
        as_lay_member(page)
        browser.close()


def as_facilitator(page: Page) -> None:
    sign_in(page, "Frances")
    keep(page, "home", height=1060)
    page.get_by_role("link", name="Winter meeting").first.click()
    page.wait_for_url("**/meetings/*/")
    meeting = page.url
    page.goto(f"{meeting}agenda/")
    keep(page, "agenda", height=1060)
    page.goto(f"{meeting}attendance/")
    keep(page, "attendance", width=430, height=900)
    divide_everybody(page, f"{meeting}groups/")
    keep(page, "groups", below="h1", height=1060)
    the_room(page, meeting)
    page.goto("/communities/moving-well/polls/")
    page.get_by_role("link", name="Where should the new classes be?").click()
    keep(page, "moved", below="h2:has-text('Who changed their mind')", height=560)
    page.goto("/communities/moving-well/coverage/")
    keep(page, "coverage", below="h1", height=1000)
    page.goto("/communities/moving-well/direction/timeline/")
    keep(page, "timeline", below="h2", height=640)
    page.goto("/communities/moving-well/decisions/")
    page.get_by_role("link", name="How do we offer the class").first.click()
    keep(page, "decision", below="h1", height=1000)
    page.get_by_role("link", name="Follow the line").click()
    keep(page, "line", below="h1", width=1280, height=900)
    import_up_to_preview(page)
    keep(page, "preview", below="h1", height=900)
    page.goto("/components/")
    keep(page, "components", below="h1", height=1000)


def the_room(page: Page, meeting: str) -> None:
    """The room of a meeting that has just begun, as a member sees it on a phone."""
    page.goto(f"{meeting}room/prepare/")
    page.get_by_role("button", name="Prepare the room").click()
    page.get_by_role("button", name="Begin the meeting").click()
    page.get_by_text("Next item").wait_for()
    page.goto(f"{meeting}room/")
    page.get_by_role("button", name="In the room").click()
    keep(page, "room", below="h1", width=430, height=900)


def divide_everybody(page: Page, groups: str) -> None:
    page.goto(groups)
    page.locator("h2 a").first.click()
    page.get_by_role("link", name="Change who is there").click()
    page.get_by_role("button", name="Tick every member").click()
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_role("button", name="Divide", exact=True).click()
    page.wait_for_selector("#board")


def as_lay_member(page: Page) -> None:
    page.goto("/sign-in/out/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    sign_in(page, "Rosa")
    keep(page, "member", height=900)


def sign_in(page: Page, name: str) -> None:
    """The sign-in page of a demo offers its people as buttons."""
    page.goto("/sign-in/")
    page.get_by_role("button", name=name).click()
    page.wait_for_url("/")


def import_up_to_preview(page: Page) -> None:
    page.goto("/communities/moving-well/people/import/")
    page.get_by_label("Your list").set_input_files(HERE / "tutorial/members.csv")
    for button in ("Go on", "Go on", "Show me what would happen"):
        page.get_by_role("button", name=button).click()


def keep(page: Page, name: str, *, below: str = "", width: int = WIDTH, height: int) -> None:
    """A picture of so much of the page, from the first `below` on."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    top = page.locator("main").locator(below).first.bounding_box()["y"] - 24 if below else 0
    clip = {"x": 0, "y": top, "width": width, "height": height}
    write(page.screenshot(full_page=True, clip=clip), to=HERE / "pictures" / f"{name}.png")


def write(content: bytes, *, to: Path) -> None:
    """As few colours as needed to stay small."""
    picture = Image.open(io.BytesIO(content)).convert("RGB")
    to.parent.mkdir(exist_ok=True)
    for colours in (256, 128, 64, 32, 16):
        picture.quantize(colours, dither=Image.Dither.NONE).save(to, optimize=True)
        if to.stat().st_size < MOST_BYTES:
            return


@contextmanager
def running_demo() -> Iterator[str]:
    """The address of a site with nothing but the demo in it, in a folder that is thrown away."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        settings = {**os.environ, "PORT": str(port), "MINDLINES_DATA": folder}
        program = [str(Path(sys.executable).with_name("mindlines")), "serve", "--demo"]
        server = subprocess.Popen(program, env=settings, stdout=subprocess.DEVNULL)  # noqa: S603 - our own program
        try:
            wait_for(site := f"http://localhost:{port}", server=server)
            yield site
        finally:
            server.terminate()
            server.wait()


def wait_for(site: str, *, server: subprocess.Popen[bytes]) -> None:
    for _ in range(240):
        if server.poll() is not None:
            sys.exit("The demo did not start.")
        try:
            urllib.request.urlopen(site).close()  # noqa: S310 - our own address
        except OSError:
            time.sleep(0.5)
        else:
            return
    sys.exit("The demo did not start within two minutes.")


if __name__ == "__main__":
    main()
