"""Messages from staff to a patient through the bot, and what comes back."""

import re
from dataclasses import replace

import pytest
from desk_acts import actor, audited, do, entries, lead_of
from front_desk import DANA, NINA, OMAR, FrontDesk
from walks import BY_TAPS, SHORT, finish

from desk.lead_moves import move_lead
from desk.patient_messages import (
    LONGEST,
    Sent,
    discreet_name,
    drop_draft,
    keep_draft,
    may_message,
    preview,
    send_message,
    take_draft,
)
from desk.patient_words import stop_contact
from flows.flow import Flow
from flows.loading import load_flow
from flows.resources import read_text
from sandbox.client import Person
from storage.leads import LeadRow
from storage.staff import COORDINATOR, READ_ONLY, save_member

WORDS = 'We have time on Friday at <10>, & "ketamine" is what you asked about. O\'Neil'
LOCKED_PHONE = 80
"""Characters that a notification may show to whoever looks at the phone."""


@pytest.fixture
def reference(front: FrontDesk, alice: Person) -> str:
    """Alice's request, with Dana."""
    reference = finish(alice, BY_TAPS)
    do(front, move_lead, lead_of(front, reference), "claim", actor(front))
    return reference


@pytest.fixture
def lead(front: FrontDesk, reference: str) -> LeadRow:
    return lead_of(front, reference)


# What the patient sees


def test_the_patient_sees_the_clinics_name_and_the_words_as_they_were_written(
    front: FrontDesk, lead: LeadRow, alice: Person
) -> None:
    """Signs that Telegram reads as formatting are words here."""
    assert Sent(True) == do(front, send_message, lead, actor(front), WORDS)
    lines = alice.last()["text"].splitlines()
    assert ("Bespoke Treatment", WORDS) == (lines[0], lines[-1])
    assert lead.reference in lines[1]


def test_the_preview_is_what_is_sent(front: FrontDesk, lead: LeadRow) -> None:
    """To the letter."""
    shown = preview(front.desk, lead, f"  {WORDS}\n")
    do(front, send_message, lead, actor(front), WORDS)
    assert shown == front.calls("sendMessage", chat_id=101)[-1]["params"]["text"]


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_locked_phone_shows_no_treatment_and_no_condition(front: FrontDesk, lead: LeadRow, language: str) -> None:
    """Whatever the message begins with; also where the clinic's own name says what it treats."""
    text = "Ketamine for depression"
    for name in ("Bespoke Treatment", "TMS & Brain Health", "X"):
        desk = replace(front.desk, flow=flow_named(name))
        seen = re.sub(r"<[^>]+>", "", preview(desk, replace(lead, language=language), text))
        assert text == seen[-len(text) :]
        assert re.search(r"ketamin|tms|brain|depress", seen[:LOCKED_PHONE], re.IGNORECASE) is None


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Bespoke Treatment", "Bespoke Treatment"), ("TMS & Brain Health", ""), ("Ketamine Infusions of LA", "")],
)
def test_a_clinics_name_that_says_what_it_treats_is_not_put_on_top(name: str, shown: str) -> None:
    """There it reads "Our team"."""
    assert shown == discreet_name(flow_named(name).clinic)


def flow_named(name: str) -> Flow:
    return load_flow(clinic_text=read_text("clinic.yaml").replace("name: Bespoke Treatment", f"name: {name}"))


def test_what_was_sent_is_on_the_timeline_and_that_it_was_in_the_audit_log(front: FrontDesk, lead: LeadRow) -> None:
    """The words are sealed; the audit log has none."""
    do(front, send_message, lead, actor(front), WORDS)
    assert ("message_out", str(DANA), WORDS) == entries(front, lead)[-1]
    assert [(str(DANA), "console", lead.uid, "")] == audited(front, "message_sent")
    assert lead_of(front, lead.reference).contacted_at == front.desk.now_ms()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("  \n", "There is nothing to send."),
        ("x" * (LONGEST + 1), "A message has at most 2,000 characters; this one has 2,001."),
    ],
)
def test_what_is_no_message_is_not_sent(front: FrontDesk, lead: LeadRow, alice: Person, text: str, why: str) -> None:
    """And nothing is cut off."""
    before = alice.visible()
    assert Sent(False, why) == do(front, send_message, lead, actor(front), text)
    assert before == alice.visible()


