"""What is not as it should be: looked for in few rows each, with codes, counts and times, never a word of a person."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, TextClause, and_, exists, func, select, text

from storage.leads import LeadRow, as_leads, public_columns
from storage.outbox import PARKED, PENDING
from storage.outbox_shown import DELIVERED
from storage.store import Books
from storage.tables import ALERT, AUDIT, LEAD, OUTBOX
from storage.tables import PARKED as PARKED_UPDATES

_Condition = ColumnElement[bool] | TextClause
LOOKED_AT = 2_000
"""The most rows of one kind that are looked at; beyond it there is trouble enough to see."""


_IS_PENDING = text(f"outbox.status = '{PENDING}'")
_IS_PARKED = text(f"outbox.status = '{PARKED}'")
_IS_UNREACHABLE = text("not lead.reachable")
"""Written out, since a value bound at run time keeps SQLite from the indexes of these few rows."""


@dataclass(frozen=True, slots=True)
class Stuck:
    """A message that Telegram has not taken: still waiting, or refused for good."""

    chat_id: int
    ask: str
    refused: bool
    error: str
    created_at: int


@dataclass(frozen=True, slots=True)
class OpenAlert:
    """An alert nobody took on."""

    kind: str
    lead_uid: str
    raised_at: int


def stuck_messages(books: Books, waiting_since: int, refused_since: int) -> list[Stuck]:
    """What has waited since before then, and what was refused since then."""
    o = OUTBOX.c
    late = and_(_IS_PENDING, o.created_at <= waiting_since)
    refused = and_(_IS_PARKED, o.created_at >= refused_since)
    found: list[Stuck] = []
    for kind, order in ((late, (o.chat_id, o.id)), (refused, (o.id.desc(),))):
        query = select(o.chat_id, o.ask, o.status, o.error, o.created_at).where(kind)
        rows = books.connection.execute(query.order_by(*order).limit(LOOKED_AT))
        found += [Stuck(r.chat_id, r.ask, r.status == PARKED, r.error, r.created_at) for r in rows]
    return found


def delivered_since(books: Books, chat_id: int, since: int) -> bool:
    """True where a message to this chat arrived that was written after then."""
    o = OUTBOX.c
    query = select(o.id).where(o.chat_id == chat_id, o.status == DELIVERED, o.created_at > since)
    return books.connection.execute(query.limit(1)).first() is not None


def never_looked_at(books: Books, acts: Collection[str], before: int, locations: Sequence[str]) -> list[LeadRow]:
    """New leads submitted before then that no act of these was done to, the longest waiting first."""
    looked = exists().where(AUDIT.c.subject == LEAD.c.uid, AUDIT.c.act.in_(acts))
    where: list[_Condition] = [LEAD.c.status == "new", LEAD.c.submitted_at <= before, ~looked]
    return _leads(books, where, locations)


def without_card(books: Books, chats: Collection[int], after: int, before: int) -> list[LeadRow]:
    """New leads submitted between then and then whose card was put out to none of these chats."""
    carded = exists().where(OUTBOX.c.chat_id.in_(chats), OUTBOX.c.ask == "card:" + LEAD.c.uid, OUTBOX.c.mode == "send")
    between = (LEAD.c.submitted_at > after, LEAD.c.submitted_at <= before)
    return _leads(books, [LEAD.c.status == "new", *between, ~carded], ())


def unreachable(books: Books, statuses: Sequence[str], locations: Sequence[str]) -> list[LeadRow]:
    """Leads in these statuses whose person gets no messages."""
    return _leads(books, [_IS_UNREACHABLE, LEAD.c.status.in_(statuses)], locations)


def _leads(books: Books, where: list[_Condition], locations: Sequence[str]) -> list[LeadRow]:
    if locations:
        where = [*where, LEAD.c.location.in_(locations)]
    query: Any = select(*public_columns()).where(*where).order_by(LEAD.c.submitted_at, LEAD.c.id).limit(LOOKED_AT)
    return as_leads(books.connection.execute(query))


def open_alerts(books: Books, before: int) -> list[OpenAlert]:
    """Alerts raised before then that nobody took on, the oldest first."""
    a = ALERT.c
    query = select(a.kind, a.lead_uid, a.raised_at).where(a.seen_by.is_(None), a.raised_at <= before)
    return [OpenAlert(*row) for row in books.connection.execute(query.order_by(a.id).limit(LOOKED_AT))]


def parked_updates(books: Books) -> dict[str, int]:
    """How many updates were put aside because they could not be read or carried out, by the kind of error."""
    c = PARKED_UPDATES.c
    query = select(c.error, func.count()).group_by(c.error).order_by(func.count().desc())
    return {row.error: row[1] for row in books.connection.execute(query)}
