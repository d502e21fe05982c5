"""The full record of a lead, in the private chat of an authorised member: protected, audited, ready to act on.

It stands there for a set time only; whatever is done from it draws it again.
"""

from typing import Any
from urllib.parse import urlsplit

from desk.acting import Actor
from desk.card_buttons import SNOOZES, choices, in_twos
from desk.desk import Desk
from desk.patient_messages import may_message
from desk.record_view import record_context
from desk.showing import MINUTE_MS, redraw, show
from desk.staff_alerts import location_behind
from desk.wording import buttons, plain
from flows import lead as life
from flows.record import rows
from flows.taps import staff as code
from storage import audit, leads, outbox
from storage.alerts import AlertRow
from storage.conversations import load_conversations
from storage.leads import LeadRow
from storage.staff import Member
from storage.store import Books

__all__ = ["ACT_LABELS", "SNOOZES", "record_context", "record_name", "send_alert_record", "send_record"]

ACT_LABELS = {
    "claim": "Claim",
    "contact": "Contacted",
    "schedule": "Scheduled",
    "snooze": "Not now…",
    "refuse": "Not a fit…",
    "close": "Close…",
    "release": "Release",
    "take_over": "Take over…",
    "reopen": "Reopen",
}


def record_name(uid: str) -> str:
    """What the outbox calls the record of a lead in a private chat."""
    return f"record:{uid}"


def send_record(
    desk: Desk, books: Books, lead: LeadRow, member: Member, *, draw: str = "send", asking: str = ""
) -> None:
    """Show the record to `member`, anew or (`draw` "edit") where it stands; every showing is audited."""
    now = desk.now_ms()
    audit.append(books, actor=str(member.telegram_id), surface="telegram", act="lead_viewed", subject=lead.uid, now=now)
    context = record_context(desk, books, lead, member)
    context["until"] = desk.local_time(now + desk.record_minutes * MINUTE_MS, lead.location)
    body = plain(desk.words.text("staff/record", "en", context), protect=True)
    body["rows"] = choices(lead, asking) if asking else _acts(desk, books, lead, member)
    draw_it = redraw if draw == "edit" else show
    draw_it(desk, books, member.telegram_id, record_name(lead.uid), body, minutes=desk.record_minutes, subject=lead.uid)


def refresh_record(desk: Desk, books: Books, lead: LeadRow, member: Member) -> None:
    """Draw the record again where this member has it before them; nothing where they have not."""
    if outbox.delivered_message(books, member.telegram_id, record_name(lead.uid)) is not None:
        send_record(desk, books, leads.by_uid(books, lead.uid) or lead, member, draw="edit")


def _acts(desk: Desk, books: Books, lead: LeadRow, member: Member) -> list[list[dict[str, Any]]]:
    link = [[_console_button(desk, lead)]] if is_linkable(desk.console_url) else []
    if not member.may_work or lead.merged_into:
        return link
    mine = lead.holder_id == member.telegram_id
    possible = [act for act in ACT_LABELS if act in life.acts_from(lead.status)]
    if lead.status in {"claimed", "contacted"}:
        possible = [a for a in possible if a != "take_over"] if mine else ["take_over"]
    words = [("Note", code("jot", lead.uid))]
    if not may_message(desk, books, lead, Actor(member, "telegram")):
        words = [("Message", code("write", lead.uid)), *words]
    return buttons(*in_twos([(ACT_LABELS[act], code(act, lead.uid)) for act in possible]), words) + link


def _console_button(desk: Desk, lead: LeadRow) -> dict[str, Any]:
    return {"label": "Open in the console", "url": f"{desk.console_url}/leads/{lead.uid}"}


def is_linkable(address: str) -> bool:
    """True for an address that Telegram takes for a button: its host has a dot in it."""
    return "." in (urlsplit(address).hostname or "")


def send_alert_record(desk: Desk, books: Books, alert: AlertRow, member: Member) -> bool:
    """Show what is known behind an alert: the lead's record, or what was answered so far; False without the right."""
    lead = leads.by_uid(books, alert.lead_uid) if alert.lead_uid else None
    if not member.covers(location_behind(books, alert)):
        return False
    if lead:
        send_record(desk, books, lead, member)
        return True
    now, kept = desk.now_ms(), load_conversations(books, [alert.chat_id]).get(alert.chat_id)
    audit.append(
        books, actor=str(member.telegram_id), surface="telegram", act="alert_viewed", subject=alert.uid, now=now
    )
    answers = kept.conversation.answers if kept else {}
    context = {
        "kind": alert.kind,
        "at": desk.local_time(alert.raised_at),
        "reference": "",
        "rows": [row for row in rows(desk.flow, answers) if not row["display"]],
    }
    body = plain(desk.words.text("staff/alert_record", "en", context), protect=True)
    show(desk, books, member.telegram_id, f"seen:{alert.uid}", body, minutes=desk.record_minutes, subject=alert.uid)
    return True
