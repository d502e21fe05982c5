"""Taps on buttons: under a message, and of the keyboard in place of the letters."""

from typing import Any

from sandbox.acts.registry import ActError, Done, act, chat_of, message_of, writable
from sandbox.acts.sharing import PLACE, own_contact
from sandbox.acts.talking import say_in
from sandbox.acts.telling import tell_message, tell_tap
from sandbox.records import Account, Message
from sandbox.world import World

Button = dict[str, Any]


def buttons(message: Message) -> list[Button]:
    """The inline buttons of a message in reading order."""
    rows = (message.markup or {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


@act
def tap(
    world: World,
    person: Account,
    button: str,
    message_id: int | None = None,
    chat_id: int | str | None = None,
) -> Done:
    """Tap an inline button, named by its words or its callback data; by default of the newest message that has it.

    A link button gives `{"url": …}` and tells the bot nothing.
    """
    chat = chat_of(world, person, chat_id)
    messages = [message for message in world.messages[chat.id].values() if not message.deleted and buttons(message)]
    if message_id is not None:
        messages = [message for message in messages if message.message_id == message_id]
    for message in reversed(messages):
        if found := _named(buttons(message), button):
            return _tapped(world, person, message, found)
    there = [[found["text"] for found in buttons(message)] for message in messages]
    raise ActError(f"no button {button!r} for {person.first_name}; buttons by message: {there}")


@act
def tap_stale(world: World, person: Account, data: str, message_id: int, chat_id: int | str | None = None) -> Done:
    """Send a tap that the message may not offer any more, even of a deleted one: phones lag behind."""
    chat = chat_of(world, person, chat_id)
    return tell_tap(world, person, message_of(world, chat, message_id), data)


@act
def tap_again(world: World, person: Account) -> Done:
    """The phone re-sends the last tap by itself: the same data under a new update id."""
    queries = [query for query in world.queries.values() if query.user_id == person.id]
    if not queries:
        raise ActError(f"{person.first_name} has tapped nothing yet")
    last = queries[-1]
    return tell_tap(world, person, world.messages[last.chat_id][last.message_id], last.data)


@act
def press(world: World, person: Account, text: str, chat_id: int | str | None = None) -> Done:
    """Press a key of the reply keyboard: it says its words, or shares the contact or place it asks for."""
    chat = writable(world, person, chat_id)
    keyboard = chat.keyboards.get(person.id)
    rows = keyboard.markup.get("keyboard", []) if keyboard else []
    found = _named([button for row in rows for button in row], text)
    if keyboard is None or found is None:
        there = [button["text"] for row in rows for button in row]
        raise ActError(f"no key {text!r} for {person.first_name}; keys: {there}")
    if keyboard.markup.get("one_time_keyboard"):
        keyboard.folded = True
    if found.get("request_contact") or found.get("request_location"):
        content = {"contact": own_contact(person)} if found.get("request_contact") else {"location": dict(PLACE)}
        return tell_message(world, world.post(chat, person.id, content, reply_to=keyboard.message_id))
    return say_in(world, person, found["text"], chat_id=chat.id)


def _named(offered: list[Button], name: str) -> Button | None:
    """By words, by data, then by a part of the words that only one button has."""
    for key in ("text", "callback_data"):
        for button in offered:
            if button.get(key) == name:
                return button
    part = [button for button in offered if name.casefold() in button["text"].casefold()]
    return part[0] if len(part) == 1 and name else None


def _tapped(world: World, person: Account, message: Message, button: Button) -> Done:
    if "callback_data" in button:
        return tell_tap(world, person, message, button["callback_data"])
    return {"url": button.get("url", ""), "message_id": message.message_id, "update_id": None}
