"""Telling whoever holds a lead, in private; where nobody does, the group hears that something waits, not what."""

from typing import Any

from desk.cards import card_name
from desk.desk import Desk
from desk.forum_topics import topic_of
from desk.wording import buttons, plain
from flows.taps import staff as code
from storage import leads, outbox, staff
from storage.leads import LeadRow
from storage.staff import Member
from storage.store import Books

ABOUT_LEAD = "about:"
"""What the outbox calls what a patient did, as it is told to the holder: this, and the lead's uid."""
MERGES_FOLLOWED = 10
"""How many merges are followed from one lead to the next; more is a mistake in the books."""


def holder_of(books: Books, lead: LeadRow) -> Member | None:
    """Who holds this lead, as long as they are staff and may see it."""
    member = staff.member(books, lead.holder_id) if lead.holder_id is not None else None
    return member if member and member.covers(lead.location) else None


def worked_on(books: Books, lead: LeadRow) -> LeadRow:
    """The lead that is worked on in the place of `lead`: itself, or the one it was merged into."""
    for _ in range(MERGES_FOLLOWED):
        into = leads.by_uid(books, lead.merged_into) if lead.merged_into else None
        if into is None:
            break
        lead = into
    return lead


def tell_member(desk: Desk, books: Books, member_id: int, lead: LeadRow, words: str) -> None:
    """A line about a lead to one member in private, without a word of the patient."""
    if staff.member(books, member_id) is None:
        return
    text = desk.words.text("staff/notice", "en", {"reference": lead.reference, "words": words})
    outbox.put(books, member_id, "send", plain(text), desk.now_ms(), subject=lead.uid)


def tell_group(desk: Desk, books: Books, lead: LeadRow, template: str, **context: Any) -> None:
    """A line about a lead in the staff group, under its card; never with content."""
    chat = desk.staff_chat(books)
    if chat is not None:
        text = desk.words.text(template, "en", {"reference": lead.reference, **context})
        body = plain(text, reply_to=card_name(lead.uid), topic=topic_of(desk, lead.location))
        outbox.put(books, chat, "send", body, desk.now_ms(), subject=lead.uid)


def tell_holder(
    desk: Desk,
    books: Books,
    lead: LeadRow,
    template: str,
    waiting: str,
    *,
    answerable: bool = False,
    subject: str = "",
    **context: Any,
) -> None:
    """The words of `template` to the holder, protected; without one, those of `waiting` to the group.

    What is `answerable` has a button to answer the patient, and so does a reply to it. `subject` is the lead that it is
    about, where that is another one: it goes to that one's person, and is erased with it.
    """
    holder, about = holder_of(books, lead), subject or lead.uid
    rows = buttons(([("Reply", code("write", about))] if answerable else []) + [("Open", code("open", lead.uid))])
    if holder is None:
        tell_group(desk, books, lead, waiting)
        return
    text = desk.words.text(template, "en", {"reference": lead.reference, **context})
    body = plain(text, protect=True) | {"rows": rows}
    outbox.put(books, holder.telegram_id, "send", body, desk.now_ms(), ask=f"{ABOUT_LEAD}{about}", subject=about)
