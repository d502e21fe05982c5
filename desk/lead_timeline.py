"""What happened to a request, as the page shows it: who, what, when, in which words."""

from dataclasses import dataclass

from desk.desk import Desk
from desk.record_view import EVENT_WORDS
from storage import leads, merges, timeline
from storage.leads import LeadRow
from storage.staff import Member
from storage.store import Books
from storage.timeline import TimelineEntry

_OF_PATIENT = frozenset({"question", "message"})
_GRAVE = frozenset({"alert_crisis", "promise_missed"})


@dataclass(frozen=True, slots=True)
class EventView:
    """One thing that happened. `kind` is one of patient, note, out, grave, other."""

    at: str
    words: str
    who: str
    text: str
    kind: str


def event_views(
    desk: Desk, books: Books, member: Member, lead: LeadRow, names: dict[int, str]
) -> tuple[list[EventView], list[str]]:
    """The timeline, the newest first, and what the person asked, in order; with those of requests merged into it."""
    merged = [leads.by_uid(books, uid) for uid in merges.merged_into(books, lead.uid)]
    seen = [other.uid for other in merged if other and member.covers(other.location)]
    entries = timeline.timeline(books, lead.uid, *seen)
    asked = [entry.body for entry in entries if entry.kind == "question" and isinstance(entry.body, str)]
    return [_view(desk, lead, entry, names) for entry in reversed(entries)], asked


def _view(desk: Desk, lead: LeadRow, entry: TimelineEntry, names: dict[int, str]) -> EventView:
    who = names.get(int(entry.actor), f"staff {entry.actor}") if entry.actor.isdigit() else ""
    return EventView(
        at=desk.local_clock(entry.at, lead.location),
        words=EVENT_WORDS.get(entry.kind, entry.kind.replace("_", " ")),
        who=who,
        text=_text(desk, lead, entry),
        kind=_kind(entry),
    )


def _kind(entry: TimelineEntry) -> str:
    if entry.kind in _GRAVE:
        return "grave"
    if entry.kind in _OF_PATIENT:
        return "patient"
    return {"note": "note", "message_out": "out"}.get(entry.kind, "other")


def _text(desk: Desk, lead: LeadRow, entry: TimelineEntry) -> str:
    body = entry.body
    if isinstance(body, str):
        return body
    if isinstance(body, list):
        return "\n".join(str(part) for part in body)
    if not isinstance(body, dict):
        return ""
    if entry.kind == "change":
        return f"{str(body['field']).replace('_', ' ')}: {body['old'] or '—'} → {body['new'] or '—'}"
    if entry.kind in {"merge", "unmerge"}:
        return f"{body['way']} {body['reference']}"
    until = f"until {desk.local_clock(int(body['until']), lead.location)}" if body.get("until") else ""
    codes = ", ".join(filter(None, (str(body.get("reason") or "").replace("_", " "), until)))
    return "\n".join(filter(None, (codes, str(body.get("note") or ""))))
