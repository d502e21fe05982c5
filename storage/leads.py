"""Leads: written once per submission, versioned, claimed by compare-and-set."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, func, select, update

from flows.answers import Answer, Answers, pack, unpack
from flows.record import Summary
from storage.store import Books, new_uid
from storage.tables import LEAD, LEAD_EVENT, LEAD_VERSION

_CONTACT = ("name", "phone", "email")


@dataclass(frozen=True, slots=True)
class LeadRow:
    """A lead as filed; nothing in it is a word of the person."""

    uid: str
    reference: str
    chat_id: int
    previous: str
    status: str
    location: str
    services: tuple[str, ...]
    online: bool
    urgent: bool
    may_contact: bool
    reachable: bool
    language: str
    source: str
    holder_id: int | None
    held_at: int | None
    reason: str
    follow_up_at: int | None
    acted_at: int | None
    contacted_at: int | None
    promised_at: int | None
    promise_missed_at: int | None
    merged_into: str
    version: int
    revision: int
    submitted_at: int
    changed_at: int


_PUBLIC = tuple(LeadRow.__dataclass_fields__)


def create(
    books: Books,
    *,
    reference: str,
    chat_id: int,
    previous: str,
    summary: Summary,
    contact: dict[str, str],
    answers: Answers,
    language: str,
    source: str,
    flow_version: str,
    now: int,
    promised_at: int | None = None,
) -> str:
    """File a lead with its immutable first version; gives its uid. `promised_at`: by when the person hears from us."""
    uid = new_uid()
    books.pending.add(
        LEAD,
        uid=uid,
        reference=reference,
        chat_id=chat_id,
        previous=previous,
        status="new",
        language=language,
        source=source,
        urgent=False,
        reachable=True,
        version=1,
        revision=1,
        submitted_at=now,
        changed_at=now,
        reason="",
        promised_at=promised_at,
        merged_into="",
        **_filed_under(summary),
        **_sealed_contact(books, uid, contact),
    )
    _add_version(books, uid, 1, answers, flow_version, now)
    return uid


def amend(
    books: Books,
    lead: LeadRow,
    summary: Summary,
    contact: dict[str, str],
    answers: Answers,
    flow_version: str,
    now: int,
) -> int:
    """Add a version with changed answers and file the lead anew; gives the version's number."""
    number = lead.version + 1
    books.connection.execute(
        update(LEAD)
        .where(LEAD.c.uid == lead.uid)
        .values(
            version=number,
            revision=LEAD.c.revision + 1,
            changed_at=now,
            **_filed_under(summary),
            **_sealed_contact(books, lead.uid, contact),
        )
    )
    _add_version(books, lead.uid, number, answers, flow_version, now)
    return number


def _filed_under(summary: Summary) -> dict[str, Any]:
    return {
        "location": summary.location,
        "services": ",".join(summary.services),
        "online": summary.online,
        "may_contact": summary.may_contact,
    }


