"""The page in a real browser, with a small echo bot behind it."""

import os
import shutil
import threading
from collections.abc import Iterator
from html import escape
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from sandbox.client import Sandbox
from sandbox.world import World

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium here; CHROMIUM can name one"),
]
GROUP = -1009000000001
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class EchoBot(threading.Thread):
    """Repeats what it hears; every answer has a button that asks for an alert and one that changes the message."""

    def __init__(self, bot: Any) -> None:
        super().__init__(name="echo")
        self._bot = bot
        self._stopped = threading.Event()

    def run(self) -> None:
        offset = 0
        while not self._stopped.is_set():
            for update in self._bot.updates(offset=offset, timeout=1):
                offset = update["update_id"] + 1
                self._answer(update)

    def stop(self) -> None:
        self._stopped.set()
        self.join()

    def _answer(self, update: dict[str, Any]) -> None:
        if query := update.get("callback_query"):
            message, data = query["message"], query["data"]
            self._bot(
                "answerCallbackQuery",
                callback_query_id=query["id"],
                text=f"You chose {data}",
                show_alert=data == "alert",
            )
            if data == "freeze":
                here = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
                self._bot("editMessageText", **here, text="Location: Sedona ✓")
        elif said := update.get("message") or update.get("edited_message"):
            self._hear(said, "I read again" if "edited_message" in update else "I heard")

    def _hear(self, said: dict[str, Any], verb: str) -> None:
        words = "contact of " + said["contact"]["first_name"] if "contact" in said else said.get("text", "")
        buttons = [
            [
                {"text": "Sedona", "callback_data": "freeze", "style": "primary"},
                {"text": "Tell me", "callback_data": "alert"},
            ],
            [{"text": "The clinic's site", "url": "https://example.org/"}],
        ]
        keys = {"keyboard": [[{"text": "Share my number", "request_contact": True}]], "one_time_keyboard": True}
        markup = keys if words == "/keys" else {"inline_keyboard": buttons}
        text = f"{verb}: <b>{escape(words)}</b>"
        self._bot("sendMessage", chat_id=said["chat"]["id"], text=text, parse_mode="HTML", reply_markup=markup)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser, address: str, bot: Any) -> Iterator[Page]:
    """The open page; whatever the browser complains about fails the test."""
    echo = EchoBot(bot)
    echo.start()
    complaints: list[str] = []
    opened = browser.new_page(viewport={"width": 1400, "height": 900})
    opened.on(
        "console", lambda message: complaints.append(message.text) if message.type in {"error", "warning"} else None
    )
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.goto(address)
    yield opened
    opened.close()
    echo.stop()
    assert [] == complaints


def _last(phone: Locator) -> Locator:
    return phone.get_by_test_id("message").last


def _write(phone: Locator, words: str) -> None:
    phone.get_by_test_id("composer").fill(words)
    phone.get_by_test_id("composer").press("Enter")


def test_a_patient_chats_taps_edits_and_shares_a_contact(page: Page) -> None:
    """The whole phone in one go: start, buttons, toast, alert, edits, reply keyboard, block."""
    page.get_by_test_id("new-patient").first.click()
    alice = page.get_by_test_id("phone-101")
    alice.get_by_test_id("start").click()
    expect(_last(alice).locator("strong")).to_have_text("/start")
    expect(_last(alice).get_by_role("link", name="The clinic's site")).to_have_attribute("target", "_blank")

    alice.get_by_test_id("button").filter(has_text="Tell me").click()
    expect(alice.get_by_test_id("alert")).to_contain_text("You chose alert")
    page.keyboard.press("Enter")
    expect(alice.get_by_test_id("alert")).to_have_count(0)

    alice.get_by_test_id("button").filter(has_text="Sedona").click()
    expect(alice.get_by_test_id("toast")).to_have_text("You chose freeze")
    expect(_last(alice).get_by_test_id("text")).to_have_text("Location: Sedona ✓")
    expect(_last(alice).get_by_test_id("edited")).to_be_visible()
    expect(_last(alice).get_by_test_id("button")).to_have_count(0)

    _write(alice, "<b>Sedonna</b> & more")
    expect(_last(alice).locator("strong")).to_have_text("<b>Sedonna</b> & more")
    alice.get_by_test_id("message").filter(has_text="Sedonna").first.hover()
    alice.get_by_test_id("edit").last.click()
    _write(alice, "Sedona")
    expect(_last(alice)).to_contain_text("I read again: Sedona")

    _write(alice, "/keys")
    alice.get_by_test_id("reply-key").click()
    expect(_last(alice)).to_contain_text("contact of Alice")
    expect(alice.get_by_test_id("keyboard")).to_be_hidden()

    alice.get_by_test_id("more").click()
    alice.get_by_test_id("block").click()
    expect(alice.get_by_test_id("start")).to_have_text("Unblock and restart")
    expect(alice.get_by_test_id("composer")).to_be_hidden()


