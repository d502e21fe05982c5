"""The desk's side of delivering: what is due is handed out under a lease, and what became of it is written down."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.desk import Desk
from storage import audit, deliveries
from storage.deliveries import Delivery

LEASE_MS = 60_000
"""How long a sender may take over a delivery before another may have it, in milliseconds."""
MOST_ATTEMPTS = 23
"""Tries before a delivery is given up: with the waits between them about two days."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The other system took it."""

    row: int


@dataclass(frozen=True, slots=True)
class Later:
    """Not now: again in `delay_ms`; `hold` where the whole target asked to be left alone that long."""

    row: int
    delay_ms: int
    error: str
    hold: bool = False


@dataclass(frozen=True, slots=True)
class Never:
    """The other system will never take it."""

    row: int
    error: str


Became = Taken | Later | Never


def lease_deliveries(desk: Desk, target: str, limit: int) -> list[Delivery]:
    """What is to be delivered to `target` now."""
    with desk.store.reading() as books:
        if not deliveries.any_due(books, target, desk.now_ms()):
            return []
    with desk.store.transaction() as books:
        now = desk.now_ms()
        return deliveries.lease(books, target, now, now + LEASE_MS, limit=limit, most_attempts=MOST_ATTEMPTS)


def settle_deliveries(desk: Desk, target: str, became: Sequence[Became]) -> None:
    """Write down what became of leased deliveries, in one transaction."""
    with desk.store.transaction() as books:
        now = desk.now_ms()
        for result in became:
            match result:
                case Taken(row):
                    lead_uid, event = deliveries.delivered(books, row, now)
                    # Who was told of whom can be asked for years later: a row for each, as for every export.
                    if lead_uid:
                        audit.append(
                            books, actor="system", surface="relay", act="delivered", subject=lead_uid, now=now,
                            detail=f"{event} to {target}",
                        )  # fmt: skip
                case Later(row, delay_ms, error, hold):
                    deliveries.put_off(books, row, now + delay_ms, error)
                    if hold:
                        deliveries.hold_target(books, target, now + delay_ms)
                case Never(row, error):
                    deliveries.bury(books, row, error)
