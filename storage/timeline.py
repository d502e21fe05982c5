"""The timeline of a lead: what happened to it, oldest first; words of people are sealed."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from storage.store import Books, new_uid
from storage.tables import LEAD_EVENT


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened: kind, who did it ("patient", "system" or a staff id), what, when."""

    kind: str
    actor: str
    body: Any
    at: int


def note(books: Books, lead_uid: str, kind: str, actor: str, now: int, body: Any = None) -> None:
    """Add to the timeline."""
    uid = new_uid()
    sealed = books.seal(body, f"lead_event|body|{uid}") if body is not None else None
    books.pending.add(LEAD_EVENT, uid=uid, lead_uid=lead_uid, kind=kind, actor=actor, body_sealed=sealed, at=now)


def newest(books: Books, lead_uid: str) -> int:
    """The id of the newest entry of this timeline; 0 where there is none."""
    query = select(func.max(LEAD_EVENT.c.id)).where(LEAD_EVENT.c.lead_uid == lead_uid)
    return books.connection.execute(query).scalar() or 0


def timeline(books: Books, *lead_uids: str) -> list[TimelineEntry]:
    """The timeline of this lead, or of several woven into one."""
    books.flush()
    e = LEAD_EVENT.c
    query = select(e.uid, e.kind, e.actor, e.body_sealed, e.at).where(e.lead_uid.in_(lead_uids)).order_by(e.id)
    return [
        TimelineEntry(kind, actor, books.open(sealed, f"lead_event|body|{uid}") if sealed else None, at)
        for uid, kind, actor, sealed, at in books.connection.execute(query)
    ]
