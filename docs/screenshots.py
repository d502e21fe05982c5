"""The pictures of the console in the README, taken from the demo with its sample people.

Every picture is of the demo as it stands after its start, in headless Chromium, at one device pixel for each of CSS.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 800}
FLAGS = ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb", "--hide-scrollbars"]
STOP_SECONDS = 20


@contextmanager
def demo() -> Iterator[str]:
    """`intake demo` while the block runs; gives the link that signs Dana in."""
    command = [sys.executable, "-m", "intake", "demo", "--port", "0", "--no-browser"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        lines = process.stdout or ()
        yield next(found[0] for line in lines if (found := re.search(r"http://\S+/sign-in/\S+", line)))
        process.terminate()
        process.wait(STOP_SECONDS)


def open_request(page: Page, name: str) -> None:
    """The page of the request of a sample person, by search as staff would."""
    page.get_by_label("Find a request").fill(name)
    page.get_by_role("button", name="Find").click()
    page.wait_for_url("**/leads/*")


def take(browser: Browser, link: str) -> None:
    """All pictures, in one session."""
    page = browser.new_page(viewport=WIDE, color_scheme="light")
    page.goto(link)
    page.get_by_role("button", name="Sign in as Dana").click()
    page.wait_for_url("**/inbox")
    page.goto(page.url + "?tab=all")
    page.screenshot(path=IMAGES / "inbox.png")
    open_request(page, "Anna Sample")
    page.screenshot(path=IMAGES / "lead.png")
    page.emulate_media(color_scheme="dark")
    open_request(page, "Casey Sample")
    page.screenshot(path=IMAGES / "dark.png")
    page.emulate_media(color_scheme="light")
    page.get_by_role("link", name="Report").click()
    page.screenshot(path=IMAGES / "report.png")
    page.set_viewport_size(PHONE)
    page.get_by_role("link", name="Inbox", exact=True).click()
    page.screenshot(path=IMAGES / "phone-width.png")


def main() -> None:
    """Start the demo, take the pictures, stop it."""
    with demo() as link, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        take(chromium, link)
        chromium.close()


if __name__ == "__main__":
    main()
