"""A headless Chromium, and the demo as a process: what tests need that look at pages as people do."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from live import PATIENCE, ROOT
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from sandbox.client import Person, Sandbox

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
IN_A_BROWSER = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.xdist_group("live"),
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; on Debian: apt-get install chromium"),
]
PATIENCE_MS = 1000 * PATIENCE
DANA, OMAR, SAM = 9001, 9002, 9005
"""Staff of the demo: Dana and Omar own the desk; Sam may only read, and only what is Sedona's."""
_TELL = (
    "addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))"
)
_REFUSED = "Failed to load resource: the server responded with a status of"
"""What Chromium writes for every answer of 400 and more, also to a form that was to be refused."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser while the block runs."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Demo:
    """`intake demo` while it runs: everybody's phones, and what it wrote to its log."""

    people: Sandbox
    log: Path

    def link(self, number: int) -> str:
        """A link into the console, as the bot sends it to a member who asks for one."""
        member = self.people.patient(number)
        seen = len(member.messages())
        member.say("/console")
        return str(member.wait_for(lambda phone: _address(phone, seen), seconds=PATIENCE))


def _address(phone: Person, seen: int) -> str:
    """The address behind the newest button; empty while there is none."""
    buttons = [button for message in phone.messages()[seen:] for row in message["buttons"] for button in row]
    return next((button["url"] for button in buttons if "/sign-in/" in button.get("url", "")), "")


@contextmanager
def demo(folder: Path) -> Iterator[Demo]:
    """The demo on a free port, once its console can be reached; it must end cleanly."""
    command = [sys.executable, "-m", "intake", "demo", "--port", "0", "--no-browser"]
    log = folder / "demo.log"
    with (
        log.open("w") as errors,
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True) as process,
    ):
        assert process.stdout is not None
        address = next(found[0] for line in process.stdout if (found := re.search(r"http://[\d.:]+", line)))
        assert any("/sign-in/" in line for line in process.stdout), "the console did not come up"
        try:
            yield Demo(Sandbox(address), log)
        finally:
            process.terminate()
        assert 0 == process.wait(PATIENCE)


@dataclass
class Windows:
    """Browser windows of one test.

    `complaints` holds script errors and what the content policy refused, `addresses` what was asked of servers.
    """

    browser: Browser
    complaints: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    _open: list[BrowserContext] = field(default_factory=list)

    def open(self, **settings: Any) -> Page:
        """A page in a window of its own, with no cookies yet."""
        context = self.browser.new_context(**settings)
        context.set_default_timeout(PATIENCE_MS)
        context.add_init_script(_TELL)
        context.on("console", lambda message: self._note(message.text) if message.type == "error" else None)
        context.on("request", lambda request: self.addresses.append(request.url))
        context.on("weberror", lambda error: self._note(str(error.error)))
        self._open.append(context)
        return context.new_page()

    def _note(self, words: str) -> None:
        if not words.startswith(_REFUSED):
            self.complaints.append(words)

    def close(self) -> None:
        """Close them all."""
        for context in self._open:
            context.close()


def signed_in(windows: Windows, desk: Demo, number: int = DANA, **settings: Any) -> Page:
    """A window where this member has come in through a link of the bot."""
    link = urlsplit(desk.link(number))
    page = windows.open(base_url=f"{link.scheme}://{link.netloc}", **settings)
    page.goto(link.path)
    page.get_by_role("button", name="Sign in as").click()
    page.wait_for_url("**/inbox")
    return page


def open_request(page: Page, words: str) -> None:
    """Find a request as staff would, and open it."""
    page.get_by_label("Find a request").fill(words)
    page.get_by_role("button", name="Find", exact=True).click()
    page.wait_for_url("**/leads/*")


def press(page: Page, name: str) -> None:
    """Press the button of this name."""
    page.get_by_role("button", name=name, exact=True).click()
