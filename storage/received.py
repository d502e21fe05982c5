"""Updates that came in: which were kept before, and which could not be read."""

from sqlalchemy import delete, select

from storage.store import Books, new_uid
from storage.tables import PARKED, RECEIVED


def take_new(books: Books, update_ids: list[int], now: int) -> set[int]:
    """Those of `update_ids` that were never kept; they are noted as kept now.

    By unique key, never by "greater than the last": after a quiet week Telegram's ids start anywhere.
    """
    if books.on_postgres and update_ids:
        books.lock([-1 - update_id for update_id in update_ids])
    known = set(
        books.connection.execute(select(RECEIVED.c.update_id).where(RECEIVED.c.update_id.in_(update_ids))).scalars()
    )
    fresh = set(update_ids) - known
    for update_id in sorted(fresh):
        books.pending.add(RECEIVED, update_id=update_id, at=now)
    return fresh


def park(books: Books, update_id: int, raw: str, error: str, now: int, chat_id: int | None = None) -> None:
    """Put aside an update that cannot be read or carried out, so that it blocks nobody; `error` is a class name."""
    uid = new_uid()
    sealed = books.seal(raw, f"parked|body|{uid}")
    books.pending.add(
        PARKED, uid=uid, update_id=update_id, chat_id=chat_id, error=error[:64], body_sealed=sealed, at=now
    )


def forget_parked_of(books: Books, chat_id: int) -> None:
    """Drop what was put aside of this chat."""
    books.connection.execute(delete(PARKED).where(PARKED.c.chat_id == chat_id))


def forget_parked(books: Books, before: int) -> int:
    """Drop what was put aside before then; gives how many."""
    return books.connection.execute(delete(PARKED).where(PARKED.c.at < before)).rowcount


def forget_received(books: Books, before: int) -> int:
    """Drop ids older than `before`; Telegram re-sends nothing older than a day. Gives how many."""
    return books.connection.execute(delete(RECEIVED).where(RECEIVED.c.at < before)).rowcount
