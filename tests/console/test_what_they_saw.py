"""What the patient saw: a whole intake by the real bot, replayed from what was sent."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import httpx
import pytest
from front_desk import DANA, FrontDesk
from starlette.applications import Starlette
from walks import BY_TAPS, NAME, SHORT, finish

from console.application import console_routes
from desk.patient_screen import Shown, patient_screen_of
from desk.sign_in import make_link
from storage import leads, outbox
from storage.leads import LeadRow
from storage.staff import COORDINATOR, Member


@pytest.fixture
def front(tmp_path: Path) -> Iterator[FrontDesk]:
    """The whole desk, with the people's phones."""
    desk = FrontDesk(tmp_path)
    yield desk
    desk.close()


def lead_of(front: FrontDesk, reference: str) -> LeadRow:
    with front.store.reading() as books:
        found = leads.by_reference(books, reference)
    assert found
    return found


def screen(front: FrontDesk, lead: LeadRow) -> list[Shown]:
    with front.store.transaction() as books:
        return patient_screen_of(front.desk, books, Member(DANA, "Dana", COORDINATOR, (), True), lead)


def words(front: FrontDesk, lead: LeadRow) -> list[str]:
    """The bot's words as they stand on the screen at the end."""
    return [re.sub(r"<[^>]+>", "", unescape(one.last.text)) for one in screen(front, lead) if not one.from_patient]


def test_it_is_what_stands_in_the_chat(front: FrontDesk) -> None:
    """Message by message as on Alice's phone; answered questions show their answer, and how they looked before."""
    alice = front.patient(101)
    lead = lead_of(front, finish(alice, BY_TAPS))
    on_the_phone = [message["text"] for message in alice.messages() if message["from_bot"]]
    assert on_the_phone == words(front, lead)
    location = next(one for one in screen(front, lead) if one.last.text.startswith("Location"))
    assert location.frozen
    assert "Which location" in location.looks[0].text
    assert "Santa Monica" in location.looks[0].buttons
    assert [] == location.last.buttons


def test_what_they_wrote_stands_among_it(front: FrontDesk) -> None:
    """Before the answer to it."""
    alice = front.patient(101)
    lead = lead_of(front, finish(alice, BY_TAPS))
    front.clock.forward(minutes=1)
    alice.say("Is there parking?")
    shown = screen(front, lead)
    assert [True, False] == [one.from_patient for one in shown[-2:]]
    assert "Is there parking?" == shown[-2].last.text


def test_a_message_that_did_not_arrive_says_so(front: FrontDesk) -> None:
    """Waiting, or refused by Telegram."""
    lead = lead_of(front, finish(front.patient(101), SHORT))
    with front.store.transaction() as books:
        outbox.put(books, 101, "send", {"text": "one", "rows": []}, front.desk.now_ms())
        outbox.put(books, 101, "send", {"text": "two", "rows": []}, front.desk.now_ms())
        books.flush()
        last = books.connection.exec_driver_sql("select max(id) from outbox").scalar_one()
        outbox.park(books, last, "Forbidden")
    assert ["not delivered yet", "not delivered: Forbidden"] == [one.trouble for one in screen(front, lead)[-2:]]


def test_another_request_in_the_same_chat_is_not_part_of_it(front: FrontDesk) -> None:
    """Somebody comes back with a request for another clinic: each page shows its own part of the chat."""
    alice = front.patient(101)
    first = lead_of(front, finish(alice, BY_TAPS))
    before = words(front, first)
    front.clock.forward(days=40)
    alice.start()
    alice.tap("A new request")
    front.clock.forward(minutes=1)
    assert before == words(front, first)


def test_the_page_shows_it(front: FrontDesk) -> None:
    """Over HTTP, in plain markup."""
    lead = lead_of(front, finish(front.patient(101), BY_TAPS))
    app = Starlette(routes=console_routes(front.desk, "http://127.0.0.1:8080"))
    with front.store.transaction() as books:
        link = make_link(front.desk, books, DANA)
    page = _visited(app, link, f"/leads/{lead.uid}/screen")
    assert f"Name: {NAME}" in unescape(re.sub(r"<[^>]+>", "", page))
    assert "As it looked before" in page
    assert "[Picture:" in page


def _visited(app: Starlette, link: str, path: str) -> str:
    import anyio

    async def visit() -> str:
        transport = httpx.ASGITransport(app=app)
        headers = {"Sec-Fetch-Site": "same-origin"}
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8080", headers=headers) as http:
            mark = re.search(r'name="mark" value="([^"]+)"', (await http.get(f"/sign-in/{link}")).text)
            assert mark
            await http.post("/sign-in", data={"token": link, "mark": mark[1]})
            return (await http.get(path)).text

    return anyio.run(visit)
