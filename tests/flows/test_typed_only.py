"""Whole intakes by typing only, in English and in Spanish, without a single tap."""

import pytest
from chat import Chat

ENGLISH = {
    "consent": "yes",
    "contact_consent": "sure",
    "who": "it's for me",
    "location": "vegas",
    "services": "ketamine",
    "concerns": "depression and anxiety",
    "prior_treatments": "zoloft, wellbutrin and talk therapy",
    "expectations": "continue",
    "teach_back": "six",
    "name": "my name is Alice Archer",
    "phone": "(202) 555-0101",
    "email": "alice@example.com",
    "reach_when": "mornings",
    "voicemail": "yes",
    "review": "send it",
}
SPANISH = {
    "consent": "sí",
    "contact_consent": "claro",
    "who": "para mí",
    "location": "sedona",
    "services": "infusión de ketamina",
    "concerns": "ansiedad",
    "prior_treatments": "terapia",
    "expectations": "continuar",
    "teach_back": "seis",
    "name": "me llamo Lucía",
    "phone": "202 555 0101",
    "email": "omitir",
    "reach_when": "por la tarde",
    "voicemail": "no",
    "review": "enviar",
}


@pytest.mark.parametrize(("language", "script"), [("en", ENGLISH), ("es", SPANISH)], ids=["english", "spanish"])
def test_a_whole_intake_by_typing_only(new_chat: type[Chat], language: str, script: dict[str, str]) -> None:
    """Each question takes plain words; nothing has to be said twice."""
    chat = new_chat(language=language)
    chat.say("hello")
    asked = []
    while not chat.submitted:
        asked.append(chat.state)
        chat.say(script[chat.state])
        assert asked[-1] != chat.state, f"{asked[-1]}: not understood"
    assert list(script) == asked
    assert chat.conversation.lead in chat.text


def test_what_was_typed_is_what_the_record_holds(new_chat: type[Chat]) -> None:
    """Codes and normalised values, with the words behind them."""
    chat = new_chat()
    chat.say("hello")
    while not chat.submitted:
        chat.say(ENGLISH[chat.state])
    held = {link_id: answer.value for link_id, answer in chat.conversation.submitted.items()}
    assert {
        "consent": "agreed",
        "contact_consent": "agreed",
        "who": "self",
        "location": "las_vegas",
        "services": ("ketamine_infusion",),
        "concerns": ("depression", "anxiety"),
        "prior_treatments": ("antidepressant", "psychotherapy"),
        "expectations": "seen",
        "teach_back": "six",
        "name": "Alice Archer",
        "phone": "+12025550101",
        "email": "alice@example.com",
        "reach_when": ("mornings",),
        "voicemail": "full",
    } == held
    assert "vegas" == chat.conversation.submitted["location"].said


def test_numbers_pick_by_place(new_chat: type[Chat]) -> None:
    """ "2" is the second option, as it stands on the screen."""
    chat = new_chat()
    chat.walk("location")
    chat.say("2")
    assert "santa_monica" == chat.value("location")


@pytest.mark.parametrize("name", ["Quinn Adams", "Will Smith", "May Pang", "My name is Will Long", "Quién Sabe"])
def test_a_name_that_sounds_like_a_question_is_a_name(new_chat: type[Chat], name: str) -> None:
    """Nobody is stuck because of what they are called."""
    chat = new_chat().walk("name")
    chat.say(name)
    assert "name" != chat.state


@pytest.mark.parametrize("question", ["how much does it cost", "Which cities", "do I qualify?", "What is ketamine?"])
def test_a_question_at_the_name_is_no_name(new_chat: type[Chat], question: str) -> None:
    """It is answered, and the name is asked for again."""
    chat = new_chat().walk("name")
    chat.say(question)
    assert "name" == chat.state
