"""The desk's side of sending: what is due is handed out under a lease, and what became of it is written down."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.bookkeeping import note_reachable
from desk.desk import Desk
from storage import outbox, outbox_shown, outbox_upkeep, settings
from storage.outbox import Outgoing
from storage.store import Books

LEASE_MS = 60_000
"""How long a sender may take over a row before another may have it, in milliseconds."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """Telegram took it; `message` is its id there, where it has one, `parts` those of the text before it."""

    row: int
    message: int | None = None
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PutOff:
    """Not now: again in `delay_ms`."""

    row: int
    delay_ms: int
    error: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram will never take it."""

    row: int
    error: str


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The chat cannot be written to any more."""

    row: int
    chat_id: int
    error: str


@dataclass(frozen=True, slots=True)
class Migrated:
    """The group has a new id; the row is to go there."""

    row: int
    old: int
    new: int


Result = Delivered | PutOff | Refused | Unreachable | Migrated


def lease_due(desk: Desk, results: Sequence[Result] = (), limit: int = 200) -> list[Outgoing]:
    """What is to be sent now, in order per chat; what became of rows leased before is written down along with it."""
    with desk.store.transaction() as books:
        _settle(desk, books, results)
        books.flush()
        now = desk.now_ms()
        return outbox.lease(books, now, now + LEASE_MS, limit)


def settle(desk: Desk, results: Sequence[Result]) -> None:
    """Write down what became of leased rows, in one transaction."""
    with desk.store.transaction() as books:
        _settle(desk, books, results)


def _settle(desk: Desk, books: Books, results: Sequence[Result]) -> None:
    now = desk.now_ms()
    outbox.delivered(books, [(r.row, r.message) for r in results if isinstance(r, Delivered)], now)
    for result in results:
        match result:
            case Delivered(row, _, parts) if parts:
                outbox_shown.keep_parts(books, row, parts, now)
            case PutOff(row, delay_ms, error):
                outbox.put_off(books, row, now + delay_ms, error)
            case Refused(row, error):
                outbox.park(books, row, error)
            case Unreachable(row, chat_id, error):
                outbox.park(books, row, error)
                if chat_id > 0:
                    note_reachable(desk, books, chat_id, reachable=False)
            case Migrated(row, old, new):
                outbox.put_off(books, row, now, "migrated")
                move_group(desk, books, old, new)


def move_group(desk: Desk, books: Books, old: int, new: int) -> None:
    """A group got a new id: what waits goes there, and so does everything from now on."""
    if old == desk.staff_chat(books):
        settings.put(books, f"{settings.STAFF_CHAT}:{desk.staff_chat_id}", str(new))
    outbox_upkeep.move_chat(books, old, new)


def kept_picture(desk: Desk, key: str) -> str | None:
    """Telegram's id of the picture `key`, where it was uploaded before."""
    with desk.store.reading() as books:
        return settings.get(books, f"{settings.PICTURE}:{key}")


def keep_picture(desk: Desk, key: str, file_id: str) -> None:
    """Keep Telegram's id of an uploaded picture."""
    with desk.store.transaction() as books:
        settings.put(books, f"{settings.PICTURE}:{key}", file_id)


def sent_directly(desk: Desk, chat_id: int, ask: str, message: int | None) -> None:
    """Note that the direct lane delivered a reply that the outbox holds as well."""
    with desk.store.transaction() as books:
        outbox.mark_sent_directly(books, chat_id, ask, message, desk.now_ms())
