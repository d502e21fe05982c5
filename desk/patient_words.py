"""What a person writes to staff, and that they want to hear no more: kept, and brought to whoever works on it."""

from dataclasses import replace

from desk.arrivals import FromPatient, StaffReplied
from desk.cards import refresh_card
from desk.deliveries import announce
from desk.desk import Desk
from desk.holders import holder_of, tell_holder, tell_member, worked_on
from desk.patient_messages import message_name
from flows.events import Said, ToldStaff
from storage import drafts, leads, outbox_upkeep, timeline
from storage.leads import LeadRow
from storage.store import Books

SHOWN = 3_000
"""Characters of a message that are shown in private; all of it is on the timeline."""


def to_staff(books: Books, arrival: StaffReplied) -> FromPatient:
    """What the person did; where they replied to a message of staff, it is for staff and answers no question."""
    patient = arrival.patient
    if not isinstance(patient.event, Said):
        return patient
    named = outbox_upkeep.named_by_message(books, patient.chat_id, arrival.reply_to)
    lead = next((one for one in leads.of_chat(books, patient.chat_id) if message_name(one.uid) == named), None)
    if lead is None:
        return patient
    return replace(patient, event=ToldStaff(patient.event.text, lead.reference, patient.event.message))


def keep_message(desk: Desk, books: Books, lead: LeadRow, text: str, kind: str) -> None:
    """Keep a message or a question; it goes to the holder, or that it came to the group.

    What is written about a lead that was merged goes to whoever works on the one it was merged into; it stays with the
    lead it is about, so that it goes with it when the person is erased or the merge is taken back.
    """
    live = worked_on(books, lead)
    timeline.note(books, lead.uid, kind, "patient", desk.now_ms(), text)
    tell_holder(
        desk, books, live, "staff/message", "staff/waiting", answerable=True,
        subject=lead.uid, kind=kind, text=text[:SHOWN], earlier=lead.reference if live.uid != lead.uid else "",
    )  # fmt: skip


def stop_contact(desk: Desk, books: Books, chat_id: int) -> None:
    """Nobody writes to this person any more, about any request of theirs."""
    for lead in leads.of_chat(books, chat_id):
        timeline.note(books, lead.uid, "stopped", "patient", desk.now_ms())
        end_contact(desk, books, lead)


def end_contact(desk: Desk, books: Books, lead: LeadRow) -> None:
    """What waits to be sent about this lead is dropped, nothing more is promised, and every surface says so."""
    drafts.forget_of(books, [lead.uid])
    outbox_upkeep.drop_waiting_about(books, lead.chat_id, lead.uid)
    kept = lead.contacted_at is not None or lead.promise_missed_at is not None
    leads.flag(books, lead.uid, may_contact=False, promised_at=lead.promised_at if kept else None)
    refresh_card(desk, books, lead.uid)
    announce(desk, books, lead.uid, "lead.consent_withdrawn")
    holder = holder_of(books, lead)
    if holder and lead.may_contact:
        tell_member(desk, books, holder.telegram_id, lead, "the patient asked not to be contacted any more.")
