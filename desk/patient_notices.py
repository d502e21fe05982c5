"""Short messages of the desk's own to the person behind a lead: what became of their request, never who they are."""

from typing import Any

from desk.desk import Desk
from desk.wording import plain
from flows.record import SAMPLE_SOURCE
from storage import outbox, staff, timeline
from storage.leads import LeadRow
from storage.staff import Member
from storage.store import Books

TOLD_TAKEN = "told_taken"
"""What the timeline calls it that the person heard of somebody having their request."""


def is_trial(books: Books, lead: LeadRow) -> bool:
    """True for the lead of a sample person, or of staff who try the intake out."""
    return lead.source == SAMPLE_SOURCE or staff.member(books, lead.chat_id) is not None


def tell_patient(desk: Desk, books: Books, lead: LeadRow, template: str, **context: Any) -> bool:
    """Send the person a notice, if they agreed to be contacted and can be reached; True where it is on its way."""
    if not lead.may_contact or not lead.reachable or is_trial(books, lead):
        return False
    text = desk.words.text(template, lead.language, {"clinic": desk.flow.clinic.name, **context})
    outbox.put(books, lead.chat_id, "send", plain(text), desk.now_ms(), subject=lead.uid)
    return True


def tell_taken(desk: Desk, books: Books, lead: LeadRow, act: str, member: Member) -> None:
    """Tell the person that somebody has their request now: at the first claim, and when somebody else takes over.

    Nothing is said twice: after a release the next claim is no news, and a second change of hands only where the
    clinic shows names.
    """
    name = member.name if desk.flow.clinic.show_staff_names else ""
    said = [entry.body for entry in timeline.timeline(books, lead.uid) if entry.kind == TOLD_TAKEN]
    if name and said and said[-1]["name"] == name:
        return
    if not name and said and (act == "claim" or any(one["act"] == act for one in said)):
        return
    if tell_patient(desk, books, lead, "taken_up", name=name, again=bool(said)):
        timeline.note(books, lead.uid, TOLD_TAKEN, "system", desk.now_ms(), {"act": act, "name": name})
