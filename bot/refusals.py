"""What Telegram's errors mean for a message: by exact class, for BadRequest is a NetworkError to the library.

The table is that of python-telegram-bot 22's `_request_wrapper` and of the texts tdlib's Bot API server gives.
"""

from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from desk.sending import Delivered, Migrated, PutOff, Refused, Result, Unreachable
from storage.outbox import Outgoing

_AS_GOOD_AS_DONE = (
    "message is not modified",
    "query is too old",
    "message to edit not found",
    "message can't be edited",
    "message to delete not found",
    "message can't be deleted",
    "message_id_invalid",
    "message identifier is not specified",
)
_GONE = ("chat not found", "user is deactivated", "bot was kicked", "peer_id_invalid")
_NO_THREAD = ("message thread not found", "topic_deleted", "topic_id_invalid", "topic_closed")
FIRST_WAIT_MS, LONGEST_WAIT_MS = 1_000, 120_000


class Fatal(Exception):
    """The bot cannot go on: its token is refused, or somebody else polls with it."""


def result_of(error: TelegramError, message: Outgoing) -> Result:
    """What is to become of `message`; raises Fatal where no message can be sent any more."""
    name = type(error).__name__
    if isinstance(error, RetryAfter):
        return PutOff(message.id, wait_ms(error), name)
    if isinstance(error, ChatMigrated):
        return Migrated(message.id, message.chat_id, error.new_chat_id)
    if isinstance(error, Forbidden):
        return Unreachable(message.id, message.chat_id, name)
    if isinstance(error, InvalidToken):
        raise Fatal("Telegram refuses the token")
    if isinstance(error, BadRequest):
        return _bad_request(str(error).casefold(), message)
    if isinstance(error, NetworkError | Conflict):
        return PutOff(message.id, min(FIRST_WAIT_MS * 2**message.attempts, LONGEST_WAIT_MS), name)
    return Refused(message.id, name)


def _bad_request(text: str, message: Outgoing) -> Result:
    if any(known in text for known in _AS_GOOD_AS_DONE) and message.mode != "send":
        return Delivered(message.id)
    if any(known in text for known in _GONE):
        return Unreachable(message.id, message.chat_id, "BadRequest")
    return Refused(message.id, "BadRequest")


def lost_target(error: TelegramError) -> bool:
    """True where a message cannot be edited because it is gone or too old: it has to be sent anew."""
    text = str(error).casefold()
    return isinstance(error, BadRequest) and ("to edit not found" in text or "can't be edited" in text)


def lost_thread(error: TelegramError) -> bool:
    """True where the topic that a message was for is not there any more, or takes no messages."""
    text = str(error).casefold()
    return isinstance(error, BadRequest) and any(known in text for known in _NO_THREAD)


def is_done_already(error: TelegramError) -> bool:
    """True where an edit or deletion has nothing left to do."""
    text = str(error).casefold()
    return isinstance(error, BadRequest) and any(known in text for known in _AS_GOOD_AS_DONE)


def wait_ms(error: RetryAfter) -> int:
    """How long Telegram asks to wait, in milliseconds; the library gives a number or a timedelta."""
    wait = error.retry_after
    seconds = wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
    return int(seconds * 1000) + 100