def test_the_longest_message_arrives_whole(front: FrontDesk, lead: LeadRow, alice: Person) -> None:
    """Also when every sign of it must be escaped."""
    assert do(front, send_message, lead, actor(front), "&" * LONGEST).sent
    assert "&" * LONGEST == alice.last()["text"].splitlines()[-1]


# Who may write


def test_only_who_holds_it_writes_and_an_owner_always_may(front: FrontDesk, lead: LeadRow) -> None:
    """Omar is an owner; Nina is not and must take it over first."""
    with front.store.transaction() as books:
        save_member(books, NINA, "Nina", COORDINATOR, (), 0)
    assert "" == do(front, may_message, lead, actor(front))
    assert "" == do(front, may_message, lead, actor(front, OMAR))
    assert "staff 9001 holds this request. Take it over first." == do(front, may_message, lead, actor(front, NINA))
    do(front, move_lead, lead, "release", actor(front))
    assert "Claim this request first." == do(front, may_message, lead, actor(front, NINA))


@pytest.mark.parametrize(
    ("role", "locations", "why"),
    [
        (READ_ONLY, (), "Your role may look, but not change."),
        (COORDINATOR, ("sedona",), "This request belongs to another location."),
    ],
)
def test_who_may_not_change_leads_may_not_write(
    front: FrontDesk, lead: LeadRow, alice: Person, role: str, locations: tuple[str, ...], why: str
) -> None:
    """That they look whether they may is no attempt; that they try is, and is written down."""
    with front.store.transaction() as books:
        save_member(books, NINA, "Nina", role, locations, 0)
    before = alice.visible()
    assert why == do(front, may_message, lead, actor(front, NINA))
    assert [] == audited(front, "denied")
    assert Sent(False, why) == do(front, send_message, lead, actor(front, NINA, "telegram"), WORDS)
    assert before == alice.visible()
    assert [(str(NINA), "telegram", lead.uid, "message")] == audited(front, "denied")


def test_who_did_not_agree_to_contact_is_not_written_to(front: FrontDesk, ben: Person) -> None:
    reference = finish(ben, SHORT)
    lead = lead_of(front, reference)
    assert "They did not agree to be contacted." == do(front, may_message, lead, actor(front))


def test_who_blocked_the_bot_is_to_be_called(front: FrontDesk, lead: LeadRow, alice: Person) -> None:
    alice.block()
    assert Sent(False, "They cannot be messaged on Telegram. Call instead.") == do(
        front, send_message, lead, actor(front), WORDS
    )


def test_who_erased_everything_is_not_written_to(front: FrontDesk, lead: LeadRow, alice: Person) -> None:
    """The page with the form may still be open."""
    alice.say("/delete")
    alice.say("yes")
    assert Sent(False, "This request was erased.") == do(front, send_message, lead, actor(front), WORDS)
    assert WORDS not in alice.visible()


# Drafts


def test_a_draft_is_taken_once_and_by_its_writer_only(front: FrontDesk, lead: LeadRow) -> None:
    """Two taps on Send are one message."""
    uid = do(front, keep_draft, lead, actor(front), WORDS)
    assert do(front, take_draft, uid, actor(front, OMAR)) is None
    taken = do(front, take_draft, uid, actor(front))
    assert taken is not None
    assert (lead.uid, WORDS) == (taken[0].uid, taken[1])
    assert do(front, take_draft, uid, actor(front)) is None


def test_a_newer_draft_takes_the_place_of_the_older_one(front: FrontDesk, lead: LeadRow) -> None:
    """And a dropped one is gone."""
    older = do(front, keep_draft, lead, actor(front), "older")
    newer = do(front, keep_draft, lead, actor(front), "newer")
    assert do(front, take_draft, older, actor(front)) is None
    assert do(front, drop_draft, newer, actor(front))
    assert 0 == front.count("draft")


def test_the_words_of_a_draft_are_sealed(front: FrontDesk, lead: LeadRow) -> None:
    do(front, keep_draft, lead, actor(front), "Wanderflower")
    assert b"Wanderflower" not in front.rows("select body_sealed from draft")[0]["body_sealed"]


