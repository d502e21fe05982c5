"""The report on the questions: where people stop, as a chart and a table, and as a file."""

import csv
import io
from urllib.parse import urlencode

from console.gate import Visit
from console.navigation import REPORT
from console.pages import Answer, Download, Page
from desk.filters import LANGUAGE_NAMES, clinics_of
from desk.funnel import FIRST_PERIOD, LEAST, PERIODS, Report, Wanted, note_exported, report
from desk.spreadsheet_cells import cell

CSV = f"{REPORT.href}.csv"
_HEAD = ("question", "shown", "answered", "left", "median time to answer")


def show_report(visit: Visit) -> Answer:
    """The report, narrowed to what is chosen."""
    wanted = _wanted(visit)
    found = report(visit.desk, visit.books, visit.member, wanted)
    narrowed = {"days": str(wanted.days), "clinic": wanted.clinic, "language": wanted.language, "source": wanted.source}
    return Page("report.html", {
        "report": found, "wanted": wanted, "periods": PERIODS, "clinics": clinics_of(visit.desk, visit.member),
        "languages": LANGUAGE_NAMES, "least": LEAST, "parts": _parts(found),
        "csv": f"{CSV}?{urlencode({name: value for name, value in narrowed.items() if value})}",
    })  # fmt: skip


def export_report(visit: Visit) -> Answer:
    """The table as a file, with the same rounding; that it was taken is audited."""
    wanted = _wanted(visit)
    found = report(visit.desk, visit.books, visit.member, wanted)
    note_exported(visit.desk, visit.books, visit.member, wanted)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_HEAD)
    for step in found.steps:
        writer.writerow([cell(v) for v in (step.name, step.shown, step.answered, step.left, step.seconds)])
    return Download(f"questions-{wanted.days}-days.csv", "text/csv; charset=utf-8", iter([out.getvalue()]))


def _wanted(visit: Visit) -> Wanted:
    """What the address asks for, where it can be chosen."""
    query = visit.asked.query
    days, clinic, language = query.get("days", ""), query.get("clinic", ""), query.get("language", "")
    return Wanted(
        days=int(days) if days in map(str, PERIODS) else FIRST_PERIOD,
        clinic=clinic if clinic in clinics_of(visit.desk, visit.member) else "",
        language=language if language in LANGUAGE_NAMES else "",
        source=query.get("source", "")[:64],
    )


def _parts(found: Report) -> dict[str, tuple[float, float]]:
    """How long the two bars of each question are, in parts of a hundred: shown, and answered."""
    whole = max(found.most, 1)
    return {
        step.link_id: (round(100 * step.shown_number / whole, 1), round(100 * step.answered_number / whole, 1))
        for step in found.steps
    }
