"""Text with entities as HTML that is safe to show: everything escaped, only our own tags."""

from html import escape
from itertools import pairwise
from typing import Any

from sandbox.formatting.units import cut, length

TAGS = {
    "bold": ("<strong>", "</strong>"),
    "italic": ("<em>", "</em>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "spoiler": ('<span class="spoiler" tabindex="0">', "</span>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ('<blockquote class="expandable" tabindex="0">', "</blockquote>"),
    "mention": ('<span class="mention">', "</span>"),
    "hashtag": ('<span class="mention">', "</span>"),
}
SAFE_SCHEMES = ("http://", "https://", "mailto:", "tel:", "tg://")


def safe_html(text: str, entities: list[dict[str, Any]]) -> str:
    """HTML of a message; tags that would cross are closed and opened again."""
    edges = {0, length(text)}
    for entity in entities:
        edges |= {entity["offset"], entity["offset"] + entity["length"]}
    points = sorted(edges)
    parts: list[str] = []
    stack: list[dict[str, Any]] = []
    for start, end in pairwise(points):
        wanted = [entity for entity in entities if entity["offset"] <= start < entity["offset"] + entity["length"]]
        keep = 0
        while keep < min(len(stack), len(wanted)) and stack[keep] is wanted[keep]:
            keep += 1
        parts += [_tags(text, entity)[1] for entity in reversed(stack[keep:])]
        parts += [_tags(text, entity)[0] for entity in wanted[keep:]]
        stack = wanted
        parts.append(escape(cut(text, start, end)))
    parts += [_tags(text, entity)[1] for entity in reversed(stack)]
    return "".join(parts)


def _tags(text: str, entity: dict[str, Any]) -> tuple[str, str]:
    words = cut(text, entity["offset"], entity["offset"] + entity["length"])
    match entity["type"]:
        case "text_link":
            return _link(str(entity.get("url", "")))
        case "url":
            return _link(words)
        case "email":
            return _link(f"mailto:{words}")
        case "phone_number":
            return _link("tel:" + "".join(sign for sign in words if sign.isdigit() or sign == "+"))
        case "bot_command":
            return f'<button type="button" class="command" data-command="{escape(words)}">', "</button>"
        case "date_time":
            return f'<time data-unix="{int(entity["unix_time"])}">', "</time>"
        case kind:
            return TAGS.get(kind, ("", ""))


def _link(address: str) -> tuple[str, str]:
    full = address if address.lower().startswith(SAFE_SCHEMES) else f"https://{address}"
    return f'<a href="{escape(full)}" target="_blank" rel="noopener noreferrer">', "</a>"
