"""The console in headless Chromium: pages stay fresh without getting in the way, and are worked by keyboard."""

import re
import shutil
from collections.abc import Callable, Iterator

import pytest
from console_desk import DANA, OMAR, ConsoleDesk, Visitor

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Page, expect, sync_playwright

from desk.lead_moves import Actor, move_lead
from storage import leads, staff

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; on Debian: apt-get install chromium"),
]
SOON = 15_000
"""Milliseconds in which a page must have fetched a fresh copy of itself."""


@pytest.fixture
def page(new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk, address: str) -> Iterator[Page]:
    """Dana's browser, signed in; nothing may be refused by the content policy, nor any script fail."""
    complaints: list[str] = []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = chromium.new_page(base_url=address)
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"/sign-in/{console_desk.link(DANA)}")
        page.get_by_role("button", name="Sign in as Dana").click()
        page.wait_for_url("**/inbox")
        yield page
        chromium.close()
    assert [] == complaints


def _claimed_by_omar(desk: ConsoleDesk, uid: str) -> None:
    with desk.store.transaction() as books:
        lead, omar = leads.by_uid(books, uid), staff.member(books, OMAR)
        assert lead
        assert omar
        move_lead(desk.desk, books, lead, "claim", Actor(omar, "telegram"))


def test_the_inbox_stays_fresh_and_keeps_what_is_typed(page: Page, console_desk: ConsoleDesk) -> None:
    """New requests and counts appear; focus and typed words stay; it is said once, politely."""
    console_desk.lead("BT-FIRST1")
    expect(page.get_by_role("link", name="BT-FIRST1")).to_be_visible(timeout=SOON)
    page.get_by_label("Find a request").fill("Wanderfl")
    console_desk.lead("BT-SECOND")
    expect(page.get_by_role("link", name="BT-SECOND")).to_be_visible(timeout=SOON)
    expect(page.get_by_label("Find a request")).to_be_focused()
    expect(page.get_by_label("Find a request")).to_have_value("Wanderfl")
    expect(page.locator("#live-words")).to_have_text("New: 2 now")


def test_the_row_one_stands_on_keeps_the_focus(page: Page, console_desk: ConsoleDesk) -> None:
    console_desk.lead("BT-FIRST1")
    page.reload()
    page.keyboard.press("j")
    console_desk.clock.forward(minutes=5)
    console_desk.lead("BT-SECOND")
    expect(page.get_by_role("link", name="BT-SECOND")).to_be_visible(timeout=SOON)
    expect(page.get_by_role("link", name="BT-FIRST1")).to_be_focused()


def test_a_request_stays_fresh_while_a_note_is_written(page: Page, console_desk: ConsoleDesk) -> None:
    """What a colleague did appears, with the buttons that are possible now; the note stays as it is."""
    uid = console_desk.lead("BT-SHARED")
    page.goto(f"/leads/{uid}")
    page.locator("#note-text").fill("called, no ans")
    _claimed_by_omar(console_desk, uid)
    expect(page.locator("#past")).to_contain_text("Omar", timeout=SOON)
    expect(page.locator("#head")).to_contain_text("Claimed")
    expect(page.locator("#acts").get_by_role("button", name="Claim", exact=True)).to_have_count(0)
    expect(page.locator("#note-text")).to_have_value("called, no ans")
    expect(page.locator("#note-text")).to_be_focused()


def test_a_form_somebody_has_open_is_left_alone(page: Page, console_desk: ConsoleDesk) -> None:
    uid = console_desk.lead("BT-SHARED")
    page.goto(f"/leads/{uid}")
    page.get_by_text("Close…").click()
    page.locator("#note-close").fill("they wrote that")
    _claimed_by_omar(console_desk, uid)
    expect(page.locator("#past")).to_contain_text("Omar", timeout=SOON)
    expect(page.locator("#note-close")).to_have_value("they wrote that")


def test_a_request_is_worked_by_keyboard(page: Page, console_desk: ConsoleDesk) -> None:
    """Down, down, up, open, claim, note, back to the inbox."""
    uids = [console_desk.lead(f"BT-NUMB{n}A") for n in range(3)]
    page.reload()
    for key in ("j", "j", "k"):
        page.keyboard.press(key)
    expect(page.get_by_role("link", name="BT-NUMB0A")).to_be_focused()
    page.keyboard.press("o")
    page.wait_for_url(f"**/leads/{uids[0]}")
    page.keyboard.press("c")
    page.wait_for_url("**?done=claim")
    assert ("claimed", DANA) == console_desk.status(uids[0])
    page.keyboard.press("n")
    expect(page.locator("#note-text")).to_be_focused()
    page.keyboard.type("g i c e ? /")
    expect(page.locator("#note-text")).to_have_value("g i c e ? /")
    page.locator("h1").click()
    page.keyboard.press("m")
    expect(page.locator("#message-text")).to_be_focused()
    page.locator("h1").click()
    page.keyboard.press("e")
    expect(page.locator("#reason-close")).to_be_focused()
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(page.get_by_label("Find a request")).to_be_focused()
    page.locator("h1").click()
    page.keyboard.press("g")
    page.keyboard.press("i")
    page.wait_for_url(re.compile(r"/inbox$"))


def test_the_sheet_opens_closes_and_switches_the_keys_off(page: Page, console_desk: ConsoleDesk) -> None:
    """While it is open no other key works; with Control, a key is the browser's."""
    uid = console_desk.lead()
    page.goto(f"/leads/{uid}")
    page.keyboard.press("?")
    sheet = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(sheet).to_be_visible()
    page.keyboard.press("c")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    page.keyboard.press("Control+c")
    assert ("new", None) == console_desk.status(uid)
    page.keyboard.press("?")
    sheet.get_by_label("Use these keys in this browser").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    page.reload()
    page.keyboard.press("c")
    page.keyboard.press("?")
    expect(sheet).to_be_visible()
    assert ("new", None) == console_desk.status(uid)


def test_whoever_is_signed_out_meanwhile_is_told(page: Page, console_desk: ConsoleDesk) -> None:
    with console_desk.store.transaction() as books:
        books.connection.exec_driver_sql("delete from session")
    expect(page.locator("#live-over")).to_be_visible(timeout=SOON)
    expect(page.get_by_role("link", name="Sign in again")).to_be_visible()
