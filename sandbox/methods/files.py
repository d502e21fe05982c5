"""getFile; the file itself is at /file/bot{token}/{path}."""

from typing import Any

from sandbox.files import reference
from sandbox.methods.registry import method
from sandbox.parameters import Parameters
from sandbox.refusals import bad_request
from sandbox.world import World

MOST_BYTES = 20 * 1024 * 1024


@method("getFile", "file_id")
def get_file(world: World, parameters: Parameters) -> dict[str, Any]:
    stored = world.files.get(parameters.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    if len(stored.body) > MOST_BYTES:
        raise bad_request("file is too big")
    return reference(stored) | {"file_path": stored.path}
