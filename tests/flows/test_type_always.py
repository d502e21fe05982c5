"""Tap first, type always: the words on a button, typed, do what the tap does."""

from collections.abc import Callable

import pytest
from chat import Chat

from flows.conversation import Conversation

Opening = Callable[[Chat], object]


def _card(state: str, *said: str) -> Opening:
    def opened(chat: Chat) -> None:
        chat.walk(state, services="ketamine_infusion")
        for text in said:
            chat.say(text)

    return opened


PLACES: dict[str, Opening] = {
    "consent": _card("consent"),
    "contact consent": _card("contact_consent"),
    "who": _card("who"),
    "location": _card("location"),
    "location, answered": _card("services", "back"),
    "an offer of places": _card("location", "Henderson, NV"),
    "an offer of addresses": _card("email", "alice@gmial.com"),
    "voicemail": _card("voicemail"),
    "teach-back": _card("teach_back"),
    "what to expect": _card("expectations"),
    "review": _card("review"),
    "review of what was sent": _card("submitted", "/edit"),
    "resume card": _card("services", "/start"),
    "edit card": _card("services", "/edit"),
    "restart card": _card("services", "/restart"),
    "delete card": _card("services", "/delete"),
    "delete card after sending": _card("submitted", "/delete"),
    "stop card": _card("services", "/stop"),
    "stop card after sending": _card("submitted", "/stop"),
    "returning card": _card("submitted", "/start"),
}


def _came_to(c: Conversation) -> tuple[object, ...]:
    values = {link_id: answer.value for link_id, answer in c.answers.items()}
    page = c.page if c.page == "why" or c.state == "expectations" else ""
    return c.state, values, bool(c.lead), c.previous != "", c.card, c.offer, page, c.asking, c.language, c.paused


@pytest.mark.parametrize("place", PLACES)
def test_typing_the_words_of_a_button_does_what_the_tap_does(new_chat: type[Chat], place: str) -> None:
    """Every button that is live at this place, one after the other."""
    first = new_chat()
    PLACES[place](first)
    differs = []
    for number, label in enumerate(first.labels):
        tapped, typed = new_chat(), new_chat()
        for chat in (tapped, typed):
            PLACES[place](chat)
        tapped.press(tapped.buttons[number])
        typed.say(label.removeprefix("✓ "))
        if _came_to(tapped.conversation) != _came_to(typed.conversation):
            differs.append(label)
    assert [] == differs
