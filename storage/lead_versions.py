"""Every version of a lead: as submitted, and after each change."""

from dataclasses import dataclass

from sqlalchemy import select

from flows.answers import Answer, unpack
from storage.leads import LeadRow
from storage.store import Books
from storage.tables import LEAD_VERSION


@dataclass(frozen=True, slots=True)
class Version:
    """The answers of a lead as they were at a time (milliseconds); number 1 as submitted."""

    number: int
    at: int
    answers: dict[str, Answer]


def versions(books: Books, lead: LeadRow) -> list[Version]:
    """Every version, oldest first."""
    books.flush()
    v = LEAD_VERSION.c
    query = select(v.number, v.at, v.body_sealed).where(v.lead_uid == lead.uid).order_by(v.number)
    found = []
    for number, at, sealed in books.connection.execute(query):
        body = books.open(sealed, f"lead_version|body|{lead.uid}.{number}")
        found.append(Version(number, at, {link_id: unpack(packed) for link_id, packed in body.items()}))
    return found
