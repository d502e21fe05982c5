"""Leads that move by themselves: one set aside comes back, one claimed and left alone goes back to everybody."""

from desk.cards import refresh_card
from desk.deliveries import announce_act
from desk.desk import Desk
from desk.holders import tell_member
from flows import lead as life
from storage import audit, lead_clock, leads, timeline
from storage.leads import LeadRow
from storage.moments import from_ms, to_ms
from storage.store import Books

_MINUTE_MS = 60_000


def wake(desk: Desk, books: Books, now: int) -> None:
    """Bring back what was set aside until a time that has come; who had it before is told."""
    for lead in lead_clock.due_again(books, now):
        if _back_to_all(desk, books, lead, "wake", now, reason="", follow_up_at=None) and lead.holder_id:
            tell_member(desk, books, lead.holder_id, lead, "this was set aside until now and waits for somebody again.")


def hand_back(desk: Desk, books: Books, now: int) -> None:
    """Give back what somebody claimed and did nothing about for as long as the clinic allows."""
    minutes = desk.flow.clinic.claim_minutes
    if minutes is None:
        return
    for lead in lead_clock.claimed_and_silent(books, now - minutes * _MINUTE_MS):
        if now < _runs_out_at(desk, lead, minutes) or not _back_to_all(
            desk, books, lead, "time_out", now, reason=life.TIMED_OUT
        ):
            continue
        _note(books, lead, now)
        if lead.holder_id:
            words = "you had claimed this and nothing was done about it, so it is open to everybody again."
            tell_member(desk, books, lead.holder_id, lead, words)


def _note(books: Books, lead: LeadRow, now: int) -> None:
    audit.append(books, actor="system", surface="clock", act="lead_timed_out", subject=lead.uid, now=now)


def _runs_out_at(desk: Desk, lead: LeadRow, minutes: int) -> int:
    """When a claim runs out, in milliseconds: counted in opening time where the clinic set hours."""
    since = lead.acted_at or lead.held_at or lead.submitted_at
    by = desk.flow.clinic.after_open_minutes(lead.location, from_ms(since), minutes)
    return to_ms(by) if by else since + minutes * _MINUTE_MS


def _back_to_all(desk: Desk, books: Books, lead: LeadRow, act: str, now: int, **changes: object) -> bool:
    """Make a lead new again, held by nobody; False where somebody moved it meanwhile."""
    status, _ = life.moved(lead.status, act)
    if status is None or not leads.move(books, lead, status, now, holder_id=None, held_at=None, **changes):
        return False
    timeline.note(books, lead.uid, "timed_out" if act == "time_out" else act, "system", now)
    refresh_card(desk, books, lead.uid)
    announce_act(desk, books, lead.uid, act)
    return True
