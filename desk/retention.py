"""Retention: what is kept no longer than it is needed. Each chat is erased in a transaction of its own."""

from dataclasses import dataclass

from desk.desk import Desk
from desk.erasing import erase
from storage.retaining import chats_of_settled_leads, unfinished_chats

DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class Purged:
    """How many chats were, or would be, erased."""

    unfinished: int
    settled: int


def purge(desk: Desk, *, unfinished_days: int, settled_days: int, dry_run: bool) -> Purged:
    """Erase intakes left unfinished and people whose every lead has been settled for so many days.

    Raises:
        StorageDown: what was erased before stays erased.
    """
    now = desk.now_ms()
    with desk.store.reading() as books:
        unfinished = unfinished_chats(books, now - unfinished_days * DAY_MS)
        settled = chats_of_settled_leads(books, now - settled_days * DAY_MS)
    if not dry_run:
        for chat_id in (*unfinished, *settled):
            with desk.store.transaction() as books:
                erase(desk, books, chat_id, by="system")
    return Purged(len(unfinished), len(settled))
