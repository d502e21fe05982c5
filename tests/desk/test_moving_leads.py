"""Moving a lead on by the services of both surfaces: who may, with what, and who hears of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from clinics import flow_of
from desk_acts import actor, audited, do, entries, lead_of
from front_desk import DANA, NINA, OMAR, FrontDesk
from walks import BY_TAPS, SHORT, finish

from desk.lead_moves import Moved, move_lead
from sandbox.client import Person
from storage.staff import COORDINATOR, READ_ONLY, remove_member, save_member

Move = Callable[..., Moved]
DAY_MS = 86_400_000
HAS_IT = "A person from our team has your request now. You can write to us here."


@pytest.fixture
def reference(alice: Person) -> str:
    """Alice has handed a request over and may be contacted."""
    return finish(alice, BY_TAPS)


@pytest.fixture
def move(front: FrontDesk, reference: str) -> Move:
    """Move Alice's lead as Dana, or whoever is named."""

    def moved(act: str, number: int = DANA, surface: str = "console", **more: object) -> Moved:
        return do(front, move_lead, lead_of(front, reference), act, actor(front, number, surface), **more)  # type: ignore[arg-type]  # by name

    return moved


def told(phone: Person, reference: str) -> list[str]:
    """What this phone was told about the request, without its reference."""
    lines = [message["text"] for message in phone.messages() if message["from_bot"]]
    return [line.removeprefix(f"{reference}: ") for line in lines if line.startswith(f"{reference}: ")]


# Taking over


def test_taking_over_needs_a_reason_and_the_holder_hears_it(
    front: FrontDesk, reference: str, move: Move, dana: Person
) -> None:
    """Without one it is refused; with one, the holder is told who and why, in private."""
    move("claim")
    assert "A reason is needed; “other” needs a few words." == move("take_over", OMAR).why
    assert "A reason is needed; “other” needs a few words." == move("take_over", OMAR, reason="other").why
    assert DANA == lead_of(front, reference).holder_id
    assert move("take_over", OMAR, reason="holder_away").moved
    assert OMAR == lead_of(front, reference).holder_id
    assert ["staff 9002 has taken this over from you (holder away)."] == [
        line.replace("Omar Ortiz", "staff 9002") for line in told(dana, reference)
    ]
    assert [(str(OMAR), "console", lead_of(front, reference).uid, "holder_away")] == audited(front, "lead_take_over")


def test_another_reason_is_told_in_its_own_words(front: FrontDesk, reference: str, move: Move, dana: Person) -> None:
    """The note of "other"."""
    move("claim")
    move("take_over", OMAR, reason="other", note="I know her from last year")
    assert told(dana, reference)[-1].endswith("has taken this over from you (I know her from last year).")
    assert "I know her" not in str(front.rows("select * from audit"))


def test_what_one_holds_cannot_be_taken_over_from_oneself(move: Move) -> None:
    """There is nobody to tell."""
    move("claim")
    assert Moved(False, why="You hold this request already.") == move("take_over", reason="holder_away")


# Rights


@pytest.mark.parametrize("act", ["contact", "schedule", "release", "snooze", "refuse", "close"])
def test_what_a_colleague_works_on_must_be_taken_over_first(move: Move, act: str) -> None:
    """Whatever the surface offers."""
    move("claim")
    more = {"snooze": {"until": 10**14}, "refuse": {"reason": "duplicate"}, "close": {"reason": "spam"}}.get(act, {})
    refused = move(act, OMAR, **more)
    assert (False, True) == (refused.moved, refused.why.endswith("holds this request. Take it over first."))


@pytest.mark.parametrize(
    ("role", "locations", "why"),
    [
        (READ_ONLY, (), "Your role may look, but not change."),
        (COORDINATOR, ("sedona",), "This request belongs to another location."),
    ],
)
def test_who_may_not_is_refused_by_the_service_itself_and_written_down(
    front: FrontDesk, reference: str, move: Move, role: str, locations: tuple[str, ...], why: str
) -> None:
    """Also where a surface forgot to ask."""
    with front.store.transaction() as books:
        save_member(books, NINA, "Nina", role, locations, 0)
    assert Moved(False, why=why) == move("claim", NINA)
    assert [(str(NINA), "console", lead_of(front, reference).uid, "claim")] == audited(front, "denied")
    assert "new" == lead_of(front, reference).status


@pytest.mark.parametrize("act", ["wake", "time_out", "merge", "unmerge", "nonsense"])
def test_what_only_the_desk_itself_does_no_member_can(front: FrontDesk, reference: str, move: Move, act: str) -> None:
    """The clock wakes, and a merge has a service of its own."""
    move("claim")
    assert Moved(False, why="Not possible while the request is: Claimed.") == move(act)
    assert "claimed" == lead_of(front, reference).status


# What a move leaves


