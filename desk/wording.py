"""From a reply that flows decided to the body the outbox keeps: words, buttons, and how they are shown."""

from typing import Any

from flows.replies import Choice, Reply
from messages.words import Words

TICK = "✓ "


def body_of(words: Words, reply: Reply, language: str) -> dict[str, Any]:
    """The channel-neutral body of `reply`: text as Telegram HTML (absent: only the buttons go), rows of buttons."""
    rows = [[_button(words, choice, language) for choice in row] for row in reply.rows]
    keyboard = "reply" if reply.reply_keyboard else "remove" if reply.remove_keyboard else "inline"
    body: dict[str, Any] = {"rows": rows, "keyboard": keyboard}
    if reply.template:
        body["text"] = words.text(reply.template, language, reply.context)
    if reply.picture:
        clinic = str(reply.context.get("clinic", ""))
        body["picture"] = {"kind": reply.picture, "language": language, "clinic": clinic}
    if reply.protect:
        body["protect"] = True
    return body


def _button(words: Words, choice: Choice, language: str) -> dict[str, Any]:
    label = choice.label or words.button(choice.key, language)
    button: dict[str, Any] = {"label": f"{TICK}{label}" if choice.ticked else label, "data": choice.data}
    if choice.style:
        button["style"] = choice.style
    if choice.contact:
        button["contact"] = True
    return button


def plain(text: str, **more: Any) -> dict[str, Any]:
    """A body with `text` and no buttons."""
    return {"text": text, "rows": [], "keyboard": "inline", **more}


def buttons(*rows: list[tuple[str, str]]) -> list[list[dict[str, Any]]]:
    """Rows of (label, data) pairs as buttons."""
    return [[{"label": label, "data": data} for label, data in row] for row in rows if row]
