"""Messages that are to be gone again after a while: found when their time has come, and let go of."""

from dataclasses import dataclass

from sqlalchemy import delete, or_, select, update

from storage.outbox_shown import PART, part_name
from storage.store import Books
from storage.tables import OUTBOX

AT_A_TICK = 200
"""The most that a tick of the clock takes on; the next one takes the rest."""


@dataclass(frozen=True, slots=True)
class Removable:
    """Messages in one chat that are to be deleted together: all that hold one text."""

    chat_id: int
    messages: tuple[int, ...]


def set_removal(books: Books, chat_id: int, ask: str, remove_at: int) -> None:
    """Say when what is called so in this chat is to be gone; what was never to go stays."""
    books.flush()
    o = OUTBOX.c
    mine = (o.chat_id == chat_id, o.ask == ask, o.remove_at.is_not(None))
    books.connection.execute(update(OUTBOX).where(*mine).values(remove_at=remove_at))


def take_due(books: Books, now: int) -> list[Removable]:
    """What is to be gone by now; it is known under its name no more. What was not sent yet will not be."""
    return _take(books, OUTBOX.c.remove_at <= now)


def take_named(books: Books, chat_id: int, ask: str) -> list[Removable]:
    """Everything that stands under this name in this chat, and is to go at some time anyway."""
    books.flush()
    return _take(books, (OUTBOX.c.chat_id == chat_id) & (OUTBOX.c.ask == ask) & OUTBOX.c.remove_at.is_not(None))


def _take(books: Books, wanted: object) -> list[Removable]:
    o = OUTBOX.c
    query = select(o.id, o.uid, o.chat_id, o.ask, o.message_id).where(
        wanted,  # type: ignore[arg-type]  # one of the two conditions above
        or_(o.message_id.is_not(None), o.leased_until == 0),
        o.status != "parked",
    )
    rows = books.connection.execute(query.order_by(o.id).limit(AT_A_TICK)).all()
    found = []
    for row in rows:
        if row.message_id is None:
            books.connection.execute(delete(OUTBOX).where(o.id == row.id))
            continue
        found.append(Removable(row.chat_id, (*_parts(books, row.chat_id, row.ask, row.uid), row.message_id)))
        books.connection.execute(update(OUTBOX).where(o.id == row.id).values(remove_at=None, message_id=None))
    return found


def _parts(books: Books, chat_id: int, ask: str, uid: str) -> list[int]:
    o = OUTBOX.c
    mine = (o.chat_id == chat_id, o.ask == part_name(ask), o.mode == PART, o.uid.startswith(f"{uid}.", autoescape=True))
    messages = list(books.connection.execute(select(o.message_id).where(*mine).order_by(o.id)).scalars())
    books.connection.execute(delete(OUTBOX).where(*mine))
    return messages
