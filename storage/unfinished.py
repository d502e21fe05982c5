"""Who stopped half way and agreed to be contacted: by the page, the longest silent first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, literal_column, select

from flows.conversation import Conversation, load
from storage.keyset import Order, Place, Range, count, places, veiled
from storage.store import Books
from storage.tables import CONVERSATION

ORDER = Order(CONVERSATION.c.touched_at, CONVERSATION.c.uid)
_C = CONVERSATION.c
_NO_LEAD = _C.reference == literal_column("''")
"""Said with a constant, or the index of who is unfinished would not be taken."""


@dataclass(frozen=True, slots=True)
class Silent:
    """Which unfinished conversations are meant: open at one of `states`, silent since `until` (milliseconds)."""

    states: tuple[str, ...]
    until: int
    locations: tuple[str, ...] = ()
    language: str = ""
    service: str = ""


@dataclass(frozen=True, slots=True)
class UnfinishedRow:
    """A conversation that stopped: where it is filed, when it was last touched, and what was said."""

    uid: str
    chat_id: int
    location: str
    services: tuple[str, ...]
    language: str
    reachable: bool
    touched_at: int
    conversation: Conversation


@dataclass(frozen=True, slots=True)
class UnfinishedPage:
    """Some of them, and where the pages before and behind begin, if there may be any."""

    rows: list[UnfinishedRow]
    before: Place | None
    behind: Place | None
    stopped: Place | None = None


def page(books: Books, wanted: Silent, *, limit: int, place: Place | None, backwards: bool) -> UnfinishedPage:
    """The `limit` conversations next to `place`, or the first ones."""
    found = places(books, ORDER, [_range(wanted)], list(_also(wanted)), limit=limit, place=place, backwards=backwards)
    first, last = (found.rows[0], found.rows[-1]) if found.rows else (place, place)
    if found.stopped and backwards:
        first = found.stopped
    elif found.stopped:
        last = found.stopped
    return UnfinishedPage(
        _read(books, _C.uid.in_([uid for _, uid in found.rows])),
        before=first if found.more_before else None,
        behind=last if found.more_behind else None,
        stopped=found.stopped,
    )


def by_uid(books: Books, uid: str) -> UnfinishedRow | None:
    """The conversation with this uid, while it is unfinished and its person may be contacted."""
    found = _read(books, _C.uid == uid, _C.may_contact, _NO_LEAD)
    return found[0] if found else None


def counted(books: Books, wanted: Silent, most: int) -> int:
    """How many there are; counting stops at `most`."""
    number = count([(*_range(wanted), *_also(wanted))], ORDER, most)
    return int(books.connection.execute(select(number)).scalar_one())


def _range(wanted: Silent) -> Range:
    return (_C.may_contact, _NO_LEAD, _C.touched_at <= wanted.until)


def _also(wanted: Silent) -> Iterator[ColumnElement[bool]]:
    yield veiled(_C.state).in_(wanted.states)
    if wanted.locations:
        yield veiled(_C.location).in_(wanted.locations)
    if wanted.language:
        yield veiled(_C.language) == wanted.language
    if wanted.service:
        yield ("," + veiled(_C.services) + ",").contains(f",{wanted.service},", autoescape=True)


def _read(books: Books, *conditions: Any) -> list[UnfinishedRow]:
    query = select(
        _C.uid, _C.chat_id, _C.location, _C.services, _C.language, _C.reachable, _C.touched_at, _C.body_sealed
    )
    return [
        UnfinishedRow(
            row.uid, row.chat_id, row.location, tuple(filter(None, row.services.split(","))), row.language,
            row.reachable, row.touched_at, load(books.open(row.body_sealed, f"conversation|body|{row.chat_id}")),
        )
        for row in books.connection.execute(query.where(*conditions).order_by(_C.touched_at, _C.uid))
    ]  # fmt: skip
