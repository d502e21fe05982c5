"""/edit: mid-way a card with the answers so far, afterwards the review again; amended, reverted or left alone."""

from chat import Chat

from flows.facts import Amended, Submitted, WroteToStaff


def test_edit_midway_offers_the_answers_so_far(chat: Chat) -> None:
    """One is changed, and the open question comes back."""
    chat.walk("services")
    chat.say("/edit")
    assert ["May we contact you", "Who this is for", "Location", "Go on"] == chat.labels
    chat.tap("Location", "Sedona")
    assert ("sedona", "services") == (chat.value("location"), chat.state)


def test_edit_midway_can_be_left(chat: Chat) -> None:
    """Go on, and nothing happened."""
    chat.walk("services")
    chat.say("/edit")
    chat.tap("Go on")
    assert "services" == chat.state
    assert "Which services are you interested in?" in chat.text


def test_edit_after_going_back_can_open_a_later_answer_too(chat: Chat) -> None:
    """Every button of the card works, also for answers that lie ahead."""
    chat.walk("concerns")
    chat.tap("Back", "Back")
    chat.say("/edit")
    chat.tap("Services")
    assert "services" == chat.state


def test_edit_at_the_very_beginning_shows_the_open_question(chat: Chat) -> None:
    """There is nothing to change yet."""
    chat.say("/edit")
    assert "consent" == chat.state
    chat.say("/edit")
    assert "consent" == chat.state
    assert 1 == len(chat.live)


def test_edit_after_sending_opens_the_review_and_tells_what_is_not_sent(chat: Chat) -> None:
    """Changes reach the team only when they are sent."""
    chat.walk("submitted")
    chat.say("/edit")
    assert "review" == chat.state
    assert ["Send the changes", "Leave it as it was"] == chat.labels[:2]
    chat.tap("Location", "Sedona")
    chat.say("/status")
    assert "Your changes have not been sent yet." in chat.said
    assert [] == chat.found(Amended)
    assert "santa_monica" == chat.conversation.submitted["location"].value


def test_sent_changes_amend_the_same_lead(chat: Chat) -> None:
    """Same reference, no second lead, and exactly what differs is named."""
    chat.walk("submitted")
    reference = chat.conversation.lead
    chat.say("/edit")
    chat.tap("Location", "Sedona", "Name")
    chat.say("Alicia Archer")
    chat.tap("Send the changes")
    assert [Amended(("location", "name"))] == chat.found(Amended)
    assert (reference, 1) == (chat.conversation.lead, len(chat.found(Submitted)))
    assert "sedona" == chat.conversation.submitted["location"].value
    assert f"Our team sees your changes to {reference}." in chat.text


def test_an_amendment_names_answers_that_fell_away(chat: Chat) -> None:
    """What the change orphaned is part of the difference."""
    chat.walk("submitted", location="online")
    chat.say("/edit")
    chat.tap("Location", "Sedona", "Send the changes")
    assert {"location", "remote", "residence"} == set(chat.found(Amended)[0].link_ids)


def test_leaving_it_as_it_was_drops_the_changes(chat: Chat) -> None:
    """The answers are those that were sent."""
    chat.walk("submitted")
    sent = chat.conversation.submitted
    chat.say("/edit")
    chat.tap("Location", "Sedona", "Leave it as it was")
    assert chat.submitted
    assert sent == chat.conversation.answers
    assert [] == chat.found(Amended)
    assert "stays as it was" in chat.text


def test_sending_without_a_change_alerts_nobody(chat: Chat) -> None:
    """A value given again is no difference."""
    chat.walk("submitted")
    chat.say("/edit")
    chat.tap("Location", "Santa Monica", "Send the changes")
    assert [] == chat.found(Amended)
    assert "stays as it was" in chat.text


def test_a_change_that_opens_questions_is_sent_only_when_they_are_answered(chat: Chat) -> None:
    """The amended lead is as complete as the first."""
    chat.walk("submitted")
    chat.say("/edit")
    chat.tap("Location", "Not near one: online or phone")
    assert "remote" == chat.state
    chat.walk("submitted")
    assert {"location", "remote", "residence"} == set(chat.found(Amended)[0].link_ids)


def test_after_sending_the_chat_is_a_line_to_staff(chat: Chat) -> None:
    """What is written goes to the team, word for word."""
    chat.walk("submitted")
    chat.say("I will be in town on Friday")
    assert (WroteToStaff("I will be in town on Friday"),) == chat.facts
    assert "I have passed this on to our team." == chat.text


def test_a_picture_after_sending_is_noted_and_asked_for_in_words(chat: Chat) -> None:
    """Staff see that something came; nothing is downloaded."""
    chat.walk("submitted")
    chat.send("photo")
    assert (WroteToStaff("[photo]"),) == chat.facts
    assert "I can only pass on text." in chat.text


def test_a_question_after_sending_is_answered_and_staff_see_it(chat: Chat) -> None:
    """Answered from the article, and on the lead's timeline."""
    chat.walk("submitted")
    chat.say("How many infusions are there in the first series?")
    assert "six infusions" in chat.said
    assert (WroteToStaff("How many infusions are there in the first series?", "question"),) == chat.facts


def test_words_that_work_during_the_intake_are_messages_afterwards(chat: Chat) -> None:
    """ "Back", "yes" and "hello" reach the team as they are."""
    chat.walk("submitted")
    for typed in ("back", "yes", "hello", "skip"):
        chat.say(typed)
        assert (WroteToStaff(typed),) == chat.facts