def test_staff_see_the_group_and_their_own_chat(page: Page, bot: Any, people: Sandbox) -> None:
    """Two tabs; news in the other one is marked; Omar's phone can be taken out too."""
    dana = page.get_by_test_id("phone-9001")
    bot(
        "sendMessage",
        chat_id=GROUP,
        text="New request",
        reply_markup={"inline_keyboard": [[{"text": "Claim", "callback_data": "c"}]]},
    )
    expect(_last(dana)).to_contain_text("New request")
    page.get_by_test_id("person-9002").click()
    omar = page.get_by_test_id("phone-9002")
    omar.get_by_test_id("button").click()
    expect(omar.get_by_test_id("toast")).to_have_text("You chose c")
    dana.get_by_test_id("tab-private").click()
    dana.get_by_test_id("start").click()
    expect(_last(dana)).to_contain_text("I heard: /start")
    people.staff(9002).in_group().say("Mine")
    expect(dana.get_by_test_id("tab-group")).to_contain_class("unread")
    dana.get_by_test_id("tab-group").click()
    expect(dana.get_by_text("Mine", exact=True).first).to_be_visible()


def test_commands_languages_and_the_console_link(page: Page, bot: Any, people: Sandbox) -> None:
    """The command menu follows the person's language; the console is linked when it is known."""
    bot("setMyCommands", commands=[{"command": "help", "description": "What I can do"}])
    bot("setMyCommands", commands=[{"command": "help", "description": "Lo que puedo hacer"}], language_code="es")
    people.request("POST", "/world/console", {"url": "http://127.0.0.1:8080/"})
    expect(page.get_by_test_id("console-link")).to_have_attribute("href", "/console")
    led = page.request.get(f"{people.base_url}/console", max_redirects=0)
    assert (307, "http://127.0.0.1:8080/") == (led.status, led.headers["location"])
    page.get_by_test_id("new-language").select_option("es")
    page.get_by_test_id("new-patient").first.click()
    alice = page.get_by_test_id("phone-101")
    alice.get_by_test_id("start").click()
    alice.get_by_test_id("composer").fill("/h")
    expect(alice.get_by_test_id("command")).to_contain_text("Lo que puedo hacer")
    alice.get_by_test_id("command").click()
    expect(_last(alice)).to_contain_text("I heard: /help")


@pytest.mark.parametrize("world", [World(forum=True)], ids=["forum"])
def test_topics_are_chosen_one_by_one_and_messages_answered(page: Page, bot: Any, world: World) -> None:
    """Of a forum one topic is looked at, or all; a reply goes under what it answers, in the same topic."""
    sedona = bot("createForumTopic", chat_id=GROUP, name="Sedona")["message_thread_id"]
    card = bot("sendMessage", chat_id=GROUP, text="For Sedona", message_thread_id=sedona)["message_id"]
    bot("sendMessage", chat_id=GROUP, text="For everybody")
    dana = page.get_by_test_id("phone-9001")
    expect(dana.get_by_test_id("message")).to_have_count(2)
    dana.get_by_test_id("topic").select_option("Sedona")
    expect(dana.get_by_test_id("message")).to_have_count(1)
    expect(_last(dana)).to_contain_text("For Sedona")
    dana.get_by_test_id("message").hover()
    dana.get_by_test_id("reply").click()
    _write(dana, "Mine")
    expect(dana.locator("[data-from=me]")).to_have_count(1)
    said = [message for message in world.messages[GROUP].values() if message.words == "Mine"]
    assert [(card, sedona)] == [(message.reply_to, message.thread_id) for message in said]
    dana.get_by_test_id("topic").select_option("General")
    expect(dana.get_by_text("For everybody").first).to_be_visible()
    expect(dana.locator("[data-from=me]")).to_have_count(0)


def test_the_page_fits_a_narrow_screen(page: Page) -> None:
    """At 390 pixels nothing is wider than the screen."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_test_id("new-patient").first.click()
    expect(page.get_by_test_id("phone-101")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
