"""How the bot hears of what people do: the updates, and what privacy mode keeps from it."""

from typing import Any

from sandbox import objects
from sandbox.acts.registry import Done
from sandbox.records import PRIVATE, Account, Chat, Message, Query
from sandbox.updates import MESSAGE_LIFETIME, QUERY_LIFETIME
from sandbox.world import World

SERVICE = frozenset({"new_chat_members", "left_chat_member", "migrate_to_chat_id", "migrate_from_chat_id"})


def tell_message(world: World, message: Message, *, edited: bool = False) -> Done:
    """Queue a message, or its edited form, for the bot if it may see it."""
    update_id = None
    if _sees(world, world.chats[message.chat_id], message):
        kind = "edited_message" if edited else "message"
        value = objects.message(world, message)
        update_id = world.updates.add(kind, value, f"chat:{message.chat_id}", MESSAGE_LIFETIME)
    return {"chat_id": message.chat_id, "message_id": message.message_id, "update_id": update_id}


def tell_tap(world: World, person: Account, message: Message, data: str) -> Done:
    """Queue a callback query with its message, or with an inaccessible one where it was deleted."""
    number = world.number()
    query = Query(f"{person.id}{number:09d}", person.id, message.chat_id, message.message_id, data, world.clock.now())
    world.queries[query.id] = query
    shown = objects.inaccessible(world, message) if message.deleted else objects.message(world, message)
    value = {
        "id": query.id,
        "from": objects.user(person),
        "message": shown,
        "chat_instance": str(message.chat_id * 7 + 1),
        "data": data,
    }
    update_id = world.updates.add("callback_query", value, f"taps:{person.id}", QUERY_LIFETIME)
    return {"query_id": query.id, "message_id": message.message_id, "update_id": update_id}


def tell_membership(world: World, chat: Chat, by: Account, status: str) -> Done:
    """Change the bot's status in a chat and queue `my_chat_member`."""
    before = objects.member(world, chat, world.bot)
    chat.members[world.bot.id] = status
    value: dict[str, Any] = {
        "chat": objects.chat(world, chat),
        "from": objects.user(by),
        "date": world.now,
        "old_chat_member": before,
        "new_chat_member": objects.member(world, chat, world.bot),
    }
    update_id = world.updates.add("my_chat_member", value, f"chat:{chat.id}", MESSAGE_LIFETIME)
    return {"chat_id": chat.id, "update_id": update_id}


def _sees(world: World, chat: Chat, message: Message) -> bool:
    """In groups a bot sees all as administrator, else commands, replies to it, its name and service messages."""
    if chat.type == PRIVATE or message.content.keys() & SERVICE:
        return True
    status = chat.members.get(world.bot.id, "left")
    if status in {"left", "kicked"}:
        return False
    answered = world.find_message(chat.id, message.reply_to)
    to_bot = answered is not None and answered.sender_id == world.bot.id
    named = f"@{world.bot.username}" in message.words
    return status == "administrator" or to_bot or named or message.words.startswith("/")
