"""What each of Telegram's errors means for the message it met."""

from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.refusals import FIRST_WAIT_MS, LONGEST_WAIT_MS, Fatal, lost_target, result_of, wait_ms
from desk.sending import Delivered, Migrated, PutOff, Refused, Result, Unreachable
from storage.outbox import Outgoing


def message(mode: str = "send", *, attempts: int = 0, chat: int = 101) -> Outgoing:
    return Outgoing(7, "uid", chat, "ask", mode, False, "", {"text": "hello", "rows": []}, attempts)


@pytest.mark.parametrize(
    ("error", "mode", "expected"),
    [
        (RetryAfter(timedelta(seconds=3)), "send", PutOff(7, 3100, "RetryAfter")),
        (ChatMigrated(-1009), "send", Migrated(7, 101, -1009)),
        (Forbidden("Forbidden: bot was blocked by the user"), "send", Unreachable(7, 101, "Forbidden")),
        (BadRequest("Chat not found"), "send", Unreachable(7, 101, "BadRequest")),
        (BadRequest("Message is not modified: specified new message content"), "edit", Delivered(7)),
        (BadRequest("Message to delete not found"), "delete", Delivered(7)),
        (BadRequest("Can't parse entities"), "send", Refused(7, "BadRequest")),
        (BadRequest("Message is not modified"), "send", Refused(7, "BadRequest")),
        (NetworkError("Bad Gateway"), "send", PutOff(7, FIRST_WAIT_MS, "NetworkError")),
        (TimedOut(), "send", PutOff(7, FIRST_WAIT_MS, "TimedOut")),
        (Conflict("terminated by other getUpdates"), "send", PutOff(7, FIRST_WAIT_MS, "Conflict")),
        (TelegramError("something new"), "send", Refused(7, "TelegramError")),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, TelegramError) else str(value)[:24],
)
def test_each_error_by_its_exact_class(error: TelegramError, mode: str, expected: Result) -> None:
    """BadRequest and TimedOut are both NetworkErrors to the library, and mean opposite things."""
    assert expected == result_of(error, message(mode))


def test_waits_double_up_to_two_minutes() -> None:
    """An hour of trouble is not answered with a call a second."""
    waits = [result_of(TimedOut(), message(attempts=n)) for n in range(12)]
    delays = [wait.delay_ms for wait in waits if isinstance(wait, PutOff)]
    assert [1000, 2000, 4000] == delays[:3]
    assert LONGEST_WAIT_MS == max(delays) == delays[-1]


def test_a_refused_token_ends_the_bot() -> None:
    """Nothing else can be sent either."""
    with pytest.raises(Fatal, match="token"):
        result_of(InvalidToken(), message())


def test_the_wait_telegram_asks_for_is_read_as_number_and_as_timedelta() -> None:
    """The library is changing from one to the other."""
    assert {2100} == {wait_ms(RetryAfter(2)), wait_ms(RetryAfter(timedelta(seconds=2)))}


def test_a_message_that_is_gone_is_sent_anew_and_one_that_is_unchanged_is_not() -> None:
    """Only the first has lost its target."""
    assert lost_target(BadRequest("Message to edit not found"))
    assert lost_target(BadRequest("Message can't be edited"))
    assert not lost_target(BadRequest("Message is not modified"))
    assert not lost_target(TimedOut())
