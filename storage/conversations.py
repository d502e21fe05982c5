"""Conversations in the database: loaded and saved whole, in bulk, sealed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, select, update

from flows.conversation import Conversation, dump, load
from flows.flow import Flow
from flows.record import summary
from storage.store import Books, new_uid
from storage.tables import CONVERSATION
from storage.upsert import upsert

_CHANGING = (
    "state", "language", "flow_version", "body_sealed", "touched_at", "may_contact", "location", "services", "reference"
)  # fmt: skip


@dataclass(slots=True)
class Kept:
    """A conversation, and whether its chat can be reached."""

    conversation: Conversation
    reachable: bool = True


def _place(chat_id: int) -> str:
    return f"conversation|body|{chat_id}"


def load_conversations(books: Books, chat_ids: Iterable[int]) -> dict[int, Kept]:
    """The conversations of these chats, held until the transaction ends; chats without one are left out."""
    wanted = sorted(set(chat_ids))
    if not wanted:
        return {}
    books.lock(wanted)
    c = CONVERSATION.c
    found = books.connection.execute(select(c.chat_id, c.body_sealed, c.reachable).where(c.chat_id.in_(wanted)))
    return {chat_id: Kept(load(books.open(sealed, _place(chat_id))), reachable) for chat_id, sealed, reachable in found}


def save_conversations(books: Books, conversations: dict[int, Conversation], flow: Flow, now: int) -> None:
    """Write these conversations, new or not, in one statement."""
    rows = [_row(books, flow, chat_id, c, now) for chat_id, c in conversations.items()]
    if rows:
        upsert(books, CONVERSATION, rows, key="chat_id", changing=_CHANGING)


def _row(books: Books, flow: Flow, chat_id: int, c: Conversation, now: int) -> dict[str, Any]:
    filed = summary(flow, c.answers)
    return {
        "chat_id": chat_id,
        "uid": new_uid(),
        "state": c.state,
        "language": c.language,
        "flow_version": flow.questionnaire.version,
        "body_sealed": books.seal(dump(c), _place(chat_id)),
        "reachable": True,
        "may_contact": filed.may_contact and not c.paused,
        "location": filed.location,
        "services": ",".join(filed.services),
        "reference": c.lead,
        "started_at": now,
        "touched_at": now,
    }


def set_reachable(books: Books, chat_id: int, *, reachable: bool) -> None:
    """Note whether messages reach this chat."""
    books.connection.execute(update(CONVERSATION).where(CONVERSATION.c.chat_id == chat_id).values(reachable=reachable))


def states_in_use(books: Books) -> dict[str, int]:
    """How many conversations stand in each state."""
    found = books.connection.execute(select(CONVERSATION.c.state, func.count()).group_by(CONVERSATION.c.state))
    return {row[0]: row[1] for row in found}


def location_of(books: Books, chat_id: int) -> str:
    """The location this chat's intake is filed under so far; "" where none was named."""
    books.flush()
    query = select(CONVERSATION.c.location).where(CONVERSATION.c.chat_id == chat_id)
    return books.connection.execute(query).scalar() or ""


def forget_conversation(books: Books, chat_id: int) -> None:
    """Delete the conversation of this chat."""
    books.connection.execute(delete(CONVERSATION).where(CONVERSATION.c.chat_id == chat_id))
