"""Whether the bot may do a thing in a chat: found, not blocked, not kicked, not moved, with the right needed."""

from sandbox.parameters import Parameters
from sandbox.records import PRIVATE, SUPERGROUP, Chat
from sandbox.refusals import (
    BLOCKED,
    CHAT_NOT_FOUND,
    NO_FIRST_WORD,
    UPGRADED,
    bad_request,
    forbidden,
)
from sandbox.world import World


def find(world: World, parameters: Parameters) -> Chat:
    """The chat a call names; private chats exist for the bot once the person wrote first."""
    if not parameters.has("chat_id"):
        raise bad_request("chat_id is empty")
    chat = world.chats.get(parameters.integer("chat_id"))
    if chat is None or (chat.type == PRIVATE and not chat.started and not _met(world, chat)):
        raise bad_request(CHAT_NOT_FOUND)
    return chat


def writable(world: World, parameters: Parameters) -> Chat:
    """The chat a call wants to write into; refused in Telegram's words where it cannot."""
    chat = find(world, parameters)
    if chat.type == PRIVATE:
        _check_private(world, chat)
        return chat
    if chat.migrated_to is not None:
        raise bad_request(UPGRADED, {"migrate_to_chat_id": chat.migrated_to})
    kind = "supergroup" if chat.type == SUPERGROUP else "group"
    status = chat.members.get(world.bot.id, "left")
    if status == "kicked":
        raise forbidden(f"bot was kicked from the {kind} chat")
    if status == "left":
        raise forbidden(f"bot is not a member of the {kind} chat")
    return chat


def check_right(world: World, chat: Chat, right: str, why: str) -> None:
    """Refused with `why` unless the bot has this administrator right in a group."""
    is_admin = chat.members.get(world.bot.id) == "administrator"
    if chat.type != PRIVATE and not (is_admin and chat.rights.get(right)):
        raise bad_request(why)


def _check_private(world: World, chat: Chat) -> None:
    if world.account(chat.id).deactivated:
        raise forbidden("user is deactivated")
    if chat.blocked:
        raise forbidden(BLOCKED)
    if not chat.started:
        raise forbidden(NO_FIRST_WORD)


def _met(world: World, chat: Chat) -> bool:
    """The bot has seen a person who shares a group with it."""
    return any(chat.id in other.members for other in world.chats.values() if other.type != PRIVATE)
