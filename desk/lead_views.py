"""One request as staff see it on a page: everything known of it, and what this member may do with it."""

from dataclasses import dataclass
from typing import Any

from desk.acting import Actor
from desk.answer_views import answer_views, is_contact, version_views
from desk.desk import Desk
from desk.duplicates import alike, merges_of
from desk.filters import LANGUAGE_NAMES
from desk.lead_lines import LeadLine, age_words, is_open, lines
from desk.lead_timeline import event_views
from desk.patient_messages import may_message
from desk.promises import promise_state, promise_words
from desk.reaching import reaching
from desk.records import ACT_LABELS
from desk.safety_flags import safety_flags
from desk.sign_in import SURFACE, note_denied
from flows import lead as life
from flows.answers import Answers
from flows.record import STAFF_LANGUAGE, summary
from storage import audit, leads, staff
from storage.leads import LeadRow
from storage.merges import MergeRow
from storage.staff import Member
from storage.store import Books

_SIGN_WORDS = {"chat": "same Telegram chat", "phone": "same phone", "email": "same e-mail", "name": "same name"}


@dataclass(frozen=True, slots=True)
class Alike:
    """Another request that may be of the same person, and what the two share."""

    line: LeadLine
    shared: str


@dataclass(frozen=True, slots=True)
class MergeView:
    """A merge that stands: which request it is about, whether it is the other one that was folded in, by whom, when."""

    uid: str
    other: LeadLine | None
    into_this: bool
    by: str
    at: str


def open_lead(desk: Desk, books: Books, member: Member, uid: str) -> LeadRow | None:
    """The lead with this uid, where the member may see it; that they may not is audited."""
    lead = leads.by_uid(books, uid)
    if lead is not None and not member.covers(lead.location):
        note_denied(desk, books, str(member.telegram_id), lead.uid, "location")
        return None
    return lead


def lead_view(desk: Desk, books: Books, member: Member, lead: LeadRow, answers: Answers) -> dict[str, Any]:
    """Everything the page of a lead with these `answers` shows; the view is audited."""
    audit.append(
        books, actor=str(member.telegram_id), surface=SURFACE, act="lead_viewed", subject=lead.uid, now=desk.now_ms()
    )
    names = {one.telegram_id: one.name or f"staff {one.telegram_id}" for one in staff.members(books)}
    submitted = leads.answers(books, lead, 1) if lead.version > 1 else answers
    views = answer_views(desk, lead, answers, submitted)
    events, asked = event_views(desk, books, member, lead, names)
    return {
        **_head(desk, books, member, lead),
        "reach": reaching(desk, lead, answers),
        "answers": [view for view in views if not is_contact(view) or view.was is not None],
        "flow_version": next((view.version for view in views), ""),
        "antidepressants": _antidepressants(desk, answers),
        "asked": asked,
        "safety": safety_flags(desk, books, lead, names),
        "versions": version_views(desk, books, lead),
        "timeline": events,
        "alike": _alike(desk, books, member, lead),
        "merges": _merges(desk, books, member, lead, names),
        "acts": acts_for(lead, member),
        "may_work": member.may_work,
        "may_not_message": _may_not_message(desk, books, member, lead),
        "seen": seen_state(lead),
    }


def _head(desk: Desk, books: Books, member: Member, lead: LeadRow) -> dict[str, Any]:
    def moment(at: int | None) -> str:
        return desk.local_clock(at, lead.location) if at else ""

    return {
        "lead": lead,
        "line": lines(desk, books, member, [lead])[0],
        "language": LANGUAGE_NAMES.get(lead.language, lead.language),
        "submitted": desk.local_time(lead.submitted_at, lead.location),
        "city": desk.city(lead.location),
        "waiting": age_words(desk.now_ms() - lead.submitted_at) if is_open(lead) else "",
        "held_since": moment(lead.held_at) if lead.holder_id else "",
        "until": moment(lead.follow_up_at),
        "reason": lead.reason.replace("_", " "),
        "promise": promise_words(desk, lead, STAFF_LANGUAGE),
        "promise_state": promise_state(desk, lead) if lead.status in life.LIVE or lead.contacted_at else "",
        "contacted": moment(lead.contacted_at),
    }


def _antidepressants(desk: Desk, answers: Answers) -> int | None:
    """How many were named; None where treatments were not asked for."""
    return summary(desk.flow, answers).antidepressants if "prior_treatments" in answers else None


def _alike(desk: Desk, books: Books, member: Member, lead: LeadRow) -> list[Alike]:
    found = alike(desk, books, lead, member)
    shown = lines(desk, books, member, [other for other, _ in found])
    return [
        Alike(line, ", ".join(_SIGN_WORDS[sign] for sign in signs))
        for line, (_, signs) in zip(shown, found, strict=True)
    ]


def _merges(desk: Desk, books: Books, member: Member, lead: LeadRow, names: dict[int, str]) -> list[MergeView]:
    return [_merge(desk, books, member, lead, row, names) for row in merges_of(books, lead)]


def _merge(desk: Desk, books: Books, member: Member, lead: LeadRow, row: MergeRow, names: dict[int, str]) -> MergeView:
    into_this = row.into_uid == lead.uid
    other = leads.by_uid(books, row.from_uid if into_this else row.into_uid)
    seen = lines(desk, books, member, [other])[0] if other and member.covers(other.location) else None
    by = names.get(row.actor_id, f"staff {row.actor_id}")
    return MergeView(row.uid, seen, into_this, by, desk.local_clock(row.at, lead.location))


def _may_not_message(desk: Desk, books: Books, member: Member, lead: LeadRow) -> str:
    """Why this member may not write to the patient; empty where they may, or may not act at all."""
    return may_message(desk, books, lead, Actor(member, SURFACE)) if member.may_work else ""


def acts_for(lead: LeadRow, member: Member) -> tuple[str, ...]:
    """What this member may do with the lead as it stands; what a colleague holds must be taken over first."""
    if not member.may_work or lead.merged_into:
        return ()
    possible = [act for act in ACT_LABELS if act in life.acts_from(lead.status)]
    if "take_over" not in possible:
        return tuple(possible)
    return tuple(act for act in possible if (act == "take_over") is (lead.holder_id != member.telegram_id))


def seen_state(lead: LeadRow) -> str:
    """What a form says the lead was like when it was drawn: a move of something else by now is refused."""
    return f"{lead.status}.{lead.holder_id or 0}"
