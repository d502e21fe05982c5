"""What Telegram's own browser does with the page that it opens: the word behind the # signs in, and leaves no trace."""

import shutil
from collections.abc import Callable, Iterator
from urllib.parse import quote

import httpx
import pytest
from console_desk import BOT_TOKEN, DANA, SECURE, ConsoleDesk, Proxy, Visitor
from init_data_py import sign

pytest.importorskip("playwright.sync_api")
from playwright.sync_api import Page, Route, expect, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; on Debian: apt-get install chromium"),
]


@pytest.fixture
def page(secure_visitor: Callable[[], Visitor], address: str) -> Iterator[Page]:
    """A browser to which the console is https://desk.example.com; any other address is a fault."""
    elsewhere: list[str] = []
    way = httpx.Client(transport=Proxy(address))

    def serve(route: Route) -> None:
        asked = route.request
        if not asked.url.startswith(SECURE):
            elsewhere.append(asked.url)
            route.abort()
            return
        answer = way.request(asked.method, asked.url, headers=asked.all_headers(), content=asked.post_data_buffer)
        headers = {name: "\n".join(answer.headers.get_list(name)) for name in answer.headers}
        route.fulfill(status=answer.status_code, headers=headers, body=answer.content)

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = chromium.new_page()
        page.route("**/*", serve)
        yield page
        chromium.close()
    way.close()
    assert [] == elsewhere


def test_opening_it_in_telegram_is_signing_in(page: Page, console_desk: ConsoleDesk) -> None:
    """Without a touch; whom the word names is at the desk, and the word is in no address."""
    word = sign(
        {"user": f'{{"id":{DANA},"first_name":"Dana"}}'}, BOT_TOKEN, auth_date=int(console_desk.clock().timestamp())
    )
    page.goto(f"{SECURE}/app#tgWebAppData={quote(word)}&tgWebAppVersion=8.0&tgWebAppPlatform=ios")
    page.wait_for_url(f"{SECURE}/inbox")
    expect(page.get_by_role("navigation", name="Inbox")).to_be_visible()
    assert ["signed_in_app"] == [row["act"] for row in console_desk.audit()]
    assert "tgWebAppData" not in page.url


def test_elsewhere_it_says_how_to_get_in(page: Page) -> None:
    """Opened in an ordinary browser there is no word, and nothing is sent."""
    page.goto(f"{SECURE}/app")
    expect(page.get_by_text("send /console to the bot")).to_be_visible()
    assert f"{SECURE}/app" == page.url
