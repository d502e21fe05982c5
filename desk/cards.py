"""Lead cards: one message a lead in the staff group, edited through its life; no name, number or free text.

Where the group is a forum, the card stands in its clinic's topic; when the clinic changes, the old card says so and
a new one appears in the other topic.
"""

from typing import Any

from desk.card_buttons import card_rows
from desk.desk import Desk
from desk.forum_topics import has_topics, topic_of
from desk.wording import plain
from flows import lead as life
from storage import leads, outbox, outbox_upkeep, staff
from storage.leads import LeadRow
from storage.store import Books

STATUS_WORDS = {
    "new": "New",
    "claimed": "Claimed",
    "contacted": "Contacted",
    "scheduled": "Scheduled",
    "not_now": "Not now",
    "not_a_fit": "Not a fit",
    "closed": "Closed",
}


def card_name(uid: str) -> str:
    """What the outbox calls the card of a lead."""
    return f"card:{uid}"


def staff_name(books: Books, telegram_id: int | None) -> str:
    """What colleagues call this member of staff."""
    member = staff.member(books, telegram_id) if telegram_id else None
    return (member.name if member else "") or (f"staff {telegram_id}" if telegram_id else "")


def card_body(desk: Desk, books: Books, lead: LeadRow, *, asking: str = "") -> dict[str, Any]:
    """The card of `lead` as it stands; `asking` is an act whose time or reason is being chosen on it."""
    into = leads.by_uid(books, lead.merged_into) if lead.merged_into else None
    context = {
        "reference": lead.reference,
        "urgent": lead.urgent,
        "location": _place_words(desk, lead),
        "services": desk.service_labels(lead.services),
        "status": lead.status,
        "status_words": STATUS_WORDS[lead.status],
        "since": desk.local_time(lead.submitted_at, lead.location),
        "holder": staff_name(books, lead.holder_id),
        "held_since": desk.local_time(lead.held_at, lead.location) if lead.held_at else "",
        "until": desk.local_time(lead.follow_up_at, lead.location) if lead.follow_up_at else "",
        "reason": lead.reason.replace("_", " ") if lead.status in {"not_a_fit", "closed"} else "",
        "merged_into": into.reference if into else "",
        "promised": desk.local_time(lead.promised_at, lead.location) if _is_owed(lead) and lead.promised_at else "",
        "missed": bool(lead.promised_at and lead.promised_at <= desk.now_ms()),
        "amended": lead.version > 1,
        "language": lead.language,
        "may_contact": lead.may_contact,
        "reachable": lead.reachable,
        "timed_out": lead.reason == life.TIMED_OUT,
    }
    return plain(desk.words.text("staff/card", "en", context)) | {
        "rows": card_rows(lead, asking=asking),
        "topic": topic_of(desk, lead.location),
    }


def _place_words(desk: Desk, lead: LeadRow) -> str:
    return desk.location_label(lead.location) + (" (online)" if lead.online and lead.location != "online" else "")


def _is_owed(lead: LeadRow) -> bool:
    """True while somebody waits for the contact they were promised."""
    return lead.contacted_at is None and lead.status in {"new", "claimed", "not_now"}


def post_card(desk: Desk, books: Books, uid: str) -> None:
    """Put the card of a new lead into the outbox; without a staff group it waits for one."""
    chat = desk.staff_chat(books)
    lead = leads.by_uid(books, uid)
    if chat is not None and lead is not None:
        body = card_body(desk, books, lead)
        outbox.put(books, chat, "send", body, desk.now_ms(), ask=card_name(uid), subject=uid)


def refresh_card(desk: Desk, books: Books, uid: str, *, asking: str = "") -> None:
    """Draw the card again, in the topic it belongs to by now."""
    chat = desk.staff_chat(books)
    lead = leads.by_uid(books, uid)
    if chat is None or lead is None:
        return
    body = card_body(desk, books, lead, asking=asking)
    before = outbox_upkeep.latest_body(books, chat, card_name(uid)) if has_topics(books, chat) else None
    if before and before.get("topic", body["topic"]) != body["topic"]:
        _leave_topic(desk, books, chat, lead)
        outbox.put(books, chat, "send", body, desk.now_ms(), ask=card_name(uid), subject=uid)
        return
    outbox_upkeep.redraw(books, chat, card_name(uid), body, desk.now_ms(), subject=uid)


def _leave_topic(desk: Desk, books: Books, chat: int, lead: LeadRow) -> None:
    """Let the card where it stands say where the lead went; it has no buttons any more."""
    if outbox_upkeep.drop_unsent(books, chat, card_name(lead.uid)):
        return
    outbox_upkeep.drop_waiting_edits(books, chat, card_name(lead.uid))
    left = f"{card_name(lead.uid)}:{lead.revision}"
    outbox_upkeep.rename(books, chat, card_name(lead.uid), left)
    context = {"reference": lead.reference, "location": _place_words(desk, lead)}
    body = plain(desk.words.text("staff/card_moved", "en", context))
    outbox.put(books, chat, "edit", body, desk.now_ms(), ask=left, subject=lead.uid)


def catch_up(desk: Desk, books: Books) -> int:
    """Post cards for live leads that never got one, because no group was set; gives how many."""
    missing = outbox_upkeep.leads_without_card(books)
    for uid in missing:
        post_card(desk, books, uid)
    return len(missing)
