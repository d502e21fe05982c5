"""Putting a lead right, one field at a time: refused only where that very field was changed meanwhile."""

from dataclasses import dataclass, replace

from desk.acting import ERASED, Actor, no_right, note_audit, note_work
from desk.cards import refresh_card, staff_name
from desk.deliveries import announce
from desk.desk import Desk
from desk.field_values import ANSWERED, FIELDS, Given, Read, in_words, read_value, standing
from desk.holders import tell_member
from desk.lead_moves import refusal_words
from flows.answers import Answer, Answers, Value
from flows.record import contact, summary
from flows.visibility import prune
from storage import history, leads, staff, timeline
from storage.leads import LeadRow
from storage.store import Books

__all__ = ["FIELDS", "Changed", "change_field", "seen_value"]


@dataclass(frozen=True, slots=True)
class Changed:
    """Whether a change was made; if not, why in words, and where somebody else was first, `other`: their value."""

    changed: bool
    why: str = ""
    other: str = ""


def seen_value(_desk: Desk, books: Books, lead: LeadRow, field: str, answers: Answers | None = None) -> str:
    """What a form carries to say which value was on the screen: a keyed hash, so that it tells nobody the value.

    `answers` are those of the lead, where they are at hand.
    """
    shown = leads.answers(books, lead) if answers is None else answers
    return books.sealer.index(standing(lead, shown, field), _place(lead, field))


def change_field(desk: Desk, books: Books, lead: LeadRow, actor: Actor, field: str, seen: str, value: Given) -> Changed:
    """Set `field`, unless it no longer is what was `seen`; two people who change different fields both succeed."""
    live = leads.to_change(books, lead.uid)
    if live is None or field not in FIELDS:
        return Changed(False, ERASED if live is None else "There is no such field.")
    why = no_right(desk, books, live, actor, f"change_{field}")
    if why or live.merged_into:
        return Changed(False, why or refusal_words(books, live, "merged"))
    answers = leads.answers(books, live)
    now_is = standing(live, answers, field)
    read = read_value(desk, live, field, value)
    if not read.why and _as_text(read) == now_is:
        return Changed(True)
    if seen not in books.sealer.indexes(now_is, _place(live, field)):
        other = in_words(desk, live, field, now_is) or "—"
        return Changed(False, f"Somebody changed this meanwhile. It is now: {other}", other)
    if read.why:
        return Changed(False, read.why)
    _keep(desk, books, live, answers, field, read)
    words = {
        "field": field,
        "old": in_words(desk, live, field, now_is),
        "new": in_words(desk, live, field, _as_text(read)),
    }
    timeline.note(books, live.uid, "change", actor.name, desk.now_ms(), words)
    note_work(desk, books, live, actor)
    note_audit(desk, books, live, actor, "lead_changed", field)
    refresh_card(desk, books, live.uid)
    announce(desk, books, live.uid, "lead.updated")
    if field == "location":
        _tell_if_gone(desk, books, live, actor)
    return Changed(True)


def _place(lead: LeadRow, field: str) -> str:
    return f"seen.{field}.{lead.uid}"


def _as_text(read: Read) -> str:
    if isinstance(read.value, tuple):
        return ",".join(read.value)
    return "" if read.value is None else str(read.value)


def _keep(desk: Desk, books: Books, lead: LeadRow, answers: Answers, field: str, read: Read) -> None:
    if field not in ANSWERED:
        leads.flag(books, lead.uid, **{field: read.value, "changed_at": desk.now_ms()})
        return
    value: Value = read.value if isinstance(read.value, tuple) else str(read.value)
    version = desk.flow.questionnaire.version
    given = Answer(value, "staff", desk.clock(), version)
    kept, orphaned = prune(desk.flow.questionnaire, {**answers, field: given})
    filed = replace(summary(desk.flow, kept), may_contact=lead.may_contact)
    now = desk.now_ms()
    leads.amend(books, lead, filed, contact(kept), kept, version, now)
    history.record_answer(books, lead.chat_id, field, given, "answered", now)
    for link_id, answer in orphaned.items():
        history.record_answer(books, lead.chat_id, link_id, answer, "archived", now)


def _tell_if_gone(desk: Desk, books: Books, before: LeadRow, actor: Actor) -> None:
    """The holder hears that a lead left the locations they may see."""
    holder = staff.member(books, before.holder_id) if before.holder_id else None
    live = leads.by_uid(books, before.uid)
    if holder and live and holder.telegram_id != actor.member.telegram_id and not holder.covers(live.location):
        who = staff_name(books, actor.member.telegram_id)
        words = f"{who} moved this to {desk.location_label(live.location)}, which is not one of your locations."
        tell_member(desk, books, holder.telegram_id, live, words)
