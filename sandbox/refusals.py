"""What the Bot API answers when it will not do a thing, in Telegram's own words."""

from typing import Any

HTTP_BAD_REQUEST = 400
HTTP_UNAUTHORIZED = 401
HTTP_FORBIDDEN = 403
HTTP_NOT_FOUND = 404
HTTP_CONFLICT = 409
HTTP_TOO_MANY = 429

CHAT_NOT_FOUND = "chat not found"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
EDIT_NOT_FOUND = "message to edit not found"
EDIT_REFUSED = "message can't be edited"
DELETE_NOT_FOUND = "message to delete not found"
DELETE_REFUSED = "message can't be deleted"
TEXT_EMPTY = "message text is empty"
TEXT_TOO_LONG = "message is too long"
EDIT_TOO_LONG = "MESSAGE_TOO_LONG"
CAPTION_TOO_LONG = "message caption is too long"
DATA_INVALID = "BUTTON_DATA_INVALID"
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
UPGRADED = "group chat was upgraded to a supergroup chat"
BLOCKED = "bot was blocked by the user"
NO_FIRST_WORD = "bot can't initiate conversation with a user"
POLL_WHILE_WEBHOOK = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
POLL_BY_ANOTHER = "terminated by other getUpdates request; make sure that only one bot instance is running"
POLL_BY_WEBHOOK = "terminated by setWebhook request"


class RefusedError(Exception):
    """One refused call: `code` is the HTTP status too, `parameters` a ResponseParameters object or nothing."""

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The answer's JSON object."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(why: str, parameters: dict[str, Any] | None = None) -> RefusedError:
    return RefusedError(HTTP_BAD_REQUEST, f"Bad Request: {why}", parameters)


def forbidden(why: str) -> RefusedError:
    return RefusedError(HTTP_FORBIDDEN, f"Forbidden: {why}")


def conflict(why: str) -> RefusedError:
    return RefusedError(HTTP_CONFLICT, f"Conflict: {why}")


def too_many(seconds: int) -> RefusedError:
    return RefusedError(HTTP_TOO_MANY, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def unauthorized() -> RefusedError:
    return RefusedError(HTTP_UNAUTHORIZED, "Unauthorized")


def not_found() -> RefusedError:
    return RefusedError(HTTP_NOT_FOUND, "Not Found")
