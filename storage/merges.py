"""Merges: which lead was folded into which as a duplicate, and how it stood before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, or_, select, update

from storage.store import Books, new_uid
from storage.tables import LEAD_MERGE


@dataclass(frozen=True, slots=True)
class MergeRow:
    """A merge that stands: `from_uid` is the duplicate, `into_uid` the lead that is worked on."""

    uid: str
    from_uid: str
    into_uid: str
    status_before: str
    holder_before: int | None
    actor_id: int
    at: int


_COLUMNS = [LEAD_MERGE.c[name] for name in MergeRow.__dataclass_fields__]


def record(
    books: Books, from_uid: str, into_uid: str, status_before: str, holder_before: int | None, actor_id: int, now: int
) -> str:
    """Note a merge; gives its uid."""
    uid = new_uid()
    books.connection.execute(
        LEAD_MERGE.insert().values(
            uid=uid,
            from_uid=from_uid,
            into_uid=into_uid,
            status_before=status_before,
            holder_before=holder_before,
            actor_id=actor_id,
            at=now,
        )
    )
    return uid


def by_uid(books: Books, uid: str) -> MergeRow | None:
    """The merge with this uid, while it stands."""
    found = _standing(books, LEAD_MERGE.c.uid == uid)
    return found[0] if found else None


def of_leads(books: Books, lead_uids: Sequence[str]) -> list[MergeRow]:
    """The merges that stand and in which one of these leads takes part, oldest first."""
    return _standing(books, or_(LEAD_MERGE.c.from_uid.in_(lead_uids), LEAD_MERGE.c.into_uid.in_(lead_uids)))


def _standing(books: Books, condition: Any) -> list[MergeRow]:
    query = select(*_COLUMNS).where(condition, LEAD_MERGE.c.undone_at.is_(None)).order_by(LEAD_MERGE.c.id)
    return [MergeRow(*row) for row in books.connection.execute(query)]


def merged_into(books: Books, lead_uid: str) -> list[str]:
    """The leads that were folded into this one, directly or by way of another, oldest first."""
    found: list[str] = []
    todo = [lead_uid]
    while todo:
        into = todo.pop(0)
        new = [row.from_uid for row in _standing(books, LEAD_MERGE.c.into_uid == into) if row.from_uid not in found]
        found += new
        todo += new
    return found


def undo(books: Books, uid: str, now: int) -> bool:
    """Note that a merge was taken back; True for the one who did it."""
    standing = (LEAD_MERGE.c.uid == uid, LEAD_MERGE.c.undone_at.is_(None))
    return books.connection.execute(update(LEAD_MERGE).where(*standing).values(undone_at=now)).rowcount == 1


def partners(books: Books, lead_uids: Sequence[str]) -> set[str]:
    """Other leads that these were ever merged with, also where that was taken back."""
    m = LEAD_MERGE.c
    query = select(m.from_uid, m.into_uid).where(or_(m.from_uid.in_(lead_uids), m.into_uid.in_(lead_uids)))
    return {uid for row in books.connection.execute(query) for uid in row} - set(lead_uids)


def forget_of(books: Books, lead_uids: Sequence[str]) -> None:
    """Delete every merge in which one of these leads took part."""
    m = LEAD_MERGE.c
    books.connection.execute(delete(LEAD_MERGE).where(or_(m.from_uid.in_(lead_uids), m.into_uid.in_(lead_uids))))
