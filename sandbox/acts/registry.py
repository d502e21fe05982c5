"""Acts by name, each one change of the world."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from sandbox.records import PRIVATE, Account, Chat, Message
from sandbox.world import World

Done = dict[str, Any]
Rest = ParamSpec("Rest")
ACTS: dict[str, Callable[..., Done]] = {}


class ActError(ValueError):
    """A person cannot do that: the words say why and what was there instead."""


def act(
    function: Callable[Concatenate[World, Account, Rest], Done],
) -> Callable[Concatenate[World, int, Rest], Done]:
    """Offer `function(world, person, …)` under its name, called with the person's id."""

    @wraps(function)
    def acted(world: World, user_id: int, /, *args: Rest.args, **kwargs: Rest.kwargs) -> Done:
        with world.changing():
            return function(world, world.account(user_id), *args, **kwargs)

    ACTS[function.__name__] = acted
    return acted


def chat_of(world: World, person: Account, chat_id: int | str | None) -> Chat:
    """The person's private chat unless a chat is named; `group` is the staff group. ActError for outsiders."""
    if chat_id is None:
        return world.chats[person.id]
    chat = world.group() if chat_id == "group" else world.chats.get(int(chat_id))
    if chat is None or person.id not in chat.members:
        raise ActError(f"{person.first_name} is in no chat {chat_id}")
    return chat


def writable(world: World, person: Account, chat_id: int | str | None) -> Chat:
    """The chat, open for what the person sends; the first word starts a private chat."""
    chat = chat_of(world, person, chat_id)
    if chat.migrated_to is not None:
        chat = world.chats[chat.migrated_to]
    if chat.blocked:
        raise ActError(f"{person.first_name} has blocked the bot")
    if chat.type == PRIVATE:
        chat.started = True
    return chat


def message_of(world: World, chat: Chat, message_id: int) -> Message:
    """A message of a chat, deleted or not; ActError where there was none."""
    message = world.messages[chat.id].get(message_id)
    if message is None:
        raise ActError(f"no message {message_id} in this chat")
    return message
