"""Erasing a person: every table and every message we can still reach; what stays is a tombstone without content."""

from desk.cards import refresh_card
from desk.deliveries import announce_act, withdraw
from desk.desk import Desk
from desk.duplicates import restore
from desk.wording import plain
from storage import alerts, audit, forgetting, history, leads, merges, outbox, outbox_upkeep, received, staff, timeline
from storage.conversations import forget_conversation
from storage.leads import LeadRow
from storage.shown import forget_shown
from storage.store import Books

DELETABLE_MS = 47 * 3600 * 1000
"""Telegram lets a bot delete its messages for 48 hours; an hour is left for the way there."""

AT_ONCE = 100
"""How many messages Telegram deletes in one call."""


def erase(desk: Desk, books: Books, chat_id: int, *, by: str = "patient") -> None:
    """Erase everything about this chat, in this transaction. The audit log keeps that it was done, and counts.

    `by` is the patient or the system; whoever holds a lead of a patient's own erasing is told, by reference only.
    """
    books.flush()
    now = desk.now_ms()
    found = leads.of_chat(books, chat_id)
    uids = [lead.uid for lead in found]
    subjects = [*uids, *alerts.of_chat(books, chat_id)]
    shown = [(chat_id, message) for message in outbox_upkeep.recent_messages(books, chat_id, now - DELETABLE_MS)]
    shown += outbox_upkeep.messages_about(books, subjects, now - DELETABLE_MS)
    _take_apart(desk, books, found)
    withdraw(desk, books, found)
    forgetting.forget_with_leads(books, uids)
    forget_shown(books, chat_id)
    references = leads.forget_leads(books, chat_id)
    outbox_upkeep.forget_chat(books, chat_id)
    outbox_upkeep.forget_subjects(books, subjects)
    answers = history.forget_history(books, chat_id)
    alerts.forget_alerts(books, chat_id)
    received.forget_parked_of(books, chat_id)
    forget_conversation(books, chat_id)
    audit.append(
        books, actor=by, surface="telegram" if by == "patient" else "clock", act="erased",
        subject=",".join(references)[:64], now=now,
        detail=f"{answers} answers, {len(references)} leads, {len(shown)} messages",
    )  # fmt: skip
    for chat in dict.fromkeys(chat for chat, _ in shown):
        messages = [message for where, message in shown if where == chat]
        for start in range(0, len(messages), AT_ONCE):
            outbox.put(books, chat, "delete", {"messages": messages[start : start + AT_ONCE]}, now)
    if by == "patient":
        _tell_holders(desk, books, found)


def _take_apart(desk: Desk, books: Books, found: list[LeadRow]) -> None:
    """Somebody else's lead that was merged with one of these stands for itself again, and names it no more."""
    uids = [lead.uid for lead in found]
    others = merges.partners(books, uids)
    for merged in merges.of_leads(books, uids):
        lead = leads.to_change(books, merged.from_uid) if merged.from_uid not in uids else None
        if lead and restore(desk, books, lead, merged):
            timeline.note(books, lead.uid, "unmerge", "system", desk.now_ms())
            announce_act(desk, books, lead.uid, "unmerge")
            refresh_card(desk, books, lead.uid)
    books.flush()
    forgetting.forget_mentions(books, sorted(others), [lead.reference for lead in found])


def _tell_holders(desk: Desk, books: Books, found: list[LeadRow]) -> None:
    for lead in found:
        if lead.holder_id and staff.member(books, lead.holder_id):
            text = desk.words.text("staff/erased", "en", {"reference": lead.reference})
            outbox.put(books, lead.holder_id, "send", plain(text), desk.now_ms())
