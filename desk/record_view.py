"""Everything staff may see of a lead, as plain values: the same for every surface."""

from typing import Any
from zoneinfo import ZoneInfo

from desk.cards import STATUS_WORDS, staff_name
from desk.desk import Desk
from desk.duplicates import possible_duplicates
from desk.filters import LANGUAGE_NAMES
from flows.answers import Answers
from flows.record import contact, rows, summary
from flows.state_zones import TWO_ZONES, zone_of
from storage import alerts, leads, merges, timeline
from storage.leads import LeadRow
from storage.staff import Member
from storage.store import Books

TIMELINE_LENGTH = 12
REACH = ("name", "phone", "email", "reach_when", "voicemail")
"""Answers that say how to reach the person."""
EVENT_WORDS = {
    "submitted": "submitted",
    "amended": "answers changed",
    "question": "asked",
    "message": "wrote",
    "claim": "claimed",
    "release": "released",
    "take_over": "taken over",
    "contact": "contacted",
    "schedule": "scheduled",
    "snooze": "not now",
    "refuse": "not a fit",
    "close": "closed",
    "reopen": "reopened",
    "wake": "came back",
    "stopped": "asked for no more contact",
    "unreachable": "blocked the bot",
    "reachable": "let the bot back in",
    "alert_crisis": "words of crisis; given 911 and 988",
    "alert_person": "asked for a person",
    "alert_taken": "alert taken on",
    "note": "noted",
    "message_out": "message to the patient",
    "change": "changed",
    "merge": "merged",
    "unmerge": "merge taken back",
    "timed_out": "came back: claimed, and nothing was done",
    "promise_missed": "not contacted by the time that was said; told so",
    "told_taken": "told that somebody has it",
}


def record_context(desk: Desk, books: Books, lead: LeadRow, member: Member | None = None) -> dict[str, Any]:
    """What the record shows; duplicates only where `member` says who looks."""
    answers = leads.answers(books, lead)
    history = timeline.timeline(books, lead.uid, *merges.merged_into(books, lead.uid))
    into = leads.by_uid(books, lead.merged_into) if lead.merged_into else None
    return {
        "reference": lead.reference,
        "urgent": lead.urgent,
        "status_words": STATUS_WORDS[lead.status],
        "holder": staff_name(books, lead.holder_id),
        "merged_into": into.reference if into else "",
        "submitted": desk.local_time(lead.submitted_at, lead.location),
        "source": lead.source,
        "previous": lead.previous,
        "language": LANGUAGE_NAMES.get(lead.language, lead.language),
        "may_contact": lead.may_contact,
        "reachable": lead.reachable,
        "rows": rows(desk.flow, answers),
        "reach": REACH,
        "number": contact(answers)["phone"],
        "their_time": their_time(desk, lead, answers),
        "questions": [str(entry.body) for entry in history if entry.kind == "question" and entry.body],
        "safety": safety(desk, books, lead),
        "antidepressants": summary(desk.flow, answers).antidepressants,
        "duplicates": [d.reference for d in possible_duplicates(desk, books, lead, member)] if member else [],
        "timeline": [_entry(desk, books, lead, entry) for entry in history[-TIMELINE_LENGTH:]],
    }


def their_time(desk: Desk, lead: LeadRow, answers: Answers) -> str:
    """What time it is where the person lives, as far as that is known: "10:05 AM (AZ)"."""
    given = answers.get("residence")
    state = given.codes[0] if given and given.codes else ""
    place = desk.flow.clinic.location(lead.location)
    zone = zone_of(state) or (place.time_zone if place else "")
    if not zone:
        return ""
    now = desk.clock().astimezone(ZoneInfo(zone)).strftime("%I:%M %p").lstrip("0")
    if not zone_of(state):
        return f"{now} ({place.city if place else ''})"
    return f"{now} ({state}{', most of it' if state in TWO_ZONES else ''})"


def safety(desk: Desk, books: Books, lead: LeadRow) -> list[dict[str, str]]:
    """The alerts of this person: which, when, who took them on; never a word of theirs."""
    return [
        {
            "kind": alert.kind,
            "at": desk.local_time(alert.raised_at, lead.location),
            "by": staff_name(books, alert.seen_by),
            "seen_at": desk.local_time(alert.seen_at, lead.location) if alert.seen_at else "",
        }
        for alert in alerts.all_of_chat(books, lead.chat_id)
    ]


def _entry(desk: Desk, books: Books, lead: LeadRow, entry: timeline.TimelineEntry) -> dict[str, str]:
    words = EVENT_WORDS.get(entry.kind, entry.kind)
    if entry.actor.isdigit():
        words = f"{words} by {staff_name(books, int(entry.actor))}"
    text = ""
    if isinstance(entry.body, str):
        text = entry.body
    elif isinstance(entry.body, dict) and entry.kind == "change":
        field = str(entry.body["field"]).replace("_", " ")
        text = f"{field}: {entry.body['old'] or '—'} → {entry.body['new'] or '—'}"
    elif isinstance(entry.body, dict) and entry.kind in {"merge", "unmerge"}:
        text = f"{entry.body['way']} {entry.body['reference']}"
    elif isinstance(entry.body, dict):
        text = ", ".join(str(entry.body[k]).replace("_", " ") for k in ("reason", "note") if entry.body.get(k))
    elif isinstance(entry.body, list):
        text = ", ".join(str(part) for part in entry.body)
    return {"at": desk.local_time(entry.at, lead.location), "words": words, "text": text}
