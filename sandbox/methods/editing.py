"""editMessageText, editMessageCaption and editMessageReplyMarkup."""

from typing import Any

from sandbox import access, markup, objects
from sandbox.methods.outgoing import caption_content, link_preview, text_content
from sandbox.methods.registry import method
from sandbox.parameters import Parameters
from sandbox.records import Message
from sandbox.refusals import EDIT_NOT_FOUND, EDIT_REFUSED, EDIT_TOO_LONG, NOT_MODIFIED, bad_request
from sandbox.world import World


@method("editMessageText", "text")
def edit_message_text(world: World, parameters: Parameters) -> dict[str, Any]:
    message, keyboard = _editable(world, parameters)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    content = text_content(parameters, EDIT_TOO_LONG)
    return _change(world, message, content, keyboard, link_preview(parameters))


@method("editMessageCaption")
def edit_message_caption(world: World, parameters: Parameters) -> dict[str, Any]:
    message, keyboard = _editable(world, parameters)
    if "photo" not in message.content:
        raise bad_request("there is no caption in the message to edit")
    content = {"photo": message.content["photo"]} | caption_content(parameters)
    return _change(world, message, content, keyboard, {})


@method("editMessageReplyMarkup")
def edit_message_reply_markup(world: World, parameters: Parameters) -> dict[str, Any]:
    message, keyboard = _editable(world, parameters)
    return _change(world, message, message.content, keyboard, {})


def _editable(world: World, parameters: Parameters) -> tuple[Message, dict[str, Any] | None]:
    """The message to edit and its next keyboard; only the bot's own messages, never one with a reply keyboard."""
    if parameters.has("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = access.writable(world, parameters)
    if not parameters.has("message_id"):
        raise bad_request("message identifier is not specified")
    message = world.find_message(chat.id, parameters.integer("message_id"))
    if message is None:
        raise bad_request(EDIT_NOT_FOUND)
    if message.sender_id != world.bot.id or not message.content.keys() & {"text", "photo"}:
        raise bad_request(EDIT_REFUSED)
    if message.markup and "inline_keyboard" not in message.markup:
        raise bad_request(EDIT_REFUSED)
    return message, markup.read(parameters, chat, inline_only=True)


def _change(
    world: World,
    message: Message,
    content: dict[str, Any],
    keyboard: dict[str, Any] | None,
    options: dict[str, Any],
) -> dict[str, Any]:
    """Replace content and keyboard: a keyboard that is not given again is gone."""
    if content == message.content and keyboard == message.markup:
        raise bad_request(NOT_MODIFIED)
    if content != message.content:
        message.earlier.append(message.words)
    message.content, message.markup = content, keyboard
    message.options |= options
    message.edit_date = world.now
    return objects.message(world, message)
