"""/help, /status, /mydata, /delete, /stop, /person, /language, /ask: at any time, and the open question comes back."""

import pytest
from chat import Chat

from flows.facts import Consented, Erased, Stopped, WantsPerson, WroteToStaff
from flows.record import summary

ASIDE = ("/help", "/status", "/mydata", "/person", "/nonsense", "/ask")


@pytest.mark.parametrize("command", ASIDE)
@pytest.mark.parametrize("state", ["consent", "services", "phone", "expectations", "review"])
def test_a_command_in_the_middle_is_answered_and_the_same_question_comes_back(
    chat: Chat, command: str, state: str
) -> None:
    """At the bottom, with the only live buttons."""
    chat.walk(state, services="tms")
    labels = chat.labels
    chat.say(command)
    assert (state, labels) == (chat.state, chat.labels)
    assert 1 == len(chat.live)
    assert len(chat.new) >= 2


@pytest.mark.parametrize("command", ASIDE)
def test_a_command_after_sending_is_answered(chat: Chat, command: str) -> None:
    """Without a question behind it."""
    chat.walk("submitted")
    chat.say(command)
    assert chat.submitted
    assert "" != chat.said
    assert [] == chat.live


@pytest.mark.parametrize("command", ["/help", "/status", "/mydata", "/person", "/delete", "/stop", "/restart", "/edit"])
def test_a_command_as_the_first_thing_is_answered(chat: Chat, command: str) -> None:
    """And the intake can be begun from there."""
    chat.say(command)
    assert "" != chat.said
    chat.say("hello")
    chat.say("hello")
    assert "consent" == chat.state


def test_help_says_what_this_is_and_every_command(chat: Chat) -> None:
    """The menu in words, and the emergency numbers."""
    chat.say("/help")
    told = chat.said
    for command in ("/status", "/edit", "/ask", "/language", "/mydata", "/delete", "/stop", "/person"):
        assert command in told
    assert "automated intake assistant of Bespoke Treatment" in told
    assert "988" in told


@pytest.mark.parametrize(
    ("lead_status", "told"),
    [
        ("new", "Nobody has taken it up yet."),
        ("claimed", "Someone from our team has taken up your request"),
        ("contacted", "Our team has been in touch with you."),
        ("scheduled", "An appointment has been arranged with you."),
        ("not_now", "set aside for now"),
        ("closed", "Your request is closed."),
    ],
)
def test_status_tells_how_the_lead_stands(chat: Chat, lead_status: str, told: str) -> None:
    """In the person's words, not the desk's."""
    chat.walk("submitted")
    chat.lead_status = lead_status
    chat.say("/status")
    assert chat.conversation.lead in chat.text
    assert told in chat.text


def test_status_midway_says_the_place_and_that_nothing_was_sent(chat: Chat) -> None:
    """ "3 of 9", and which question that is."""
    chat.walk("services")
    chat.say("/status")
    assert "You are at question 3 of 9 (Services). Nothing has been sent to our team yet." in chat.said


def test_status_before_anything_says_how_to_begin(chat: Chat) -> None:
    """There is no request yet."""
    chat.say("/status")
    assert "/start begins one" in chat.text


def test_mydata_lists_what_is_kept_with_the_persons_own_words(chat: Chat) -> None:
    """Protected from being forwarded."""
    chat.walk("prior_treatments")
    chat.say("just therapy")
    chat.say("/mydata")
    assert "Treatments so far: Talk therapy (you wrote: just therapy)" in chat.said
    assert chat.replies[1].protect


def test_delete_asks_once_and_erases_everything(chat: Chat) -> None:
    """Answers, request and earlier request; only the language stays."""
    chat.walk("submitted")
    chat.say("/delete")
    assert "It cannot be undone." in chat.text
    assert [] == chat.found(Erased)
    chat.tap("Erase everything")
    assert [Erased()] == chat.found(Erased)
    c = chat.conversation
    assert ({}, {}, "", "", "", ()) == (c.answers, c.submitted, c.lead, c.previous, c.source, c.questions)
    assert "has been erased" in chat.text


@pytest.mark.parametrize("state", ["new", "declined", "services", "phone", "review", "submitted"])
def test_delete_can_be_confirmed_by_a_typed_yes_wherever_one_is(chat: Chat, state: str) -> None:
    """The card asks a question; a typed answer to it counts in every state."""
    if state == "declined":
        chat.say("/start")
        chat.tap("No, thank you")
    elif state != "new":
        chat.walk(state)
    chat.say("/delete")
    chat.say("yes")
    assert [Erased()] == chat.found(Erased)