def _sealed_contact(books: Books, uid: str, contact: dict[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for column in _CONTACT:
        value = contact.get(column, "")
        values[f"{column}_sealed"] = books.seal(value, f"lead|{column}|{uid}")
        values[f"{column}_index"] = books.sealer.index(value.casefold(), column) if value else ""
    return values


def _add_version(books: Books, uid: str, number: int, answers: Answers, flow_version: str, now: int) -> None:
    body = {link_id: pack(answer) for link_id, answer in answers.items()}
    sealed = books.seal(body, f"lead_version|body|{uid}.{number}")
    books.pending.add(LEAD_VERSION, lead_uid=uid, number=number, flow_version=flow_version, body_sealed=sealed, at=now)


def by_reference(books: Books, reference: str) -> LeadRow | None:
    """The lead with this reference."""
    return _one(books, LEAD.c.reference == reference)


def by_uid(books: Books, uid: str) -> LeadRow | None:
    """The lead with this uid."""
    return _one(books, LEAD.c.uid == uid)


def to_change(books: Books, uid: str) -> LeadRow | None:
    """The lead with this uid as it is now, kept from other writers until the transaction ends."""
    books.flush()
    row = books.connection.execute(_all().where(LEAD.c.uid == uid).with_for_update()).one_or_none()
    return _lead(row) if row else None


def _one(books: Books, condition: Any) -> LeadRow | None:
    books.flush()
    row = books.connection.execute(_all().where(condition)).one_or_none()
    return _lead(row) if row else None


def _all() -> Select[Any]:
    return select(*public_columns())


def of_chat(books: Books, chat_id: int) -> list[LeadRow]:
    """The leads of this chat, oldest first."""
    books.flush()
    query = _all().where(LEAD.c.chat_id == chat_id).order_by(LEAD.c.id)
    return [_lead(row) for row in books.connection.execute(query)]


def listed(books: Books, *, status: str = "", limit: int | None = 50) -> list[LeadRow]:
    """Leads, longest waiting first."""
    query = _all().order_by(LEAD.c.submitted_at).limit(limit)
    if status:
        query = query.where(LEAD.c.status == status)
    return [_lead(row) for row in books.connection.execute(query)]


def counts(books: Books) -> dict[str, int]:
    """How many leads there are of each status."""
    found = books.connection.execute(select(LEAD.c.status, func.count()).group_by(LEAD.c.status))
    return {row[0]: row[1] for row in found}


def public_columns() -> list[ColumnElement[Any]]:
    """The columns a lead is read from, for queries of other modules."""
    return [LEAD.c[name] for name in _PUBLIC]


def as_leads(found: Iterable[Any]) -> list[LeadRow]:
    """Rows of `public_columns` as leads."""
    return [_lead(row) for row in found]


def _lead(row: Any) -> LeadRow:
    values = dict(row._mapping)  # noqa: SLF001  # SQLAlchemy's documented name for a row as a mapping
    values["services"] = tuple(filter(None, values["services"].split(",")))
    return LeadRow(**values)


def answers(books: Books, lead: LeadRow, number: int | None = None) -> dict[str, Answer]:
    """The answers of a version, by default the live one."""
    wanted = number or lead.version
    v = LEAD_VERSION.c
    sealed = books.connection.execute(
        select(v.body_sealed).where(v.lead_uid == lead.uid, v.number == wanted)
    ).scalar_one()
    body = books.open(sealed, f"lead_version|body|{lead.uid}.{wanted}")
    return {link_id: unpack(packed) for link_id, packed in body.items()}


def move(books: Books, lead: LeadRow, status: str, now: int, **changes: Any) -> bool:
    """Set the status, if nobody changed it or the holder meanwhile: compare-and-set; True for the one who won."""
    books.flush()
    statement = (
        update(LEAD)
        .where(
            LEAD.c.uid == lead.uid, LEAD.c.status == lead.status, LEAD.c.holder_id.is_not_distinct_from(lead.holder_id)
        )
        .values(status=status, changed_at=now, revision=LEAD.c.revision + 1, **changes)
    )
    return books.connection.execute(statement).rowcount == 1


def flag(books: Books, uid: str, **changes: Any) -> None:
    """Set what no move depends on: urgent, reachable, may_contact, language, a date, a mark of what was done."""
    books.connection.execute(update(LEAD).where(LEAD.c.uid == uid).values(revision=LEAD.c.revision + 1, **changes))


def forget_leads(books: Books, chat_id: int) -> list[str]:
    """Delete the leads of this chat with versions and timelines; gives their references."""
    found = of_chat(books, chat_id)
    uids = [lead.uid for lead in found]
    for table in (LEAD_VERSION, LEAD_EVENT):
        books.connection.execute(delete(table).where(table.c.lead_uid.in_(uids)))
    books.connection.execute(delete(LEAD).where(LEAD.c.uid.in_(uids)))
    return [lead.reference for lead in found]
