"""Taps that come twice, late, or from long ago change nothing and trap nobody."""

import pytest
from chat import ALICE, Chat

from flows.facts import Answered


def data_of(chat: Chat, label: str) -> str:
    return str(next(b["data"] for b in chat.buttons if b["label"] == label))


def test_the_second_tap_of_a_double_tap_is_met_in_silence(chat: Chat) -> None:
    """The first one answered; the second one only hears that it is saved."""
    chat.walk("location")
    data = data_of(chat, "Sedona")
    chat.tap_data(data).tap_data(data)
    assert ((), (), "Saved.") == (chat.replies, chat.facts, chat.toast)
    assert "services" == chat.state


@pytest.mark.parametrize("label", ["No, thank you", "For someone under 18"])
def test_the_second_tap_on_a_button_that_ends_the_intake_is_met_in_silence_too(chat: Chat, label: str) -> None:
    """Nothing has moved on there; it was simply heard the first time."""
    chat.walk("consent" if label == "No, thank you" else "who")
    data = data_of(chat, label)
    chat.tap_data(data).tap_data(data)
    assert ((), (), "Saved.") == (chat.replies, chat.facts, chat.toast)


def test_a_double_tap_across_a_restart_of_the_process_is_still_one_tap(chat: Chat) -> None:
    """The phone sends it again under a new number."""
    chat.walk("location")
    data = data_of(chat, "Sedona")
    chat.tap_data(data).reload().tap_data(data)
    assert ((), "Saved.") == (chat.replies, chat.toast)


def test_a_tap_on_an_old_question_answers_nothing_and_shows_the_open_one(chat: Chat) -> None:
    """Once; a second stale tap only gets the short notice."""
    chat.walk("location")
    old = data_of(chat, "Sedona")
    chat.tap("Santa Monica", "TMS", "Done", "Depression")
    chat.tap_data(old)
    assert "santa_monica" == chat.value("location")
    assert "That question has moved on." in chat.toast
    assert ("concerns", 1) == (chat.state, len(chat.live))
    assert "✓ Depression" in chat.labels
    chat.tap_data(old)
    assert () == chat.replies


def test_a_stale_tap_after_a_stale_tap_still_leaves_the_buttons_alive(chat: Chat) -> None:
    """The redrawn question is the live one."""
    chat.walk("location")
    old = data_of(chat, "Sedona")
    chat.tap("Santa Monica").tap_data(old).tap_data(old)
    chat.tap("TMS", "Done")
    assert ("tms",) == chat.value("services")


def test_a_tap_from_yesterday_after_sending_changes_nothing(chat: Chat) -> None:
    """No answer, no message, no second lead."""
    chat.walk("location")
    old = data_of(chat, "Sedona")
    chat.walk("submitted")
    sent = chat.conversation.submitted
    chat.tap_data(old)
    assert ((), ()) == (chat.replies, chat.facts)
    assert sent == chat.conversation.answers


def test_a_tap_from_an_earlier_life_of_the_chat_begins_nothing_it_states(chat: Chat) -> None:
    """After /delete old buttons are not valid any more."""
    chat.walk("location")
    old = data_of(chat, "Sedona")
    chat.say("/delete")
    chat.tap("Erase everything")
    chat.tap_data(old)
    assert {} == chat.conversation.answers


@pytest.mark.parametrize(
    "statement", ["set:atlantis", "nonsense", "set:", "pick:9", "pick:x", "lang:xx", "page:xyz", "change:name"]
)
def test_a_forged_tap_is_nothing(chat: Chat, statement: str) -> None:
    """Callback data is not trusted with more than the question offers."""
    chat.walk("location")
    answers = chat.conversation.answers
    chat.tap_data(f"{chat.conversation.ask}.0:{statement}")
    assert (answers, "location") == (chat.conversation.answers, chat.state)


def test_a_tap_meant_for_another_question_is_not_taken_for_this_one(chat: Chat) -> None:
    """ "I'm not sure" stands on several questions; only the newest takes it."""
    chat.walk("last_infusion", prior_treatments="ketamine_infusion")
    chat.say("/help")
    chat.tap("Over a year ago")
    unsure = data_of(chat, "I'm not sure")
    chat.tap("Yes, all of it")
    chat.tap_data(unsure)
    assert "finished" == chat.value("first_series")


def test_each_answer_is_recorded_once_however_often_it_is_tapped(chat: Chat) -> None:
    """One fact an answer."""
    chat.say("/start")
    while chat.state != "review":
        before = list(chat.buttons)
        chat.walk(next_state(chat))
        for button in before[:4]:
            if ":" in button["data"] and "." in button["data"]:
                chat.tap_data(button["data"])
    given = [fact.link_id for fact in chat.found(Answered)]
    assert given == list(dict.fromkeys(given))


def next_state(chat: Chat) -> str:
    """Where Alice's next answer leads."""
    scout = Chat(chat.flow, chat.words, chat.now)
    scout.walk(chat.state)
    scout.answer(*ALICE[chat.state])
    return scout.state
