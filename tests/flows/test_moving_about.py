"""Back, Skip, Why, Keep: always there, always the same, by tap and by word."""

import pytest
from chat import Chat


def test_back_why_and_skip_stand_last_and_in_this_order(chat: Chat) -> None:
    """The same place at every question that has them."""
    chat.walk("concerns")
    frame = [label for label in chat.labels if label in {"Back", "Why do you ask?", "Skip"}]
    assert ["Back", "Why do you ask?", "Skip"] == frame
    assert ["Back", "Why do you ask?", "Skip"] == [b["label"] for b in chat.live[0].rows[-2]]


def test_the_first_question_has_no_back(chat: Chat) -> None:
    """There is nothing before the consent."""
    chat.say("/start")
    assert "Back" not in chat.labels


def test_back_shows_the_answer_and_keep_returns(chat: Chat) -> None:
    """Going back loses nothing."""
    chat.walk("services")
    chat.tap("Back")
    assert "location" == chat.state
    assert "Your answer so far: Santa Monica" in chat.text
    chat.tap("Keep this answer")
    assert "services" == chat.state
    assert "santa_monica" == chat.value("location")


def test_back_twice_then_keep_returns_to_the_open_question(chat: Chat) -> None:
    """Questions that have an answer are passed over."""
    chat.walk("services")
    chat.tap("Back", "Back")
    assert "who" == chat.state
    chat.tap("Keep this answer")
    assert "services" == chat.state


def test_back_skips_questions_that_are_not_called_for(chat: Chat) -> None:
    """From services to location, when nobody asked about online."""
    chat.walk("services", location="sedona")
    chat.say("back")
    assert "location" == chat.state


@pytest.mark.parametrize("typed", ["back", "Go back", "BACK!", "atrás", "volver"])
def test_back_can_be_typed(chat: Chat, typed: str) -> None:
    """In both languages."""
    chat.walk("services")
    chat.say(typed)
    assert "location" == chat.state


def test_a_typed_back_at_the_first_question_is_answered(chat: Chat) -> None:
    """Whatever is typed gets words in return."""
    chat.say("/start")
    chat.say("back")
    assert "consent" == chat.state
    assert "" != chat.said


def test_skip_is_an_answer_of_its_own(chat: Chat) -> None:
    """Not saying is not the same as never asked."""
    chat.walk("concerns")
    chat.tap("Skip")
    assert ("", "skipped") == (chat.value("concerns"), chat.conversation.answers["concerns"].method)
    chat.tap("Back")
    assert "You skipped this before." in chat.text


@pytest.mark.parametrize("typed", ["skip", "pass", "omitir"])
def test_skip_can_be_typed(chat: Chat, typed: str) -> None:
    """By word as by tap."""
    chat.walk("concerns")
    chat.say(typed)
    assert "" == chat.value("concerns")


def test_what_is_needed_cannot_be_skipped(chat: Chat) -> None:
    """There is no button, and the typed word is answered kindly."""
    chat.walk("services")
    assert "Skip" not in chat.labels
    chat.say("skip")
    assert "services" == chat.state
    assert "This one we do need. A rough answer is fine." in chat.text


def test_why_is_answered_in_place(chat: Chat) -> None:
    """The reason stands under the question; the button is gone then."""
    chat.walk("services")
    before = len(chat.messages)
    chat.tap("TMS", "Why do you ask?")
    assert "So that the right person answers you." in chat.text
    assert "Why do you ask?" not in chat.labels
    assert "✓ TMS" in chat.labels
    assert before == len(chat.messages)


def test_why_can_be_typed(chat: Chat) -> None:
    """The word works where a button would."""
    chat.walk("location")
    chat.say("why?")
    assert "So that the right clinic reads your request." in chat.text
    assert "location" == chat.state


@pytest.mark.parametrize("state", ["remote", "expectations", "email", "first_series"])
def test_why_where_no_reason_is_given_is_answered_all_the_same(chat: Chat, state: str) -> None:
    """The open question stands there again, with words and buttons."""
    told = {"location": "online", "prior_treatments": "ketamine_infusion", "services": "tms"}
    chat.walk(state, **told)
    chat.say("why?")
    assert (state, 1) == (chat.state, len(chat.live))
    assert "" != chat.text


def test_an_answered_question_freezes_to_one_line(chat: Chat) -> None:
    """What was chosen stays readable, without buttons."""
    chat.walk("location")
    chat.tap("Santa Monica")
    assert "Location: Santa Monica ✓" in [message.text for message in chat.messages]


def test_the_emergency_words_of_the_welcome_stay_in_the_chat(chat: Chat) -> None:
    """Giving consent must not wipe 911 and 988 off the screen."""
    chat.say("/start")
    chat.tap("Yes, let's begin")
    assert any("988" in message.text for message in chat.messages)


def test_all_taps_of_the_phone_question_come_as_typed_words(chat: Chat) -> None:
    """Back, why and the option on the reply keyboard do what they say."""
    chat.walk("phone")
    chat.tap("Why do you ask?")
    assert "So that a person can reach you." in chat.text
    chat.tap("Back")
    assert "name" == chat.state
    assert chat.keyboard is None
    chat.tap("Keep this answer")
    assert "phone" == chat.state
    chat.tap("Write to me here")
    assert "write_here" == chat.value("phone")
    assert "email" == chat.state


def test_no_voicemail_question_for_people_without_a_number(chat: Chat) -> None:
    """Whoever wants to be written to is not asked about voicemail."""
    chat.walk("reach_when", phone="Write to me here")
    chat.tap("Any time", "Done")
    assert "review" == chat.state
