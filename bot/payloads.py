"""From a message in the outbox to a Bot API method and its parameters; knows Telegram's forms and limits. Pure."""

import re
from typing import Any

from storage.outbox import Outgoing

TEXT_LIMIT = 4096
_TOKENS = re.compile(r"</?[a-z-]+(?: [^<>]*)?>|&[a-z0-9#]+;|.", re.DOTALL)
Call = tuple[str, dict[str, Any]]


def calls(message: Outgoing, thread: int | None = None) -> list[Call]:
    """The calls that carry `message` out, a new message into the topic `thread` of its group.

    None at all where there is nothing on the screen to edit or freeze; a body may name the message itself, where the
    outbox never learned of it. A text that needs another number of messages than before is sent anew, and what stood
    there is deleted.
    """
    body, chat = message.body, {"chat_id": message.chat_id}
    target = body.get("message", message.target)
    if message.mode == "delete":
        return [("deleteMessages", chat | {"message_ids": body["messages"]})]
    if message.mode == "send" or (message.mode == "edit" and target is None and body.get("rows")):
        return _sends(message, thread)
    if target is None:
        return []
    if "text" not in body:
        return [("editMessageReplyMarkup", chat | {"message_id": target})]
    shown, parts = [*message.parts, target], _parts(body["text"])
    if len(shown) != len(parts):
        return [*_sends(message, thread), ("deleteMessages", chat | {"message_ids": shown})]
    *first, last = zip(shown, parts, strict=True)
    return [
        *(("editMessageText", chat | {"message_id": number} | _formatted(part)) for number, part in first),
        ("editMessageText", chat | {"message_id": last[0]} | _formatted(last[1]) | _markup(body)),
    ]


def _sends(message: Outgoing, thread: int | None) -> list[Call]:
    body, chat = message.body, {"chat_id": message.chat_id} | ({"message_thread_id": thread} if thread else {})
    if "picture" in body:
        return [("sendPhoto", chat | {"caption": body["text"], "parse_mode": "HTML"})]
    *first, last = _parts(body["text"])
    more: dict[str, Any] = {"protect_content": True} if body.get("protect") else {}
    if message.answers is not None:
        more["reply_parameters"] = {"message_id": message.answers, "allow_sending_without_reply": True}
    return [
        *(("sendMessage", chat | _formatted(part) | more) for part in first),
        ("sendMessage", chat | _formatted(last) | more | _markup(body)),
    ]


def _formatted(text: str) -> dict[str, Any]:
    return {"text": text, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}


def _parts(text: str) -> list[str]:
    """`text` in pieces that Telegram takes, cut at a line end where there is one; tags are closed and opened again.

    Telegram counts what is shown, in UTF-16 units: a tag counts nothing, an entity one.
    """
    if len(text.encode("utf-16-le")) // 2 <= TEXT_LIMIT:
        return [text]
    parts: list[str] = []
    piece: list[str] = []
    opened: list[str] = []
    units = 0
    for token in _TOKENS.findall(text):
        width = _width(token)
        if units + width > TEXT_LIMIT:
            cut = _line_end(piece)
            rest = piece[cut:]
            ends = "".join(f"</{tag.partition(' ')[0]}>" for tag in reversed(opened))
            parts.append("".join(piece[:cut]).rstrip("\n") + ends)
            piece = [*(f"<{tag}>" for tag in opened), *rest]
            units = sum(map(_width, rest))
        if token.startswith("</"):
            opened.pop()
        elif width == 0:
            opened.append(token[1:-1])
        piece.append(token)
        units += width
    return [*parts, "".join(piece)]


def _width(token: str) -> int:
    if token.startswith("<"):
        return 0
    return 1 if token.startswith("&") and len(token) > 1 else len(token.encode("utf-16-le")) // 2


def _line_end(piece: list[str]) -> int:
    """Behind the last line end of the piece's second half, where no tag stands after it; else its end."""
    for place in range(len(piece) - 1, len(piece) // 2, -1):
        if piece[place].startswith("<"):
            break
        if piece[place] == "\n":
            return place + 1
    return len(piece)


def _markup(body: dict[str, Any]) -> dict[str, Any]:
    rows = body.get("rows") or []
    if body.get("keyboard") == "remove":
        return {"reply_markup": {"remove_keyboard": True}}
    if body.get("force_reply"):
        return {"reply_markup": {"force_reply": True}}
    if not rows:
        return {}
    if body.get("keyboard") == "reply":
        keyboard = [[_reply_button(button) for button in row] for row in rows if row]
        return {"reply_markup": {"keyboard": keyboard, "resize_keyboard": True, "one_time_keyboard": True}}
    return {"reply_markup": {"inline_keyboard": [[_inline_button(button) for button in row] for row in rows if row]}}


def _reply_button(button: dict[str, Any]) -> dict[str, Any]:
    return {"text": button["label"], **({"request_contact": True} if button.get("contact") else {})}


def _inline_button(button: dict[str, Any]) -> dict[str, Any]:
    style = {"style": button["style"]} if button.get("style") else {}
    if "url" in button:
        return {"text": button["label"], "url": button["url"], **style}
    if "app" in button:
        return {"text": button["label"], "web_app": {"url": button["app"]}, **style}
    return {"text": button["label"], "callback_data": button["data"], **style}
