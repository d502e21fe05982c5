"""Voice, stickers, pictures, contacts: a short answer, and the open question again."""

import pytest
from chat import PHONE, Chat

from flows.events import Blocked, Unblocked
from flows.facts import Reachable


@pytest.mark.parametrize("kind", ["voice", "sticker", "photo", "document", "location", "poll", "video_note"])
@pytest.mark.parametrize("state", ["consent", "services", "phone", "expectations", "review"])
def test_what_is_no_text_gets_a_short_answer_and_the_question_again(chat: Chat, kind: str, state: str) -> None:
    """Nothing is lost and nobody is left without a way on."""
    chat.walk(state, services="tms")
    answers, labels = chat.conversation.answers, chat.labels
    chat.send(kind)
    told = "I cannot listen to voice messages here." if kind == "voice" else "I can only read text here."
    assert (answers, state, labels) == (chat.conversation.answers, chat.state, chat.labels)
    assert told in chat.said
    assert 1 == len(chat.live)


def test_a_sticker_as_the_first_thing_brings_the_welcome(chat: Chat) -> None:
    """However people begin."""
    chat.send("sticker")
    assert "consent" == chat.state


def test_the_contact_button_gives_the_number(chat: Chat) -> None:
    """In international form, marked as shared."""
    chat.walk("phone")
    chat.tap("Share my number")
    assert (PHONE, "contact") == (chat.value("phone"), chat.conversation.answers["phone"].method)
    assert "Phone: (202) 555-0101 ✓" in chat.said
    assert chat.keyboard is None


@pytest.mark.parametrize("phone", ["12025550101", "+12025550101", "1 202 555 0101"])
def test_numbers_come_from_phones_in_many_forms(chat: Chat, phone: str) -> None:
    """Telegram sends them with and without a plus."""
    chat.walk("phone")
    chat.share_contact(phone)
    assert PHONE == chat.value("phone")


def test_somebody_elses_contact_is_not_taken(chat: Chat) -> None:
    """A card from the address book is not the sender's number."""
    chat.walk("phone")
    chat.share_contact("+13105550199", own=False)
    assert chat.value("phone") is None
    assert "somebody else's contact" in chat.text
    assert "Share my number" in chat.labels


def test_a_contact_nobody_asked_for_is_set_aside(chat: Chat) -> None:
    """The number is asked when it is time."""
    chat.walk("services")
    chat.share_contact()
    assert chat.value("phone") is None
    assert "I will ask for a number when it is time." in chat.text
    assert "services" == chat.state


def test_a_contact_after_sending_is_answered(chat: Chat) -> None:
    """Without changing the request."""
    chat.walk("submitted")
    chat.share_contact("+13105550199")
    assert PHONE == chat.value("phone")
    assert "I do not need a number at this point." in chat.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("555", "too short"),
        ("call me maybe", "phone number"),
        ("310 555 0101 or 424 555 0102", "more than one number"),
    ],
)
def test_a_number_that_cannot_be_read_is_asked_again(chat: Chat, typed: str, told: str) -> None:
    """With what was wrong about it."""
    chat.walk("phone")
    chat.say(typed)
    assert "phone" == chat.state
    assert told in chat.text


def test_a_mistyped_email_is_offered_corrected_and_as_it_was(chat: Chat) -> None:
    """The person decides which is right."""
    chat.walk("email")
    chat.say("alice@gmial.com")
    assert ["alice@gmail.com", "alice@gmial.com", "Something else"] == chat.labels[:3]
    chat.tap("alice@gmial.com")
    assert "alice@gmial.com" == chat.value("email")


def test_blocking_and_coming_back_are_noted_in_silence(chat: Chat) -> None:
    """Nothing is said to whoever blocked the bot."""
    chat.walk("services")
    chat.do(Blocked())
    assert ((Reachable(now=False),), ()) == (chat.facts, chat.replies)
    chat.do(Unblocked())
    assert ((Reachable(now=True),), ()) == (chat.facts, chat.replies)
    assert "services" == chat.state
