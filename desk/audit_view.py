"""The audit log as owners read it: people by name, requests by reference, newest first."""

from collections.abc import Mapping
from dataclasses import dataclass

from desk.desk import Desk
from storage import audit_log, leads, staff
from storage.audit_log import AuditRow, Sought
from storage.store import Books

PER_PAGE = 50
_LONGEST = 64


@dataclass(frozen=True, slots=True)
class AuditLine:
    """A row in words; `href` leads to the request it is about, where that is still there."""

    id: int
    at: str
    who: str
    surface: str
    act: str
    code: str
    subject: str
    href: str
    detail: str


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Some rows, and whether there are older ones."""

    lines: tuple[AuditLine, ...]
    older: int | None


def page(desk: Desk, books: Books, *, actor: str, act: str, subject: str, before: int | None) -> AuditPage:
    """The newest rows below `before`; `subject` is a reference, or whatever a row is about."""
    sought = Sought(actor[:_LONGEST], act[:_LONGEST], _names_of(books, subject.strip()[:_LONGEST]))
    found = audit_log.rows(books, sought, PER_PAGE + 1, before)
    shown = found[:PER_PAGE]
    names = {str(m.telegram_id): m.name or f"staff {m.telegram_id}" for m in staff.members(books)}
    references = audit_log.references(books, {row.subject for row in shown})
    lines = tuple(_line(desk, row, names, references) for row in shown)
    return AuditPage(lines, shown[-1].id if len(found) > PER_PAGE else None)


def actors(books: Books) -> dict[str, str]:
    """Who can be chosen: staff by name, and those who act without one."""
    known = {str(m.telegram_id): m.name or f"staff {m.telegram_id}" for m in staff.members(books)}
    return known | {
        "patient": "Patients",
        "system": "The desk itself",
        "operator": "Command line",
        "unknown": "Unknown",
    }


def _names_of(books: Books, subject: str) -> tuple[str, ...]:
    """All names under which the log may have it: a request by its reference, too."""
    if not subject:
        return ()
    lead = leads.by_reference(books, subject.upper())
    return (lead.uid, lead.reference) if lead else tuple({subject, subject.upper()})


def _line(desk: Desk, row: AuditRow, names: Mapping[str, str], references: Mapping[str, str]) -> AuditLine:
    reference = references.get(row.subject, "")
    return AuditLine(
        id=row.id,
        at=desk.local_time(row.at),
        who=names.get(row.actor, row.actor),
        surface=row.surface,
        act=row.act.replace("_", " "),
        code=row.act,
        subject=reference or names.get(row.subject, row.subject),
        href=f"/leads/{row.subject}" if reference else "",
        detail=row.detail,
    )
