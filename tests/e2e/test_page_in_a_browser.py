"""The demo's page in headless Chromium: by taps, by typing only, and leaving in the middle; then Claim and Open."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import IN_A_BROWSER
from live import ROOT, SCRIPT
from playwright.sync_api import Browser, Page, expect

pytestmark = IN_A_BROWSER
TYPED = (
    ("May I keep", "yes"), ("contact you about", "sure"), ("Who is this for", "me"), ("Which location", "sedona"),
    ("Which services", "tms"), ("help with", "anxiety"), ("What treatments", "none"), ("TMS", "continue"),
    ("What name", "Ben"), ("What number", "write to me here"), ("e-mail address", "skip"), ("good time", "any time"),
    ("Is this right?", "send it"),
)  # fmt: skip


@pytest.fixture
def phones() -> Iterator[str]:
    """`intake demo` as a process; its address."""
    command = [sys.executable, "-m", "intake", "demo", "--port", "0", "--no-browser"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        address = next(found[0] for line in process.stdout if (found := re.search(r"http://[\d.:]+/", line)))
        yield address
        process.terminate()
        assert 0 == process.wait(20)


class Phone:
    """One phone on the page."""

    def __init__(self, page: Page, user_id: int) -> None:
        self.at = page.get_by_test_id(f"phone-{user_id}")

    def start(self) -> None:
        self.at.get_by_test_id("start").click()

    def say(self, text: str) -> None:
        self.at.get_by_test_id("composer").fill(text)
        self.at.get_by_test_id("send").click()

    def sees(self, text: str) -> None:
        expect(self.at.get_by_test_id("message").filter(has_text=text).last).to_be_visible(timeout=40_000)

    def tap(self, label: str) -> None:
        self.at.get_by_test_id("button").filter(has_text=label).last.click(timeout=40_000)


def test_three_patients_and_a_member_of_staff(phones: str, browser: Browser, tmp_path: Path) -> None:
    """What a newcomer sees who follows the README."""
    page = browser.new_page(viewport={"width": 2000, "height": 1000})
    page.goto(phones)
    page.get_by_test_id("new-patient").click()
    alice = Phone(page, 101)
    alice.start()
    for wait, act, words in SCRIPT:
        alice.sees(wait)
        alice.say(words) if act == "say" else alice.tap(words)
    alice.sees("Your reference is")
    page.get_by_test_id("new-patient").click()
    ben = Phone(page, 102)
    ben.start()
    for wait, words in TYPED:
        ben.sees(wait)
        ben.say(words)
    ben.sees("Your reference is")
    page.get_by_test_id("new-patient").click()
    carla = Phone(page, 103)
    carla.start()
    carla.sees("May I keep")
    carla.tap("Yes, let's begin")
    carla.sees("contact you about")
    carla.say("/start")
    carla.sees("Welcome back")
    carla.tap("Go on")
    carla.sees("contact you about")
    dana = Phone(page, 9001)
    dana.sees("Waiting since")
    dana.tap("Claim")
    dana.sees("Claimed · Dana Diaz")
    page.screenshot(path=str(tmp_path / "page.png"))
