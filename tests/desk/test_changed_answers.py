"""Answers changed after the request was handed over: staff see what was and what is, without asking for it."""

from typing import Any

import pytest
from desk_acts import actor, do, entries, lead_of
from front_desk import DANA, NINA, FrontDesk
from walks import BY_TAPS, finish

from desk.lead_moves import move_lead
from sandbox.client import Person
from storage.staff import COORDINATOR, save_member


@pytest.fixture
def reference(front: FrontDesk, alice: Person) -> str:
    """Alice's request for Santa Monica."""
    return finish(alice, BY_TAPS)


def move(front: FrontDesk, reference: str, act: str, number: int = DANA, **more: Any) -> None:
    assert do(front, move_lead, lead_of(front, reference), act, actor(front, number), **more).moved


def change_location(phone: Person, place: str = "Sedona") -> None:
    phone.say("/edit")
    phone.tap("Location")
    phone.tap(place)
    phone.tap("Send the changes")


def about(phone: Person, reference: str) -> str:
    """The newest message on this phone that begins with the reference."""
    return next(
        m["text"] for m in reversed(phone.messages()) if m["from_bot"] and m["text"].startswith(f"{reference}:")
    )


def test_the_holder_gets_a_comparison_in_private(
    front: FrontDesk, reference: str, alice: Person, dana: Person, group: Person
) -> None:
    """Old and new, protected; the card says that answers were changed, and not which."""
    move(front, reference, "claim")
    change_location(alice)
    assert f"{reference}: the patient changed answers\nLocation: Santa Monica → Sedona" == about(dana, reference)
    sent = [c["params"] for c in front.calls("sendMessage", chat_id=DANA) if "→" in c["params"]["text"]]
    assert [True] == [bool(params.get("protect_content")) for params in sent]
    assert "Answers were changed" in group.visible()
    assert "Santa Monica → Sedona" not in group.visible()


def test_the_timeline_keeps_what_was_and_what_is(front: FrontDesk, reference: str, alice: Person) -> None:
    """In staff's words."""
    change_location(alice)
    kind, who, lines = entries(front, lead_of(front, reference))[-1]
    assert ("amended", "patient", ["Location: Santa Monica → Sedona"]) == (kind, who, lines)


def test_unclaimed_the_group_hears_that_answers_changed(
    front: FrontDesk, reference: str, alice: Person, group: Person
) -> None:
    """Without content."""
    change_location(alice)
    assert f"{reference}: the patient changed answers. Open the record to see them." == about(group, reference)


def test_a_question_that_falls_away_shows_as_gone(
    front: FrontDesk, reference: str, alice: Person, dana: Person
) -> None:
    """Who wants no contact after all has no number any more."""
    move(front, reference, "claim")
    alice.say("/edit")
    alice.tap("May we contact you")
    alice.tap("No, I will reach out myself")
    alice.tap("Send the changes")
    assert "Phone: " in about(dana, reference)
    assert "→ —" in about(dana, reference)


@pytest.mark.parametrize(
    ("act", "more", "words"),
    [("schedule", {}, "Scheduled"), ("close", {"reason": "became_patient"}, "Closed")],
)
def test_a_change_to_what_is_settled_says_so(
    front: FrontDesk, reference: str, alice: Person, dana: Person, act: str, more: dict[str, str], words: str
) -> None:
    """The holder may have to act again."""
    move(front, reference, "claim")
    move(front, reference, act, **more)
    change_location(alice)
    assert f"{reference}: the patient changed answers (the request is: {words})\nLocation" in about(dana, reference)


def test_a_holder_of_other_locations_hears_where_it_went_and_no_answers(
    front: FrontDesk, reference: str, alice: Person, group: Person
) -> None:
    """Nina works in Santa Monica only; the group hears of it as well, so that somebody else can take it over."""
    with front.store.transaction() as books:
        save_member(books, NINA, "Nina", COORDINATOR, ("santa_monica",), 0)
    nina = front.staff(NINA)
    nina.start()
    move(front, reference, "claim", NINA)
    change_location(alice)
    words = "the patient changed answers; it is now for Sedona, which is not one of your locations. Release it."
    assert f"{reference}: {words}" == about(nina, reference)
    assert "the patient changed answers. Open the record" in about(group, reference)
    alice.say("my dog Wanderflower comes along")
    assert "Wanderflower" not in nina.visible()
