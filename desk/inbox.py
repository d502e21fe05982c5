"""A page of the inbox, and how many there are in each tab."""

from dataclasses import dataclass

from desk.desk import Desk
from desk.filters import LEAD_TABS, Filters, scope_of
from desk.lead_lines import LeadLine, lines
from desk.unfinished import count_unfinished
from storage import lead_search
from storage.lead_scope import ORDER
from storage.staff import Member
from storage.store import Books

PER_PAGE = 25
COUNTED = 1000
"""A tab counts up to here; more is said as "999+"."""


@dataclass(frozen=True, slots=True)
class Inbox:
    """One page of a tab: its lines, and where the pages before and behind begin, as an address has it.

    `stopped` is the day up to which was looked, where the page ended early because few fit the filters.
    """

    lines: tuple[LeadLine, ...]
    before: str
    behind: str
    stopped: str = ""


def inbox(
    desk: Desk, books: Books, member: Member, tab: str, filters: Filters, *, after: str = "", before: str = ""
) -> Inbox:
    """A page of this tab, longest waiting first."""
    place = ORDER.read(before or after)
    page = lead_search.page(
        books, scope_of(desk, member, tab, filters), limit=PER_PAGE, place=place, backwards=bool(before)
    )
    stopped = desk.local_time(page.stopped[0]) if page.stopped and len(page.leads) < PER_PAGE else ""
    return Inbox(
        lines(desk, books, member, page.leads),
        before=ORDER.write(page.before),
        behind=ORDER.write(page.behind),
        stopped=stopped,
    )


def tab_counts(desk: Desk, books: Books, member: Member) -> dict[str, str]:
    """How many there are in each tab, up to what is counted."""
    scopes = {tab: scope_of(desk, member, tab) for tab in LEAD_TABS}
    found = lead_search.counts(books, scopes, COUNTED) | {"unfinished": count_unfinished(desk, books, member, COUNTED)}
    return {tab: str(n) if n < COUNTED else f"{COUNTED - 1}+" for tab, n in found.items()}
