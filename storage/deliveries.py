"""Deliveries: what another system is to be told, kept until it took it or is given up as dead."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, delete, exists, func, or_, select, update

from storage.store import Books, new_uid
from storage.tables import DELIVERY

PENDING, DELIVERED, DEAD = "pending", "delivered", "dead"
_LEASING = 0x0DE1
ENDED = "process ended"
"""The error of a delivery whose every try ended with the process that made it."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One thing to deliver; `attempts` counts this one too."""

    id: int
    uid: str
    channel: str
    target: str
    event: str
    lead_uid: str
    body: dict[str, Any]
    attempts: int


@dataclass(frozen=True, slots=True)
class DeliveryState:
    """How a delivery stands, without what it says."""

    uid: str
    channel: str
    target: str
    event: str
    lead_uid: str
    status: str
    attempts: int
    error: str
    due_at: int
    created_at: int


_STATE = tuple(DeliveryState.__dataclass_fields__)


def put(
    books: Books,
    *,
    channel: str,
    target: str,
    event: str,
    lead_uid: str,
    body: dict[str, Any],
    now: int,
    due_at: int = 0,
) -> str:
    """Put a delivery into the table, due now or at `due_at`; gives its uid."""
    uid = new_uid()
    books.pending.add(
        DELIVERY,
        uid=uid,
        channel=channel,
        target=target,
        event=event,
        lead_uid=lead_uid,
        body_sealed=books.seal(body, f"delivery|body|{uid}"),
        status=PENDING,
        attempts=0,
        due_at=max(now, due_at),
        leased_until=0,
        error="",
        created_at=now,
    )
    return uid


def _due(target: str, now: int) -> Select[Any]:
    """What is due for `target`: of each lead only the oldest that waits, so that news of it arrives in order."""
    d, older = DELIVERY.c, DELIVERY.alias()
    waits_behind = exists().where(
        older.c.lead_uid == d.lead_uid, older.c.target == target, older.c.status == PENDING, older.c.id < d.id
    )
    return select(d.id).where(
        d.status == PENDING, d.target == target, d.due_at <= now, d.leased_until <= now, ~waits_behind
    )


def any_due(books: Books, target: str, now: int) -> bool:
    """True where something can be leased for `target`; reading, so that an idle sender never takes the write lock."""
    return books.connection.execute(_due(target, now).limit(1)).first() is not None


def lease(books: Books, target: str, now: int, until: int, *, limit: int, most_attempts: int) -> list[Delivery]:
    """Take what is due for `target`, oldest first, leased until then. The try is counted before it is made.

    A delivery tried `most_attempts` times that is pending still has taken its sender down each time: it is dead.
    """
    if not books.lead_by(_LEASING):
        return []
    d = DELIVERY.c
    ids = list(books.connection.execute(_due(target, now).order_by(d.due_at, d.id).limit(limit)).scalars())
    if not ids:
        return []
    worn = update(DELIVERY).where(d.id.in_(ids), d.attempts >= most_attempts)
    books.connection.execute(worn.values(status=DEAD, leased_until=0, error=ENDED))
    taken = update(DELIVERY).where(d.id.in_(ids), d.status == PENDING)
    books.connection.execute(taken.values(leased_until=until, attempts=d.attempts + 1))
    query = select(d.id, d.uid, d.channel, d.target, d.event, d.lead_uid, d.body_sealed, d.attempts)
    found = books.connection.execute(query.where(d.id.in_(ids), d.status == PENDING).order_by(d.due_at, d.id))
    return [_delivery(books, row) for row in found]


def _delivery(books: Books, row: Any) -> Delivery:
    body = books.open(row.body_sealed, f"delivery|body|{row.uid}")
    return Delivery(row.id, row.uid, row.channel, row.target, row.event, row.lead_uid, body, row.attempts)


def delivered(books: Books, row_id: int, now: int) -> tuple[str, str]:
    """The other system took it: what it said is not kept. Gives the uid of the lead and the event; "" where erased."""
    d = DELIVERY.c
    row = books.connection.execute(select(d.uid, d.lead_uid, d.event).where(d.id == row_id)).one_or_none()
    if row is None:
        return "", ""
    empty = books.seal({}, f"delivery|body|{row.uid}")
    _set(books, row_id, status=DELIVERED, delivered_at=now, error="", body_sealed=empty)
    return row.lead_uid, row.event


