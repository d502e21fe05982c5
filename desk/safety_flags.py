"""Alerts about a person, on the page of their request: which, when, and who took them on; never what was written."""

from dataclasses import dataclass

from desk.desk import Desk
from storage import alerts
from storage.leads import LeadRow
from storage.store import Books

_WORDS = {alerts.CRISIS: "Words of crisis; given 911 and 988 at once", alerts.PERSON: "Asked for a person"}


@dataclass(frozen=True, slots=True)
class SafetyFlag:
    """One alert; `taken` says by whom and when it was taken on, empty while nobody has."""

    uid: str
    kind: str
    words: str
    at: str
    taken: str


def safety_flags(desk: Desk, books: Books, lead: LeadRow, names: dict[int, str]) -> list[SafetyFlag]:
    """The alerts about this person, the newest first."""
    found = []
    for alert in reversed(alerts.all_of_chat(books, lead.chat_id)):
        by = names.get(alert.seen_by or 0, f"staff {alert.seen_by}")
        taken = f"{by}, {desk.local_clock(alert.seen_at, lead.location)}" if alert.seen_at else ""
        words = _WORDS.get(alert.kind, alert.kind)
        found.append(SafetyFlag(alert.uid, alert.kind, words, desk.local_clock(alert.raised_at, lead.location), taken))
    return found
