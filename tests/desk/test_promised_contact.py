"""The promise to be in touch: said only where the clinic set hours, kept or owned up to, once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from clinics import NINE_TO_FIVE, flow_of, punctual
from desk_acts import actor, do, entries, lead_of
from front_desk import DANA, OMAR, FrontDesk
from walks import BY_TAPS, SHORT, Step, finish

from desk.lead_moves import move_lead
from desk.patient_messages import send_message
from desk.promises import promise_words
from desk.ticking import tick
from sandbox.client import Person

BY = "Tuesday 11:00 AM (Santa Monica time)"
PLACE, VISIT = (
    next(at for at, step in enumerate(BY_TAPS) if words in step.sees) for words in ("location", "help with")
)
BY_PHONE = (
    *BY_TAPS[:PLACE],
    Step("Which location", "tap", "Not near one: online or phone"),
    Step("Would online", "tap", "By phone"),
    Step("Which state", "say", "California"),
    *BY_TAPS[PLACE + 1 : VISIT],
    Step("always given at a clinic", "tap", "Talk it over by phone first"),
    *BY_TAPS[VISIT:],
)
MISSED = f"We said you would hear from us by {BY}, and we have not been in touch. We are sorry."


@pytest.fixture
def front(tmp_path: Path) -> Iterator[FrontDesk]:
    """Santa Monica is open from nine to five and says two hours; it is Tuesday, nine o'clock there."""
    desk = FrontDesk(tmp_path, flow=punctual("claim_minutes: null"))
    for number in (DANA, OMAR):
        desk.staff(number).start()
    yield desk
    desk.close()


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder for another clinic's desk."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder


@pytest.fixture
def reference(alice: Person) -> str:
    return finish(alice, BY_TAPS)


def later(front: FrontDesk, **time: float) -> None:
    front.clock.forward(**time)
    tick(front.desk)
    front.work()


def move(front: FrontDesk, reference: str, act: str, **more: str) -> None:
    assert do(front, move_lead, lead_of(front, reference), act, actor(front), **more).moved  # type: ignore[arg-type]  # by name


# Saying it


def test_the_receipt_and_status_say_by_when(front: FrontDesk, reference: str, alice: Person) -> None:
    """In the clinic's time."""
    assert f"You will hear from us by {BY}." in alice.visible()
    alice.say("/status")
    assert f"You will hear from us by {BY}." in alice.last()["text"]


def test_over_the_weekend_it_is_monday(front: FrontDesk, alice: Person) -> None:
    """Written on Friday at half past four."""
    front.clock.forward(days=3, hours=7.5)
    finish(alice, BY_TAPS)
    assert "You will hear from us by Monday 10:30 AM (Santa Monica time)." in alice.visible()


def test_a_day_more_than_a_week_ahead_is_said_with_its_date(front: FrontDesk, reference: str) -> None:
    """Its name alone would mean the next one."""
    front.clock.forward(days=-7)
    words = do(front, lambda desk, _books: promise_words(desk, lead_of(front, reference), "en"))
    assert "Tuesday, November 24, 11:00 AM (Santa Monica time)" == words


def test_in_spanish_it_is_said_in_spanish(front: FrontDesk, alice: Person) -> None:
    """With the day and the time as they are said there."""
    reference = finish(alice, BY_TAPS)
    alice.say("/language")
    alice.say("/status")
    assert "Tendrá noticias nuestras a más tardar el martes a las 11:00 a. m. (hora de Santa Monica)." in (
        alice.last()["text"].replace("\N{NO-BREAK SPACE}", " ")
    )
    assert "(hora de Santa Monica)" in do(
        front, lambda desk, _books: promise_words(desk, lead_of(front, reference), "es")
    )


@pytest.mark.parametrize(
    ("settings", "santa_monica"),
    [((), ""), (("contact_within_minutes: 120",), ""), ((), NINE_TO_FIVE)],
)
def test_where_the_clinic_has_not_set_both_nothing_is_promised(
    elsewhere: Path, settings: tuple[str, ...], santa_monica: str
) -> None:
    """Neither hours alone nor minutes alone make one."""
    front = FrontDesk(elsewhere, flow=flow_of(*settings, santa_monica=santa_monica))
    try:
        alice = front.patient(101)
        lead = lead_of(front, finish(alice, BY_TAPS))
        assert lead.promised_at is None
        assert "" == do(front, lambda desk, _books: promise_words(desk, lead, "en"))
        alice.say("/status")
        assert "hear from us by" not in alice.visible()
    finally:
        front.close()


