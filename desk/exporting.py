"""Leads out of the desk: one mapping a lead, as JSON or CSV, a page at a time; every export is an audit row."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

from desk.desk import Desk
from desk.spreadsheet_cells import cell
from flows.record import rows
from storage import audit, lead_search, leads
from storage.keyset import Place
from storage.lead_scope import Scope
from storage.leads import LeadRow
from storage.moments import from_ms
from storage.store import Books

Form = Literal["json", "csv"]
AT_ONCE = 200
"""Leads that are in memory at a time, however many there are."""
COLUMNS = ("reference", "status", "location", "services", "online", "language", "source", "submitted_at")


def export(desk: Desk, scope: Scope, *, form: Form, actor: str, surface: str, narrowed: str) -> Iterator[str]:
    """The leads of `scope` as they stand now, longest waiting first, in parts: a JSON array, or a table with a head.

    Before the first part it is written down who takes how many; `narrowed` says which, in codes.

    Raises:
        StorageDown: at the part that cannot be read.
    """
    now = desk.now_ms()
    scope = replace(scope, until=now if scope.until is None else scope.until)
    with desk.store.reading() as books:
        number = lead_search.number_of(books, scope)
    with desk.store.transaction() as books:
        audit.append(
            books, actor=actor, surface=surface, act="leads_exported", subject=form, now=now,
            detail=f"{number} leads, {narrowed or 'all'}",
        )  # fmt: skip
    yield from _as_json(desk, scope) if form == "json" else _as_csv(desk, scope)


def _pages(desk: Desk, scope: Scope) -> Iterator[list[dict[str, Any]]]:
    """Page by page, each read in a moment of its own: a slow reader of the export holds nothing up."""
    place: Place | None = None
    while True:
        with desk.store.reading() as books:
            found = lead_search.page(books, scope, limit=AT_ONCE, place=place)
            read = [_mapping(desk, books, lead) for lead in found.leads]
        yield read
        if found.behind is None:
            return
        place = found.behind


def _mapping(desk: Desk, books: Books, lead: LeadRow) -> dict[str, Any]:
    return {
        "reference": lead.reference,
        "status": lead.status,
        "location": lead.location,
        "services": list(lead.services),
        "online": lead.online,
        "language": lead.language,
        "source": lead.source,
        "submitted_at": from_ms(lead.submitted_at).isoformat(),
        "version": lead.version,
        "may_contact": lead.may_contact,
        "answers": rows(desk.flow, leads.answers(books, lead)),
    }


def _as_json(desk: Desk, scope: Scope) -> Iterator[str]:
    """An array, a lead a line."""
    before = "[\n"
    for page in _pages(desk, scope):
        for lead in page:
            yield before + json.dumps(lead, ensure_ascii=False)
            before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _as_csv(desk: Desk, scope: Scope) -> Iterator[str]:
    """A table with a column an item; a cell never is a formula."""
    link_ids = [item.link_id for item in desk.flow.questionnaire.items if item.type != "display"]
    yield _lines([[*COLUMNS, *link_ids]])
    for page in _pages(desk, scope):
        yield _lines([_line(lead, link_ids) for lead in page])


def _line(lead: dict[str, Any], link_ids: list[str]) -> list[str]:
    answers = {row["link_id"]: row["value"] for row in lead["answers"]}
    return [cell(value) for value in (*(lead[name] for name in COLUMNS), *(answers.get(i, "") for i in link_ids))]


def _lines(table: list[list[str]]) -> str:
    written = io.StringIO()
    csv.writer(written).writerows(table)
    return written.getvalue()
