"""Lists of requests in a private chat: what is new, what one holds; a button each, page by page."""

from typing import Any

from desk.arrivals import TapAnswer
from desk.desk import Desk
from desk.filters import scope_of
from desk.lead_lines import age_words
from desk.showing import redraw, show
from desk.tapping import Act
from desk.wording import buttons, plain
from flows.taps import staff as code
from storage import lead_search
from storage.lead_scope import ORDER
from storage.lead_search import LeadPage
from storage.leads import LeadRow
from storage.staff import Member
from storage.store import Books

PER_PAGE = 8
COUNTED = 1_000
"""Lists are counted up to here; more is said as "999+"."""
NEW, MINE = "new", "mine"
"""Tabs of the inbox that can be listed here."""
LIST_ACTS = frozenset({"page", "back"})
_TITLES = {NEW: "Waiting for somebody", MINE: "Yours"}


def show_list(desk: Desk, books: Books, member: Member, kind: str) -> None:
    """Send a list, longest waiting first, in the place of an earlier one."""
    page = lead_search.page(books, scope_of(desk, member, kind), limit=PER_PAGE)
    body = _body(desk, books, member, kind, page)
    show(desk, books, member.telegram_id, f"list:{kind}", body, minutes=desk.record_minutes)


def turn_page(act: Act) -> TapAnswer:
    """Show the next or the previous page in the same message."""
    kind, backwards = act.tap.subject, act.tap.act == "back"
    if kind not in _TITLES:
        return act.answer("That button is out of date.")
    scope, place = scope_of(act.desk, act.member, kind), ORDER.read(act.tap.detail)
    page = lead_search.page(act.books, scope, limit=PER_PAGE, place=place, backwards=backwards)
    body = _body(act.desk, act.books, act.member, kind, page)
    redraw(act.desk, act.books, act.member.telegram_id, f"list:{kind}", body, minutes=act.desk.record_minutes)
    return act.answer()


def _body(desk: Desk, books: Books, member: Member, kind: str, page: LeadPage) -> dict[str, Any]:
    found = lead_search.counts(books, {kind: scope_of(desk, member, kind)}, COUNTED)[kind]
    context = {"title": _TITLES[kind], "count": count_words(found)}
    turns = [("Earlier", code("back", kind, ORDER.write(page.before)))] if page.before else []
    turns += [("More", code("page", kind, ORDER.write(page.behind)))] if page.behind else []
    lines = [[(_line(desk, lead), code("open", lead.uid))] for lead in page.leads]
    return plain(desk.words.text("staff/list", "en", context)) | {"rows": buttons(*lines, turns)}


def count_words(found: int) -> str:
    """A count as it is said."""
    return str(found) if found < COUNTED else f"{COUNTED - 1}+"


def _line(desk: Desk, lead: LeadRow) -> str:
    waiting = age_words(desk.now_ms() - lead.submitted_at)
    urgent = "🔴 urgent · " if lead.urgent else ""
    return f"{urgent}{lead.reference} · {desk.location_label(lead.location)} · {waiting}"
