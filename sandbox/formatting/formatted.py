"""A text as a method receives it, made ready to be stored: parsed, trimmed, measured, entities found."""

from typing import Any

from sandbox.formatting.detection import detect
from sandbox.formatting.html_reading import ParseError, read_html
from sandbox.formatting.units import length
from sandbox.refusals import bad_request

CLIENT_KEYS = frozenset(
    {"type", "offset", "length", "url", "user", "language", "custom_emoji_id", "unix_time", "date_time_format"}
)


def formatted(source: str, parse_mode: str, entities: Any) -> tuple[str, list[dict[str, Any]]]:
    """Text and entities; refused where the mode is unknown here or the text cannot be parsed.

    Only HTML is known: whoever speaks Markdown to this sandbox is told so rather than half understood.
    """
    mode = parse_mode.lower()
    if mode == "html":
        try:
            text, found = read_html(source)
        except ParseError as error:
            raise bad_request(f"can't parse entities: {error}") from error
    elif mode in {"", "none"}:
        text, found = source, _given(entities)
    else:
        raise bad_request("unsupported parse_mode")
    text, found = _trimmed(text.replace("\r", ""), found)
    return text, detect(text, found)


def _given(entities: Any) -> list[dict[str, Any]]:
    if entities is None:
        return []
    good = isinstance(entities, list) and all(
        isinstance(entity, dict)
        and isinstance(entity.get("type"), str)
        and isinstance(entity.get("offset"), int)
        and isinstance(entity.get("length"), int)
        for entity in entities
    )
    if not good:
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    return [{key: value for key, value in entity.items() if key in CLIENT_KEYS} for entity in entities]


def _trimmed(text: str, entities: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """Telegram drops white space at both ends; entities are cut to what is left."""
    left = length(text) - length(text.lstrip())
    kept = text.strip()
    size = length(kept)
    moved = []
    for entity in entities:
        start = max(0, entity["offset"] - left)
        end = min(size, entity["offset"] - left + entity["length"])
        if end > start:
            moved.append(entity | {"offset": start, "length": end - start})
    return kept, moved
