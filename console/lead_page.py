"""The page of one request: everything known of it, and the forms that move it on."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from console.gate import Visit
from console.pages import Answer, Page, not_found
from desk.desk import Desk
from desk.field_values import ANSWERED
from desk.filters import LANGUAGE_NAMES
from desk.lead_changes import FIELDS, seen_value
from desk.lead_marks import lead_mark
from desk.lead_views import lead_view, open_lead
from desk.notes import LONGEST as LONGEST_NOTE
from desk.patient_messages import LONGEST as LONGEST_MESSAGE
from desk.records import ACT_LABELS, SNOOZES
from flows.answers import Answers
from flows.clinic import ONLINE, in_language
from flows.lead import REASONS
from flows.record import STAFF_LANGUAGE
from storage import leads
from storage.leads import LeadRow
from storage.moments import from_ms
from storage.staff import Member

LONGEST_REASON = 500
_DONE = {
    "claim": "This request is yours.",
    "release": "Released. Anybody can claim it now.",
    "take_over": "This request is yours now. Who held it is told.",
    "contact": "Noted: contacted.",
    "schedule": "Noted: scheduled.",
    "snooze": "Set aside. It comes back by itself.",
    "refuse": "Noted: not a fit.",
    "close": "Closed.",
    "reopen": "Open again, and yours.",
    "note": "Your note is on the timeline.",
    "message": "Your message is on its way.",
    "dropped": "The message was thrown away. Nothing was sent.",
    "change": "Changed.",
    "alert": "Thank you. Everyone sees that you are on it.",
    "merge": "Merged. You can take it back under “The same person?”.",
    "unmerge": "Apart again.",
}
_LABELS = {
    "location": "Clinic",
    "services": "Services",
    "language": "Language",
    "urgent": "Urgent",
    "name": "Name",
    "phone": "Phone",
    "email": "E-mail",
    "follow_up_at": "Comes back on",
}


@dataclass(frozen=True, slots=True)
class Kept:
    """What a form that was refused keeps: which one it was, why, and what was typed into it."""

    form: str = ""
    why: str = ""
    typed: str = ""
    other: str = ""


def show_lead(visit: Visit) -> Answer:
    """The record; that it was looked at is audited."""
    lead = open_lead(visit.desk, visit.books, visit.member, visit.asked.path["uid"])
    if lead is None:
        return not_found()
    return lead_page(visit, lead, done=_DONE.get(visit.asked.query.get("done", ""), ""))


def lead_page(visit: Visit, lead: LeadRow, *, done: str = "", kept: Kept | None = None) -> Page:
    """The page of this lead as it is now; `kept` is a form that was refused."""
    desk, books, member = visit.desk, visit.books, visit.member
    lead = leads.by_uid(books, lead.uid) or lead
    answers = leads.answers(books, lead)
    kept = kept or Kept()
    context: dict[str, Any] = lead_view(desk, books, member, lead, answers) | {
        "uid": lead.uid,
        "labels": ACT_LABELS,
        "snoozes": SNOOZES,
        "tomorrow": tomorrow(desk, lead).isoformat(),
        "reasons": {act: {code: in_words(code) for code in codes} for act, codes in REASONS.items()},
        "longest_reason": LONGEST_REASON,
        "longest_note": LONGEST_NOTE,
        "longest_message": LONGEST_MESSAGE,
        "fields": _fields(visit, lead, answers, kept) if member.may_work and not lead.merged_into else [],
        "done": done,
        "kept": kept,
    }
    mark = lead_mark(books, member, lead.uid)
    return Page("lead.html", context, 409 if kept.why else 200, live=True, mark=mark)


def mark_of(visit: Visit) -> str:
    """How the lead of this page stands now."""
    return lead_mark(visit.books, visit.member, visit.asked.path["uid"])


def _fields(visit: Visit, lead: LeadRow, answers: Answers, kept: Kept) -> list[dict[str, Any]]:
    """What can be put right, each with what was on the screen and, where a change was refused, what was typed."""
    desk = visit.desk
    named = [name for name in FIELDS if name != "follow_up_at" or lead.status == "not_now"]
    fields = []
    for name in named:
        answer = answers.get(name) if name in ANSWERED else None
        value = list(answer.codes) if answer else [] if name in ANSWERED else [str(getattr(lead, name))]
        if name == "follow_up_at":
            value = [tomorrow(desk, lead).isoformat()]
        mine = kept.form == f"change-{name}"
        fields.append({
            "name": name, "label": _LABELS[name], "seen": seen_value(desk, visit.books, lead, name, answers),
            "value": kept.typed.split(",") if mine else value, "options": _options(desk, visit.member, name),
            "why": kept.why if mine else "", "other": kept.other if mine else "",
        })  # fmt: skip
    return fields


def _options(desk: Desk, member: Member, name: str) -> dict[str, str]:
    if name == "location":
        return {place.code: desk.location_label(place.code) for place in desk.flow.clinic.locations} | {
            ONLINE: desk.location_label(ONLINE)
        }
    if name == "services":
        return {s.code: in_language(s.label, STAFF_LANGUAGE) for s in desk.flow.clinic.services}
    if name == "urgent":
        return {"False": "Not urgent", "True": "Urgent"}
    return LANGUAGE_NAMES if name == "language" and member.may_work else {}


def today(desk: Desk, lead: LeadRow) -> date:
    """The day it is at the clinic of this lead."""
    place = desk.flow.clinic.location(lead.location) or desk.flow.clinic.locations[0]
    return from_ms(desk.now_ms()).astimezone(place.zone).date()


def tomorrow(desk: Desk, lead: LeadRow) -> date:
    """The day after."""
    return date.fromordinal(today(desk, lead).toordinal() + 1)


def in_words(code: str) -> str:
    """A code as words."""
    return code.replace("_", " ").capitalize()
