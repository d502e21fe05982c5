"""The console of `intake demo` in headless Chromium: a request is worked, raced for, read, taken out and refused.

Every window watches itself: a script that fails, or anything the content policy refuses, fails the test.
"""

import csv
import re
from pathlib import Path
from typing import Any

from browsing import DANA, IN_A_BROWSER, OMAR, PATIENCE_MS, SAM, Demo, Windows, open_request, press, signed_in
from live import PATIENCE, walk
from playwright.sync_api import expect

from sandbox.client import Person

pytestmark = IN_A_BROWSER


def card_shows(member: Person, reference: str, words: str) -> dict[str, Any]:
    """The card in the group, once it says this."""

    def look(group: Person) -> dict[str, Any] | None:
        cards = [m for m in group.messages() if m["text"].startswith(reference) and words in m["text"]]
        return cards[-1] if cards else None

    found: dict[str, Any] = member.in_group().wait_for(look, seconds=PATIENCE)
    return found


def test_the_watch_sees_what_the_policy_refuses(desk: Demo, windows: Windows) -> None:
    """Else an empty list of complaints would prove nothing."""
    page = signed_in(windows, desk)
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: '1'}))")
    page.evaluate("document.body.append(Object.assign(new Image(), {src: 'https://elsewhere.example/x.png'}))")
    page.wait_for_function("document.images.length && document.images[document.images.length - 1].complete")
    refused = {words for words in windows.complaints if words.startswith("policy: ")}
    windows.complaints.clear()
    assert {"policy: script-src-elem inline", "policy: img-src https://elsewhere.example/x.png"} == refused


def test_a_link_is_looked_at_for_free_and_spent_once(desk: Demo, windows: Windows) -> None:
    """Previews and a second window spend nothing; the button does, for whoever presses it first."""
    link = desk.link(DANA)
    messenger = windows.open()
    for _ in range(3):
        assert 200 == messenger.request.get(link).status
    first, second = windows.open(), windows.open()
    for page in (first, second):
        page.goto(link)
    press(first, "Sign in as Dana Diaz")
    first.wait_for_url("**/inbox")
    press(second, "Sign in as Dana Diaz")
    expect(second.get_by_role("heading", name="This link no longer works")).to_be_visible()
    assert not [cookie for cookie in second.context.cookies() if "session" in cookie["name"]]


def test_a_request_goes_from_new_to_scheduled(desk: Demo, windows: Windows) -> None:
    """Claim, note, contacted, scheduled; each is said, stands on the timeline, and the card in the group follows."""
    page = signed_in(windows, desk)
    open_request(page, "Grace Sample")
    reference = page.locator("h1 .mono").inner_text()
    page.goto("/inbox")
    page.get_by_role("link", name=reference).click()
    press(page, "Claim")
    expect(page.get_by_role("status").filter(has_text="This request is yours.")).to_be_visible()
    page.get_by_label("For colleagues").fill("Asked for a call after three.")
    press(page, "Add note")
    expect(page.locator("#past")).to_contain_text("Asked for a call after three.")
    press(page, "Contacted")
    expect(page.locator("h1")).to_contain_text("Contacted")
    press(page, "Scheduled")
    expect(page.locator("h1")).to_contain_text("Scheduled")
    expect(page.locator(".timeline .what")).to_contain_text(["scheduled", "contacted", "noted", "claimed"])
    card_shows(desk.people.staff(DANA), reference, "Scheduled · Dana Diaz")


def test_a_message_reaches_the_patient_and_the_answer_comes_back(desk: Demo, windows: Windows) -> None:
    """What is previewed is what stands on the phone; the answer appears on the open page by itself."""
    alice = desk.people.patient(150)
    alice.start()
    reference = walk(alice)
    page = signed_in(windows, desk)
    open_request(page, reference)
    press(page, "Claim")
    page.get_by_label("Message, in English").fill("May we call at 3?\nDana <3 & all of us")
    press(page, "Preview")
    shown = page.locator(".bubble").inner_text()
    assert not [m for m in alice.messages() if "May we call" in m["text"]]
    press(page, "Send to the patient")
    expect(page.get_by_role("status").filter(has_text="on its way")).to_be_visible()
    got = alice.wait_for("May we call at 3?", seconds=PATIENCE)
    assert _lines(got["text"]) == _lines(shown)
    assert "Bespoke Treatment" in shown
    alice.say("Three is perfect, thank you")
    expect(page.locator("#past")).to_contain_text("Three is perfect, thank you", timeout=PATIENCE_MS)


