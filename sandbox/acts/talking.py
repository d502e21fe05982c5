"""Start, say, edit, and take back."""

from typing import Any

from sandbox.acts.registry import ActError, Done, act, chat_of, message_of, writable
from sandbox.acts.telling import tell_membership, tell_message
from sandbox.formatting.detection import detect
from sandbox.formatting.units import length
from sandbox.records import Account, Chat
from sandbox.world import World

MOST_TEXT = 4096


def _content(text: str) -> dict[str, Any]:
    words = text.strip()
    if not words or length(words) > MOST_TEXT:
        raise ActError("a phone sends texts of 1 to 4096 characters")
    entities = detect(words, [])
    return {"text": words} | ({"entities": entities} if entities else {})


@act
def start(world: World, person: Account, payload: str = "") -> Done:
    """Press Start, or follow a link with a payload; a blocked bot is unblocked by it, as on a phone."""
    chat = world.chats[person.id]
    if chat.blocked:
        _unblock(world, person, chat)
    return say_in(world, person, f"/start {payload}".strip())


@act
def say(
    world: World,
    person: Account,
    text: str,
    *,
    chat_id: int | str | None = None,
    reply_to: int | None = None,
    thread_id: int | None = None,
) -> Done:
    """Send a text, by default in the private chat with the bot."""
    return say_in(world, person, text, chat_id=chat_id, reply_to=reply_to, thread_id=thread_id)


def say_in(
    world: World,
    person: Account,
    text: str,
    *,
    chat_id: int | str | None = None,
    reply_to: int | None = None,
    thread_id: int | None = None,
) -> Done:
    """The same inside another act."""
    chat = writable(world, person, chat_id)
    if thread_id is not None and thread_id not in chat.topics:
        raise ActError(f"there is no topic {thread_id}")
    message = world.post(chat, person.id, _content(text), reply_to=reply_to, thread_id=thread_id)
    _fold_forced_reply(chat, person)
    return tell_message(world, message)


def _fold_forced_reply(chat: Chat, person: Account) -> None:
    keyboard = chat.keyboards.get(person.id)
    if keyboard and keyboard.markup.get("force_reply"):
        del chat.keyboards[person.id]


@act
def edit(
    world: World,
    person: Account,
    text: str,
    *,
    message_id: int | None = None,
    old_text: str = "",
    chat_id: int | str | None = None,
) -> Done:
    """Change one of the person's own texts, named by id or by what it said (the newest that fits)."""
    chat = writable(world, person, chat_id)
    own = [message for message in world.messages[chat.id].values() if message.sender_id == person.id]
    own = [message for message in own if "text" in message.content and not message.deleted]
    if message_id is None:
        found = [message for message in own if message.words == old_text]
    else:
        found = [message for message in own if message.message_id == message_id]
    if not found:
        raise ActError(f"{person.first_name} never wrote that; own texts: {[message.words for message in own]}")
    message = found[-1]
    message.earlier.append(message.words)
    message.content = _content(text)
    message.edit_date = world.now
    return tell_message(world, message, edited=True)


@act
def delete(world: World, person: Account, message_id: int, chat_id: int | str | None = None) -> Done:
    """Delete a message for both sides; the bot is not told, as on Telegram."""
    chat = chat_of(world, person, chat_id)
    message_of(world, chat, message_id).deleted = True
    return {"message_id": message_id}


@act
def block(world: World, person: Account) -> Done:
    """Block the bot."""
    chat = world.chats[person.id]
    if chat.blocked:
        raise ActError(f"{person.first_name} has blocked the bot already")
    chat.blocked = True
    return tell_membership(world, chat, person, "kicked")


@act
def unblock(world: World, person: Account) -> Done:
    """Let the bot write again."""
    chat = world.chats[person.id]
    if not chat.blocked:
        raise ActError(f"{person.first_name} has not blocked the bot")
    return _unblock(world, person, chat)


def _unblock(world: World, person: Account, chat: Chat) -> Done:
    chat.blocked = False
    return tell_membership(world, chat, person, "member")


@act
def deactivate(_: World, person: Account) -> Done:
    """Delete the Telegram account: whatever the bot sends from now on is refused."""
    person.deactivated = True
    return {}


@act
def speak(_: World, person: Account, language_code: str) -> Done:
    """Set the phone to another language."""
    person.language_code = language_code
    return {}