def put_off(books: Books, row_id: int, due_at: int, error: str) -> None:
    """Try again at `due_at`."""
    _set(books, row_id, due_at=due_at, error=error)


def bury(books: Books, row_id: int, error: str) -> None:
    """Give a delivery up; it can be put back by hand."""
    _set(books, row_id, status=DEAD, error=error)


def _set(books: Books, row_id: int, **values: Any) -> None:
    statement = update(DELIVERY).where(DELIVERY.c.id == row_id, DELIVERY.c.status == PENDING)
    books.connection.execute(statement.values(leased_until=0, **values))


def hold_target(books: Books, target: str, until: int) -> None:
    """Leave everything for `target` alone until then, as it asked."""
    d = DELIVERY.c
    waiting = update(DELIVERY).where(d.target == target, d.status == PENDING, d.due_at < until, d.leased_until == 0)
    books.connection.execute(waiting.values(due_at=until))


def release_all(books: Books) -> int:
    """Free every lease: right only where this process is the only sender, at its start. Gives how many."""
    statement = update(DELIVERY).where(DELIVERY.c.status == PENDING, DELIVERY.c.leased_until > 0)
    return books.connection.execute(statement.values(leased_until=0)).rowcount


def forget_deliveries_of(books: Books, lead_uids: Collection[str], now: int) -> int:
    """Delete every delivery about these leads; gives until when one of them may still be under way (0: none is)."""
    books.flush()
    d = DELIVERY.c
    mine = d.lead_uid.in_(lead_uids)
    busy = select(func.max(d.leased_until)).where(mine, d.status == PENDING, d.leased_until > now)
    until = books.connection.execute(busy).scalar() or 0
    books.connection.execute(delete(DELIVERY).where(mine))
    return int(until)


def forget_waiting(books: Books, lead_uid: str, *, but_for: Collection[str]) -> None:
    """Delete what waits or lies dead about this lead, for whichever targets but these."""
    books.flush()
    d = DELIVERY.c
    waiting = d.status.in_((PENDING, DEAD))
    books.connection.execute(delete(DELIVERY).where(d.lead_uid == lead_uid, waiting, d.target.not_in(but_for)))


def forget_old(books: Books, *, delivered_before: int, dead_before: int) -> None:
    """Delete what was delivered, or given up, and created before then (milliseconds)."""
    d = DELIVERY.c
    done = and_(d.status == DELIVERED, d.created_at < delivered_before)
    given_up = and_(d.status == DEAD, d.created_at < dead_before)
    books.connection.execute(delete(DELIVERY).where(or_(done, given_up)))


def failing(books: Books, stale_before: int, limit: int) -> list[DeliveryState]:
    """Dead deliveries, those that failed and will be tried again, and those waiting since before then; newest first."""
    d = DELIVERY.c
    late = and_(d.status == PENDING, or_(d.error != "", d.created_at < stale_before))
    query = select(*(d[name] for name in _STATE)).where(or_(d.status == DEAD, late))
    found = books.connection.execute(query.order_by(d.created_at.desc(), d.id.desc()).limit(limit))
    return [DeliveryState(**row._mapping) for row in found]  # noqa: SLF001  # SQLAlchemy's name for a row as a mapping


def counts(books: Books) -> dict[tuple[str, str], int]:
    """How many deliveries wait or are dead, by target and status."""
    d = DELIVERY.c
    query = select(d.target, d.status, func.count()).where(d.status.in_((PENDING, DEAD))).group_by(d.target, d.status)
    return {(target, status): number for target, status, number in books.connection.execute(query)}


def requeue(books: Books, now: int, *, uid: str = "", target: str = "") -> Sequence[str]:
    """Make one delivery, or all dead and failed ones of `target`, due now, as if never tried; gives the uids."""
    d = DELIVERY.c
    wanted = d.uid == uid if uid else and_(d.target == target, or_(d.status == DEAD, d.error != ""))
    query = select(d.uid).where(wanted, d.status.in_((PENDING, DEAD)), d.leased_until <= now)
    uids = list(books.connection.execute(query).scalars())
    again = update(DELIVERY).where(wanted, d.status.in_((PENDING, DEAD)), d.leased_until <= now)
    books.connection.execute(again.values(status=PENDING, attempts=0, due_at=now, leased_until=0, error=""))
    return uids
