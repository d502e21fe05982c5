"""Key rotation: every sealed value is sealed anew with the newest key, and every search hash made anew with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, func, or_, select, update

from storage.sealing import SealingError
from storage.store import Books, Store
from storage.tables import (
    ANSWER_HISTORY,
    CONVERSATION,
    DELIVERY,
    DRAFT,
    LEAD,
    LEAD_EVENT,
    LEAD_VERSION,
    OUTBOX,
    PARKED,
    STAFF,
)

AT_ONCE = 500
"""Rows in one transaction: the bot writes in between."""
_KEY_ID = 4
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rotated:
    """How many values were sealed anew, and how many no key at hand opens."""

    sealed: int = 0
    unreadable: int = 0


@dataclass(frozen=True, slots=True)
class Sealed:
    """Where a table keeps sealed values: its columns, its key, and what the row is called in their place."""

    table: Table
    columns: tuple[str, ...]
    key: str
    row: Callable[[Row], str]
    indexed: tuple[str, ...] = ()
    """Columns that have a search hash as well."""


def _uid(row: Row) -> str:
    return str(row["uid"])


PLACES = (
    Sealed(CONVERSATION, ("body",), "chat_id", lambda row: str(row["chat_id"])),
    Sealed(ANSWER_HISTORY, ("body",), "id", _uid),
    Sealed(LEAD, ("name", "phone", "email"), "id", _uid, indexed=("name", "phone", "email")),
    Sealed(LEAD_VERSION, ("body",), "id", lambda row: f"{row['lead_uid']}.{row['number']}"),
    Sealed(LEAD_EVENT, ("body",), "id", _uid),
    Sealed(OUTBOX, ("body",), "id", _uid),
    Sealed(PARKED, ("body",), "id", _uid),
    Sealed(DELIVERY, ("body",), "id", _uid),
    Sealed(DRAFT, ("body",), "id", _uid),
    Sealed(STAFF, ("totp",), "telegram_id", lambda row: str(row["telegram_id"])),
)


def rotate(store: Store) -> Rotated:
    """Seal anew whatever an older key sealed; may be stopped and begun again, and the bot may run meanwhile.

    Raises:
        StorageDown: what was sealed anew before stays so.
    """
    done = Rotated()
    for place in PLACES:
        after: int | None = None
        while True:
            with store.transaction() as books:
                rows = _older(books, place, after)
                for row in rows:
                    found = _seal_anew(books, place, row)
                    done = Rotated(done.sealed + found.sealed, done.unreadable + found.unreadable)
            if not rows:
                break
            after = int(rows[-1][place.key])
    return done


def _older(books: Books, place: Sealed, after: int | None) -> list[Row]:
    """The next rows with a value of an older key, in order of their key."""
    c = place.table.c
    newest = books.sealer.newest
    query = select(place.table).where(
        or_(*(func.substr(c[f"{name}_sealed"], 1, _KEY_ID) != newest for name in place.columns))
    )
    if after is not None:
        query = query.where(c[place.key] > after)
    found = books.connection.execute(query.order_by(c[place.key]).limit(AT_ONCE))
    return [dict(row) for row in found.mappings()]


def _seal_anew(books: Books, place: Sealed, row: Row) -> Rotated:
    changes: dict[str, Any] = {}
    sealed = unreadable = 0
    for name in place.columns:
        old = row[f"{name}_sealed"]
        if old is None or books.sealer.is_newest(old):
            continue
        where = f"{place.table.name}|{name}|{place.row(row)}"
        try:
            value = books.open(old, where)
        except SealingError:
            unreadable += 1
            continue
        sealed += 1
        changes[f"{name}_sealed"] = books.seal(value, where)
        if name in place.indexed:
            changes[f"{name}_index"] = books.sealer.index(value.casefold(), name) if value else ""
    if changes:
        c = place.table.c
        same = [c[name] == row[name] for name in changes if name.endswith("_sealed")]
        books.connection.execute(update(place.table).where(c[place.key] == row[place.key], *same).values(**changes))
    return Rotated(sealed, unreadable)
