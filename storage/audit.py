"""The audit log: append-only rows, each hashed together with the row before it, so that a change or a gap shows."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from storage.store import Books
from storage.tables import AUDIT

GENESIS = "0" * 64
_CHAIN_LOCK = 0x0A0D17
"""One key for the whole chain: two processes must not append behind the same row."""


def append(books: Books, *, actor: str, surface: str, act: str, subject: str, now: int, detail: str = "") -> None:
    """Add a row: who (`actor`), where (`surface`), what (`act`), to what (`subject`); never words of a person.

    It is written at the end of the transaction, so that the lock on the chain is the last that anybody takes: who
    holds it never waits for a lead that another transaction holds.
    """
    row = {"at": now, "actor": actor, "surface": surface, "act": act, "subject": subject, "detail": detail}
    books.at_the_end(lambda: _chain(books, row))


def _chain(books: Books, row: dict[str, object]) -> None:
    books.lock([_CHAIN_LOCK])
    previous = books.connection.execute(select(AUDIT.c.hash).order_by(AUDIT.c.id.desc()).limit(1)).scalar() or GENESIS
    books.connection.execute(AUDIT.insert().values(**row, previous_hash=previous, hash=_hash(previous, row)))


def broken_at(books: Books) -> int | None:
    """The id of the first row whose hash does not follow from the row before it, or None where the chain holds."""
    previous = GENESIS
    for found in books.connection.execute(select(AUDIT).order_by(AUDIT.c.id)).mappings():
        if not follows(previous, found):
            return int(found["id"])
        previous = found["hash"]
    return None


def follows(previous: str, found: Mapping[Any, Any]) -> bool:
    """True where the row `found` is as it was written, right behind the row whose hash is `previous`."""
    row = {name: found[name] for name in ("at", "actor", "surface", "act", "subject", "detail")}
    return bool(found["previous_hash"] == previous and found["hash"] == _hash(previous, row))


def _hash(previous: str, row: dict[str, object]) -> str:
    text = previous + json.dumps(row, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
