"""How the desk is doing, in a few counts."""

from dataclasses import dataclass

from sqlalchemy import func, select

from storage import leads
from storage.deliveries import DEAD
from storage.store import Books
from storage.tables import ALERT, DELIVERY, OUTBOX, PARKED


@dataclass(frozen=True, slots=True)
class Vitals:
    """Counts; `oldest_seconds` is how long the oldest undelivered message waits."""

    leads: dict[str, int]
    waiting: int
    oldest_seconds: float
    refused: int
    parked: int
    unseen: int
    undelivered: int
    """Deliveries to other systems that were given up."""


def vitals(books: Books, now: int) -> Vitals:
    """The counts at `now` (milliseconds)."""
    waiting, oldest = books.connection.execute(
        select(func.count(), func.min(OUTBOX.c.created_at)).where(OUTBOX.c.status == "pending")
    ).one()
    refused = books.connection.execute(select(func.count()).where(OUTBOX.c.status == "parked")).scalar_one()
    parked = books.connection.execute(select(func.count()).select_from(PARKED)).scalar_one()
    unseen = books.connection.execute(select(func.count()).where(ALERT.c.seen_by.is_(None))).scalar_one()
    undelivered = books.connection.execute(select(func.count()).where(DELIVERY.c.status == DEAD)).scalar_one()
    seconds = (now - oldest) / 1000 if oldest else 0.0
    return Vitals(leads.counts(books), waiting, seconds, refused, parked, unseen, undelivered)
