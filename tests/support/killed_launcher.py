"""Runs the bot and kills it, as `kill -9` would, when it comes by a named place for the n-th time.

KILL_AT is `place:n`; places are before the receive, each statement, before the commit, after it, before a call to
Telegram and after it. Nothing of the product is changed for it: the places are wrapped from outside.
"""

import os
import signal
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

import bot.intake as way_in
from bot.api import BotApi
from desk import receiving

place, _, count = os.environ.get("KILL_AT", "").partition(":")
left = {"n": int(count or 0)}
SENDS = ("sendMessage", "editMessageText", "sendPhoto")


def pass_by(name: str) -> None:
    """Die here, if this is the place and its turn has come."""
    if name == place:
        left["n"] -= 1
        if left["n"] == 0:
            os.kill(os.getpid(), signal.SIGKILL)


original_receive, original_call = receiving.receive, BotApi.call
busy = {"receiving": False}


def receive(*arguments: Any) -> Any:
    """The desk's batch, with the places around and inside it."""
    pass_by("fetched")
    busy["receiving"] = True
    try:
        return original_receive(*arguments)
    finally:
        busy["receiving"] = False
        pass_by("committed")


async def call(self: BotApi, method: str, *arguments: Any, **more: Any) -> Any:
    """A call to Telegram, with a place before and one after it."""
    if method in SENDS:
        pass_by("sending")
    answer = await original_call(self, method, *arguments, **more)
    if method in SENDS:
        pass_by("sent")
    return answer


way_in.receive = receive
BotApi.call = call  # type: ignore[method-assign]  # wrapped, not replaced


@event.listens_for(Engine, "after_cursor_execute")
def _after_statement(*_: Any) -> None:
    if busy["receiving"]:
        pass_by("statement")


@event.listens_for(Engine, "commit")
def _before_commit(_connection: Any) -> None:
    if busy["receiving"]:
        pass_by("committing")


if __name__ == "__main__":
    import sys

    from intake.__main__ import main

    sys.argv = ["intake", "run"]
    main()
