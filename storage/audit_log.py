"""Reading the audit log: newest first, by what is asked for; and following its chain from the first row to the last."""

import time
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from storage.audit import GENESIS, follows
from storage.store import Books, Store
from storage.tables import AUDIT, LEAD

_A = AUDIT.c
AT_ONCE = 2_000
"""Rows followed in one transaction; between two of them others get their turn."""
_PAUSE_SECONDS = 0.002


@dataclass(frozen=True, slots=True)
class AuditRow:
    """Who did what, where, to what."""

    id: int
    at: int
    actor: str
    surface: str
    act: str
    subject: str
    detail: str


@dataclass(frozen=True, slots=True)
class Sought:
    """Which rows are asked for; empty means any. `subjects` are other names of the same thing."""

    actor: str = ""
    act: str = ""
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Followed:
    """How the chain stands: so many rows hold, up to the one with the hash `head`; `broken_at` does not.

    `head_found` says whether the hash that was asked for is in the chain.
    """

    rows: int
    head: str
    broken_at: int | None = None
    head_found: bool = True


def rows(books: Books, sought: Sought, limit: int, before: int | None = None) -> list[AuditRow]:
    """Rows with an id below `before`, newest first."""
    query: Select[Any] = select(_A.id, _A.at, _A.actor, _A.surface, _A.act, _A.subject, _A.detail)
    if sought.actor:
        query = query.where(_A.actor == sought.actor)
    if sought.act:
        query = query.where(_A.act == sought.act)
    if sought.subjects:
        query = query.where(_A.subject.in_(sought.subjects))
    if before is not None:
        query = query.where(_A.id < before)
    found = books.connection.execute(query.order_by(_A.id.desc()).limit(limit))
    return [AuditRow(*row) for row in found]


def references(books: Books, subjects: Collection[str]) -> dict[str, str]:
    """The references of those of these subjects that are leads."""
    if not subjects:
        return {}
    found = books.connection.execute(select(LEAD.c.uid, LEAD.c.reference).where(LEAD.c.uid.in_(subjects)))
    return {row.uid: row.reference for row in found}


def follow(store: Store, expected_head: str = "") -> Followed:
    """Follow the whole chain, a few rows at a time, so that neither memory nor a lock grows with it.

    `expected_head` is a hash noted before, or its beginning: where it is not met, rows were cut off the end, or all
    were written anew.

    Raises:
        StorageDown: the database cannot be read.
    """
    previous, last, count, met = GENESIS, 0, 0, not expected_head
    while True:
        with store.reading() as books:
            query = select(AUDIT).where(_A.id > last).order_by(_A.id).limit(AT_ONCE)
            found = books.connection.execute(query).mappings().all()
        for row in found:
            if not follows(previous, row):
                return Followed(count, previous, int(row["id"]), met)
            previous, last, count = row["hash"], row["id"], count + 1
            met = met or previous.startswith(expected_head)
        if len(found) < AT_ONCE:
            return Followed(count, previous, None, met)
        time.sleep(_PAUSE_SECONDS)