# What comes back


def test_an_answer_comes_back_to_who_holds_it(front: FrontDesk, lead: LeadRow, alice: Person, dana: Person) -> None:
    """With the reference; the patient is told that it was passed on."""
    do(front, send_message, lead, actor(front), "Would Friday suit you?")
    alice.say("Friday works for me")
    assert f"{lead.reference}: the patient wrote: Friday works for me" == dana.last()["text"]
    assert "I have passed this on to our team." in alice.last()["text"]
    assert ("message", "patient", "Friday works for me") == entries(front, lead)[-1]


def test_a_reply_to_the_message_reaches_staff_whatever_question_is_open(
    front: FrontDesk, lead: LeadRow, alice: Person, dana: Person
) -> None:
    """She is in the middle of a new request; the reply answers none of its questions, and the question comes again."""
    do(front, send_message, lead, actor(front), "Would Friday suit you?")
    asked = alice.last()["message_id"]
    alice.start()
    alice.tap("A new request")
    open_question = alice.last()["text"]
    alice.say("yes", reply_to=asked)
    assert f"{lead.reference}: the patient wrote: yes" == dana.last()["text"]
    assert open_question == alice.last()["text"]
    assert "I have passed this on to our team." in alice.visible()


def test_words_of_crisis_in_a_reply_are_met_as_everywhere(
    front: FrontDesk, lead: LeadRow, alice: Person, group: Person, dana: Person
) -> None:
    """Help numbers at once, an alert, and nothing of the words anywhere."""
    do(front, send_message, lead, actor(front), "Would Friday suit you?")
    alice.say("I want to kill myself", reply_to=alice.last()["message_id"])
    front.settle()
    assert "988" in alice.visible()
    assert f"Urgent · {lead.reference}" in group.visible()
    assert "kill" not in dana.visible() + group.visible()
    assert lead_of(front, lead.reference).urgent


def test_after_a_release_the_group_hears_that_something_waits(
    front: FrontDesk, lead: LeadRow, alice: Person, group: Person, dana: Person
) -> None:
    """Not what."""
    do(front, send_message, lead, actor(front), "Would Friday suit you?")
    do(front, move_lead, lead_of(front, lead.reference), "release", actor(front))
    alice.say("Friday works for me", reply_to=alice.last()["message_id"])
    assert f"{lead.reference}: the patient wrote. Open the record to read it." == group.last()["text"]
    assert "Friday works for me" not in group.visible() + dana.visible()


def test_a_command_in_a_reply_is_a_command(front: FrontDesk, lead: LeadRow, alice: Person, dana: Person) -> None:
    """Nobody's /stop becomes a message."""
    do(front, send_message, lead, actor(front), "Would Friday suit you?")
    before = dana.visible()
    alice.say("/stop", reply_to=alice.last()["message_id"])
    assert before == dana.visible()
    assert "Stop" in str(alice.last()["buttons"])


# /stop


def test_stop_drops_what_waits_and_tells_the_holder(
    front: FrontDesk, lead: LeadRow, alice: Person, dana: Person, group: Person
) -> None:
    """A draft, a message that is not sent yet, and whatever else was to be said."""
    do(front, keep_draft, lead, actor(front), "Would Friday suit you?")
    with front.store.transaction() as books:
        assert send_message(front.desk, books, lead, actor(front), "Would Friday suit you?").sent
        stop_contact(front.desk, books, 101)
    front.work()
    assert "Friday" not in alice.visible()
    assert 0 == front.count("draft")
    assert f"{lead.reference}: the patient asked not to be contacted any more." == dana.last()["text"]
    assert "Did not agree to be contacted" in group.visible()
    assert "They did not agree to be contacted." == do(front, may_message, lead, actor(front))


def test_whoever_takes_the_consent_back_by_changing_the_answer_is_stopped_too(
    front: FrontDesk, lead: LeadRow, alice: Person, dana: Person
) -> None:
    """/edit is as good as /stop."""
    alice.say("/edit")
    alice.tap("May we contact you")
    alice.tap("No, I will reach out myself")
    alice.tap("Send the changes")
    assert not lead_of(front, lead.reference).may_contact
    assert f"{lead.reference}: the patient asked not to be contacted any more." in dana.visible()
