"""Replies of staff in their private chats: a reason, a note, or the words of a message, by what was replied to."""

from desk.acting import Actor
from desk.arrivals import StaffReplied
from desk.cards import STATUS_WORDS
from desk.desk import Desk
from desk.holders import ABOUT_LEAD
from desk.lead_moves import move_lead
from desk.notes import add_note
from desk.records import record_name, refresh_record
from desk.showing import take_away
from desk.staff_messages import DRAFT, show_draft
from desk.staff_prompts import MESSAGE, NOTE, REASON, tell
from desk.tapping import SURFACE
from storage import audit, leads, outbox_upkeep, staff
from storage.leads import LeadRow
from storage.staff import Member
from storage.store import Books

_RECORD = record_name("")
_ABOUT_A_LEAD = (REASON, NOTE, MESSAGE, ABOUT_LEAD, DRAFT, _RECORD)


def staff_replied(desk: Desk, books: Books, replied: StaffReplied) -> bool:
    """Carry out a reply to what the bot showed a member of staff; False where it was no such message.

    A reply to a record is a note; one to what a patient wrote is the draft of an answer.
    """
    patient = replied.patient
    name = outbox_upkeep.named_by_message(books, patient.chat_id, replied.reply_to)
    member = staff.member(books, patient.chat_id)
    if member is None or not name.startswith(_ABOUT_A_LEAD):
        return False
    lead = leads.by_uid(books, name.rpartition(":")[2])
    if lead is None:
        return False
    if not member.covers(lead.location):
        audit.append(
            books, actor=str(member.telegram_id), surface=SURFACE, act="denied", subject=lead.uid, now=desk.now_ms()
        )
        tell(desk, books, member, lead, "This request belongs to another location.")
    elif not member.may_work:
        tell(desk, books, member, lead, "Your role may look, but not change.")
    else:
        _carry_out(desk, books, member, lead, name, patient.text)
    return True


def _carry_out(desk: Desk, books: Books, member: Member, lead: LeadRow, name: str, words: str) -> None:
    actor = Actor(member, SURFACE)
    if name.startswith(REASON):
        done = move_lead(desk, books, lead, name.split(":")[1], actor, reason="other", note=words)
        take_away(desk, books, member.telegram_id, name)
        tell(desk, books, member, lead, STATUS_WORDS[done.status] if done.moved else done.why)
        refresh_record(desk, books, lead, member)
    elif name.startswith((NOTE, _RECORD)):
        if name.startswith(NOTE):
            take_away(desk, books, member.telegram_id, name)
        tell(desk, books, member, lead, add_note(desk, books, lead, actor, words) or "Noted.")
        refresh_record(desk, books, lead, member)
    else:
        if not name.startswith(ABOUT_LEAD):
            take_away(desk, books, member.telegram_id, name)
        show_draft(desk, books, member, lead, words)
