"""What was sent to a chat, in order: messages, edits, buttons taken away."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, func, or_, select

from storage.outbox_shown import DELIVERED
from storage.store import Books
from storage.tables import CONVERSATION, LEAD, OUTBOX


@dataclass(frozen=True, slots=True)
class SentRow:
    """One row that went out or is to: `mode` is send, edit, freeze or delete.

    `put_at` is when it was decided, `at` when Telegram took it, if it did.
    """

    uid: str
    ask: str
    mode: str
    body: dict[str, Any]
    delivered: bool
    error: str
    put_at: int
    at: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part of a chat that is about one lead: behind `begin`, and up to `end` where the chat went on to another."""

    begin: int
    end: int | None


def stretch_of(books: Books, lead_uid: str, chat_id: int, reference: str, submitted_at: int) -> Stretch:
    """Which part of the chat belongs to this lead."""
    earlier = select(func.max(LEAD.c.submitted_at)).where(LEAD.c.chat_id == chat_id, LEAD.c.submitted_at < submitted_at)
    begin = books.connection.execute(earlier.where(LEAD.c.uid != lead_uid)).scalar()
    now = books.connection.execute(select(CONVERSATION.c.reference).where(CONVERSATION.c.chat_id == chat_id)).scalar()
    return Stretch(begin or 0, None if now == reference else submitted_at)


def sent_rows(books: Books, chat_id: int, stretch: Stretch, subject: str) -> list[SentRow]:
    """What was sent in this stretch of the chat, and whatever was sent about `subject` later, oldest first."""
    books.flush()
    o = OUTBOX.c
    within = o.created_at > stretch.begin
    if stretch.end is not None:
        within = or_(and_(within, o.created_at <= stretch.end), o.subject == subject)
    query = (
        select(o.uid, o.ask, o.mode, o.body_sealed, o.status, o.error, o.created_at, o.delivered_at)
        .where(o.chat_id == chat_id, within)
        .order_by(o.id)
    )
    return [
        SentRow(
            row.uid, row.ask, row.mode, books.open(row.body_sealed, f"outbox|body|{row.uid}"),
            row.status == DELIVERED, row.error, row.created_at, row.delivered_at or row.created_at,
        )
        for row in books.connection.execute(query)
    ]  # fmt: skip
