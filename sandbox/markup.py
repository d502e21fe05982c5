"""Keyboards, checked as strictly as Telegram checks them."""

from typing import Any

from sandbox.parameters import Parameters
from sandbox.records import PRIVATE, Chat
from sandbox.refusals import DATA_INVALID, bad_request

INLINE_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
REPLY_ACTIONS = ("request_users", "request_chat", "request_contact", "request_location", "request_poll", "web_app")
PRIVATE_ONLY = {
    "request_contact": "phone number can be requested in private chats only",
    "request_location": "location can be requested in private chats only",
    "request_poll": "quiz and regular poll can be requested in private chats only",
    "request_users": "users can be requested in private chats only",
    "request_chat": "chats can be requested in private chats only",
}
STYLES = frozenset({"primary", "success", "danger"})
MOST_BUTTONS = 100
MOST_DATA_BYTES = 64
MOST_PLACEHOLDER = 64
LINK_STARTS = ("http://", "https://", "tg://", "ton://", "tonsite://", "t.me/")


def read(parameters: Parameters, chat: Chat, *, inline_only: bool = False) -> dict[str, Any] | None:
    """The `reply_markup` of a call, None where there is none; refused where Telegram would refuse it."""
    markup = parameters.structure("reply_markup", "reply keyboard markup JSON object")
    if markup is None or markup == {}:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup)
    if inline_only:
        raise bad_request("inline keyboard expected")
    if "keyboard" in markup:
        return _reply(markup, chat)
    if markup.get("remove_keyboard") is True or markup.get("force_reply") is True:
        _check_placeholder(markup)
        return markup
    raise bad_request("can't parse reply keyboard markup JSON object")


def _rows(markup: dict[str, Any], name: str) -> list[list[Any]]:
    rows = markup[name]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{name}" of the {_called(name)} must be an Array of Arrays')
    if sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return [row for row in rows if row]


def _called(name: str) -> str:
    return "InlineKeyboardMarkup" if name == "inline_keyboard" else "ReplyKeyboardMarkup"


def _inline(markup: dict[str, Any]) -> dict[str, Any] | None:
    rows = [[_inline_button(button) for button in row] for row in _rows(markup, "inline_keyboard")]
    return {"inline_keyboard": rows} if rows else None


def _inline_button(button: Any) -> dict[str, Any]:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    _check_text(button, "inline keyboard button")
    actions = [name for name in INLINE_ACTIONS if button.get(name) is not None]
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request("can't parse inline keyboard button: exactly one optional field must be used")
    if "callback_data" in button:
        data = button["callback_data"]
        if not isinstance(data, str) or not 1 <= len(data.encode()) <= MOST_DATA_BYTES:
            raise bad_request(DATA_INVALID)
    if "url" in button:
        _check_link(str(button["url"]))
    return button


def _check_link(address: str) -> None:
    plain_host = "." in address.partition("/")[0] and " " not in address
    if not address.lower().startswith(LINK_STARTS) and not plain_host:
        raise bad_request(f"inline keyboard button URL '{address}' is invalid: Wrong HTTP URL")


def _check_text(button: dict[str, Any], called: str) -> None:
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise bad_request(f'can\'t parse {called}: Field "text" must be a non-empty String')
    if button.get("style") not in {None, *STYLES}:
        raise bad_request("invalid button style specified")


def _reply(markup: dict[str, Any], chat: Chat) -> dict[str, Any]:
    rows = []
    for row in _rows(markup, "keyboard"):
        buttons = [{"text": button} if isinstance(button, str) else button for button in row]
        for button in buttons:
            _check_reply_button(button, chat)
        rows.append(buttons)
    if not rows:
        raise bad_request("reply keyboard must have at least one button")
    _check_placeholder(markup)
    return markup | {"keyboard": rows}


def _check_reply_button(button: Any, chat: Chat) -> None:
    if not isinstance(button, dict):
        raise bad_request("can't parse keyboard button: KeyboardButton must be an Object")
    _check_text(button, "keyboard button")
    actions = [name for name in REPLY_ACTIONS if button.get(name)]
    if len(actions) > 1:
        raise bad_request("can't parse keyboard button: at most one of the optional fields can be used")
    if actions and chat.type != PRIVATE:
        raise bad_request(PRIVATE_ONLY.get(actions[0], "web app can be opened in private chats only"))


def _check_placeholder(markup: dict[str, Any]) -> None:
    placeholder = markup.get("input_field_placeholder")
    if placeholder is not None and not 1 <= len(str(placeholder)) <= MOST_PLACEHOLDER:
        raise bad_request("reply markup placeholder must be 1-64 characters long")
