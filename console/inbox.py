"""The inbox: tabs with counts, filters that combine freely, pages in both directions."""

from typing import Any
from urllib.parse import urlencode

from console.gate import Visit
from console.pages import Answer, GoTo, Page
from console.signing_in import INBOX
from desk.filters import LEAD_TABS, MOST_SOURCES, TABS, Filters, choices, read_filters
from desk.inbox import PER_PAGE, Inbox, inbox, tab_counts
from desk.unfinished import UnfinishedList, unfinished_page

FIRST_TAB = "new"
_NOTHING_HERE = {
    "new": "Nobody is waiting. New requests appear here, the longest waiting first.",
    "mine": "You hold no open request. Claim one under New, and it stays here until it is settled.",
    "all": "There is no open request.",
    "urgent": "Nothing urgent is open.",
    "not_now": "Nothing is set aside. What is comes back by itself on its day.",
    "unfinished": "Nobody stopped half way. People who do, and agreed to be contacted, appear here after half an hour.",
}
_LABELS = {
    "clinic": "Clinic",
    "status": "Status",
    "service": "Service",
    "remote": "How",
    "language": "Language",
    "source": "Source",
    "age": "Waiting",
}
_EVERYTHING = {"clinic": "All", "status": "All open", "service": "All", "remote": "Either", "language": "All",
               "source": "All", "age": "Any time"}  # fmt: skip


def show_inbox(visit: Visit) -> Answer:
    """A tab of the inbox, narrowed by what is chosen."""
    query = visit.asked.query
    tab = query.get("tab", FIRST_TAB)
    if tab not in TABS:
        return GoTo(INBOX)
    filters = read_filters(visit.desk, visit.member, tab, query)
    found = _found(visit, tab, filters)
    chosen = filters.chosen
    return Page("inbox.html", {
        "tab": tab, "title": TABS[tab], "lines": found.lines, "narrowed": bool(chosen), "chosen": chosen,
        "tabs": _tabs(visit), "fields": _fields(visit, tab, chosen), "plain_href": _href(tab=tab),
        "template": "lines.html" if tab in LEAD_TABS else "unfinished_lines.html",
        "stopped": found.stopped,
        "empty": "Nothing matches these filters." if chosen else _NOTHING_HERE[tab],
        "earlier": _href(tab=tab, **chosen, before=found.before) if found.before else "",
        "later": _href(tab=tab, **chosen, after=found.behind) if found.behind else "",
        "may_export": visit.member.may_work and tab in LEAD_TABS,
    }, live=True)  # fmt: skip


def _found(visit: Visit, tab: str, filters: Filters) -> Inbox | UnfinishedList:
    after, before = visit.asked.query.get("after", ""), visit.asked.query.get("before", "")
    if tab in LEAD_TABS:
        return inbox(visit.desk, visit.books, visit.member, tab, filters, after=after, before=before)
    return unfinished_page(
        visit.desk, visit.books, visit.member, filters, limit=PER_PAGE, after=after, before=before
    )  # fmt: skip


def _tabs(visit: Visit) -> list[dict[str, str]]:
    counts = tab_counts(visit.desk, visit.books, visit.member)
    return [
        {"code": code, "words": words, "count": counts[code], "href": _href(tab=code)} for code, words in TABS.items()
    ]


def _fields(visit: Visit, tab: str, chosen: dict[str, str]) -> list[dict[str, Any]]:
    """The filters as fields of a form; a source is typed where there are too many to choose from."""
    fields = []
    for name, options in choices(visit.desk, visit.books, visit.member, tab).items():
        value = chosen.get(name, "")
        many = name == "source" and (len(options) > MOST_SOURCES or bool(value and value not in options))
        label = "Silent for" if tab == "unfinished" and name == "age" else _LABELS[name]
        fields.append({
            "name": name, "label": label, "all": _EVERYTHING[name], "options": options, "typed": many, "value": value,
        })  # fmt: skip
    return fields


def _href(**query: str) -> str:
    return f"{INBOX}?{urlencode(query)}"
