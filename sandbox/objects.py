"""The sandbox's records as Bot API objects."""

from typing import Any

from sandbox.records import PRIVATE, Account, Chat, Message
from sandbox.world import World

ADMINISTRATOR_FLAGS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
)


def user(account: Account) -> dict[str, Any]:
    """A User object."""
    is_bot = account.role == "bot"
    value: dict[str, Any] = {"id": account.id, "is_bot": is_bot, "first_name": account.first_name}
    if account.last_name:
        value["last_name"] = account.last_name
    if account.username:
        value["username"] = account.username
    if account.language_code and not is_bot:
        value["language_code"] = account.language_code
    return value


def chat(world: World, record: Chat) -> dict[str, Any]:
    """A Chat object."""
    value: dict[str, Any] = {"id": record.id, "type": record.type}
    if record.type == PRIVATE:
        person = user(world.account(record.id))
        return value | {name: person[name] for name in ("first_name", "last_name", "username") if name in person}
    value["title"] = record.title
    return value | ({"is_forum": True} if record.forum else {})


def message(world: World, record: Message, *, with_reply: bool = True) -> dict[str, Any]:
    """A Message object; of a replied-to message everything but its own reply, as Telegram does."""
    where = world.chats[record.chat_id]
    value: dict[str, Any] = {
        "message_id": record.message_id,
        "from": user(world.account(record.sender_id)),
        "chat": chat(world, where),
        "date": record.date,
    }
    if record.edit_date is not None:
        value["edit_date"] = record.edit_date
    if record.thread_id is not None:
        value |= {"message_thread_id": record.thread_id, "is_topic_message": True}
    # What stands in a topic without answering anything answers the message that opened the topic.
    opening = record.thread_id if record.thread_id != record.message_id else None
    if with_reply and (record.reply_to is not None or opening is not None):
        answered = world.find_message(record.chat_id, record.reply_to or opening)
        if answered:
            value["reply_to_message"] = message(world, answered, with_reply=False)
    value |= record.content
    if record.options.get("protect_content"):
        value["has_protected_content"] = True
    if preview := record.options.get("link_preview_options"):
        value["link_preview_options"] = preview
    if record.markup and "inline_keyboard" in record.markup:
        value["reply_markup"] = {"inline_keyboard": record.markup["inline_keyboard"]}
    return value


def inaccessible(world: World, record: Message) -> dict[str, Any]:
    """An InaccessibleMessage object: what a tap on a deleted message carries."""
    return {"chat": chat(world, world.chats[record.chat_id]), "message_id": record.message_id, "date": 0}


def member(world: World, record: Chat, account: Account) -> dict[str, Any]:
    """A ChatMember object of the kind that fits the status."""
    status = record.members.get(account.id, "left")
    value: dict[str, Any] = {"status": status, "user": user(account)}
    if status == "creator":
        value["is_anonymous"] = False
    elif status == "administrator":
        own = account.id == world.bot.id
        flags = {
            name: bool(record.rights.get(name)) if own else name == "can_manage_chat" for name in ADMINISTRATOR_FLAGS
        }
        value |= {"can_be_edited": False, "is_anonymous": False} | flags
    elif status == "kicked":
        value["until_date"] = 0
    return value
