"""English and Spanish: one tap changes the words and nothing else."""

from chat import Chat


def test_the_welcome_offers_the_other_language(chat: Chat) -> None:
    """On the first message, in place."""
    chat.say("/start")
    before = len(chat.messages)
    chat.tap("Español")
    assert "¿Puedo guardar lo que me diga" in chat.text
    assert "asistente" in chat.text
    assert "English" in chat.labels
    assert before == len(chat.messages)


def test_a_person_with_a_spanish_telegram_is_welcomed_in_spanish(new_chat: type[Chat]) -> None:
    """And can walk the whole way."""
    chat = new_chat(language="es")
    chat.walk("submitted", services="ketamine_infusion", prior_treatments="ketamine_infusion", phone="Escríbanme aquí")
    assert chat.conversation.lead in chat.text
    told = " ".join(message.text for message in chat.messages)
    for english in ("Thank you", "Is this right", "Tap what fits", "Back", "results vary", " of 9"):
        assert english not in told


def test_every_button_of_the_spanish_phone_keyboard_is_understood(new_chat: type[Chat]) -> None:
    """They come back as typed words."""
    chat = new_chat(language="es").walk("phone")
    back, why = chat.words.button("back", "es"), chat.words.button("why", "es")
    chat.tap(why)
    assert "Para que una persona pueda comunicarse con usted." in chat.text
    chat.tap(back)
    assert "name" == chat.state
    chat.walk("email")
    chat.tap(back)
    assert "phone" == chat.state
    chat.tap(chat.words.button("keep", "es"))
    assert "email" == chat.state


def test_the_language_can_change_at_every_question_without_losing_an_answer(chat: Chat) -> None:
    """Back and forth along the whole way; the record is the same."""
    chat.say("/start")
    while chat.state != "review":
        answers, state = chat.conversation.answers, chat.state
        chat.say("/language")
        assert (answers, state, 1) == (chat.conversation.answers, chat.state, len(chat.live))
        chat.say("/language en")
        chat.walk(_next(chat))
    assert "review" == chat.state


def _next(chat: Chat) -> str:
    return chat.flow.intake.move("next", chat.state, chat.conversation.answers) or "review"
