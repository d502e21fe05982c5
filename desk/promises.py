"""The promise to be in touch: made only out of hours that the clinic set, said once, and owned up to where broken."""

from datetime import datetime, timedelta

from desk.cards import refresh_card
from desk.desk import Desk
from desk.holders import holder_of, tell_group, tell_member
from desk.patient_notices import is_trial, tell_patient
from flows.record import Summary
from messages.moments import day_and_time
from storage import lead_clock, leads, timeline
from storage.leads import LeadRow
from storage.moments import from_ms, to_ms
from storage.store import Books

NAMED_BY_WEEKDAY = timedelta(days=6)
"""Up to so far ahead the day of the week says which day is meant."""


def promised_at(desk: Desk, filed: Summary, now: datetime) -> int | None:
    """By when somebody who may be contacted hears from the clinic; None where the clinic set nothing to go by."""
    clinic = desk.flow.clinic
    place = clinic.answering(filed.location)
    minutes = (place.contact_within_minutes or clinic.contact_within_minutes) if place else None
    if minutes is None or not filed.may_contact:
        return None
    by = clinic.after_open_minutes(filed.location, now, minutes)
    return to_ms(by) if by else None


def promise_words(desk: Desk, lead: LeadRow, language: str) -> str:
    """By when the person was told to hear from us, in the clinic's time: "Tuesday 11:00 AM (Las Vegas time)"; or ""."""
    place = desk.place(lead.location)
    if lead.promised_at is None:
        return ""
    by = from_ms(lead.promised_at).astimezone(place.zone)
    far = by.date() - desk.clock().astimezone(place.zone).date() > NAMED_BY_WEEKDAY
    return day_and_time(by, place.city, language, dated=far)


def promise_state(desk: Desk, lead: LeadRow) -> str:
    """How the promise stands: "" (none), `open`, `kept`, `missed`."""
    if lead.promised_at is None:
        return ""
    if lead.contacted_at is not None:
        return "kept"
    return "missed" if lead.promised_at <= desk.now_ms() else "open"


def own_up(desk: Desk, books: Books, now: int) -> None:
    """Tell everybody whose promise is broken by now, once; staff hear of it in the group and the holder in private."""
    for lead in lead_clock.promises_broken(books, now):
        leads.flag(books, lead.uid, promise_missed_at=now)
        timeline.note(books, lead.uid, "promise_missed", "system", now)
        if is_trial(books, lead):
            continue
        told = tell_patient(desk, books, lead, "promise_missed", when=promise_words(desk, lead, lead.language))
        by = desk.local_time(lead.promised_at or now, lead.location)
        tell_group(desk, books, lead, "staff/promise_missed", by=by, told=told)
        refresh_card(desk, books, lead.uid)
        holder = holder_of(books, lead)
        if holder:
            words = f"the patient was to hear from us by {by} and has not."
            tell_member(desk, books, holder.telegram_id, lead, words)
