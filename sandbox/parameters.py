"""The parameters of a call, whichever way they came: query, form, multipart or JSON."""

from dataclasses import dataclass, field
from typing import Any

import orjson
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from sandbox.refusals import bad_request

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
TRUE_WORDS = frozenset({"true", "yes", "1"})


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    body: bytes
    mime_type: str


@dataclass(frozen=True, slots=True)
class Parameters:
    """Raw values by name with getters that read them as Telegram does: numbers and objects may come as strings."""

    values: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        value = self.values.get(name)
        return name in self.uploads or (value is not None and value != "")

    def text(self, name: str) -> str:
        value = self.values.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else orjson.dumps(value).decode()

    def integer(self, name: str, otherwise: int = 0) -> int:
        value = self.values.get(name)
        if isinstance(value, bool) or value is None:
            return otherwise
        try:
            return int(value)
        except (TypeError, ValueError):
            return otherwise

    def optional_integer(self, name: str) -> int | None:
        return self.integer(name) if self.has(name) else None

    def flag(self, name: str) -> bool:
        value = self.values.get(name)
        return value is True or value == 1 or str(value).lower() in TRUE_WORDS

    def structure(self, name: str, called: str) -> Any:
        """An object or array, given as one or as JSON text; None where absent; refused with `called` in the words."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if isinstance(value, str):
            try:
                return orjson.loads(value)
            except orjson.JSONDecodeError as error:
                raise bad_request(f"can't parse {called}") from error
        return value


async def read(request: Request) -> Parameters:
    """All parameters of a request; a body wins over the query. Refused where the body cannot be read."""
    values: dict[str, Any] = dict(request.query_params)
    uploads: dict[str, Upload] = {}
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type == "application/json":
        values |= _json_object(await request.body())
    elif content_type in FORMS:
        async with request.form() as form:
            await _take_form(form, values, uploads)
    return Parameters(values, uploads)


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        value = orjson.loads(body or b"{}")
    except orjson.JSONDecodeError as error:
        raise bad_request("can't parse JSON object") from error
    if not isinstance(value, dict):
        raise bad_request("object expected as an input JSON")
    return value


async def _take_form(form: FormData, values: dict[str, Any], uploads: dict[str, Upload]) -> None:
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            mime_type = value.content_type or "application/octet-stream"
            uploads[name] = Upload(value.filename or name, await value.read(), mime_type)
        else:
            values[name] = value
