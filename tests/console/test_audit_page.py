"""The audit log on a page: for owners, newest first, narrowed to what is asked for; and whether its chain holds."""

import re
import time
from collections.abc import Callable
from html import unescape

import pytest
from console_desk import OMAR, ConsoleDesk, Visitor

from storage import audit


def _note(desk: ConsoleDesk, count: int, act: str = "lead_viewed", actor: int = OMAR, subject: str = "") -> None:
    with desk.store.transaction() as books:
        for number in range(count):
            now = desk.desk.now_ms() + number
            audit.append(books, actor=str(actor), surface="telegram", act=act, subject=subject or f"s{number}", now=now)


def _cells(page: Visitor, column: str) -> list[str]:
    """One column of the table, top to bottom."""
    found = re.findall(rf'data-label="{column}"[^>]*>(.*?)</td>', page.page.text, re.DOTALL)
    return [unescape(re.sub(r"<[^>]+>", "", cell)).strip() for cell in found]


def _checked(page: Visitor) -> str:
    """The words about the chain, once it was followed."""
    page.get("/audit")
    page.submit("/audit/verify")
    for _ in range(200):
        words = re.sub(r"<[^>]+>", "", page.get("/audit").text.partition('id="chain"')[2].partition("</section>")[0])
        if "Checking" not in words:
            return " ".join(words.split())
        time.sleep(0.05)
    raise AssertionError("it did not come to an end")


def test_newest_first_with_names_and_references(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """A request leads to its page."""
    uid = console_desk.lead("BT-SHOWN1")
    dana.get(f"/leads/{uid}")
    page = dana.get("/audit").text
    assert ["lead viewed", "signed in", "link made"] == _cells(dana, "Did")
    assert ["Dana"] * 3 == _cells(dana, "Who")
    assert ["BT-SHOWN1", "Dana", "Dana"] == _cells(dana, "To")
    assert f'<a href="/leads/{uid}">BT-SHOWN1</a>' in page


def test_it_is_narrowed_by_who_what_and_to_what(dana: Visitor, console_desk: ConsoleDesk) -> None:
    uid = console_desk.lead("BT-FINDME")
    _note(console_desk, 3)
    _note(console_desk, 1, subject=uid)
    _note(console_desk, 2, act="denied", actor=101)
    for query, rows in (
        (f"actor={OMAR}", 4), ("act=denied", 2), ("act=denied&actor=101", 2), (f"act=denied&actor={OMAR}", 0),
        ("subject=bt-findme", 1), (f"subject={uid}", 1), ("subject=s1", 2), ("act=%27%20or%201=1", 0),
    ):  # fmt: skip
        dana.get(f"/audit?{query}")
        assert rows == len(_cells(dana, "Did")), query


def test_pages_follow_one_another(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """Fifty at a time, each row once, whatever is written meanwhile; a number that is none begins at the newest."""
    _note(console_desk, 120, act="made_up")
    seen: list[str] = []
    href = "/audit?act=made_up"
    while href:
        page = dana.get(href).text
        seen += _cells(dana, "To")
        _note(console_desk, 1, act="made_up", subject="later")
        older = re.search(r'rel="next" href="([^"]+)"', page)
        href = unescape(older[1]) if older else ""
    assert [f"s{number}" for number in reversed(range(120))] == seen
    assert 50 == len(dana.get("/audit?act=made_up&before=x") and _cells(dana, "To"))
    assert 50 == len(dana.get("/audit?before=" + "9" * 40) and _cells(dana, "To"))


def test_a_chain_that_holds_is_told_when_asked(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """Never by merely looking at the page; that somebody asked is a row."""
    _note(console_desk, 2_500)
    assert "Not checked since" in dana.get("/audit").text
    words = _checked(dana)
    assert re.search(r"Holds 2,50\d rows", words), words
    assert ["9001"] == [row["actor"] for row in console_desk.audit("audit_checked")]


def test_a_chain_that_was_tampered_with_is_told(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """At which row, and how many before it hold."""
    _note(console_desk, 10)
    with console_desk.store.transaction() as books:
        books.connection.exec_driver_sql("drop trigger audit_no_update")
        books.connection.exec_driver_sql("update audit set actor = '9001' where id = 7")
    assert "Broken Row 7 does not follow" in _checked(dana)
    assert "6 rows before it hold" in _checked(dana)


@pytest.mark.parametrize("who", [OMAR, 9004, 9005])
def test_it_is_for_owners(new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk, who: int) -> None:
    browser = new_visitor().sign_in(who)
    token = browser.get("/inbox") and browser.hidden("/sign-out")["form_token"]
    assert 403 == browser.get("/audit").status_code
    assert 403 == browser.post("/audit/verify", form_token=token).status_code
    assert [] == console_desk.audit("audit_checked")


def test_what_stands_in_a_row_is_text(dana: Visitor, console_desk: ConsoleDesk) -> None:
    _note(console_desk, 1, subject="<script>alert(1)</script>")
    assert "<script>alert" not in dana.get("/audit").text
    dana.get("/audit?act=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&subject=%22onfocus=x")
    assert "<script>alert" not in dana.page.text
    assert '"onfocus' not in dana.page.text
