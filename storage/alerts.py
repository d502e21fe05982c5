"""Alerts: something that a person must see at once, and who saw it."""

from dataclasses import dataclass

from sqlalchemy import delete, func, select, update

from storage.store import Books, new_uid
from storage.tables import ALERT

CRISIS, PERSON = "crisis", "person"


@dataclass(frozen=True, slots=True)
class AlertRow:
    """An alert as raised, and by whom it was taken on."""

    uid: str
    chat_id: int
    kind: str
    lead_uid: str
    raised_at: int
    seen_by: int | None
    seen_at: int | None


def raise_alert(books: Books, chat_id: int, kind: str, lead_uid: str, now: int) -> str:
    """Raise an alert; gives its uid."""
    uid = new_uid()
    books.pending.add(ALERT, uid=uid, chat_id=chat_id, kind=kind, lead_uid=lead_uid, raised_at=now, escalations=0)
    return uid


def by_uid(books: Books, uid: str) -> AlertRow | None:
    """The alert with this uid."""
    books.flush()
    a = ALERT.c
    query = select(a.uid, a.chat_id, a.kind, a.lead_uid, a.raised_at, a.seen_by, a.seen_at).where(a.uid == uid)
    row = books.connection.execute(query).one_or_none()
    return AlertRow(*row) if row else None


def take_on(books: Books, uid: str, staff_id: int, now: int) -> bool:
    """Note who takes an alert on: compare-and-set; True for the first."""
    statement = update(ALERT).where(ALERT.c.uid == uid, ALERT.c.seen_by.is_(None)).values(seen_by=staff_id, seen_at=now)
    return books.connection.execute(statement).rowcount == 1


def unseen(books: Books, chat_id: int, kind: str) -> AlertRow | None:
    """The newest alert of this kind and chat that nobody took on yet."""
    books.flush()
    a = ALERT.c
    query = (
        select(a.uid, a.chat_id, a.kind, a.lead_uid, a.raised_at, a.seen_by, a.seen_at)
        .where(a.chat_id == chat_id, a.kind == kind, a.seen_by.is_(None))
        .order_by(a.id.desc())
        .limit(1)
    )
    row = books.connection.execute(query).one_or_none()
    return AlertRow(*row) if row else None


def overdue(books: Books, kind: str, before: int, most: int) -> list[AlertRow]:
    """Alerts of this kind nobody took on, last brought up before then, and escalated fewer than `most` times."""
    a = ALERT.c
    query = (
        select(a.uid, a.chat_id, a.kind, a.lead_uid, a.raised_at, a.seen_by, a.seen_at)
        .where(
            a.kind == kind,
            a.seen_by.is_(None),
            a.escalations < most,
            func.coalesce(a.escalated_at, a.raised_at) < before,
        )
        .order_by(a.id)
    )
    return [AlertRow(*row) for row in books.connection.execute(query)]


def escalated(books: Books, uid: str, now: int) -> None:
    """Note that an alert was brought up again."""
    changes = {"escalations": ALERT.c.escalations + 1, "escalated_at": now}
    books.connection.execute(update(ALERT).where(ALERT.c.uid == uid).values(**changes))


def of_chat(books: Books, chat_id: int) -> list[str]:
    """The uids of this chat's alerts."""
    return list(books.connection.execute(select(ALERT.c.uid).where(ALERT.c.chat_id == chat_id)).scalars())


def all_of_chat(books: Books, chat_id: int) -> list[AlertRow]:
    """This chat's alerts, oldest first."""
    books.flush()
    a = ALERT.c
    query = select(a.uid, a.chat_id, a.kind, a.lead_uid, a.raised_at, a.seen_by, a.seen_at).where(a.chat_id == chat_id)
    return [AlertRow(*row) for row in books.connection.execute(query.order_by(a.id))]


def forget_alerts(books: Books, chat_id: int) -> None:
    """Delete the alerts of this chat."""
    books.connection.execute(delete(ALERT).where(ALERT.c.chat_id == chat_id))
