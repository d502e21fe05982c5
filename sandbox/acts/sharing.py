"""Contacts, places, photos, voice messages, stickers and documents a person sends."""

from typing import Any

from sandbox import files, pictures
from sandbox.acts.registry import ActError, Done, act, writable
from sandbox.acts.telling import tell_message
from sandbox.records import Account
from sandbox.world import World

PLACE = {"latitude": 34.0522, "longitude": -118.2437}
VOICE_SECONDS = 4
STICKER_SIDE = 512


def own_contact(person: Account) -> dict[str, Any]:
    """The contact a phone shares of its owner; numbers come without a plus, as they do from many clients."""
    contact: dict[str, Any] = {"phone_number": person.phone_number.lstrip("+"), "first_name": person.first_name}
    if person.last_name:
        contact["last_name"] = person.last_name
    return contact | {"user_id": person.id}


@act
def share_contact(
    world: World,
    person: Account,
    *,
    phone_number: str = "",
    first_name: str = "",
    user_id: int | None = None,
    chat_id: int | str | None = None,
) -> Done:
    """Share one's own contact, or somebody else's when a number is given (with their id where it is known)."""
    contact = own_contact(person)
    if phone_number:
        contact = {"phone_number": phone_number, "first_name": first_name or "Somebody"}
        contact |= {"user_id": user_id} if user_id is not None else {}
    return _send(world, person, chat_id, {"contact": contact})


@act
def share_location(
    world: World,
    person: Account,
    latitude: float = PLACE["latitude"],
    longitude: float = PLACE["longitude"],
    chat_id: int | str | None = None,
) -> Done:
    """Share a place."""
    return _send(world, person, chat_id, {"location": {"latitude": latitude, "longitude": longitude}})


@act
def send_media(
    world: World, person: Account, kind: str = "photo", caption: str = "", chat_id: int | str | None = None
) -> Done:
    """Send a made-up photo, voice message, sticker or document; captions on all but the sticker."""
    makers = {"photo": _photo, "voice": _voice, "sticker": _sticker, "document": _document}
    if kind not in makers:
        raise ActError(f"a phone here sends {', '.join(makers)}; not {kind!r}")
    content = makers[kind](world)
    if caption and kind != "sticker":
        content["caption"] = caption
    return _send(world, person, chat_id, content)


def _send(world: World, person: Account, chat_id: int | str | None, content: dict[str, Any]) -> Done:
    chat = writable(world, person, chat_id)
    return tell_message(world, world.post(chat, person.id, content))


def _photo(world: World) -> dict[str, Any]:
    return {"photo": files.photo(files.keep(world, pictures.sample(), "photos", "photo.png", "image/png"))}


def _voice(world: World) -> dict[str, Any]:
    stored = files.keep(world, b"OggS" + bytes(200), "voice", "voice.oga", "audio/ogg")
    return {"voice": files.reference(stored) | {"duration": VOICE_SECONDS, "mime_type": "audio/ogg"}}


def _sticker(world: World) -> dict[str, Any]:
    stored = files.keep(world, b"RIFF" + bytes(64), "stickers", "sticker.webp", "image/webp")
    side = {"width": STICKER_SIDE, "height": STICKER_SIDE}
    kind = {"type": "regular", "is_animated": False, "is_video": False, "emoji": "🙂"}
    return {"sticker": files.reference(stored) | side | kind}


def _document(world: World) -> dict[str, Any]:
    stored = files.keep(world, b"A note from home.\n", "documents", "note.txt", "text/plain")
    return {"document": files.reference(stored) | {"file_name": "note.txt", "mime_type": "text/plain"}}
