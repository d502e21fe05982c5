"""The outbox: what is to be sent, in order per chat, kept until Telegram took it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, func, select, update

from storage.outbox_shown import DELIVERED, Shown, shown_messages
from storage.store import Books, new_uid
from storage.tables import OUTBOX

PENDING, PARKED = "pending", "parked"
_LEASING = 0x0B0F
PER_CHAT = 5
"""Rows of one chat in one lease: few enough to be sent, even slowly, before the lease ends."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to send, edit, freeze or delete. `ask` names the message that an edit or freeze means."""

    id: int
    uid: str
    chat_id: int
    ask: str
    mode: str
    urgent: bool
    subject: str
    body: dict[str, Any]
    attempts: int
    target: int | None = None
    """The Telegram message that `ask` names, where it was delivered; of several that make up one text, the last."""
    parts: tuple[int, ...] = ()
    """The messages that hold what comes before it, where the text was too long for one."""
    answers: int | None = None
    """The Telegram message that this one is a reply to."""


def put(
    books: Books,
    chat_id: int,
    mode: str,
    body: dict[str, Any],
    now: int,
    *,
    ask: str = "",
    urgent: bool = False,
    subject: str = "",
    leased_until: int = 0,
    remove_at: int | None = None,
) -> str:
    """Put a message into the outbox; gives its uid. At `remove_at` it is to be gone from the chat again."""
    uid = new_uid()
    books.pending.add(
        OUTBOX,
        uid=uid,
        chat_id=chat_id,
        ask=ask,
        mode=mode,
        urgent=urgent,
        subject=subject,
        body_sealed=books.seal(body, f"outbox|body|{uid}"),
        status=PENDING,
        attempts=0,
        due_at=now,
        leased_until=leased_until,
        error="",
        created_at=now,
        remove_at=remove_at,
    )
    return uid


def lease(books: Books, now: int, until: int, limit: int = 200) -> list[Outgoing]:
    """Take what is due, leased to the caller until `until`: in order, and of each chat only an unbroken head.

    A chat whose oldest waiting row is not due or leased elsewhere is left alone, so its order holds. One sender leases
    at a time, for what one has taken the next must see; who comes in between gets nothing and asks again.
    """
    if not books.lead_by(_LEASING):
        return []
    o = OUTBOX.c
    place = func.row_number().over(partition_by=o.chat_id, order_by=(o.urgent.desc(), o.id)).label("place")
    heads = select(o.id, o.chat_id, o.due_at, o.leased_until, o.urgent, place).where(o.status == PENDING).subquery()
    h = heads.c
    held = select(h.chat_id).where((h.leased_until > now) | ((h.place == 1) & (h.due_at > now)))
    query = (
        select(h.id, h.chat_id, h.due_at)
        .where(h.place <= PER_CHAT, h.chat_id.not_in(held))
        .order_by(h.urgent.desc(), h.id)
        .limit(limit)
    )
    blocked: set[int] = set()
    taken: list[int] = []
    for row_id, chat_id, due_at in books.connection.execute(query):
        if due_at > now:
            blocked.add(chat_id)
        if chat_id not in blocked:
            taken.append(row_id)
    if not taken:
        return []
    books.connection.execute(update(OUTBOX).where(o.id.in_(taken)).values(leased_until=until))
    return read(books, taken)


def read(books: Books, ids: Sequence[int]) -> list[Outgoing]:
    """These rows, in order of id, with the message each edit or freeze means."""
    o = OUTBOX.c
    found = books.connection.execute(
        select(o.id, o.uid, o.chat_id, o.ask, o.mode, o.urgent, o.subject, o.body_sealed, o.attempts)
        .where(o.id.in_(ids))
        .order_by(o.id)
    ).all()
    edits = [(row.chat_id, row.ask) for row in found if row.ask and row.mode != "send"]
    bodies = {row.id: books.open(row.body_sealed, f"outbox|body|{row.uid}") for row in found}
    replies = [(row.chat_id, bodies[row.id]["reply_to"]) for row in found if bodies[row.id].get("reply_to")]
    shown = shown_messages(books, edits + replies)
    return [_outgoing(row, bodies[row.id], shown) for row in found]


def _outgoing(row: Any, body: dict[str, Any], shown: dict[tuple[int, str], Shown]) -> Outgoing:
    meant = shown.get((row.chat_id, row.ask)) if row.ask and row.mode != "send" else None
    answered = shown.get((row.chat_id, body.get("reply_to") or ""))
    return Outgoing(
        row.id, row.uid, row.chat_id, row.ask, row.mode, row.urgent, row.subject, body, row.attempts,
        meant.message if meant else None, meant.parts if meant else (), answered.message if answered else None,
    )  # fmt: skip


def delivered(books: Books, done: Sequence[tuple[int, int | None]], now: int) -> None:
    """Mark rows as taken by Telegram: pairs of row id and message id."""
    if done:
        statement = (
            update(OUTBOX)
            .where(OUTBOX.c.id == bindparam("row"))
            .values(status=DELIVERED, message_id=bindparam("message"), delivered_at=now, leased_until=0, error="")
        )
        books.connection.execute(statement, [{"row": row, "message": message} for row, message in done])


def put_off(books: Books, row_id: int, due_at: int, error: str) -> None:
    """Try again at `due_at`."""
    values = {"due_at": due_at, "leased_until": 0, "error": error, "attempts": OUTBOX.c.attempts + int(bool(error))}
    books.connection.execute(update(OUTBOX).where(OUTBOX.c.id == row_id).values(**values))


def park(books: Books, row_id: int, error: str) -> None:
    """Give up on a row: Telegram will never take it."""
    values = {"status": PARKED, "leased_until": 0, "error": error}
    books.connection.execute(update(OUTBOX).where(OUTBOX.c.id == row_id).values(**values))


def release_all(books: Books) -> int:
    """Free every lease: right only where this process is the only sender, at its start. Gives how many."""
    statement = update(OUTBOX).where(OUTBOX.c.status == PENDING, OUTBOX.c.leased_until > 0).values(leased_until=0)
    return books.connection.execute(statement).rowcount


def delivered_message(books: Books, chat_id: int, ask: str) -> int | None:
    """The Telegram id of the message called `ask` in this chat, where it was delivered."""
    shown = shown_messages(books, [(chat_id, ask)]).get((chat_id, ask))
    return shown.message if shown else None


def mark_sent_directly(books: Books, chat_id: int, ask: str, message_id: int | None, now: int) -> None:
    """Mark a message that another way than the outbox delivered."""
    values = {"status": DELIVERED, "message_id": message_id, "delivered_at": now, "leased_until": 0}
    o = OUTBOX.c
    books.connection.execute(
        update(OUTBOX).where(o.chat_id == chat_id, o.ask == ask, o.status == PENDING).values(**values)
    )
