"""A message that was sent twice, because the process died before it noted the first: the copy does no harm."""

from typing import Any

from front_desk import FrontDesk
from walks import BY_TAPS, take, until, walk

from sandbox.client import Person


def sent_once_more(front: FrontDesk, phone: Person) -> int:
    """The open question a second time, as after a kill between Telegram's taking it and our noting it; its id."""
    given = front.calls("sendMessage", chat_id=phone.user_id)[-1]["params"]
    made: dict[str, Any] = front._loop.run_until_complete(front.api.call("sendMessage", given))
    return int(made["message_id"])


def buttons(phone: Person, message_id: int) -> list[str]:
    [message] = [m for m in phone.messages() if m["message_id"] == message_id]
    return [button["text"] for row in message["buttons"] for button in row]


def test_a_tap_on_the_copy_of_an_answered_question_takes_its_buttons_away(front: FrontDesk, alice: Person) -> None:
    """And answers nothing."""
    walk(alice, until(BY_TAPS, "Which location"))
    copy = sent_once_more(front, alice)
    original = next(m["message_id"] for m in alice.messages() if "Which location" in m["text"])
    alice.tap("Santa Monica", original)
    alice.tap("Las Vegas", copy)
    assert [] == buttons(alice, copy)
    assert ["Santa Monica"] == [
        m["text"].split(": ")[1].rstrip(" ✓") for m in alice.messages() if "Location:" in m["text"]
    ]
    take(alice, BY_TAPS[4])


def test_a_tap_on_the_copy_of_the_open_question_is_as_good_as_on_the_original(front: FrontDesk, alice: Person) -> None:
    """Both were drawn for the same ask."""
    walk(alice, until(BY_TAPS, "Which location"))
    copy = sent_once_more(front, alice)
    alice.tap("Santa Monica", copy)
    alice.wait_for("Which services")
