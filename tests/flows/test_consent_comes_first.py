"""The welcome, the two consents, declining, and someone under 18: nothing is asked or kept before it may be."""

import pytest
from chat import Chat

from flows.facts import Answered, Consented, Ended


def test_the_first_words_say_what_this_is_and_what_it_is_not(chat: Chat) -> None:
    """Automated, not private, not watched, 911 and 988, how long it takes: all before the first answer."""
    chat.say("/start")
    assert "automated intake assistant, not a person" in chat.text
    assert "not for emergencies and nobody watches it" in chat.text
    assert "911" in chat.text
    assert "988" in chat.text
    assert "not end-to-end private" in chat.text
    assert "about 4 minutes" in chat.text
    assert "Bespoke Treatment" in chat.text
    assert "consent" == chat.state


def test_any_first_word_brings_the_welcome(chat: Chat) -> None:
    """Nobody has to know about /start."""
    chat.say("is anyone there")
    assert "consent" == chat.state
    assert "Welcome to Bespoke Treatment" in chat.text


def test_nothing_about_health_is_asked_before_both_consents(chat: Chat) -> None:
    """Keeping answers comes first, being contacted second, both before any other question."""
    chat.say("/start")
    asked = [chat.state]
    chat.tap("Yes, let's begin")
    asked.append(chat.state)
    chat.tap("Yes, you may contact me")
    assert ["consent", "contact_consent"] == asked
    assert [Consented("consent", given=True), Consented("contact_consent", given=True)] == chat.found(Consented)


@pytest.mark.parametrize("typed", ["yes", "Yes, let's begin", "ok", "I agree", "sí"])
def test_consent_can_be_typed(chat: Chat, typed: str) -> None:
    """A typed yes is as good as a tap."""
    chat.say("/start")
    chat.say(typed)
    assert "contact_consent" == chat.state
    assert "agreed" == chat.value("consent")


def test_declining_ends_kindly_and_keeps_nothing(chat: Chat) -> None:
    """Another way to reach the clinic is named, no answer stays, and the refusal itself is on record."""
    chat.say("/start")
    chat.tap("No, thank you")
    assert "declined" == chat.state
    assert {} == chat.conversation.answers
    assert [Consented("consent", given=False)] == chat.found(Consented)
    assert [Ended("declined")] == chat.found(Ended)
    assert "call your nearest clinic" in chat.text
    assert "988" in chat.text
    assert [] == chat.live


def test_whoever_declined_can_begin_again(chat: Chat) -> None:
    """Any word opens the welcome once more."""
    chat.say("/start")
    chat.say("no thanks")
    chat.say("hello again")
    assert "consent" == chat.state
    assert 1 == len(chat.live)


def test_someone_who_does_not_want_contact_is_not_asked_how(chat: Chat) -> None:
    """No phone, no e-mail, no times, no voicemail; the receipt keeps the promise."""
    chat.walk("submitted", contact_consent="declined")
    asked = {fact.link_id for fact in chat.found(Answered)}
    assert set() == asked & {"phone", "email", "reach_when", "voicemail"}
    assert "You asked us not to contact you, so we will not." in chat.text


def test_for_someone_under_18_a_parent_calls_and_nothing_is_kept(chat: Chat) -> None:
    """The intake hands over to a call, with no answer left behind."""
    chat.walk("who")
    chat.tap("For someone under 18")
    assert "minor" == chat.state
    assert {} == chat.conversation.answers
    assert [Ended("minor")] == chat.found(Ended)
    assert "parent or guardian should call the clinic" in chat.text
    assert [] == chat.live


def test_the_clinics_own_number_is_named_where_it_has_set_one(chat: Chat) -> None:
    """What the clinic has not set is not invented."""
    chat.say("/start")
    chat.tap("No, thank you")
    assert "Our number" not in chat.text


def test_an_ending_after_the_request_was_sent_does_not_lose_sight_of_it(chat: Chat) -> None:
    """The ending names the earlier request, which is still with the team."""
    chat.walk("submitted")
    reference = chat.conversation.lead
    chat.say("/edit")
    chat.tap("Who this is for", "For someone under 18")
    assert reference == chat.conversation.previous
    assert reference in chat.text