def test_neither_the_log_nor_an_address_holds_what_was_said(desk: Demo, windows: Windows) -> None:
    """A name, a number, what was searched for, noted, written and answered; nor the secret of the link or session."""
    ben = desk.people.patient(151)
    ben.start()
    reference = walk(ben)
    page = signed_in(windows, desk)
    link = next(address for address in windows.addresses if "/sign-in/" in address)
    for words in ("Wilhelmina Q", "702 365 4487"):
        page.goto("/inbox")
        page.get_by_label("Find a request").fill(words)
        press(page, "Find")
        expect(page).not_to_have_url(re.compile("/inbox"))
    open_request(page, reference)
    press(page, "Claim")
    page.get_by_label("For colleagues").fill("Quillfeather noted")
    press(page, "Add note")
    page.get_by_label("Message, in English").fill("Featherquill written")
    press(page, "Preview")
    press(page, "Send to the patient")
    ben.wait_for("Featherquill written", seconds=PATIENCE)
    ben.say("Inkfeather answered")
    expect(page.locator("#past")).to_contain_text("Inkfeather answered", timeout=PATIENCE_MS)
    (session,) = [cookie["value"] for cookie in page.context.cookies() if "session" in cookie["name"]]
    words = ["Wilhelmina", "3654487", "365-4487", "Zoloft", "Quillfeather", "Featherquill", "Inkfeather", session]
    log, addresses = desk.log.read_text(), "\n".join(windows.addresses)
    assert '"started"' in log
    assert [] == [word for word in words if word in addresses]
    assert [] == [word for word in [*words, link.rpartition("/")[2]] if word in log]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def test_of_two_who_claim_at_once_one_wins(desk: Demo, windows: Windows) -> None:
    """Dana in the console, Omar on the card: the other is told who has it and since when, and the card says so."""
    page = signed_in(windows, desk)
    omar = desk.people.staff(OMAR)
    open_request(page, "Devon Sample")
    reference = page.locator("h1 .mono").inner_text()
    card, told = card_shows(omar, reference, "Waiting since"), len(omar.toasts())
    omar.in_group().tap("Claim", card["message_id"])
    press(page, "Claim")
    page.wait_for_load_state()
    holder = page.locator(".facts strong").inner_text()
    assert holder in {"You", "Omar Ortiz"}
    if holder == "You":
        loser, winner = omar.wait_for(lambda p: p.toasts()[told:], seconds=PATIENCE)[-1]["text"], "Dana Diaz"
    else:
        loser, winner = page.get_by_role("alert").inner_text(), "Omar Ortiz"
    assert re.search(rf"{winner} has had this request since \w+ \d+, \d+:\d\d [AP]M", loser)
    card_shows(omar, reference, f"Claimed · {winner}")


def test_who_claims_on_an_old_page_is_told_who_was_first(desk: Demo, windows: Windows) -> None:
    """A page without scripts still shows the button; pressing it changes nothing."""
    page = signed_in(windows, desk, java_script_enabled=False)
    omar = desk.people.staff(OMAR)
    open_request(page, "Rosa Sample")
    reference = page.locator("h1 .mono").inner_text()
    omar.in_group().tap("Claim", card_shows(omar, reference, "Waiting since")["message_id"])
    card_shows(omar, reference, "Claimed · Omar Ortiz")
    press(page, "Claim")
    expect(page.get_by_role("alert")).to_contain_text("Omar Ortiz has had this request since")
    expect(page.locator(".facts strong")).to_have_text("Omar Ortiz")


def test_the_list_as_it_is_narrowed_is_taken_out(desk: Demo, windows: Windows, tmp_path: Path) -> None:
    """The file holds the requests that the page showed, in that order, and no others."""
    page = signed_in(windows, desk)
    page.goto("/inbox?tab=all")
    page.locator("[name=clinic]").select_option(label="Sedona")
    press(page, "Show")
    shown = page.locator(".leads .reference a").all_inner_texts()
    with page.expect_download() as waiting:
        press(page, "CSV")
    waiting.value.save_as(tmp_path / "list.csv")
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(shown) > 1
    assert shown == [row["reference"] for row in rows]
    assert {"Sedona"} == {row["location"] for row in rows}


def test_who_may_only_read_is_refused_everything_else(desk: Demo, windows: Windows) -> None:
    """No form is there; one that is made by hand changes nothing; pages of others do not open."""
    page = signed_in(windows, desk, SAM)
    expect(page.get_by_role("navigation", name="Front desk").get_by_role("link")).to_have_text(
        ["Inbox", "Report", "Account"]
    )
    open_request(page, "Walt Sample")
    uid = page.url.rpartition("/")[2]
    expect(page.locator("form[method=post]")).to_have_count(2)
    token = page.locator("form.search [name=form_token]").input_value()
    for form, fields in (("move", {"act": "claim"}), ("note", {"text": "x"}), ("message", {"text": "x"})):
        answer = page.request.post(f"/leads/{uid}/{form}", form={"form_token": token, **fields})
        assert 403 == answer.status
    assert 403 == page.request.post("/export", form={"form_token": token, "tab": "all", "form": "csv"}).status
    for path in ("/staff", "/audit", "/health"):
        assert 403 == page.request.get(path).status
    page.reload()
    expect(page.locator("h1")).to_contain_text("New")
    expect(page.locator(".timeline .what")).not_to_contain_text(["noted"])
    page.get_by_label("Find a request").fill("Maria Sample")
    press(page, "Find")
    expect(page.get_by_role("heading", name="Nothing found")).to_be_visible()
