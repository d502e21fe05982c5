"""sendMessage, sendPhoto and sendChatAction."""

from typing import Any

from sandbox import access, files
from sandbox.methods.outgoing import caption_content, send, text_content
from sandbox.methods.registry import method
from sandbox.parameters import Parameters
from sandbox.records import StoredFile
from sandbox.refusals import TEXT_TOO_LONG, bad_request
from sandbox.world import World

ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
TYPING_SECONDS = 5.0
ATTACHED = "attach://"


@method("sendMessage", "chat_id", "text", counted=True)
def send_message(world: World, parameters: Parameters) -> dict[str, Any]:
    chat = access.writable(world, parameters)
    return send(world, parameters, chat, text_content(parameters, TEXT_TOO_LONG))


@method("sendPhoto", "chat_id", "photo", counted=True)
def send_photo(world: World, parameters: Parameters) -> dict[str, Any]:
    chat = access.writable(world, parameters)
    caption = caption_content(parameters)
    return send(world, parameters, chat, {"photo": files.photo(_picture(world, parameters))} | caption)


@method("sendChatAction", "chat_id", "action")
def send_chat_action(world: World, parameters: Parameters) -> bool:
    chat = access.writable(world, parameters)
    if parameters.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.typing_until = world.clock.now() + TYPING_SECONDS
    return True


def _picture(world: World, parameters: Parameters) -> StoredFile:
    """The uploaded picture, or one that was sent before; pictures by web address are refused, nothing is fetched."""
    named = parameters.text("photo")
    upload = parameters.uploads.get(named.removeprefix(ATTACHED) if named.startswith(ATTACHED) else "photo")
    if upload is not None:
        return files.keep_photo(world, upload.body)
    if named in world.files:
        return world.files[named]
    if "://" in named:
        raise bad_request("wrong file identifier/HTTP URL specified")
    raise bad_request("wrong remote file identifier specified: Wrong string length")
