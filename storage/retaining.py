"""Which chats have outlived their use."""

from sqlalchemy import func, select

from storage.store import Books
from storage.tables import CONVERSATION, LEAD

SETTLED = ("not_a_fit", "closed")


def unfinished_chats(books: Books, before: int) -> list[int]:
    """Chats that never handed a lead over and were last touched before then (milliseconds)."""
    query = select(CONVERSATION.c.chat_id).where(
        CONVERSATION.c.touched_at < before, CONVERSATION.c.chat_id.not_in(select(LEAD.c.chat_id))
    )
    return list(books.connection.execute(query).scalars())


def chats_of_settled_leads(books: Books, before: int) -> list[int]:
    """Chats whose every lead is closed or no fit, and unchanged since before then (milliseconds)."""
    live = select(LEAD.c.chat_id).where(LEAD.c.status.not_in(SETTLED))
    query = (
        select(LEAD.c.chat_id)
        .where(LEAD.c.chat_id.not_in(live))
        .group_by(LEAD.c.chat_id)
        .having(func.max(LEAD.c.changed_at) < before)
    )
    return list(books.connection.execute(query).scalars())
