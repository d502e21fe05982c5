"""deleteMessage, deleteMessages and pinChatMessage."""

from sandbox import access
from sandbox.methods.registry import method
from sandbox.parameters import Parameters
from sandbox.records import PRIVATE, Chat, Message
from sandbox.refusals import DELETE_NOT_FOUND, DELETE_REFUSED, bad_request
from sandbox.world import World

DELETABLE_SECONDS = 48 * 3600
MOST_AT_ONCE = 100
NEVER_DELETED = frozenset({"supergroup_chat_created", "forum_topic_created", "migrate_from_chat_id"})


def _may_delete(world: World, chat: Chat, message: Message) -> bool:
    if world.now - message.date >= DELETABLE_SECONDS or message.content.keys() & NEVER_DELETED:
        return False
    own = message.sender_id == world.bot.id
    is_admin = chat.members.get(world.bot.id) == "administrator" and bool(chat.rights.get("can_delete_messages"))
    return own or chat.type == PRIVATE or is_admin


def _delete(chat: Chat, message: Message) -> None:
    message.deleted = True
    if message.message_id in chat.pinned:
        chat.pinned.remove(message.message_id)


@method("deleteMessage", "chat_id", "message_id")
def delete_message(world: World, parameters: Parameters) -> bool:
    chat = access.find(world, parameters)
    message = world.find_message(chat.id, parameters.integer("message_id"))
    if message is None:
        raise bad_request(DELETE_NOT_FOUND)
    if not _may_delete(world, chat, message):
        raise bad_request(DELETE_REFUSED)
    _delete(chat, message)
    return True


@method("deleteMessages", "chat_id", "message_ids")
def delete_messages(world: World, parameters: Parameters) -> bool:
    chat = access.find(world, parameters)
    numbers = parameters.structure("message_ids", "message identifiers JSON object")
    if not isinstance(numbers, list) or not all(isinstance(number, int) for number in numbers):
        raise bad_request("expected an Array of Integer as message identifiers")
    if not 1 <= len(numbers) <= MOST_AT_ONCE:
        raise bad_request("wrong number of message identifiers specified")
    found = [message for number in numbers if (message := world.find_message(chat.id, number))]
    if not all(_may_delete(world, chat, message) for message in found):
        raise bad_request(DELETE_REFUSED)
    for message in found:
        _delete(chat, message)
    return True


@method("pinChatMessage", "chat_id", "message_id")
def pin_chat_message(world: World, parameters: Parameters) -> bool:
    chat = access.writable(world, parameters)
    access.check_right(world, chat, "can_pin_messages", "not enough rights to manage pinned messages in the chat")
    message = world.find_message(chat.id, parameters.integer("message_id"))
    if message is None:
        raise bad_request("message to pin not found")
    if message.message_id in chat.pinned:
        chat.pinned.remove(message.message_id)
    chat.pinned.append(message.message_id)
    return True
