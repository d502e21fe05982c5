"""Signs about requests: looked at, told of, reachable; and alerts taken on."""

from collections import Counter

from desk.desk import Desk
from desk.filters import seen_by
from desk.lead_lines import age_words
from desk.signs import DAY, MINUTE, REFUSED_DAYS, WAITING_MINUTES, Sign, first_of
from flows import lead as life
from flows.record import SAMPLE_SOURCE
from storage import trouble
from storage.leads import LeadRow
from storage.moments import from_ms, to_ms
from storage.staff import Member
from storage.store import Books

UNSEEN_MINUTES = 15
"""How long a new request may wait for the first look of anybody, in opening time where the clinic set hours."""
LOOKS = ("lead_viewed",)
"""Acts of the audit log that show that somebody has looked at a request."""


def unseen(desk: Desk, books: Books, member: Member, now: int) -> Sign:
    """New requests that nobody has opened for too long."""
    waiting = trouble.never_looked_at(books, LOOKS, now - UNSEEN_MINUTES * MINUTE, seen_by(member))
    found = [lead for lead in waiting if _due(desk, lead) <= now]
    words = f"Nobody has opened these for {UNSEEN_MINUTES} minutes of opening time."
    shown = first_of(desk, books, member, found)
    return Sign("unseen", "Requests nobody has looked at", len(found), bool(found), words, shown)


def _due(desk: Desk, lead: LeadRow) -> int:
    """By when somebody should have looked."""
    by = desk.flow.clinic.after_open_minutes(lead.location, from_ms(lead.submitted_at), UNSEEN_MINUTES)
    return to_ms(by) if by else lead.submitted_at + UNSEEN_MINUTES * MINUTE


def open_alerts(desk: Desk, books: Books) -> Sign:
    """Alerts that nobody took on, by kind."""
    now = desk.now_ms()
    found = trouble.open_alerts(books, now - WAITING_MINUTES * MINUTE)
    names = {"crisis": "Words of crisis", "person": "Asks for a person"}
    oldest = {alert.kind: alert.raised_at for alert in reversed(found)}
    rows = tuple(
        (names.get(kind, kind), str(count), age_words(now - oldest[kind]))
        for kind, count in sorted(Counter(alert.kind for alert in found).items())
    )
    words = "Take them on with the button below them in the staff group."
    head = ("Kind", "Open", "Oldest")
    return Sign("alerts", "Alerts nobody took on", len(found), bool(found), words, head=head, rows=rows)


def without_card(desk: Desk, books: Books, member: Member, now: int) -> Sign:
    """New requests that the staff group was not told of."""
    group = desk.staff_chat(books)
    chats = {chat for chat in (group, desk.staff_chat_id) if chat is not None}
    after, before = now - REFUSED_DAYS * DAY, now - WAITING_MINUTES * MINUTE
    missing = trouble.without_card(books, chats, after, before) if chats else []
    found = [lead for lead in missing if member.covers(lead.location) and lead.source != SAMPLE_SOURCE]
    words = "They are in the inbox, but the staff group was not told."
    shown = first_of(desk, books, member, found)
    return Sign("cards", "Requests without a card", len(found), bool(found), words, shown)


def unreachable(desk: Desk, books: Books, member: Member) -> Sign:
    """Open requests of people who get no messages."""
    found = trouble.unreachable(books, tuple(life.LIVE), seen_by(member))
    words = "They blocked the bot or are gone from Telegram: call instead."
    shown = first_of(desk, books, member, found)
    return Sign("unreachable", "People who get no messages", len(found), red=False, words=words, leads=shown)
