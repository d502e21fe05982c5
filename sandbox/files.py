"""Files that were sent, by id, with the objects that speak of them."""

import hashlib
from typing import Any

from sandbox import pictures
from sandbox.records import StoredFile
from sandbox.refusals import bad_request
from sandbox.world import World

MOST_PHOTO_BYTES = 10 * 1024 * 1024
MOST_SIDES = 10_000
MOST_RATIO = 20


def keep(world: World, body: bytes, folder: str, name: str, mime_type: str) -> StoredFile:
    """Store a file under a fresh file_id; the unique id follows the content."""
    number = world.number()
    unique_id = "AQAD" + hashlib.sha256(body).hexdigest()[:12]
    ending = name.rpartition(".")[2] if "." in name else "dat"
    file_id = f"AgACAgIAAxk{number:06d}{unique_id}"
    stored = StoredFile(file_id, unique_id, f"{folder}/file_{number}.{ending}", body, mime_type, name)
    world.files[file_id] = stored
    return stored


def by_path(world: World, path: str) -> StoredFile | None:
    return next((stored for stored in world.files.values() if stored.path == path), None)


def reference(stored: StoredFile) -> dict[str, Any]:
    """The fields every file object has."""
    return {"file_id": stored.file_id, "file_unique_id": stored.unique_id, "file_size": len(stored.body)}


def photo(stored: StoredFile) -> list[dict[str, Any]]:
    """PhotoSize objects; here one size, the whole picture."""
    width, height = pictures.size(stored.body) or (0, 0)
    return [reference(stored) | {"width": width, "height": height}]


def keep_photo(world: World, body: bytes) -> StoredFile:
    """Store a picture the bot uploads; refused in Telegram's words where it is none, too big or too long."""
    measured = pictures.size(body)
    if not body:
        raise bad_request("file must be non-empty")
    if measured is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = measured
    if len(body) > MOST_PHOTO_BYTES:
        raise bad_request("file is too big")
    if width + height > MOST_SIDES or not width or not height or max(width, height) > MOST_RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    ending = pictures.kind(body)
    return keep(world, body, "photos", f"photo.{ending}", "image/jpeg" if ending == "jpg" else f"image/{ending}")
