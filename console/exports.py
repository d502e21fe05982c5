"""Taking requests out: the list as it is narrowed, as CSV or JSON."""

from typing import cast

from console.gate import Visit
from console.inbox import FIRST_TAB
from console.pages import Answer, Download, GoTo, not_found
from console.signing_in import INBOX
from desk.exporting import Form, export
from desk.fhir import MEDIA_TYPE, lead_json
from desk.filters import LEAD_TABS, Filters, read_filters, scope_of
from desk.lead_views import open_lead
from desk.sign_in import SURFACE
from storage.moments import from_ms

_KINDS = {"csv": "text/csv; charset=utf-8", "json": "application/json"}
_EXCEL_MARK = "\ufeff"
"""Without it a spreadsheet takes the text for an older encoding, and accents come out wrong."""


def export_leads(visit: Visit) -> Answer:
    """The requests of a tab and its filters, as a file; that they were taken is an audit row."""
    form, given = visit.asked.form.get("form", ""), visit.asked.form
    tab = given.get("tab", FIRST_TAB)
    if tab not in LEAD_TABS or form not in _KINDS:
        return GoTo(INBOX)
    filters = read_filters(visit.desk, visit.member, tab, given)
    parts = export(
        visit.desk,
        scope_of(visit.desk, visit.member, tab, filters),
        form=cast("Form", form),
        actor=str(visit.member.telegram_id),
        surface=SURFACE,
        narrowed=_in_codes(tab, filters),
    )
    at = from_ms(visit.desk.now_ms()).strftime("%Y-%m-%d-%H%M")
    return Download(f"requests-{at}.{form}", _KINDS[form], parts, first=_EXCEL_MARK if form == "csv" else "")


def export_fhir(visit: Visit) -> Answer:
    """One request as a FHIR bundle; that it was taken is an audit row."""
    lead = open_lead(visit.desk, visit.books, visit.member, visit.asked.path["uid"])
    if lead is None:
        return not_found()
    text = lead_json(visit.desk, visit.books, lead, actor=str(visit.member.telegram_id), surface=SURFACE)
    return Download(f"{lead.reference}.fhir.json", MEDIA_TYPE, iter([text]))


def _in_codes(tab: str, filters: Filters) -> str:
    """What the export was narrowed to. A source may be anything that stood in a link: only that one was chosen."""
    chosen = [name if name == "source" else f"{name} {value}" for name, value in filters.chosen.items()]
    return ", ".join([f"tab {tab}", *chosen])
