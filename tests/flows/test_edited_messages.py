"""An edited message corrects the answer it gave."""

import pytest
from chat import Chat

from flows.facts import Amended, Archived, WroteToStaff


def test_an_edit_corrects_its_answer_and_the_open_question_stays(chat: Chat) -> None:
    """The line of the change, then the same question once more."""
    chat.walk("location")
    number = chat.say("Sedona")
    chat.edit(number, "Las Vegas")
    assert ("las_vegas", "edited") == (chat.value("location"), chat.conversation.answers["location"].method)
    assert "Changed. Location: Las Vegas" in chat.text
    assert "services" == chat.state
    assert 1 == len(chat.live)


def test_an_edit_keeps_the_ticks_of_the_open_question(chat: Chat) -> None:
    """Correcting one answer leaves the next one as it was."""
    chat.walk("location")
    number = chat.say("Sedona")
    chat.tap("TMS")
    chat.edit(number, "Las Vegas")
    assert "✓ TMS" in chat.labels


def test_an_edit_that_closes_the_open_question_moves_on(chat: Chat) -> None:
    """From online to a clinic while the state is being asked."""
    chat.walk("location")
    number = chat.say("online")
    chat.tap("Either")
    assert "residence" == chat.state
    chat.edit(number, "Sedona")
    assert "services" == chat.state
    assert ["remote"] == [fact.link_id for fact in chat.found(Archived)]


def test_an_edit_at_the_review_is_seen_in_the_review(chat: Chat) -> None:
    """And opens what it calls for."""
    chat.walk("name")
    number = chat.say("Alice")
    chat.walk("review")
    chat.edit(number, "Alicia")
    assert "review" == chat.state
    assert "Name: <b>Alicia</b>" in chat.text


def test_an_edit_that_cannot_be_read_leaves_the_answer(chat: Chat) -> None:
    """Said so, with the answer as it stands."""
    chat.walk("name")
    number = chat.say("Alice")
    chat.edit(number, "12345")
    assert "Alice" == chat.value("name")
    assert "so this stays: Name: Alice" in chat.said


def test_an_edit_that_cannot_be_read_at_the_review_says_what_stays(chat: Chat) -> None:
    """The line names the answer there as well."""
    chat.walk("name")
    number = chat.say("Alice")
    chat.walk("review")
    chat.edit(number, "12345")
    assert "so this stays: Name: Alice" in chat.said


def test_an_edit_of_words_that_were_not_understood_is_read_as_the_answer(chat: Chat) -> None:
    """People fix the typo in place."""
    chat.walk("location")
    number = chat.say("Qwxyz")
    chat.edit(number, "Sedona")
    assert "sedona" == chat.value("location")


def test_an_edit_of_words_that_waited_for_a_confirming_tap_replaces_the_offer(chat: Chat) -> None:
    """The words changed, so the offer is for nothing."""
    chat.walk("location")
    number = chat.say("Henderson, NV")
    chat.edit(number, "Sedona")
    assert "sedona" == chat.value("location")


def test_an_edit_of_confirmed_words_corrects_the_answer(chat: Chat) -> None:
    """The confirming tap does not cut the answer off from its words."""
    chat.walk("location")
    number = chat.say("Henderson, NV")
    chat.press(chat.buttons[0])
    chat.edit(number, "Sedona")
    assert "sedona" == chat.value("location")


def test_an_edit_of_words_that_were_no_answer_points_to_edit(chat: Chat) -> None:
    """Nothing is guessed."""
    chat.walk("services")
    number = chat.say("how long does a booster last?")
    chat.edit(number, "how long do boosters last?")
    assert "To change an answer, use /edit." in chat.text
    assert "services" == chat.state


def test_an_edited_answer_after_sending_amends_the_lead(chat: Chat) -> None:
    """The team sees the change at once."""
    chat.walk("name")
    number = chat.say("Alice")
    chat.walk("submitted")
    chat.edit(number, "Alicia")
    assert (Amended(("name",)),) == tuple(f for f in chat.facts if isinstance(f, Amended))
    assert "Alicia" == chat.conversation.submitted["name"].value
    assert chat.submitted


def test_an_edit_that_says_the_same_alerts_nobody(chat: Chat) -> None:
    """A comma is no amendment."""
    chat.walk("name")
    number = chat.say("Alice")
    chat.walk("submitted")
    chat.edit(number, "Alice.")
    assert [] == chat.found(Amended)


def test_an_amending_edit_names_what_it_took_along(chat: Chat) -> None:
    """Whoever holds the lead sees every answer that changed."""
    chat.walk("location")
    number = chat.say("online")
    chat.walk("submitted")
    chat.edit(number, "Sedona")
    assert {"location", "remote", "residence"} == set(chat.found(Amended)[0].link_ids)


def test_an_edited_message_to_the_team_reaches_the_team(chat: Chat) -> None:
    """The new words, too."""
    chat.walk("submitted")
    number = chat.say("I will come on Friday")
    chat.edit(number, "I will come on Saturday")
    assert (WroteToStaff("I will come on Saturday"),) == chat.facts


@pytest.mark.parametrize("state", ["who", "review", "submitted"])
def test_an_edited_consent_counts(chat: Chat, state: str) -> None:
    """A yes to being contacted that becomes a no is a no, with the branch behind it."""
    chat.walk("contact_consent")
    number = chat.say("yes")
    chat.walk(state)
    chat.edit(number, "no")
    assert "declined" == chat.value("contact_consent")
    assert chat.value("phone") is None
