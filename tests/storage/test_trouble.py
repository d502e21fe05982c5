"""Looking for trouble, on either database: each kind is found, and nothing that is as it should be."""

from typing import Any

import pytest
from sqlalchemy import text

from storage import alerts, audit, outbox, received, trouble
from storage.store import Store
from storage.tables import LEAD

GROUP = -100


@pytest.fixture
def leads(store: Store) -> None:
    """Leads u0 to u3: new, new, contacted and unreachable, closed and unreachable."""
    kinds: list[tuple[str, bool]] = [("new", True), ("new", True), ("contacted", False), ("closed", False)]
    with store.transaction() as books:
        for number, (status, reachable) in enumerate(kinds):
            row: dict[str, Any] = {
                "uid": f"u{number}", "reference": f"BT-{number}", "chat_id": number, "previous": "", "status": status,
                "location": "sedona" if number else "las_vegas", "services": "", "online": False, "urgent": False,
                "may_contact": True, "reachable": reachable, "language": "en", "source": "", "reason": "",
                "merged_into": "", "version": 1, "revision": 1, "name_sealed": b"", "phone_sealed": b"", "email_sealed": b"",
                "name_index": "", "phone_index": "", "email_index": "", "submitted_at": number, "changed_at": number,
            }  # fmt: skip
            books.connection.execute(LEAD.insert().values(**row))


def test_leads_nobody_looked_at(store: Store, leads: None) -> None:
    with store.transaction() as books:
        audit.append(books, actor="9001", surface="console", act="lead_viewed", subject="u0", now=5)
        audit.append(books, actor="9001", surface="console", act="lead_other", subject="u1", now=5)
    with store.reading() as books:
        assert ["u1"] == [lead.uid for lead in trouble.never_looked_at(books, ("lead_viewed",), 10, ())]
        assert [] == trouble.never_looked_at(books, ("lead_viewed",), 0, ())
        assert [] == trouble.never_looked_at(books, ("lead_viewed",), 10, ("las_vegas",))


def test_leads_without_a_card(store: Store, leads: None) -> None:
    with store.transaction() as books:
        outbox.put(books, GROUP, "send", {}, 1, ask="card:u0", subject="u0")
        outbox.put(books, 77, "send", {}, 1, ask="card:u1", subject="u1")
    with store.reading() as books:
        assert ["u1"] == [lead.uid for lead in trouble.without_card(books, [GROUP], -1, 10)]
        assert [] == trouble.without_card(books, [GROUP], 1, 10)


def test_open_leads_of_people_who_get_no_messages(store: Store, leads: None) -> None:
    with store.reading() as books:
        assert ["u2"] == [lead.uid for lead in trouble.unreachable(books, ("new", "contacted"), ())]
        assert [] == trouble.unreachable(books, ("new", "contacted"), ("las_vegas",))


def test_messages_that_wait_or_were_refused(store: Store) -> None:
    with store.transaction() as books:
        for number in range(3):
            outbox.put(books, GROUP, "send", {}, number, ask=f"card:{number}")
        books.flush()
        ids = list(books.connection.execute(text("select id from outbox order by id")).scalars())
        outbox.park(books, ids[0], "BadRequest")
        outbox.delivered(books, [(ids[2], 5)], 9)
    with store.reading() as books:
        found = trouble.stuck_messages(books, 10, 0)
        assert [("card:0", True, "BadRequest"), ("card:1", False, "")] == sorted(
            (m.ask, m.refused, m.error) for m in found
        )
        assert [] == trouble.stuck_messages(books, 0, 5)
        assert [True, False] == [trouble.delivered_since(books, GROUP, since) for since in (1, 2)]


def test_alerts_and_updates_that_lie_there(store: Store) -> None:
    with store.transaction() as books:
        first = alerts.raise_alert(books, 1, "crisis", "", 1)
        alerts.raise_alert(books, 2, "person", "", 2)
        for number in range(3):
            received.park(books, number, "{}", "KeyError" if number else "ValueError", 1)
    with store.transaction() as books:
        assert ["crisis", "person"] == [alert.kind for alert in trouble.open_alerts(books, 5)]
        assert ["crisis"] == [alert.kind for alert in trouble.open_alerts(books, 1)]
        alerts.take_on(books, first, 9001, 3)
        assert ["person"] == [alert.kind for alert in trouble.open_alerts(books, 5)]
        assert {"KeyError": 2, "ValueError": 1} == trouble.parked_updates(books)
