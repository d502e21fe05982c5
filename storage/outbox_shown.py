"""What stands in chats: the newest message under a name, with the messages before it where its text was too long."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import insert, select

from storage.store import Books
from storage.tables import OUTBOX

DELIVERED = "delivered"
PART = "part"
"""The mode of a row that stands for one more message of a text that was too long for one."""
PART_MARK = "#"


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands in a chat under a name: the newest message called so, and those that hold the text before it."""

    message: int
    parts: tuple[int, ...] = ()


def shown_messages(books: Books, named: Sequence[tuple[int, str]]) -> dict[tuple[int, str], Shown]:
    """What stands in these chats under these names, where it was delivered."""
    if not named:
        return {}
    o = OUTBOX.c
    names = {ask for _, ask in named}
    query = (
        select(o.chat_id, o.ask, o.message_id, o.uid, o.mode)
        .where(
            o.chat_id.in_({chat for chat, _ in named}),
            o.ask.in_(names | {part_name(ask) for ask in names}),
            o.message_id.is_not(None),
        )
        .order_by(o.id)
    )
    newest: dict[tuple[int, str], tuple[str, int]] = {}
    parts: dict[str, list[int]] = {}
    for chat, ask, message, uid, mode in books.connection.execute(query):
        if mode == PART:
            parts.setdefault(uid.partition(".")[0], []).append(message)
        else:
            newest[chat, ask] = (uid, message)
    return {key: Shown(message, tuple(parts.get(uid, ()))) for key, (uid, message) in newest.items()}


def part_name(ask: str) -> str:
    """What the rows of the earlier messages of a long text are called."""
    return f"{ask}{PART_MARK}"


def keep_parts(books: Books, row_id: int, parts: Sequence[int], now: int) -> None:
    """Keep the messages before the last one of a long text, beside the row that stands for the last."""
    o = OUTBOX.c
    row = books.connection.execute(select(o.uid, o.chat_id, o.ask, o.subject).where(o.id == row_id)).one()
    shared = {
        "chat_id": row.chat_id, "ask": part_name(row.ask), "mode": PART, "urgent": False, "subject": row.subject,
        "status": DELIVERED, "attempts": 0, "due_at": now, "leased_until": 0, "error": "", "created_at": now,
        "delivered_at": now,
    }  # fmt: skip
    rows = []
    for place, message in enumerate(parts, 1):
        uid = f"{row.uid}.{place}"
        rows.append(shared | {"uid": uid, "body_sealed": books.seal({}, f"outbox|body|{uid}"), "message_id": message})
    books.connection.execute(insert(OUTBOX), rows)
