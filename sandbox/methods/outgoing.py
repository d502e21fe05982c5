"""What every sent message has in common: topic, reply, keyboard, protection; and the keyboards it leaves behind."""

from typing import Any

from sandbox import markup, objects
from sandbox.formatting.formatted import formatted
from sandbox.formatting.units import length
from sandbox.parameters import Parameters
from sandbox.records import Chat, Keyboard, Message
from sandbox.refusals import CAPTION_TOO_LONG, TEXT_EMPTY, bad_request
from sandbox.world import World

MOST_TEXT = 4096
MOST_CAPTION = 1024
PREVIEW_FIELDS = frozenset({"is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text"})


def text_content(parameters: Parameters, too_long: str) -> dict[str, Any]:
    """`text` and `entities` of a call; 1 to 4096 UTF-16 units after parsing."""
    given = parameters.structure("entities", "entities JSON object")
    text, entities = formatted(parameters.text("text"), parameters.text("parse_mode"), given)
    if not text:
        raise bad_request(TEXT_EMPTY)
    if length(text) > MOST_TEXT:
        raise bad_request(too_long)
    return {"text": text} | ({"entities": entities} if entities else {})


def caption_content(parameters: Parameters) -> dict[str, Any]:
    """`caption` and `caption_entities` of a call; at most 1024 UTF-16 units after parsing."""
    given = parameters.structure("caption_entities", "caption_entities JSON object")
    caption, entities = formatted(parameters.text("caption"), parameters.text("parse_mode"), given)
    if length(caption) > MOST_CAPTION:
        raise bad_request(CAPTION_TOO_LONG)
    if not caption:
        return {}
    return {"caption": caption} | ({"caption_entities": entities} if entities else {})


def link_preview(parameters: Parameters) -> dict[str, Any]:
    """The link preview options of a call as an option to store."""
    preview = parameters.structure("link_preview_options", "link preview options JSON object")
    if preview is None:
        return {}
    if not isinstance(preview, dict) or preview.keys() - PREVIEW_FIELDS:
        raise bad_request("can't parse link preview options JSON object")
    return {"link_preview_options": preview}


def send(world: World, parameters: Parameters, chat: Chat, content: dict[str, Any]) -> dict[str, Any]:
    """Post the bot's message with its options; gives the Message object."""
    keyboard = markup.read(parameters, chat)
    options = {name: True for name in ("protect_content", "disable_notification") if parameters.flag(name)}
    thread_id = _thread(parameters, chat)
    message = world.post(
        chat,
        world.bot.id,
        content,
        markup=keyboard,
        thread_id=thread_id,
        reply_to=_reply_to(world, parameters, chat, thread_id),
        options=options | link_preview(parameters),
    )
    chat.typing_until = 0.0
    if keyboard:
        _lay_out(world, chat, message, keyboard)
    return objects.message(world, message)


def _thread(parameters: Parameters, chat: Chat) -> int | None:
    thread_id = parameters.optional_integer("message_thread_id")
    if thread_id is not None and (not chat.forum or thread_id not in chat.topics):
        raise bad_request("message thread not found")
    return thread_id


def _reply_to(world: World, parameters: Parameters, chat: Chat, thread_id: int | None) -> int | None:
    """The message that is answered; one of another topic cannot be."""
    value = parameters.structure("reply_parameters", "reply parameters JSON object")
    if value is None:
        return None
    if not isinstance(value, dict):
        raise bad_request("object expected as reply parameters")
    wanted = Parameters(value)
    message = world.find_message(chat.id, wanted.integer("message_id"))
    if message is not None and message.thread_id != thread_id:
        message = None
    if message is None and not wanted.flag("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return message.message_id if message else None


def _lay_out(world: World, chat: Chat, message: Message, keyboard: dict[str, Any]) -> None:
    """Show or remove the reply keyboard for the people it is meant for."""
    people = [person for person in chat.members if person != world.bot.id]
    if keyboard.get("selective"):
        answered = world.find_message(chat.id, message.reply_to)
        people = [person for person in people if answered and answered.sender_id == person]
    for person in people:
        if "keyboard" in keyboard or keyboard.get("force_reply"):
            chat.keyboards[person] = Keyboard(keyboard, message.message_id)
        elif keyboard.get("remove_keyboard"):
            chat.keyboards.pop(person, None)
