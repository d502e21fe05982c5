"""getChat, getChatMember and getChatAdministrators."""

from typing import Any

from sandbox import access, objects
from sandbox.methods.registry import method
from sandbox.parameters import Parameters
from sandbox.records import PRIVATE
from sandbox.refusals import bad_request
from sandbox.world import World

NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


@method("getChat", "chat_id")
def get_chat(world: World, parameters: Parameters) -> dict[str, Any]:
    chat = access.find(world, parameters)
    if chat.type != PRIVATE and chat.migrated_to is None:
        access.writable(world, parameters)
    full = objects.chat(world, chat) | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": NO_GIFTS}
    pinned = world.find_message(chat.id, chat.pinned[-1]) if chat.pinned else None
    return full | ({"pinned_message": objects.message(world, pinned, with_reply=False)} if pinned else {})


@method("getChatMember", "chat_id", "user_id")
def get_chat_member(world: World, parameters: Parameters) -> dict[str, Any]:
    chat = access.find(world, parameters)
    user_id = parameters.integer("user_id")
    if user_id != world.bot.id and user_id not in world.people:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return objects.member(world, chat, world.account(user_id))


@method("getChatAdministrators", "chat_id")
def get_chat_administrators(world: World, parameters: Parameters) -> list[dict[str, Any]]:
    chat = access.find(world, parameters)
    if chat.type == PRIVATE:
        raise bad_request("there are no administrators in the private chat")
    admins = [number for number, status in chat.members.items() if status in {"creator", "administrator"}]
    return [objects.member(world, chat, world.account(number)) for number in admins]