def test_a_location_may_have_its_own_time(elsewhere: Path) -> None:
    """It goes before the group's."""
    own = f"{NINE_TO_FIVE}    contact_within_minutes: 30\n"
    front = FrontDesk(elsewhere, flow=flow_of("contact_within_minutes: 120", santa_monica=own))
    try:
        alice = front.patient(101)
        finish(alice, BY_TAPS)
        assert "You will hear from us by Tuesday 9:30 AM (Santa Monica time)." in alice.visible()
    finally:
        front.close()


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ((), ""),
        (("online_answered_by: santa_monica",), "You will hear from us by Tuesday 11:00 AM (Santa Monica time)."),
        (
            ("online_answered_by: santa_monica", "closed: [2026-11-24, 2026-11-25]"),
            "You will hear from us by Thursday 11:00 AM (Santa Monica time).",
        ),
        (("online_answered_by: sedona",), ""),
    ],
    ids=["nobody named", "named", "closed until Thursday", "named without hours"],
)
def test_a_request_for_no_clinic_is_promised_what_the_location_that_answers_it_keeps(
    elsewhere: Path, settings: tuple[str, ...], said: str
) -> None:
    """By phone there is no clinic whose hours could count, unless the file names one."""
    front = FrontDesk(elsewhere, flow=punctual(*settings))
    try:
        alice = front.patient(101)
        finish(alice, BY_PHONE)
        assert ("hear from us by" in alice.visible()) == bool(said)
        assert said in alice.visible()
    finally:
        front.close()


def test_who_did_not_agree_to_contact_is_promised_none(front: FrontDesk, alice: Person) -> None:
    """There is nothing to wait for."""
    assert lead_of(front, finish(alice, SHORT)).promised_at is None
    assert "hear from us by" not in alice.visible()


# Missing it


def test_a_missed_promise_is_owned_up_to_once(front: FrontDesk, reference: str, alice: Person, group: Person) -> None:
    """To the patient, and in the group without content; /status says the same."""
    later(front, hours=1.99)
    assert "We are sorry" not in alice.visible()
    later(front, hours=0.01)
    assert alice.last()["text"].startswith(MISSED)
    by = "Nov 24, 11:00 AM (Santa Monica)"
    told = f"{reference}: the patient was to hear from us by {by}, and nobody has been in touch yet. They have been told so."
    assert told == group.last()["text"]
    assert ("promise_missed", "system", None) == entries(front, lead_of(front, reference))[-1]
    assert front.desk.now_ms() == lead_of(front, reference).promise_missed_at
    later(front, hours=48)
    assert 1 == alice.visible().count("We are sorry")
    assert 1 == group.visible().count("was to hear from us")
    alice.say("/status")
    assert MISSED in alice.last()["text"]


def test_the_holder_hears_it_in_private(front: FrontDesk, reference: str, dana: Person, omar: Person) -> None:
    """Who holds it, and nobody else."""
    move(front, reference, "claim")
    later(front, hours=2)
    words = "the patient was to hear from us by Nov 24, 11:00 AM (Santa Monica) and has not."
    assert f"{reference}: {words}" == dana.last()["text"]
    assert "was to hear" not in omar.visible()


@pytest.mark.parametrize("how", ["contact", "schedule", "message"])
def test_a_promise_that_was_kept_is_not_spoken_of(front: FrontDesk, reference: str, alice: Person, how: str) -> None:
    """A call, an appointment or a message by the bot all keep it."""
    move(front, reference, "claim")
    if how == "message":
        assert do(front, send_message, lead_of(front, reference), actor(front), "When can we call?").sent
    else:
        move(front, reference, how)
    later(front, hours=48)
    assert "We are sorry" not in alice.visible()
    assert lead_of(front, reference).promise_missed_at is None


def test_what_was_settled_meanwhile_breaks_no_promise_also_when_it_is_reopened(
    front: FrontDesk, reference: str, alice: Person
) -> None:
    """Closed before the time, opened again after it."""
    move(front, reference, "claim")
    move(front, reference, "close", reason="not_interested")
    later(front, hours=48)
    move(front, reference, "reopen")
    later(front, hours=48)
    assert "We are sorry" not in alice.visible()


def test_who_wants_no_more_contact_is_not_told_and_nobody_is_late(
    front: FrontDesk, reference: str, alice: Person, group: Person
) -> None:
    """/stop ends the promise as well."""
    alice.say("/stop")
    alice.say("yes")
    later(front, hours=48)
    assert "We are sorry" not in alice.visible()
    assert "was to hear from us" not in group.visible()
    alice.say("/status")
    assert "hear from us" not in alice.last()["text"]


def test_who_cannot_be_reached_is_not_told_but_staff_are(
    front: FrontDesk, reference: str, alice: Person, group: Person
) -> None:
    """They know then to call."""
    alice.block()
    later(front, hours=2)
    assert group.last()["text"].endswith("They could not be told.")


def test_staff_who_try_the_intake_out_alarm_nobody(front: FrontDesk, dana: Person, group: Person) -> None:
    """Their request is a trial."""
    dana.say("/try")
    finish(dana, BY_TAPS, "again")
    later(front, hours=48)
    assert "We are sorry" not in dana.visible()
    assert "was to hear from us" not in group.visible()
