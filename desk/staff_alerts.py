"""Alerts in the staff group: something a person must see at once, without a word of what was written."""

from typing import Any

import structlog

from desk.acting import Actor
from desk.cards import refresh_card, staff_name
from desk.desk import Desk
from desk.forum_topics import topic_of
from desk.wording import buttons, plain
from flows.taps import staff as code
from storage import alerts, audit, leads, outbox, outbox_upkeep, staff, timeline
from storage.alerts import AlertRow
from storage.conversations import location_of
from storage.leads import LeadRow
from storage.staff import Member
from storage.store import Books

log = structlog.get_logger()


def alert_name(uid: str) -> str:
    """What the outbox calls the message of an alert."""
    return f"alert:{uid}"


def post_alert(desk: Desk, books: Books, chat_id: int, kind: str, lead: LeadRow | None) -> None:
    """Raise an alert and tell the staff group; somebody asking twice for a person is one alert until it is taken on."""
    now = desk.now_ms()
    if kind == alerts.PERSON and alerts.unseen(books, chat_id, kind):
        return
    uid = alerts.raise_alert(books, chat_id, kind, lead.uid if lead else "", now)
    if lead:
        timeline.note(books, lead.uid, f"alert_{kind}", "patient", now)
        refresh_card(desk, books, lead.uid)
    alert = alerts.by_uid(books, uid)
    chat = desk.staff_chat(books)
    if chat is not None and alert is not None:
        body = alert_body(desk, books, alert)
        outbox.put(books, chat, "send", body, now, ask=alert_name(uid), urgent=True, subject=uid)


def location_behind(books: Books, alert: AlertRow) -> str:
    """Where the person behind an alert belongs, as far as is known: by their request, or by their answers so far."""
    lead = leads.by_uid(books, alert.lead_uid) if alert.lead_uid else None
    return lead.location if lead else location_of(books, alert.chat_id)


def alert_body(desk: Desk, books: Books, alert: AlertRow) -> dict[str, Any]:
    """The message of an alert as it stands; once taken on, it says by whom."""
    lead = leads.by_uid(books, alert.lead_uid) if alert.lead_uid else None
    location = location_behind(books, alert)
    context = {
        "reference": lead.reference if lead else "",
        "at": desk.local_time(alert.raised_at, location),
        "seen_by": staff_name(books, alert.seen_by),
        "seen_at": desk.local_time(alert.seen_at, location) if alert.seen_at else "",
    }
    text = desk.words.text(f"staff/alert_{alert.kind}", "en", context)
    take = [("I take this on", code("take", alert.uid))] if alert.seen_by is None else []
    rows = buttons(take, [("Open", code("see", alert.uid))])
    return plain(text) | {"rows": rows, "topic": topic_of(desk, location)}


def escalate(desk: Desk, books: Books, alert: AlertRow, now: int) -> None:
    """Bring an alert up again: anew in the group, and in private to everybody who works this person's location."""
    log.warning("crisis alert not taken on", alert=alert.uid)
    alerts.escalated(books, alert.uid, now)
    chat = desk.staff_chat(books)
    covering = [member.telegram_id for member in who_covers(books, location_behind(books, alert))]
    for number in ([chat] if chat is not None else []) + covering:
        _send_again(desk, books, number, alert, now)


def who_covers(books: Books, location: str) -> list[Member]:
    """The members who may work requests of this location, and every owner."""
    return [
        member
        for member in staff.members(books)
        if member.active and (member.role == staff.OWNER or (member.may_work and member.covers(location)))
    ]


def _send_again(desk: Desk, books: Books, chat: int, alert: AlertRow, now: int) -> None:
    """Put the alert into this chat, below what came since; an older message of it there loses its buttons."""
    name = alert_name(alert.uid)
    if outbox_upkeep.chats_with(books, name, [chat]):
        outbox.put(books, chat, "freeze", {"rows": [], "keyboard": "inline"}, now, ask=name, urgent=True)
    body = alert_body(desk, books, alert)
    outbox.put(books, chat, "send", body, now, ask=name, urgent=True, subject=alert.uid)


def take_alert(desk: Desk, books: Books, alert: AlertRow, actor: Actor) -> str:
    """Take an alert on, for everybody to see; gives "" or, in words, who did so before."""
    now = desk.now_ms()
    if not alerts.take_on(books, alert.uid, actor.member.telegram_id, now):
        taken = alerts.by_uid(books, alert.uid) or alert
        return f"{staff_name(books, taken.seen_by)} took this on at {desk.local_time(taken.seen_at or now)}."
    audit.append(
        books, actor=actor.name, surface=actor.surface, act="alert_taken", subject=alert.uid, now=now
    )  # fmt: skip
    if alert.lead_uid:
        timeline.note(books, alert.lead_uid, "alert_taken", actor.name, now)
    redraw_alert(desk, books, alerts.by_uid(books, alert.uid) or alert)
    return ""


def redraw_alert(desk: Desk, books: Books, alert: AlertRow) -> None:
    """Show on every message of the alert, in the group and in private, who took it on."""
    name, chat = alert_name(alert.uid), desk.staff_chat(books)
    private = outbox_upkeep.chats_with(books, name, [member.telegram_id for member in staff.members(books)])
    # The group is told even where the alert stands under an id it no longer has: then it is sent once more.
    for shown in ([chat] if chat is not None else []) + private:
        outbox.put(
            books, shown, "edit", alert_body(desk, books, alert), desk.now_ms(),
            ask=name, urgent=True, subject=alert.uid,
        )  # fmt: skip
