"""What hangs on a lead or a chat besides its own rows, and goes with it when a person is erased."""

from collections.abc import Sequence

from sqlalchemy import delete, select

from storage import drafts, merges
from storage.store import Books
from storage.tables import LEAD_EVENT


def forget_with_leads(books: Books, lead_uids: Sequence[str]) -> None:
    """Delete drafts and merges of these leads."""
    drafts.forget_of(books, lead_uids)
    merges.forget_of(books, lead_uids)


def forget_mentions(books: Books, lead_uids: Sequence[str], references: Sequence[str]) -> None:
    """Delete, from the timelines of these leads, that they were merged with leads of these references."""
    e = LEAD_EVENT.c
    query = select(e.id, e.uid, e.body_sealed).where(e.lead_uid.in_(lead_uids), e.kind.in_(("merge", "unmerge")))
    gone = [
        row.id
        for row in books.connection.execute(query)
        if row.body_sealed and books.open(row.body_sealed, f"lead_event|body|{row.uid}").get("reference") in references
    ]
    books.connection.execute(delete(LEAD_EVENT).where(e.id.in_(gone)))