def test_reopening_clears_the_reason_and_makes_it_ones_own(front: FrontDesk, reference: str, move: Move) -> None:
    """Omar reopens what Dana closed."""
    move("claim")
    move("close", reason="no_answer")
    assert ("closed", "no_answer", DANA) == _standing(front, reference)
    assert move("reopen", OMAR, reason="no_answer").moved
    assert ("claimed", "", OMAR) == _standing(front, reference)
    assert lead_of(front, reference).follow_up_at is None


def _standing(front: FrontDesk, reference: str) -> tuple[str, str, int | None]:
    lead = lead_of(front, reference)
    return lead.status, lead.reason, lead.holder_id


def test_not_now_needs_a_date_that_is_still_to_come(front: FrontDesk, move: Move) -> None:
    """Yesterday would come back at once."""
    now = front.desk.now_ms()
    assert "A date that is still to come is needed." == move("snooze", until=now).why
    assert move("snooze", until=now + DAY_MS).moved


@pytest.mark.parametrize("act", ["contact", "schedule"])
def test_the_first_contact_is_noted_once(front: FrontDesk, reference: str, move: Move, act: str) -> None:
    """Scheduling is contact as well; later contact does not move the first."""
    move("claim")
    front.clock.forward(minutes=5)
    move(act)
    first = front.desk.now_ms()
    assert (first, first) == (lead_of(front, reference).contacted_at, lead_of(front, reference).acted_at)
    front.clock.forward(minutes=5)
    move("schedule") if act == "contact" else move("close", reason="became_patient")
    assert first == lead_of(front, reference).contacted_at
    assert front.desk.now_ms() == lead_of(front, reference).acted_at


# What the patient hears


def test_the_patient_hears_once_that_a_person_has_it(
    front: FrontDesk, reference: str, move: Move, alice: Person
) -> None:
    """At the first claim; a release and another claim are no news."""
    move("claim")
    assert HAS_IT == alice.last()["text"]
    move("release")
    move("claim", OMAR)
    assert 1 == alice.visible().count("has your request now")
    assert [{"act": "claim", "name": ""}] == [
        body for kind, _, body in entries(front, lead_of(front, reference)) if kind == "told_taken"
    ]


def test_the_patient_hears_once_that_another_person_took_over(move: Move, alice: Person) -> None:
    """To and fro between colleagues is their own affair."""
    move("claim")
    move("take_over", OMAR, reason="holder_away")
    assert "Another person from our team has your request now. You can write to us here." == alice.last()["text"]
    move("take_over", DANA, reason="patient_asked")
    assert 2 == alice.visible().count("has your request now")


def test_no_name_of_staff_is_said_unless_the_clinic_wants_it(move: Move, alice: Person) -> None:
    """By default a person is a person."""
    move("claim")
    assert "Dana" not in alice.visible()


def test_a_clinic_that_shows_names_says_who_has_it(tmp_path: Path) -> None:
    """Each time it is somebody else, and only then."""
    front = FrontDesk(tmp_path, flow=flow_of("show_staff_names: true"))
    try:
        alice = front.patient(101)
        reference = finish(alice, BY_TAPS)
        with front.store.transaction() as books:
            save_member(books, DANA, "Dana Diaz", COORDINATOR, (), 0)
            save_member(books, OMAR, "Omar Ortiz", COORDINATOR, (), 0)
        for act, number, more in (
            ("claim", DANA, {}),
            ("release", DANA, {}),
            ("claim", DANA, {}),
            ("take_over", OMAR, {"reason": "holder_away"}),
        ):
            do(front, move_lead, lead_of(front, reference), act, actor(front, number), **more)
        told_it = [m["text"] for m in alice.messages() if m["from_bot"] and "has your request now" in m["text"]]
        assert [
            "A person from our team has your request now: Dana Diaz. You can write to us here.",
            "Omar Ortiz from our team has your request now. You can write to us here.",
        ] == told_it
    finally:
        front.close()


def test_who_did_not_agree_to_contact_hears_nothing(front: FrontDesk, alice: Person) -> None:
    """The intake said we would not."""
    reference = finish(alice, SHORT)
    do(front, move_lead, lead_of(front, reference), "claim", actor(front))
    assert "has your request now" not in alice.visible()


def test_staff_who_try_the_intake_out_hear_nothing(front: FrontDesk, dana: Person) -> None:
    """Nor would a made-up person."""
    dana.say("/try")
    reference = finish(dana, BY_TAPS, "again")
    do(front, move_lead, lead_of(front, reference), "claim", actor(front, OMAR))
    assert "has your request now" not in dana.visible()


def test_a_holder_who_is_staff_no_more_is_told_nothing(
    front: FrontDesk, reference: str, move: Move, dana: Person, group: Person, alice: Person
) -> None:
    """What the patient writes goes to nobody's private chat; the group hears that something waits."""
    move("claim")
    with front.store.transaction() as books:
        remove_member(books, DANA)
    before = dana.visible()
    alice.say("my dog Wanderflower comes along")
    assert before == dana.visible()
    assert f"{reference}: the patient wrote. Open the record to read it." == group.last()["text"]
