"""Messages to patients that were written and not sent yet: sealed, each of one member about one lead."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select

from storage.store import Books, new_uid
from storage.tables import DRAFT


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft: for which lead, by whom, its words."""

    uid: str
    lead_uid: str
    actor_id: int
    text: str


def keep(books: Books, lead_uid: str, actor_id: int, text: str, now: int) -> str:
    """Keep a draft in the place of this member's earlier one for this lead; gives its uid."""
    uid = new_uid()
    mine = (DRAFT.c.lead_uid == lead_uid, DRAFT.c.actor_id == actor_id)
    books.connection.execute(delete(DRAFT).where(*mine))
    sealed = books.seal(text, f"draft|body|{uid}")
    row = {"uid": uid, "lead_uid": lead_uid, "actor_id": actor_id, "body_sealed": sealed, "at": now}
    books.connection.execute(DRAFT.insert().values(**row))
    return uid


def take(books: Books, uid: str, actor_id: int) -> DraftRow | None:
    """This member's draft, which is then no more: of two who take it one gets it."""
    d = DRAFT.c
    mine = (d.uid == uid, d.actor_id == actor_id)
    row = books.connection.execute(select(d.lead_uid, d.body_sealed).where(*mine)).one_or_none()
    if row is None or books.connection.execute(delete(DRAFT).where(*mine)).rowcount != 1:
        return None
    return DraftRow(uid, row.lead_uid, actor_id, books.open(row.body_sealed, f"draft|body|{uid}"))


def forget_of(books: Books, lead_uids: Sequence[str]) -> None:
    """Delete the drafts for these leads."""
    books.connection.execute(delete(DRAFT).where(DRAFT.c.lead_uid.in_(lead_uids)))


def forget_older(books: Books, before: int) -> None:
    """Delete drafts that nobody came back to since then."""
    books.connection.execute(delete(DRAFT).where(DRAFT.c.at < before))
