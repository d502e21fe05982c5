"""Erasing reaches every table and every surface; what staff hear is that it happened, by reference."""

from datetime import timedelta

import pytest
from desk_acts import actor, audited, do, lead_of
from front_desk import DANA, FrontDesk
from sqlalchemy import text
from walks import BY_TAPS, finish

from desk.lead_changes import change_field, seen_value
from desk.lead_moves import move_lead
from desk.notes import add_note
from desk.patient_messages import keep_draft, send_message
from desk.retention import purge
from sandbox.client import Person
from storage.leads import LeadRow
from storage.tables import METADATA

KEPT = {"audit", "staff", "setting", "received", "outbox", "session", "login_link"}
"""Tables that may hold rows afterwards: none of them has anything of the person."""


@pytest.fixture
def lead(front: FrontDesk, alice: Person) -> LeadRow:
    """Alice's request with everything that can hang on one."""
    lead = lead_of(front, finish(alice, BY_TAPS))
    who = actor(front)
    do(front, move_lead, lead, "claim", who)
    do(front, add_note, lead, who, "prefers mornings")
    do(front, send_message, lead, who, "When can we call?")
    do(front, keep_draft, lead, who, "And on Friday?")
    do(front, change_field, lead, who, "urgent", do(front, seen_value, lead, "urgent"), "yes")
    alice.say("/person")
    return lead_of(front, lead.reference)


def erase(phone: Person) -> None:
    phone.say("/delete")
    phone.say("yes")


def test_no_table_holds_anything_of_the_person(front: FrontDesk, lead: LeadRow, alice: Person) -> None:
    """Row by row; what the outbox still holds is the goodbye and what was said to staff about others."""
    assert 0 < front.count("draft")
    erase(alice)
    full = {name for name in METADATA.tables if front.count(name)}
    assert set() == full - KEPT
    rows = front.rows("select chat_id, subject, ask, status from outbox")
    assert [] == [row for row in rows if lead.uid in (row["subject"], row["ask"])]
    assert lead.uid not in str(front.rows("select * from setting"))


def test_the_holder_hears_by_reference_that_it_happened(
    front: FrontDesk, lead: LeadRow, alice: Person, dana: Person, omar: Person
) -> None:
    """Nobody else does."""
    erase(alice)
    told = [m["text"] for m in dana.messages() if lead.reference in m["text"]]
    assert [
        f"{lead.reference}: the person erased everything about themselves. Nothing of this request is left to work on."
    ] == told
    assert lead.reference not in omar.visible()


def test_the_audit_log_has_counts_and_no_content(front: FrontDesk, lead: LeadRow, alice: Person) -> None:
    """Who, what, how much."""
    erase(alice)
    [(who, surface, subject, detail)] = audited(front, "erased")
    assert ("patient", "telegram", lead.reference) == (who, surface, subject)
    assert "1 leads" in detail


def test_what_is_erased_by_age_is_nobodys_news(front: FrontDesk, lead: LeadRow, alice: Person, dana: Person) -> None:
    """The clock did it, and no holder hears of it."""
    do(front, move_lead, lead, "close", actor(front), reason="no_answer")
    front.clock.now += timedelta(days=800)
    before = [m["text"] for m in dana.messages()]
    assert 1 == purge(front.desk, unfinished_days=30, settled_days=730, dry_run=False).settled
    front.work()
    assert 0 == front.count("lead")
    assert [("system", "clock")] == [row[:2] for row in audited(front, "erased")]
    assert [] == [m["text"] for m in dana.messages() if m["text"] not in before]


def test_a_form_that_is_still_open_finds_nothing(front: FrontDesk, lead: LeadRow, alice: Person) -> None:
    """Whatever it wants to do."""
    erase(alice)
    who = actor(front)
    assert not do(front, send_message, lead, who, "When can we call?").sent
    assert not do(front, change_field, lead, who, "name", "x", "Wanda").changed
    assert not do(front, move_lead, lead, "contact", who).moved
    assert "This request was erased." == do(front, add_note, lead, who, "prefers mornings")
    with front.store.reading() as books:
        assert 0 == books.connection.execute(text("select count(*) from lead_event")).scalar()
    assert DANA == who.member.telegram_id
