"""The console for everybody: axe-core over every page in light, dark and on a phone; by keyboard; without scripts."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import IN_A_BROWSER, Demo, Windows, open_request, press, signed_in
from playwright.sync_api import Page, expect

pytestmark = IN_A_BROWSER
GRAVE = {"serious", "critical"}
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
UNFOLD = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
PLAIN = (
    "/inbox", "/inbox?tab=mine", "/inbox?tab=all", "/inbox?tab=urgent", "/inbox?tab=not_now", "/inbox?tab=unfinished",
    "/inbox?tab=new&clinic=sedona&language=es&age=over_7d", "/report", "/health", "/staff", "/audit", "/audit?act=none",
    "/account", "/second-factor", "/shortcuts", "/sign-in", "/sign-in/no-such-link", "/leads/nobody",
)  # fmt: skip


def grave(page: Page) -> list[str]:
    """What axe-core finds serious or critical, with where."""
    page.evaluate(UNFOLD)
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return [
        f"{page.url}: {one['id']} {node['target']} {node['failureSummary']}"
        for one in found
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]


def requests(page: Page) -> Iterator[None]:
    """Pages of requests, one after the other: urgent, a long past, set aside, written to, what they saw."""
    for name in ("Casey Sample", "Anna Sample", "Nils Sample", "Kofi Sample"):
        open_request(page, name)
        yield
    page.get_by_label("For colleagues").evaluate("(field) => { field.required = false; }")
    page.get_by_role("button", name="Add note").click()
    page.get_by_role("alert").wait_for()
    yield
    page.get_by_label("Message, in").fill("See you at ten.")
    page.get_by_role("button", name="Preview").click()
    page.get_by_role("heading", name="This is what they will see").wait_for()
    yield
    page.get_by_role("button", name="Throw away").click()
    page.get_by_role("link", name="What they saw").click()
    page.wait_for_url("**/screen")
    yield
    page.get_by_label("Find a request").fill("Ida Sample")
    page.get_by_role("button", name="Find", exact=True).click()
    page.get_by_role("heading", name="Found 2").wait_for()
    yield
    page.locator(".leads .reference a").first.click()
    page.get_by_role("heading", name="The same person?").wait_for()
    yield
    page.goto("/inbox?tab=unfinished")
    page.locator(".leads .stopped a").first.click()
    page.wait_for_url("**/unfinished/*")
    yield


@pytest.mark.parametrize(
    "look",
    [
        {"color_scheme": "light", "viewport": WIDE},
        {"color_scheme": "dark", "viewport": WIDE},
        {"color_scheme": "light", "viewport": PHONE},
    ],
    ids=["light", "dark", "phone"],
)
def test_no_page_shuts_anybody_out(desk: Demo, windows: Windows, look: dict[str, Any]) -> None:
    """Names, contrast, labels, structure; everything that folds is open."""
    page = signed_in(windows, desk, **look)
    found: list[str] = []
    for path in PLAIN:
        page.goto(path)
        found += grave(page)
    for _ in requests(page):
        found += grave(page)
    confirm = windows.open(**look)
    confirm.goto(desk.link(9002))
    found += grave(confirm)
    assert [] == found


def test_the_check_finds_what_is_wrong(windows: Windows) -> None:
    """Else it would prove nothing."""
    page = windows.open()
    page.set_content(
        "<html lang=en><title>x</title><main><h1>x</h1><input><p style='color:#ccc'>pale</p></main></html>"
    )
    assert ["color-contrast", "label"] == sorted({words.split()[1] for words in grave(page)})


@pytest.mark.parametrize("path", ["/inbox?tab=all", "/report", "/health", "/staff", "/audit", "/account"])
def test_nothing_is_wider_than_a_phone(desk: Demo, windows: Windows, path: str) -> None:
    """No page has to be pushed sideways at 390 pixels."""
    page = signed_in(windows, desk, viewport=PHONE)
    page.goto(path)
    page.evaluate(UNFOLD)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_without_scripts_everything_works(desk: Demo, windows: Windows) -> None:
    """Filter, search, claim, note, message; what a script would add is not missed."""
    page = signed_in(windows, desk, java_script_enabled=False)
    page.locator("[name=clinic]").select_option(label="Sedona")
    press(page, "Show")
    assert {"Sedona"} == set(page.locator(".leads .clinic").all_inner_texts()) - {"CLINIC", "Clinic"}
    open_request(page, "Theo Sample")
    press(page, "Claim")
    expect(page.get_by_role("status").filter(has_text="This request is yours.")).to_be_visible()
    page.get_by_label("For colleagues").fill("Written without scripts.")
    press(page, "Add note")
    expect(page.locator("#past")).to_contain_text("Written without scripts.")
    page.get_by_label("Message, in English").fill("Would ten suit you?")
    press(page, "Preview")
    press(page, "Send to the patient")
    expect(page.locator("#past")).to_contain_text("Would ten suit you?")
    page.get_by_text("Close…").click()
    page.get_by_label("Reason").locator("visible=true").select_option("no_answer")
    press(page, "Close")
    expect(page.locator("h1")).to_contain_text("Closed")
    page.get_by_role("link", name="Keyboard shortcuts").click()
    expect(page.get_by_role("heading", name="Keyboard shortcuts")).to_be_visible()


def stands_on(page: Page) -> str:
    """What has the focus, in words; fails where a reader would not see that it has."""
    seen: dict[str, Any] = page.evaluate(_FOCUS)
    assert seen["outlined"], f"no mark of the focus on {seen['words']}"
    assert seen["inside"], f"{seen['words']} has the focus and is out of sight"
    return str(seen["words"])


_FOCUS = """() => {
  const at = document.activeElement;
  if (at === document.body) return {words: "", outlined: true, inside: true};
  const around = [at, at.closest(".lead") || at].map((one) => getComputedStyle(one));
  const outlined = around.some((style) => parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== "none");
  const box = at.getBoundingClientRect();
  const inside = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
  const words = at.labels?.[0]?.innerText || at.getAttribute("aria-label") || at.innerText || at.name || at.tagName;
  return {words: words.trim().split("\\n")[0], outlined, inside};
}"""


def tab_to(page: Page, words: str, most: int = 60) -> list[str]:
    """Press Tab until this has the focus; gives what had it on the way."""
    way: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        way.append(stands_on(page))
        if way[-1].startswith(words):
            return way
    raise AssertionError(f"{words} cannot be reached: {way}")


def test_by_keyboard_alone(desk: Demo, windows: Windows) -> None:
    """Tab goes in the order of reading, the focus is seen everywhere; forms and shortcuts need no mouse."""
    page = signed_in(windows, desk)
    assert ["Skip to the content"] == tab_to(page, "Skip to the content")
    way = tab_to(page, "New")
    places = ["Inbox", "Report", "Health", "Staff", "Audit", "Account"]
    in_order = [*places, "Sign out", "Find", "New"]
    assert in_order == [words for words in way if words in in_order]
    page.keyboard.press("/")
    assert "Find a request by reference, phone, e-mail or full name" == stands_on(page)
    page.keyboard.type("Hank Sample")
    page.keyboard.press("Enter")
    page.wait_for_url("**/leads/*")
    tab_to(page, "Skip to the content")
    page.keyboard.press("Enter")
    tab_to(page, "Claim")
    page.keyboard.press("Enter")
    page.wait_for_url("**?done=claim")
    tab_to(page, "For colleagues")
    page.keyboard.type("By keys alone.")
    tab_to(page, "Add note")
    page.keyboard.press("Enter")
    expect(page.locator("#past")).to_contain_text("By keys alone.")
    tab_to(page, "Not a fit")
    page.keyboard.press("Enter")
    tab_to(page, "Reason")
    page.keyboard.type("Other")
    tab_to(page, "Note")
    page.keyboard.type("Looking for couples counseling.")
    tab_to(page, "Not a fit")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Not a fit")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("i")
    page.wait_for_url("**/inbox")
    page.keyboard.press("j")
    assert stands_on(page).startswith("BT-")
    page.keyboard.press("o")
    page.wait_for_url("**/leads/*")
