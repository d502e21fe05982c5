"""What comes back by itself: a claim that nobody acts on, and a lead that was set aside."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from clinics import NINE_TO_FIVE, flow_of
from desk_acts import actor, audited, do, entries, lead_of
from front_desk import DANA, FrontDesk
from walks import BY_TAPS, SHORT, finish

from desk.lead_moves import move_lead
from desk.notes import add_note
from desk.patient_messages import send_message
from desk.ticking import tick
from sandbox.client import Person

GIVEN_BACK = "you had claimed this and nothing was done about it, so it is open to everybody again."


@pytest.fixture
def open_days(tmp_path: Path) -> Iterator[FrontDesk]:
    """A clinic that is open in Santa Monica from nine to five on weekdays; it is Tuesday, nine o'clock."""
    front = FrontDesk(tmp_path, flow=flow_of(santa_monica=NINE_TO_FIVE))
    front.staff(DANA).start()
    yield front
    front.close()


def claimed(front: FrontDesk, steps: tuple = BY_TAPS) -> str:
    reference = finish(front.patient(101), steps)
    do(front, move_lead, lead_of(front, reference), "claim", actor(front))
    return reference


def later(front: FrontDesk, **time: float) -> None:
    """So much later the clock ticks."""
    front.clock.forward(**time)
    tick(front.desk)
    front.work()


def status(front: FrontDesk, reference: str) -> tuple[str, int | None]:
    lead = lead_of(front, reference)
    return lead.status, lead.holder_id


def test_a_claim_that_nobody_acts_on_goes_back_to_everybody(front: FrontDesk, dana: Person, group: Person) -> None:
    """After two hours: the card shows it, who had it is told, timeline and audit log have it."""
    reference = claimed(front)
    later(front, minutes=119)
    assert ("claimed", DANA) == status(front, reference)
    later(front, minutes=1)
    assert ("new", None) == status(front, reference)
    assert f"{reference}: {GIVEN_BACK}" == dana.last()["text"]
    card = next(m for m in group.messages() if m["from_bot"] and m["text"].startswith(reference))
    assert "Came back: it was claimed, and nothing was done about it" in card["text"]
    assert "Claim" in [button["text"] for row in card["buttons"] for button in row]
    lead = lead_of(front, reference)
    assert ("timed_out", "system", None) == entries(front, lead)[-1]
    assert [("system", "clock", lead.uid, "")] == audited(front, "lead_timed_out")
    later(front, minutes=600)
    assert 1 == len(audited(front, "lead_timed_out"))


def test_who_claims_it_again_has_it_anew(front: FrontDesk, group: Person) -> None:
    """The card forgets what was."""
    reference = claimed(front)
    later(front, minutes=120)
    do(front, move_lead, lead_of(front, reference), "claim", actor(front))
    assert "Came back" not in group.visible()
    later(front, minutes=119)
    assert ("claimed", DANA) == status(front, reference)


@pytest.mark.parametrize("act", ["note", "message"])
def test_doing_something_about_it_keeps_the_claim(front: FrontDesk, act: str) -> None:
    """The two hours begin again."""
    reference = claimed(front)
    later(front, minutes=100)
    if act == "note":
        assert "" == do(front, add_note, lead_of(front, reference), actor(front), "called, no answer yet")
    else:
        assert do(front, send_message, lead_of(front, reference), actor(front), "When can we call?").sent
    later(front, minutes=119)
    assert ("claimed", DANA) == status(front, reference)
    later(front, minutes=1)
    assert ("new", None) == status(front, reference)


def test_what_a_colleague_notes_does_not_keep_the_holders_claim(front: FrontDesk, omar: Person) -> None:
    """It is the holder who has to act."""
    reference = claimed(front)
    later(front, minutes=100)
    do(front, add_note, lead_of(front, reference), actor(front, 9002), "is anybody on this?")
    later(front, minutes=20)
    assert ("new", None) == status(front, reference)


def test_a_contacted_lead_never_goes_back_by_itself(front: FrontDesk) -> None:
    """Once in touch with the person, nobody loses them to the clock."""
    reference = claimed(front)
    do(front, move_lead, lead_of(front, reference), "contact", actor(front))
    later(front, hours=1000)
    assert ("contacted", DANA) == status(front, reference)


def test_only_opening_time_counts_where_the_clinic_set_hours(open_days: FrontDesk) -> None:
    """Claimed at four, it may rest over the night until ten."""
    open_days.clock.forward(hours=7)
    reference = claimed(open_days)
    for hours in (2, 15, 0.9):
        later(open_days, hours=hours)
        assert ("claimed", DANA) == status(open_days, reference)
    later(open_days, hours=0.1)
    assert ("new", None) == status(open_days, reference)


def test_a_location_without_hours_is_counted_by_the_clock(open_days: FrontDesk) -> None:
    """Las Vegas set none."""
    open_days.clock.forward(hours=7)
    reference = claimed(open_days, SHORT)
    later(open_days, hours=2)
    assert ("new", None) == status(open_days, reference)


def test_a_clinic_may_let_claims_stand(tmp_path: Path) -> None:
    """With claim_minutes: null."""
    front = FrontDesk(tmp_path, flow=flow_of("claim_minutes: null"))
    try:
        reference = claimed(front)
        later(front, hours=1000)
        assert ("claimed", DANA) == status(front, reference)
    finally:
        front.close()


def test_what_was_set_aside_comes_back_and_who_had_it_is_told(front: FrontDesk, dana: Person) -> None:
    """It waits for anybody then."""
    reference = claimed(front)
    until = front.desk.now_ms() + 86_400_000
    do(front, move_lead, lead_of(front, reference), "snooze", actor(front), until=until)
    later(front, hours=23)
    assert ("not_now", DANA) == status(front, reference)
    later(front, hours=1)
    assert ("new", None) == status(front, reference)
    assert f"{reference}: this was set aside until now and waits for somebody again." == dana.last()["text"]
    assert lead_of(front, reference).follow_up_at is None
