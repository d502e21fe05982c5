"""Questions with several answers: taps state a value, Done ends, words join what is ticked."""

import pytest
from chat import Chat


def ticked(chat: Chat) -> list[str]:
    return [label.removeprefix("✓ ") for label in chat.labels if label.startswith("✓")]


def test_taps_tick_and_untick_in_place(chat: Chat) -> None:
    """One message, drawn again; nothing is an answer before Done."""
    chat.walk("services")
    before = len(chat.messages)
    chat.tap("DBT", "TMS")
    assert ["TMS", "DBT"] == ticked(chat)
    chat.tap("DBT")
    assert ["TMS"] == ticked(chat)
    assert before == len(chat.messages)
    assert chat.value("services") is None
    chat.tap("Done")
    assert ("tms",) == chat.value("services")


def test_done_appears_once_something_is_ticked(chat: Chat) -> None:
    """A required question cannot be left empty."""
    chat.walk("services")
    assert "Done" not in chat.labels
    chat.tap("TMS")
    assert "Done" in chat.labels
    chat.tap("TMS")
    assert "Done" not in chat.labels


def test_not_sure_stands_alone(chat: Chat) -> None:
    """An exclusive answer takes the others away, and the others take it away."""
    chat.walk("services")
    chat.tap("TMS", "DBT", "Not sure yet")
    assert ["Not sure yet"] == ticked(chat)
    chat.tap("TMS")
    assert ["TMS"] == ticked(chat)


def test_two_quick_taps_drawn_from_the_same_keyboard_both_count(chat: Chat) -> None:
    """A phone that has not yet seen the redraw sends what the old drawing says."""
    chat.walk("services")
    first, second = (b["data"] for b in chat.buttons if b["label"] in {"TMS", "DBT"})
    chat.tap_data(first).tap_data(second)
    assert ["TMS", "DBT"] == ticked(chat)


def test_the_same_tap_twice_changes_nothing(chat: Chat) -> None:
    """A tap says "add", never "toggle"."""
    chat.walk("services")
    data = next(b["data"] for b in chat.buttons if b["label"] == "TMS")
    chat.tap_data(data).tap_data(data)
    assert ["TMS"] == ticked(chat)
    assert () == chat.replies
    assert "Saved." == chat.toast


def test_typed_words_join_what_is_ticked(chat: Chat) -> None:
    """Ticks made before typing are not lost."""
    chat.walk("services")
    chat.tap("DBT")
    chat.say("TMS")
    assert ("tms", "dbt") == chat.value("services")


def test_a_typed_not_sure_replaces_what_is_ticked(chat: Chat) -> None:
    """It stands alone however it is said."""
    chat.walk("services")
    chat.tap("DBT")
    chat.say("not sure")
    assert ("not_sure",) == chat.value("services")


@pytest.mark.parametrize("typed", ["TMS and ketamine", "ketamine, TMS", "1 and 2", "tms y ketamina"])
def test_several_can_be_typed_in_any_order(chat: Chat, typed: str) -> None:
    """The record lists them in the questionnaire's order, however they were said."""
    chat.walk("services")
    chat.say(typed)
    assert ("ketamine_infusion", "tms") == chat.value("services")


def test_done_with_nothing_ticked_skips_what_may_be_skipped(chat: Chat) -> None:
    """Unticking everything is a way of not saying."""
    chat.walk("concerns")
    chat.tap("Anxiety", "Anxiety", "Done")
    assert "" == chat.value("concerns")
    assert "skipped" == chat.conversation.answers["concerns"].method


def test_a_confirmed_guess_never_stands_beside_an_answer_that_stands_alone(chat: Chat) -> None:
    """ "Not sure yet" was ticked, then something was typed and confirmed."""
    chat.walk("concerns")
    chat.tap("I'd rather not say")
    chat.say("anxeity")
    for button in [b for b in chat.buttons if ":pick:" in b["data"]][:1]:
        chat.press(button)
    assert ("anxiety",) == chat.value("concerns")


def test_ticks_outlive_a_question_in_the_middle(chat: Chat) -> None:
    """A side question is answered, then the same question stands there with the same ticks."""
    chat.walk("services")
    chat.tap("TMS")
    chat.say("how long does a booster last?")
    assert "services" == chat.state
    assert ["TMS"] == ticked(chat)


def test_ticks_outlive_a_correction_in_passing(chat: Chat) -> None:
    """ "Actually Las Vegas" changes the location and leaves the open question as it was."""
    chat.walk("services")
    chat.tap("TMS")
    chat.say("actually Las Vegas")
    assert "las_vegas" == chat.value("location")
    assert ["TMS"] == ticked(chat)


def test_a_thousand_taps_leave_a_small_conversation(chat: Chat) -> None:
    """Ticking on and on neither breaks the question nor swells what is kept."""
    chat.walk("services")
    for _ in range(500):
        chat.tap("TMS", "TMS")
    assert len(chat.conversation.taps) < 100
    chat.tap("DBT", "Done")
    assert ("dbt",) == chat.value("services")
