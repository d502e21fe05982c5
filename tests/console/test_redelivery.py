"""Trying again what other systems did not take: a button on the page of delivery health."""

from collections.abc import Callable

import pytest
from console_desk import DANA, RHEA, ConsoleDesk, Visitor

from storage import deliveries


@pytest.fixture
def given_up(console_desk: ConsoleDesk) -> ConsoleDesk:
    """Two deliveries to crm and one to hub that nobody took."""
    now = console_desk.desk.now_ms()
    with console_desk.store.transaction() as books:
        for target in ("crm", "crm", "hub"):
            deliveries.put(
                books, channel="webhook", target=target, event="lead.created", lead_uid="u", body={"json": "{}"}, now=now
            )  # fmt: skip
        books.flush()
        for row in (1, 2, 3):
            deliveries.bury(books, row, "HTTP 500")
    return console_desk


def states(desk: ConsoleDesk) -> list[tuple[str, str]]:
    return [(row["target"], row["status"]) for row in desk.rows("select target, status from delivery order by id")]


def test_a_target_is_tried_again(given_up: ConsoleDesk, dana: Visitor) -> None:
    """Everything of it and nothing else; the audit log says who did."""
    dana.get("/health")
    assert 2 == dana.page.text.count('action="/health/redeliver"')

    assert ("/health", 303) == (dana.submit("/health/redeliver").headers["location"], dana.page.status_code)

    assert [("crm", "pending"), ("crm", "pending"), ("hub", "dead")] == states(given_up)
    (row,) = given_up.audit("deliveries_retried")
    assert (str(DANA), "console", "crm", "2 deliveries") == (
        row["actor"], row["surface"], row["subject"], row["detail"],
    )  # fmt: skip
    dana.get("/health")
    assert 1 == dana.page.text.count('action="/health/redeliver"')


def test_a_foreign_form_tries_nothing(given_up: ConsoleDesk, dana: Visitor) -> None:
    """Nor one without its token, nor one without a target."""
    dana.get("/health")
    fields = dana.hidden("/health/redeliver")

    assert 403 == dana.post("/health/redeliver", headers={"Sec-Fetch-Site": "cross-site"}, **fields).status_code
    assert 403 == dana.post("/health/redeliver", **fields | {"form_token": "x"}).status_code
    assert 303 == dana.post("/health/redeliver", **fields | {"target": ""}).status_code
    assert {"dead"} == {status for _, status in states(given_up)}


def test_readers_try_nothing(given_up: ConsoleDesk, new_visitor: Callable[[], Visitor]) -> None:
    """It is for those who work requests."""
    rhea = new_visitor().sign_in(RHEA)
    rhea.get("/inbox")
    token = rhea.hidden("/sign-out")["form_token"]

    assert 403 == rhea.post("/health/redeliver", target="crm", form_token=token).status_code
    assert {"dead"} == {status for _, status in states(given_up)}
