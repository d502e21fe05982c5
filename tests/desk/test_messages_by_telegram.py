"""Writing to a patient from Telegram: seen first, sent once, answered back to whoever holds the request."""

from typing import Any

import pytest
from front_desk import NINA, FrontDesk
from walks import BY_TAPS, SHORT, finish

from sandbox.client import Person
from storage.staff import COORDINATOR, save_member

WORDS = "We can see you on <Tuesday> & Friday."


def kinds(front: FrontDesk) -> list[str]:
    return [row["kind"] for row in front.rows("select kind from lead_event order by id")]


def labels(message: dict[str, Any]) -> list[str]:
    return [button["text"] for row in message["buttons"] for button in row]


def written(person: Person, shown: int) -> list[str]:
    return [m["text"] for m in person.messages()[shown:] if m["from_bot"]]


@pytest.fixture
def opened(front: FrontDesk, alice: Person, group: Person) -> str:
    """Dana holds Alice's request and has its record before her."""
    reference = finish(alice, BY_TAPS)
    group.tap("Claim")
    group.tap("Open")
    return reference


@pytest.fixture
def drafted(opened: str, dana: Person) -> str:
    """Dana has written to Alice and sees what Alice would see."""
    dana.tap("Message")
    dana.say(WORDS, reply_to=dana.last()["message_id"])
    return opened


def test_the_preview_is_what_the_patient_will_see(
    front: FrontDesk, drafted: str, alice: Person, dana: Person, group: Person
) -> None:
    """Word for word, with the clinic's name; nothing is sent yet."""
    shown = len(alice.messages())
    preview = dana.last()
    assert ["Send", "Write again", "Cancel", "Keep as a note, do not send"] == labels(preview)
    assert preview["protected"]
    assert [] == written(alice, shown)
    dana.tap("Send")
    [sent] = written(alice, shown)
    assert sent.startswith(front.desk.flow.clinic.name)
    assert WORDS in sent
    assert f"{drafted}: not sent yet. The patient will see this:\n\n{sent}" == preview["text"]
    assert "Sent to the patient." in next(
        m["text"] for m in dana.messages() if m["message_id"] == preview["message_id"]
    )
    assert "message_out" == kinds(front)[-1]
    assert "Tuesday" not in group.visible()


def test_two_taps_on_send_send_once(front: FrontDesk, drafted: str, alice: Person, dana: Person) -> None:
    """Both wait in one batch, and a phone sends one of them again."""
    shown, preview = len(alice.messages()), dana.last()
    data = preview["buttons"][0][0]["callback_data"]
    with front.sleeping():
        dana.tap("Send")
        dana.tap_again()
    dana.tap_stale(data, preview["message_id"])
    assert 1 == len(written(alice, shown))
    assert "This was sent already, or thrown away." == dana.toasts()[-1]["text"]


@pytest.mark.parametrize(
    ("button", "said"), [("Cancel", "Thrown away, not sent."), ("Keep as a note, do not send", "Kept as a note")]
)
def test_what_is_not_sent_never_reaches_the_patient(
    front: FrontDesk, drafted: str, alice: Person, dana: Person, button: str, said: str
) -> None:
    shown = len(alice.messages())
    dana.tap(button)
    assert [] == written(alice, shown)
    assert said in dana.toasts()[-1]["text"]
    assert ("note" in kinds(front)) is ("note" in button)


def test_written_again_the_new_words_are_sent(front: FrontDesk, drafted: str, alice: Person, dana: Person) -> None:
    """By the button, or by a reply to the preview itself."""
    shown = len(alice.messages())
    dana.tap("Write again")
    dana.say("Friday then?", reply_to=dana.last()["message_id"])
    dana.say("Friday at ten?", reply_to=dana.last()["message_id"])
    dana.tap("Send")
    [sent] = written(alice, shown)
    assert "Friday at ten?" in sent
    assert 0 == front.count("draft")


def test_the_answer_comes_back_to_the_holder_who_answers_it_by_a_reply(
    front: FrontDesk, drafted: str, alice: Person, dana: Person, group: Person
) -> None:
    """A reply to what the patient wrote is a draft for the patient; so is the button under it."""
    dana.tap("Send")
    alice.say("Tuesday is good")
    told = dana.last()
    assert (f"{drafted}: the patient wrote: Tuesday is good", ["Reply", "Open"]) == (told["text"], labels(told))
    shown = len(alice.messages())
    dana.say("See you then.", reply_to=told["message_id"])
    dana.tap("Send")
    dana.tap("Reply", told["message_id"])
    dana.say("At ten.", reply_to=dana.last()["message_id"])
    dana.tap("Send")
    assert ["See you then." in written(alice, shown)[0], "At ten." in written(alice, shown)[1]] == [True, True]
    assert "Tuesday" not in group.visible()


def test_who_did_not_agree_to_be_contacted_is_not_written_to(
    front: FrontDesk, alice: Person, dana: Person, group: Person
) -> None:
    """There is no button for it, and a made-up one is refused."""
    finish(alice, SHORT)
    group.tap("Claim")
    group.tap("Open")
    assert "Message" not in labels(dana.last())
    uid = front.rows("select uid from lead")[0]["uid"]
    dana.tap_stale(f"staff:write:{uid}", dana.last()["message_id"])
    assert "They did not agree to be contacted." == dana.toasts()[-1]["text"]


def test_a_stop_between_preview_and_send_is_respected(
    front: FrontDesk, drafted: str, alice: Person, dana: Person
) -> None:
    """The last word is the patient's."""
    alice.say("/stop")
    alice.tap("Stop contact")
    shown = len(alice.messages())
    preview = next(m for m in dana.messages() if "not sent yet" in m["text"])
    dana.tap("Send", preview["message_id"])
    assert [] == written(alice, shown)


def test_a_message_that_is_too_long_is_refused_before_it_is_a_draft(
    front: FrontDesk, opened: str, dana: Person
) -> None:
    dana.tap("Message")
    dana.say("a" * 2001, reply_to=dana.last()["message_id"])
    assert f"{opened}: A message has at most 2,000 characters; this one has 2,001." == dana.last()["text"]
    assert 0 == front.count("draft")


def test_who_does_not_hold_the_request_writes_nothing(
    front: FrontDesk, opened: str, alice: Person, dana: Person, group: Person
) -> None:
    """A coordinator other than the holder is told who does; another's draft is nobody else's to send."""
    with front.store.transaction() as books:
        save_member(books, NINA, "Nina", COORDINATOR, (), 0)
    nina = front.staff(NINA)
    nina.start()
    nina.in_group().tap("Open")
    assert "Message" not in labels(nina.last())
    dana.tap("Message")
    dana.say(WORDS, reply_to=dana.last()["message_id"])
    shown = len(alice.messages())
    nina.tap_stale(dana.last()["buttons"][0][0]["callback_data"], nina.last()["message_id"])
    assert "This was sent already, or thrown away." == nina.toasts()[-1]["text"]
    assert [] == written(alice, shown)
    assert 1 == front.count("draft")
