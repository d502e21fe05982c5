"""Leaving and coming back: the resume card, starting over, and a new request by somebody known."""

from chat import ALICE, Chat

from flows.facts import Archived, Restarted, Submitted


def test_start_midway_says_where_one_is_and_goes_on(chat: Chat) -> None:
    """A resume card with the place, and the same question behind it."""
    chat.walk("services")
    chat.reload().say("/start")
    assert "You are at question 3 of 9. Your answers are still here." in chat.text
    assert ["Go on", "Start over"] == chat.labels
    chat.tap("Go on")
    assert "services" == chat.state
    assert "Which services are you interested in?" in chat.text


def test_hello_midway_is_a_return_too(chat: Chat) -> None:
    """People greet again after a pause."""
    chat.walk("services")
    chat.say("Hello")
    assert "Welcome back" in chat.text


def test_an_answer_typed_over_the_resume_card_counts(chat: Chat) -> None:
    """Nobody has to tap Go on first."""
    chat.walk("services")
    chat.say("/start")
    chat.say("TMS")
    assert ("tms",) == chat.value("services")


def test_ticks_survive_a_pause(chat: Chat) -> None:
    """What was ticked before leaving is still ticked."""
    chat.walk("services")
    chat.tap("DBT")
    chat.reload().say("/start")
    chat.tap("Go on")
    assert "✓ DBT" in chat.labels


def test_a_plain_answer_after_a_restart_of_the_process_is_taken(chat: Chat) -> None:
    """The conversation is what was kept, nothing else."""
    chat.walk("services")
    data = next(b["data"] for b in chat.buttons if b["label"] == "TMS")
    chat.reload().tap_data(data)
    chat.reload().tap("Done")
    assert ("tms",) == chat.value("services")


def test_starting_over_archives_the_answers_and_asks_from_the_beginning(chat: Chat) -> None:
    """Nothing of the first attempt is handed on."""
    chat.walk("services")
    chat.say("/start")
    chat.tap("Start over")
    assert "consent" == chat.state
    assert {} == chat.conversation.answers
    assert [Restarted()] == chat.found(Restarted)
    assert {"consent", "contact_consent", "who", "location"} == {fact.link_id for fact in chat.found(Archived)}


def test_starting_over_can_be_typed_and_asks_first(chat: Chat) -> None:
    """A no keeps everything, a yes begins anew."""
    chat.walk("services")
    chat.say("start over")
    chat.say("no")
    assert "services" == chat.state
    chat.say("start over")
    chat.say("yes")
    assert "consent" == chat.state


def test_start_before_the_first_answer_shows_the_welcome_again(chat: Chat) -> None:
    """No resume card for nothing."""
    chat.say("/start")
    chat.say("/start")
    assert "Welcome to Bespoke Treatment" in chat.text
    assert 1 == len(chat.live)


def test_start_after_sending_offers_a_change_or_a_new_request(chat: Chat) -> None:
    """With the reference of the request that is with the team."""
    chat.walk("submitted")
    chat.say("/start")
    assert chat.conversation.lead in chat.text
    assert ["Change an answer", "A new request"] == chat.labels


def test_a_new_request_asks_consents_and_concerns_afresh_and_keeps_the_rest(chat: Chat) -> None:
    """Who, where, which service, name and phone are known; the consents are not assumed, nor is what it is for."""
    chat.walk("submitted")
    first = chat.conversation
    chat.say("/start")
    chat.tap("A new request")
    asked = []
    while chat.state != "review":
        asked.append(chat.state)
        chat.answer(*({**ALICE, "concerns": ("anxiety",)}[chat.state]))
    assert ["consent", "contact_consent", "concerns"] == asked
    kept = {i: a.value for i, a in first.submitted.items() if i != "concerns"}
    assert kept == {i: a.value for i, a in chat.conversation.answers.items() if i != "concerns"}
    assert ("anxiety",) == chat.value("concerns")


def test_a_new_request_is_a_lead_of_its_own_that_names_the_earlier_one(chat: Chat) -> None:
    """Two references, two submissions."""
    chat.walk("submitted")
    first = chat.conversation.lead
    chat.say("/start")
    chat.tap("A new request")
    chat.walk("submitted")
    assert first == chat.conversation.previous
    assert first != chat.conversation.lead
    assert 2 == len(chat.found(Submitted))


def test_declining_a_new_request_leaves_the_earlier_one_alone(chat: Chat) -> None:
    """And says so."""
    chat.walk("submitted")
    first = chat.conversation.lead
    chat.say("/start")
    chat.tap("A new request", "No, thank you")
    assert f"Your earlier request {first} stays as it is." in chat.text
