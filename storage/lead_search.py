"""Leads by the page, in the order of waiting, and by exact search."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import func, select

from storage.keyset import Place, count, places
from storage.lead_scope import ORDER, Scope, by_status, conditions, reading
from storage.leads import LeadRow, as_leads, public_columns
from storage.store import Books
from storage.tables import LEAD

By = Literal["reference", "name", "phone", "email"]


@dataclass(frozen=True, slots=True)
class LeadPage:
    """Some leads, longest waiting first, and where the pages before and behind begin, if there may be any.

    `stopped` is a place where looking ended early: what was asked for is rare, and a page looks at so many at most.
    """

    leads: list[LeadRow]
    before: Place | None
    behind: Place | None
    stopped: Place | None = None


def page(books: Books, scope: Scope, *, limit: int, place: Place | None = None, backwards: bool = False) -> LeadPage:
    """The `limit` leads of this scope next to `place`, or the first ones."""
    how = reading(books, scope)
    found = places(books, ORDER, how.ranges, how.also, limit=limit, place=place, backwards=backwards)
    first, last = (found.rows[0], found.rows[-1]) if found.rows else (place, place)
    if found.stopped and backwards:
        first = found.stopped
    elif found.stopped:
        last = found.stopped
    return LeadPage(
        _leads(books, found.rows),
        before=first if found.more_before else None,
        behind=last if found.more_behind else None,
        stopped=found.stopped,
    )


def _leads(books: Books, rows: list[Place]) -> list[LeadRow]:
    query = select(*public_columns()).where(LEAD.c.id.in_([row for _, row in rows]))
    return as_leads(books.connection.execute(query.order_by(LEAD.c.submitted_at, LEAD.c.id))) if rows else []


def counts(books: Books, scopes: Mapping[str, Scope], most: int) -> dict[str, int]:
    """How many leads each of these means; counting stops at `most`."""
    columns = [
        count([(*one, *conditions(scope)) for one in by_status(scope)], ORDER, most).label(name)
        for name, scope in scopes.items()
    ]
    return dict(books.connection.execute(select(*columns)).one()._mapping)  # noqa: SLF001  # SQLAlchemy's documented name


def number_of(books: Books, scope: Scope) -> int:
    """How many leads this scope means, counted to the end."""
    how = reading(books, scope)
    query = select(func.count()).select_from(LEAD)
    return sum(books.connection.execute(query.where(*one, *how.also)).scalar_one() for one in how.ranges)


def search(books: Books, by: By, value: str, *, locations: tuple[str, ...], limit: int) -> list[LeadRow]:
    """Leads whose reference, name, phone or e-mail is exactly this, newest first; the last three by keyed hash.

    `value` is normalised as at filing; a row whose hash was made with an older key is found too.
    """
    if by == "reference":
        condition = LEAD.c.reference == value
    else:
        condition = LEAD.c[f"{by}_index"].in_(books.sealer.indexes(value.casefold(), by))
    query = select(*public_columns()).where(condition).order_by(LEAD.c.submitted_at.desc(), LEAD.c.id.desc())
    if locations:
        query = query.where(LEAD.c.location.in_(locations))
    return as_leads(books.connection.execute(query.limit(limit)))
