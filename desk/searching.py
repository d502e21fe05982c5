"""Finding a request by exactly what was given: a reference, a phone number, an e-mail address or a full name."""

from collections.abc import Iterator

from desk.desk import Desk
from desk.filters import seen_by
from desk.sign_in import SURFACE
from flows.understand.email import read_email
from flows.understand.person_name import read_name
from flows.understand.phone import read_phone
from storage import audit, lead_search
from storage.lead_search import By
from storage.leads import LeadRow
from storage.staff import Member
from storage.store import Books

FOUND = 50
"""The most that a search shows."""
REFERENCE_TAIL = 6
"""Characters of a reference behind its dash, which may be left out when typing."""


def search(desk: Desk, books: Books, member: Member, words: str) -> list[LeadRow]:
    """The leads that member may see with exactly this reference, phone, e-mail or name; audited without the words."""
    found: list[LeadRow] = []
    for by, value in _meanings(words):
        found = found or lead_search.search(books, by, value, locations=seen_by(member), limit=FOUND)
    audit.append(
        books, actor=str(member.telegram_id), surface=SURFACE, act="leads_searched", subject="inbox", now=desk.now_ms(),
        detail=f"{len(found)} found",
    )  # fmt: skip
    return found


def _meanings(words: str) -> Iterator[tuple[By, str]]:
    """What was typed into the search may be these, each as it would be filed; the likeliest first."""
    text = " ".join(words.split())
    if "@" in text:
        yield "email", read_email(text).value or text
        return
    yield "reference", text.upper()
    packed = text.upper().replace(" ", "").replace("-", "")
    yield "reference", f"{packed[:-REFERENCE_TAIL]}-{packed[-REFERENCE_TAIL:]}"
    yield "phone", read_phone(text).value or text
    yield "name", read_name(text).value or text
