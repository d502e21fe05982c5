"""Delivery health: what nobody looked at, took on or got; red where somebody must act, and a dot on every page then."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from console_desk import DANA, GROUP, OMAR, RHEA, SAM, ConsoleDesk, Visitor

from storage import alerts, deliveries, outbox, received
from storage.store import Books


def _sign(page: Visitor, code: str) -> tuple[str, str]:
    """How the page judges one sign, and all it says about it."""
    section = page.page.text.partition(f'id="sign-{code}"')[2].partition("</section>")[0]
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", section)).split())
    found = re.search(r"Needs somebody|To know|Well", words)
    assert found, words
    return found[0], words


def _dot(page: Visitor) -> bool:
    return 'class="alarm"' in page.page.text


def _book(desk: ConsoleDesk, do: Callable[[Books, int], object]) -> None:
    with desk.store.transaction() as books:
        do(books, desk.desk.now_ms())


def test_a_desk_where_all_is_well(dana: Visitor) -> None:
    dana.get("/health")
    assert ["Well"] * 8 == re.findall(r'badge is-\w+">([^<]+)</span>\s*</div>', dana.page.text)
    assert "Nothing needs anybody." in dana.page.text
    assert not _dot(dana)


def test_a_request_nobody_opened_is_red_until_somebody_does(
    dana: Visitor, new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk
) -> None:
    """After fifteen minutes; one look of anybody, on either surface, is enough."""
    uid = console_desk.lead("BT-UNSEEN")
    console_desk.clock.forward(minutes=14)
    assert "Well" == (dana.get("/health") and _sign(dana, "unseen")[0])
    console_desk.clock.forward(minutes=1)
    assert "Needs somebody" == (dana.get("/health") and _sign(dana, "unseen")[0])
    assert f'<a href="/leads/{uid}">BT-UNSEEN</a>' in dana.page.text
    new_visitor().sign_in(RHEA).get(f"/leads/{uid}")
    assert "Well" == (dana.get("/health") and _sign(dana, "unseen")[0])


def test_the_dot_is_on_every_page_of_those_who_can_act(
    dana: Visitor, new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk
) -> None:
    """It comes and goes within seconds."""
    rhea = new_visitor().sign_in(RHEA)
    uid = console_desk.lead()
    assert not (dana.get("/inbox") and _dot(dana))
    console_desk.clock.forward(minutes=16)
    assert (dana.get("/inbox") and _dot(dana)) is True
    assert (dana.get("/account") and _dot(dana)) is True
    assert not (rhea.get("/inbox") and _dot(rhea))
    dana.get(f"/leads/{uid}")
    console_desk.clock.forward(seconds=21)
    with console_desk.store.transaction() as books:
        books.connection.exec_driver_sql(
            "insert into outbox (uid, chat_id, ask, mode, urgent, subject, body_sealed, status, attempts, due_at, leased_until,"
            " error, created_at) values ('c', ?, ?, 'send', 0, ?, x'00', 'delivered', 1, 0, 0, '', 0)",
            (GROUP, f"card:{uid}", uid),
        )
    assert not (dana.get("/inbox") and _dot(dana))


def test_an_alert_nobody_took_on_is_red(dana: Visitor, console_desk: ConsoleDesk) -> None:
    _book(console_desk, lambda books, now: alerts.raise_alert(books, 101, alerts.CRISIS, "", now))
    console_desk.clock.forward(minutes=7)
    judged, words = dana.get("/health") and _sign(dana, "alerts")
    assert ("Needs somebody", True) == (judged, "Words of crisis 1 7 min" in words)
    [uid] = [row["uid"] for row in console_desk.rows("select uid from alert")]
    _book(console_desk, lambda books, now: alerts.take_on(books, uid, DANA, now))
    assert "Well" == (dana.get("/health") and _sign(dana, "alerts")[0])


def test_messages_are_told_by_kind_and_error_never_by_their_words(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """Waiting too long, or refused."""

    def put(books: Books, now: int) -> None:
        for ask in ("card:a", "card:b", "record:c", "q1"):
            outbox.put(books, GROUP if "card" in ask else 101, "send", {"text": "Wanderflower"}, now, ask=ask)
        books.flush()
        first = books.connection.exec_driver_sql("select min(id) from outbox").scalar_one()
        outbox.park(books, first, "BadRequest")

    _book(console_desk, put)
    console_desk.clock.forward(minutes=6)
    judged, words = dana.get("/health") and _sign(dana, "messages")
    assert "Needs somebody" == judged
    for row in (
        "Cards in the staff group refused BadRequest 1 6 min",
        "Cards in the staff group waiting not tried yet 1 6 min",
        "Records to staff waiting not tried yet 1 6 min",
        "Questions and answers waiting not tried yet 1 6 min",
    ):
        assert row in words
    assert "Wanderflower" not in dana.page.text


def test_a_group_that_refuses_the_bot_is_red_until_something_arrives(dana: Visitor, console_desk: ConsoleDesk) -> None:
    def refuse(books: Books, now: int) -> None:
        outbox.put(books, GROUP, "send", {}, now, ask="card:a")
        books.flush()
        outbox.park(books, 1, "Forbidden")

    def arrive(books: Books, now: int) -> None:
        outbox.put(books, GROUP, "send", {}, now, ask="card:b")
        books.flush()
        outbox.delivered(books, [(2, 77)], now)

    _book(console_desk, refuse)
    assert "Needs somebody" == (dana.get("/health") and _sign(dana, "group")[0])
    console_desk.clock.forward(minutes=1)
    _book(console_desk, arrive)
    assert "Well" == (dana.get("/health") and _sign(dana, "group")[0])


def test_a_request_without_a_card_is_red(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """Also where the person is looking at it already."""
    uid = console_desk.lead("BT-NOCARD")
    dana.get(f"/leads/{uid}")
    console_desk.clock.forward(minutes=6)
    assert "BT-NOCARD" in (dana.get("/health") and _sign(dana, "cards")[1])
    _book(console_desk, lambda books, now: outbox.put(books, GROUP, "send", {}, now, ask=f"card:{uid}", subject=uid))
    assert "Well" == (dana.get("/health") and _sign(dana, "cards")[0])


def test_who_gets_no_messages_and_what_could_not_be_read_is_to_know(dana: Visitor, console_desk: ConsoleDesk) -> None:
    uid = console_desk.lead("BT-GONE01")
    console_desk.set(uid, reachable=False, status="contacted", holder_id=OMAR)
    _book(console_desk, lambda books, now: received.park(books, 5, '{"text": "Wanderflower"}', "KeyError", now))
    dana.get("/health")
    assert ("To know", True) == (_sign(dana, "unreachable")[0], "BT-GONE01" in _sign(dana, "unreachable")[1])
    assert ("To know", True) == (_sign(dana, "updates")[0], "KeyError 1" in _sign(dana, "updates")[1])
    assert "Wanderflower" not in dana.page.text
    assert "Nothing needs anybody." in dana.page.text


def test_other_systems_that_took_nothing_are_told_by_target(dana: Visitor, console_desk: ConsoleDesk) -> None:
    def give_up(books: Books, now: int) -> None:
        deliveries.put(
            books, channel="webhook", target="crm", event="lead.created", lead_uid="u", body={"name": "Wanderflower"}, now=now
        )  # fmt: skip
        books.flush()
        deliveries.bury(books, 1, "HTTP 500")

    _book(console_desk, give_up)
    judged, words = dana.get("/health") and _sign(dana, "elsewhere")
    assert ("Needs somebody", True) == (judged, "crm webhook given up HTTP 500 1" in words)
    assert "Wanderflower" not in dana.page.text


def test_a_coordinator_sees_their_own_clinics_only(
    new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk
) -> None:
    console_desk.lead("BT-VEGAS1", location="las_vegas")
    console_desk.lead("BT-SEDONA", location="sedona")
    console_desk.clock.forward(minutes=20)
    sam = new_visitor().sign_in(SAM)
    page = sam.get("/health").text
    assert ("BT-SEDONA" in page, "BT-VEGAS1" in page) == (True, False)


@pytest.mark.parametrize(("who", "status"), [(DANA, 200), (OMAR, 200), (SAM, 200), (RHEA, 403)])
def test_it_is_for_those_who_work_requests(new_visitor: Callable[[], Visitor], who: int, status: int) -> None:
    browser = new_visitor().sign_in(who)
    assert status == browser.get("/health").status_code
    assert (status == 200) is ('href="/health"' in browser.get("/inbox").text)
