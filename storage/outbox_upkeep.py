"""Upkeep of the outbox: what was sent is found again, and what need not be sent any more is dropped."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, exists, literal_column, select, update

from storage.outbox import PENDING, delivered_message, put
from storage.outbox_shown import DELIVERED, PART_MARK
from storage.store import Books
from storage.tables import LEAD, OUTBOX

_ABOUT_SOMETHING = OUTBOX.c.subject != literal_column("''")
"""Said with a constant, or the index of what is about a lead would not be taken: most rows are about none."""


def recent_messages(books: Books, chat_id: int, since: int) -> list[int]:
    """The ids of messages sent to this chat since then, which Telegram may still let us delete.

    Crisis replies are left out: they hold help numbers and nothing of the person.
    """
    o = OUTBOX.c
    query = select(o.message_id).where(
        o.chat_id == chat_id, o.message_id.is_not(None), o.delivered_at >= since, o.ask.not_like("crisis:%")
    )
    return sorted(books.connection.execute(query).scalars())


def named_by_message(books: Books, chat_id: int, message_id: int) -> str:
    """The `ask` of the message with this id in this chat, or "" where it is none of ours."""
    query = select(OUTBOX.c.ask).where(OUTBOX.c.chat_id == chat_id, OUTBOX.c.message_id == message_id)
    return (books.connection.execute(query.limit(1)).scalar() or "").removesuffix(PART_MARK)


def forget_chat(books: Books, chat_id: int) -> None:
    """Delete everything that was or is to be sent to this chat."""
    books.connection.execute(delete(OUTBOX).where(OUTBOX.c.chat_id == chat_id))


def move_chat(books: Books, old: int, new: int) -> None:
    """A group became a supergroup: what waits for the old id goes to the new one."""
    books.connection.execute(
        update(OUTBOX).where(OUTBOX.c.chat_id == old, OUTBOX.c.status == PENDING).values(chat_id=new, leased_until=0)
    )


def redraw(books: Books, chat_id: int, ask: str, body: dict[str, Any], now: int, *, subject: str = "") -> None:
    """Show `body` under this name: a message that still waits is changed where it stands, one on the screen is edited.

    An older redraw that still waits is dropped, since this one shows more. The edit of a message on the screen does not
    queue behind new messages, which a group gets twenty a minute of.
    """
    drop_waiting_edits(books, chat_id, ask)
    o = OUTBOX.c
    mine = (o.chat_id == chat_id, o.ask == ask, o.mode == "send", o.status == PENDING)
    waiting = books.connection.execute(select(o.id, o.uid).where(*mine).order_by(o.id.desc()).limit(1)).one_or_none()
    if waiting:
        sealed = books.seal(body, f"outbox|body|{waiting.uid}")
        changed = update(OUTBOX).where(o.id == waiting.id, o.status == PENDING, o.leased_until == 0)
        if books.connection.execute(changed.values(body_sealed=sealed)).rowcount:
            return
    shown = waiting is None and delivered_message(books, chat_id, ask) is not None
    put(books, chat_id, "edit", body, now, ask=ask, urgent=shown, subject=subject)


def drop_waiting_edits(books: Books, chat_id: int, ask: str) -> None:
    """Delete redraws of this message that nobody is sending yet."""
    books.flush()
    o = OUTBOX.c
    books.connection.execute(
        delete(OUTBOX).where(
            o.chat_id == chat_id, o.ask == ask, o.mode == "edit", o.status == PENDING, o.leased_until == 0
        )
    )


def latest_body(books: Books, chat_id: int, ask: str) -> dict[str, Any] | None:
    """What was last sent or is to be sent under this name."""
    books.flush()
    o = OUTBOX.c
    query = select(o.uid, o.body_sealed).where(o.chat_id == chat_id, o.ask == ask, o.mode.in_(("send", "edit")))
    row = books.connection.execute(query.order_by(o.id.desc()).limit(1)).one_or_none()
    return books.open(row.body_sealed, f"outbox|body|{row.uid}") if row else None


def rename(books: Books, chat_id: int, ask: str, name: str) -> None:
    """Call by another name what was called `ask` so far, so that the name is free for a new message."""
    books.flush()
    o = OUTBOX.c
    books.connection.execute(update(OUTBOX).where(o.chat_id == chat_id, o.ask == ask).values(ask=name))


def chats_with(books: Books, ask: str, chats: Sequence[int]) -> list[int]:
    """Those of `chats` in which a message of this name stands or waits."""
    books.flush()
    o = OUTBOX.c
    query = select(o.chat_id).where(o.chat_id.in_(chats), o.ask == ask, o.mode == "send").distinct()
    return sorted(books.connection.execute(query).scalars())


def drop_unsent(books: Books, chat_id: int, ask: str) -> bool:
    """Delete a message that nobody has begun to send, and its redraws; False where it may be on the screen."""
    books.flush()
    o = OUTBOX.c
    mine = (o.chat_id == chat_id, o.ask == ask, o.status == PENDING, o.leased_until == 0)
    sends = books.connection.execute(delete(OUTBOX).where(*mine, o.mode == "send")).rowcount
    if sends:
        books.connection.execute(delete(OUTBOX).where(*mine))
    return bool(sends)


def drop_waiting(books: Books, chat_id: int) -> None:
    """Delete what waits for a chat that cannot be reached."""
    books.flush()
    books.connection.execute(delete(OUTBOX).where(OUTBOX.c.chat_id == chat_id, OUTBOX.c.status == PENDING))


def drop_waiting_about(books: Books, chat_id: int, subject: str) -> None:
    """Delete what waits for this chat about this lead and nobody is sending yet."""
    books.flush()
    o = OUTBOX.c
    waiting = (o.chat_id == chat_id, o.subject == subject, o.status == PENDING, o.leased_until == 0)
    books.connection.execute(delete(OUTBOX).where(*waiting))


def leads_without_card(books: Books) -> list[str]:
    """Uids of new leads for which no card was ever put out, oldest first."""
    carded = exists().where(OUTBOX.c.subject == LEAD.c.uid, _ABOUT_SOMETHING, OUTBOX.c.mode == "send")
    query = select(LEAD.c.uid).where(LEAD.c.status == "new", ~carded).order_by(LEAD.c.id)
    return list(books.connection.execute(query).scalars())


def forget_subjects(books: Books, subjects: Sequence[str]) -> None:
    """Delete what was or is to be sent about these leads, in whichever chat."""
    if subjects:
        books.connection.execute(delete(OUTBOX).where(OUTBOX.c.subject.in_(subjects), _ABOUT_SOMETHING))


def messages_about(books: Books, subjects: Sequence[str], since: int) -> list[tuple[int, int]]:
    """Chat and id of every message about these subjects that Telegram may still let us delete, in whichever chat."""
    o = OUTBOX.c
    query = select(o.chat_id, o.message_id).where(
        o.subject.in_(subjects), _ABOUT_SOMETHING, o.message_id.is_not(None), o.delivered_at >= since
    )
    return sorted({(chat, message) for chat, message in books.connection.execute(query)}) if subjects else []


def take_as_sent(books: Books) -> None:
    """Mark everything that waits as sent, without sending it: what sample people were told in a made-up past."""
    books.flush()
    o = OUTBOX.c
    statement = update(OUTBOX).where(o.status == PENDING).values(status=DELIVERED, delivered_at=o.created_at)
    books.connection.execute(statement)
