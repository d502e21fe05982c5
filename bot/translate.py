"""A raw update → what it means to the desk. The only place that reads an update; pure."""

import json
from typing import Any

from desk.arrivals import (
    Arrival,
    FromPatient,
    GroupCommanded,
    GroupMoved,
    GroupReplied,
    JoinedGroup,
    Nothing,
    StaffReplied,
    StaffTapped,
    Unreadable,
)
from flows.events import (
    Blocked,
    Commanded,
    Corrected,
    Event,
    Said,
    SentOther,
    SharedContact,
    Unblocked,
)
from flows.taps import decode

OTHER_KINDS = (
    "voice", "audio", "photo", "video", "video_note", "sticker", "animation", "document", "location", "venue", "poll",
    "dice", "story", "game", "paid_media", "checklist",
)  # fmt: skip
TEXT_LIMIT = 4096
STAFF_PARTS = (3, 4)
"""`staff:act:subject` or `staff:act:subject:detail`."""
ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]


def translate(raw: dict[str, Any], username: str = "") -> Arrival:
    """What `raw` means to the bot `username`; what cannot be read comes back as `Unreadable`, never as an error."""
    update_id = raw["update_id"]
    try:
        return _read(update_id, raw, username)
    except Exception as error:  # noqa: BLE001  # whatever is wrong with one update must not stop the others
        return Unreadable(update_id, json.dumps(raw), type(error).__name__, _chat_of(raw))


def _chat_of(raw: dict[str, Any]) -> int | None:
    """The chat an unreadable update came from, where that much can be read, so that erasing it reaches this too."""
    for kind in ALLOWED_UPDATES:
        part = raw.get(kind)
        message = part.get("message", part) if isinstance(part, dict) else None
        chat = message.get("chat") if isinstance(message, dict) else None
        number = chat.get("id") if isinstance(chat, dict) else None
        if isinstance(number, int):
            return number
    return None


def _read(update_id: int, raw: dict[str, Any], username: str) -> Arrival:
    if "callback_query" in raw:
        return _tap(update_id, raw["callback_query"])
    if "message" in raw:
        return _message(update_id, raw["message"], username)
    if "edited_message" in raw:
        return _edited(update_id, raw["edited_message"])
    if "my_chat_member" in raw:
        return _membership(update_id, raw["my_chat_member"])
    return Nothing(update_id)


def _tap(update_id: int, query: dict[str, Any]) -> Arrival:
    sender, data, message = query["from"], query.get("data", ""), query.get("message")
    if message is None or sender.get("is_bot"):
        return Nothing(update_id, str(query["id"]))
    chat = message["chat"]
    if data.startswith("staff:"):
        parts = data.split(":")
        if len(parts) not in STAFF_PARTS or not all(parts):
            return Nothing(update_id, str(query["id"]))
        _, act, subject, *detail = parts
        name = " ".join(filter(None, (sender.get("first_name"), sender.get("last_name"))))
        return StaffTapped(
            update_id, int(chat["id"]), int(sender["id"]), name, str(query["id"]), act, subject,
            detail[0] if detail else "", message.get("message_id"),
        )  # fmt: skip
    tap = decode(data, query=str(query["id"]), message=message.get("message_id"))
    if tap is None or chat["type"] != "private":
        return Nothing(update_id, str(query["id"]))
    return FromPatient(update_id, int(chat["id"]), str(sender.get("language_code") or ""), tap)


def _message(update_id: int, message: dict[str, Any], username: str) -> Arrival:
    chat = message["chat"]
    if "migrate_to_chat_id" in message:
        return GroupMoved(update_id, int(chat["id"]), int(message["migrate_to_chat_id"]))
    if message.get("from", {}).get("is_bot"):
        return Nothing(update_id)
    if chat["type"] != "private":
        return _in_group(update_id, message, username)
    text = str(message.get("text") or message.get("caption") or "")
    event = _event(message, text)
    if event is None:
        return Nothing(update_id)
    language = str(message["from"].get("language_code") or "")
    patient = FromPatient(update_id, int(chat["id"]), language, event, text)
    replied = message.get("reply_to_message")
    if replied and replied.get("from", {}).get("is_bot") and isinstance(event, Said):
        return StaffReplied(patient, int(replied["message_id"]))
    return patient


def _in_group(update_id: int, message: dict[str, Any], username: str) -> Arrival:
    """A command, unless it names another bot, or a reply to the bot; all else that is said in a group is not read."""
    text, sender, chat_id = str(message.get("text") or ""), message.get("from"), int(message["chat"]["id"])
    replied = message.get("reply_to_message") or {}
    if sender is None:
        return Nothing(update_id)
    if text.startswith("/"):
        command, addressed = _command(text), text.split(maxsplit=1)[0].partition("@")[2]
        if username and addressed and addressed.casefold() != username.casefold():
            return Nothing(update_id)
        thread = message.get("message_thread_id") if message.get("is_topic_message") else None
        return GroupCommanded(update_id, chat_id, int(sender["id"]), command.name, command.argument, thread)
    if text and replied.get("from", {}).get("is_bot"):
        return GroupReplied(update_id, chat_id, int(sender["id"]), int(replied["message_id"]))
    return Nothing(update_id)


def _command(text: str, message: int | None = None) -> Commanded:
    name, _, argument = text[1:].partition(" ")
    return Commanded(name.split("@")[0].lower(), argument.strip(), message)


def _event(message: dict[str, Any], text: str) -> Event | None:
    number = int(message["message_id"])
    if "contact" in message:
        contact = message["contact"]
        own = contact.get("user_id") == message["from"]["id"]
        return SharedContact(str(contact["phone_number"]), own, number)
    if text.startswith("/") and "caption" not in message:
        return _command(text, number)
    if text:
        return Said(text[:TEXT_LIMIT], number)
    kind = next((kind for kind in OTHER_KINDS if kind in message), None)
    return SentOther(kind, number) if kind else None


def _edited(update_id: int, message: dict[str, Any]) -> Arrival:
    text = str(message.get("text") or message.get("caption") or "")
    if message["chat"]["type"] != "private" or not text or message.get("from", {}).get("is_bot"):
        return Nothing(update_id)
    event = Corrected(text[:TEXT_LIMIT], int(message["message_id"]))
    language = str(message["from"].get("language_code") or "")
    return FromPatient(update_id, int(message["chat"]["id"]), language, event, text)


def _membership(update_id: int, change: dict[str, Any]) -> Arrival:
    chat, status = change["chat"], change["new_chat_member"]["status"]
    if chat["type"] == "private":
        event = Blocked() if status == "kicked" else Unblocked()
        language = str(change["from"].get("language_code") or "")
        return FromPatient(update_id, int(chat["id"]), language, event)
    was = change["old_chat_member"]["status"]
    if status in {"member", "administrator"} and was in {"left", "kicked"}:
        return JoinedGroup(update_id, int(chat["id"]))
    return Nothing(update_id)
