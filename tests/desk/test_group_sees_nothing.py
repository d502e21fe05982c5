"""The staff group sees what is needed to pick a request up, and nothing of the person."""

import json
from html import unescape
from typing import Any

import pytest
from front_desk import FrontDesk
from walks import BY_TAPS, BY_TYPING, SHORT, TYPED_WORDS, Step, finish

from flows.loading import load_flow
from flows.resources import read_text
from sandbox.client import Person

CLINICAL = (
    "depression", "anxiety", "ptsd", "pain", "antidepressant", "zoloft", "sertraline", "electroconvulsive", "ect ",
    "psychotherapy", "spravato", "hospital", "six", "voicemail", "mornings",
)  # fmt: skip
"""Answers about health or habits, as they would read."""
CODES = ("chronic_pain", "depression", "antidepressant", "discreet", "mornings")


def bound_for_group(front: FrontDesk) -> list[str]:
    """Every request that carried something into the group, whole, as it went over the wire."""
    return [unescape(json.dumps(call["params"], ensure_ascii=False)) for call in front.calls(chat_id=front.group)]


def leaks(texts: list[str], secrets: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(secret, text) for text in texts for secret in secrets if secret.casefold() in text.casefold()]


@pytest.mark.parametrize("steps", [BY_TAPS, BY_TYPING, SHORT], ids=["tapped", "typed", "shortest"])
def test_no_answer_of_a_whole_intake_is_in_any_request_to_the_group(
    front: FrontDesk, alice: Person, dana: Person, group: Person, steps: Any
) -> None:
    """Through hand-over, messages, a change, words of crisis, claim, moves, stop and erasing."""
    finish(alice, steps, payload="Wanderflower-campaign")
    alice.say("my dog Wanderflower comes along")
    alice.say("/person")
    alice.say("I want to kill myself, Wanderflower")
    group.tap("Claim")
    group.tap("Open")
    dana.tap("Close…")
    dana.tap("Other")
    dana.say("Wanderflower is a reason", reply_to=dana.last()["message_id"])
    alice.say("/edit")
    alice.tap("Name")
    alice.say("Wanderflower Marklund")
    alice.tap("Send the changes")
    alice.say("/stop")
    alice.tap("Stop contact")
    alice.block()
    alice.unblock()
    requests = bound_for_group(front)
    assert 5 < len(requests)
    assert [] == leaks(requests, (*TYPED_WORDS, "Wanderflower", *CLINICAL, *CODES, "Alice", "Archer", "555"))


def test_a_name_like_a_service_or_a_place_stays_out_too(front: FrontDesk, alice: Person) -> None:
    """What the card shows comes from codes of the clinic, never from words."""
    finish(alice, (*SHORT[:-2], Step("What name", "say", "Sedona Marklund"), SHORT[-1]))
    assert [] == leaks(bound_for_group(front), ("Sedona", "Marklund"))


def test_the_card_says_what_staff_need(front: FrontDesk, alice: Person, group: Person) -> None:
    """Reference, place, services, since when; the language where it is another one; whether they may be contacted."""
    reference = finish(alice, SHORT)
    text = group.last()["text"]
    assert [reference, "Las Vegas · Not sure yet", "Waiting since Nov 24, 9:00 AM (Las Vegas)"] == [
        line for line in text.split("\n") if line
    ][:3]
    assert "Did not agree to be contacted" in text
    assert ["Claim", "Open", "Not now…", "Close…"] == [
        button["text"] for row in group.last()["buttons"] for button in row
    ]


def test_a_clinics_own_words_are_escaped_on_the_card(front: FrontDesk, alice: Person, group: Person) -> None:
    """Brackets and ampersands in a location's name are shown as they are."""
    text = read_text("clinic.yaml").replace("label: Las Vegas", 'label: "Vegas & <Sons>"')
    object.__setattr__(front.desk, "flow", load_flow(None, text))
    steps = [step if step.what != "Las Vegas" else Step(step.sees, "tap", "Vegas & <Sons>") for step in SHORT]
    finish(alice, steps)
    assert "Vegas & <Sons>" in group.last()["text"]


def test_callback_data_holds_opaque_ids_only(front: FrontDesk, alice: Person, dana: Person, group: Person) -> None:
    """Neither answers nor references, and never more than Telegram takes."""
    reference = finish(alice, BY_TAPS)
    group.tap("Open")
    data = [
        button["callback_data"]
        for phone in (dana, group)
        for message in phone.messages()
        for row in message["buttons"]
        for button in row
    ]
    assert 5 < len(data)
    assert [] == leaks(data, (*TYPED_WORDS, *CODES, reference, "101"))
    assert max(len(each.encode()) for each in data) <= 64