def test_delete_can_be_left(chat: Chat) -> None:
    """Go on, and everything is still there."""
    chat.walk("services")
    answers = chat.conversation.answers
    chat.say("/delete")
    chat.tap("Go on")
    assert (answers, "services") == (chat.conversation.answers, chat.state)
    assert [] == chat.found(Erased)


def test_a_yes_long_after_the_delete_card_erases_nothing(chat: Chat) -> None:
    """Something else came between, so the card no longer asks."""
    chat.walk("submitted")
    chat.say("/delete")
    chat.say("/help")
    chat.say("yes")
    assert [] == chat.found(Erased)


def test_stop_asks_once_and_takes_the_consent_back(chat: Chat) -> None:
    """Nothing is erased; nobody gets in touch."""
    chat.walk("submitted")
    chat.say("/stop")
    chat.tap("Stop contact")
    assert Consented("contact_consent", given=False) == chat.found(Consented)[-1]
    assert [Stopped()] == chat.found(Stopped)
    assert "We will not contact you about this request." in chat.text


def test_whoever_stopped_contact_midway_and_goes_on_is_not_contacted(chat: Chat) -> None:
    """The answer given before /stop no longer stands."""
    chat.walk("services")
    chat.say("/stop")
    chat.tap("Stop contact")
    chat.say("/start")
    chat.tap("Go on")
    chat.walk("submitted", contact_consent="declined")
    assert not summary(chat.flow, chat.conversation.submitted).may_contact


def test_whoever_stopped_contact_and_then_changes_an_answer_is_still_not_contacted(chat: Chat) -> None:
    """An amendment must not bring the consent back."""
    chat.walk("submitted")
    chat.say("/stop")
    chat.tap("Stop contact")
    chat.say("/edit")
    chat.tap("Location", "Sedona", "Send the changes")
    assert not summary(chat.flow, chat.conversation.submitted).may_contact


def test_a_person_is_told_and_the_intake_stays_open(chat: Chat) -> None:
    """The side door, from anywhere."""
    chat.walk("services")
    chat.say("/person")
    assert [WantsPerson()] == chat.found(WantsPerson)
    assert "I have told our team that you would like to talk with a person." in chat.said
    assert "services" == chat.state


@pytest.mark.parametrize("typed", ["a person please", "human", "talk to a person", "agent", "una persona"])
def test_a_person_can_be_asked_for_in_words(chat: Chat, typed: str) -> None:
    """Nobody has to know the command."""
    chat.walk("services")
    chat.say(typed)
    assert [WantsPerson()] == chat.found(WantsPerson)


def test_ask_invites_a_question_and_takes_the_next_words_as_one(chat: Chat) -> None:
    """They go to the team, and the open question stands there unanswered."""
    chat.walk("name")
    chat.say("/ask")
    chat.say("parking behind the house")
    assert (WroteToStaff("parking behind the house", "question"),) == chat.facts
    assert chat.value("name") is None
    assert "name" == chat.state


def test_a_question_asked_before_consent_is_not_kept(chat: Chat) -> None:
    """Neither before the first word nor at the consent itself."""
    chat.say("/ask what does it cost with my insurance")
    chat.say("/start")
    chat.say("/ask what does it cost with my insurance")
    assert () == chat.conversation.questions
    assert [] == chat.found(WroteToStaff)


def test_a_question_typed_after_ask_is_not_swallowed_by_the_welcome(chat: Chat) -> None:
    """/ask as the first thing, then the question."""
    chat.say("/ask")
    chat.say("What is a booster?")
    assert "A booster is" in chat.said


def test_questions_for_the_team_go_with_the_request(chat: Chat) -> None:
    """What the article cannot answer waits until there is a lead."""
    chat.walk("services")
    chat.say("how much does it cost?")
    assert "I have added your question to your request." in chat.said
    chat.walk("submitted")
    assert ("how much does it cost?",) == chat.conversation.questions


def test_language_switches_back_and_forth_and_keeps_every_answer(chat: Chat) -> None:
    """Words change, answers do not."""
    chat.walk("services")
    answers = chat.conversation.answers
    chat.say("/language")
    assert "¿Qué servicios le interesan?" in chat.text
    chat.say("/language en")
    assert "Which services are you interested in?" in chat.text
    assert answers == chat.conversation.answers
