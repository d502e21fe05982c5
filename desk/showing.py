"""What is shown to one member of staff in private for a while: one message of a name at a time, taken away again."""

from typing import Any

from desk.desk import Desk
from storage import outbox, outbox_removal, outbox_upkeep
from storage.outbox_removal import Removable
from storage.store import Books

MINUTE_MS = 60_000
CONSOLE_LINK = "console"
"""What the outbox calls a link into the console; it goes when it is used."""


def show(
    desk: Desk, books: Books, member_id: int, name: str, body: dict[str, Any], *, minutes: int, subject: str = ""
) -> None:
    """Send `body` under this name, for so long; what stood under the name before goes."""
    take_away(desk, books, member_id, name)
    now = desk.now_ms()
    remove_at = now + minutes * MINUTE_MS
    outbox.put(books, member_id, "send", body, now, ask=name, subject=subject, remove_at=remove_at)


def redraw(
    desk: Desk, books: Books, member_id: int, name: str, body: dict[str, Any], *, minutes: int, subject: str = ""
) -> None:
    """Change what stands under this name to `body`, and let it stay so long from now on; send it where nothing does."""
    if outbox.delivered_message(books, member_id, name) is None:
        show(desk, books, member_id, name, body, minutes=minutes, subject=subject)
        return
    now = desk.now_ms()
    remove_at = now + minutes * MINUTE_MS
    outbox_upkeep.drop_waiting_edits(books, member_id, name)
    outbox.put(books, member_id, "edit", body, now, ask=name, subject=subject, remove_at=remove_at)
    outbox_removal.set_removal(books, member_id, name, remove_at)


def take_away(desk: Desk, books: Books, member_id: int, name: str) -> None:
    """Delete what stands under this name, if it was to go at some time."""
    _delete(desk, books, outbox_removal.take_named(books, member_id, name))


def remove_due(desk: Desk, books: Books, now: int) -> None:
    """Delete everything whose time has come."""
    _delete(desk, books, outbox_removal.take_due(books, now))


def _delete(desk: Desk, books: Books, gone: list[Removable]) -> None:
    for one in gone:
        outbox.put(books, one.chat_id, "delete", {"messages": list(one.messages)}, desk.now_ms())
