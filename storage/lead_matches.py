"""Leads that may be of the same person: the same chat, or the same phone, e-mail or name by keyed hash."""

from sqlalchemy import select

from storage.leads import LeadRow, as_leads, public_columns
from storage.store import Books
from storage.tables import LEAD

SIGNS = ("chat", "phone", "email", "name")
"""What two leads may share, the surest sign first."""
_HASHED = ("phone", "email", "name")
_READ = 100
"""The newest of each sign that are looked at: a common name may stand on thousands of leads."""


def matches(books: Books, lead: LeadRow, limit: int) -> list[tuple[LeadRow, tuple[str, ...]]]:
    """Other leads that share something with `lead`, and what: the surest and the newest first.

    A lead that was merged already is left out. Rows whose hash was made with an older key are found too.
    """
    books.flush()
    conditions = {"chat": LEAD.c.chat_id == lead.chat_id}
    conditions |= {sign: LEAD.c[f"{sign}_index"].in_(hashes) for sign, hashes in _hashes(books, lead).items() if hashes}
    signs: dict[str, set[str]] = {}
    for sign, condition in conditions.items():
        newest = select(LEAD.c.uid).where(condition).order_by(LEAD.c.submitted_at.desc(), LEAD.c.id.desc()).limit(_READ)
        for uid in books.connection.execute(newest).scalars():
            signs.setdefault(uid, set()).add(sign)
    signs.pop(lead.uid, None)
    query = select(*public_columns()).where(LEAD.c.uid.in_(list(signs)), LEAD.c.merged_into == "")
    found = as_leads(books.connection.execute(query.order_by(LEAD.c.submitted_at.desc(), LEAD.c.id.desc())))
    named = [(other, tuple(sign for sign in SIGNS if sign in signs[other.uid])) for other in found]
    return sorted(named, key=lambda match: SIGNS.index(match[1][0]))[:limit]


def contact_of(books: Books, uid: str) -> dict[str, str]:
    """Name, phone and e-mail that a lead is filed under; empty where there is none."""
    columns = [LEAD.c[f"{sign}_sealed"] for sign in _HASHED]
    row = books.connection.execute(select(*columns).where(LEAD.c.uid == uid)).one()
    return {sign: books.open(sealed, f"lead|{sign}|{uid}") for sign, sealed in zip(_HASHED, row, strict=True)}


def _hashes(books: Books, lead: LeadRow) -> dict[str, list[str]]:
    contact = contact_of(books, lead.uid)
    return {sign: books.sealer.indexes(contact[sign].casefold(), sign) if contact[sign] else [] for sign in _HASHED}
