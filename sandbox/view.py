"""What a person sees: their chats, messages with buttons and marks, keyboard, menu and toasts, as plain JSON."""

from typing import Any

from sandbox.formatting.safe_html import safe_html
from sandbox.records import PRIVATE, Account, Chat, Message
from sandbox.updates import QUERY_LIFETIME
from sandbox.world import World

SHOWN = 300
TOASTS_SHOWN = 20
SERVICE = {
    "new_chat_members": "The bot was added to the group",
    "left_chat_member": "The bot was removed from the group",
    "migrate_to_chat_id": "The group was upgraded to a supergroup",
    "migrate_from_chat_id": "This group is a supergroup now",
}
FILES = ("voice", "sticker", "document")


def transcript(world: World, chat: Chat, *, shown: int = SHOWN) -> list[dict[str, Any]]:
    """The messages of a chat, oldest first, deleted ones marked; those from before an upgrade come first."""
    records = list(world.messages[chat.id].values())
    if chat.migrated_from is not None:
        records = list(world.messages[chat.migrated_from].values()) + records
    return [message_view(world, record) for record in records[-shown:]]


def message_view(world: World, record: Message) -> dict[str, Any]:
    """One message as it looks, with what a test wants to know."""
    sender = world.account(record.sender_id)
    entities = record.content.get("entities") or record.content.get("caption_entities") or []
    rows = (record.markup or {}).get("inline_keyboard", [])
    topic = world.chats[record.chat_id].topics.get(record.thread_id or 0)
    answered = world.messages[record.chat_id].get(record.reply_to or 0)
    return {
        "message_id": record.message_id,
        "chat_id": record.chat_id,
        "sender_id": sender.id,
        "sender": sender.first_name,
        "from_bot": sender.role == "bot",
        "date": record.date,
        "text": record.words,
        "html": safe_html(record.words, entities),
        "buttons": rows,
        "waiting": _waiting(world, record),
        "edited": record.edit_date is not None,
        "earlier": record.earlier,
        "deleted": record.deleted,
        "protected": bool(record.options.get("protect_content")),
        "silent": bool(record.options.get("disable_notification")),
        "topic": topic.name if topic else "",
        "thread_id": record.thread_id,
        "reply_to": answered.words[:80] if answered else "",
        "pinned": record.message_id in world.chats[record.chat_id].pinned,
    } | _attachment(record.content)


def _waiting(world: World, record: Message) -> list[str]:
    """The data of taps on this message that are not answered yet."""
    since = world.clock.now() - QUERY_LIFETIME
    recent = [query for query in list(world.queries.values())[-50:] if not query.answered and query.date > since]
    return [query.data for query in recent if (query.chat_id, query.message_id) == (record.chat_id, record.message_id)]


def _attachment(content: dict[str, Any]) -> dict[str, Any]:
    """What is not text: its kind, and the file or fields that show it."""
    if "photo" in content:
        size = content["photo"][-1]
        return {"kind": "photo", "file": size["file_id"], "width": size["width"], "height": size["height"]}
    for kind in ("contact", "location"):
        if kind in content:
            return {"kind": kind, kind: content[kind]}
    for kind in FILES:
        if kind in content:
            return {"kind": kind, "file": content[kind]["file_id"], "name": content[kind].get("file_name", "")}
    for kind, words in SERVICE.items():
        if kind in content:
            return {"kind": "service", "service": words}
    for kind, words in (("forum_topic_created", "Topic created"), ("forum_topic_edited", "Topic renamed")):
        if kind in content:
            return {"kind": "service", "service": f"{words}: {content[kind]['name']}"}
    return {"kind": "text"}


def chat_view(world: World, person: Account, chat: Chat) -> dict[str, Any]:
    """One chat on a person's phone."""
    keyboard = chat.keyboards.get(person.id)
    private = chat.type == PRIVATE
    return {
        "chat_id": chat.id,
        "type": chat.type,
        "title": (world.profile.name(person.language_code) or world.bot.first_name) if private else chat.title,
        "people": len(chat.members),
        "started": chat.started or not private,
        "blocked": chat.blocked,
        "description": world.profile.description(person.language_code) if private else "",
        "typing": chat.typing_until > world.clock.now(),
        "keyboard": None
        if keyboard is None
        else keyboard.markup | {"folded": keyboard.folded, "message_id": keyboard.message_id},
        "commands": world.profile.menu(chat, person.id, person.language_code),
        "topics": [{"thread_id": topic.thread_id, "name": topic.name} for topic in chat.topics.values() if chat.forum],
        "messages": transcript(world, chat),
    }


def person_view(world: World, person: Account) -> dict[str, Any]:
    """One person in the list of phones; `seen` grows with every message they get."""
    return {
        "user_id": person.id,
        "name": f"{person.first_name} {person.last_name}".strip(),
        "first_name": person.first_name,
        "role": person.role,
        "language_code": person.language_code,
        "seen": len(world.messages[person.id]),
    }


def phone_view(world: World, person: Account) -> dict[str, Any]:
    """One phone: its owner, the private chat first, then the groups they are in, and the latest toasts."""
    chats = [world.chats[person.id]]
    chats += [chat for chat in world.chats.values() if chat.type != PRIVATE and person.id in chat.members]
    toasts = [toast for toast in world.toasts if toast.user_id == person.id][-TOASTS_SHOWN:]
    return person_view(world, person) | {
        "chats": [chat_view(world, person, chat) for chat in chats if chat.migrated_to is None],
        "toasts": [
            {
                "number": toast.number,
                "chat_id": toast.chat_id,
                "text": toast.text,
                "alert": toast.alert,
                "url": toast.url,
            }
            for toast in toasts
        ],
    }
