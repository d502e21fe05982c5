"""The direct lane: crisis replies go out at once, before anything is kept, whatever the database or the outbox does."""

import asyncio
from collections import OrderedDict
from typing import Any

import structlog
from telegram.error import RetryAfter, TelegramError

from bot.api import BotApi
from bot.payloads import calls
from bot.refusals import wait_ms
from storage.outbox import Outgoing

log = structlog.get_logger()
TRIES = 6
REMEMBERED = 1_000
"""Updates whose reply is on its way or sent, so that a batch given again is not answered again."""


class DirectLane:
    """Sends without a queue."""

    def __init__(self, api: BotApi) -> None:
        self._api = api
        self._sent: OrderedDict[int, asyncio.Task[int | None]] = OrderedDict()

    def send(self, update_id: int, chat_id: int, body: dict[str, Any]) -> "asyncio.Task[int | None]":
        """Begin to send; the task gives the message's id, or None where it could not be sent."""
        task = self._sent.get(update_id)
        if task is None:
            message = Outgoing(0, "", chat_id, "", "send", True, "", body, 0)
            task = self._sent[update_id] = asyncio.create_task(self._deliver(message))
            while len(self._sent) > REMEMBERED:
                self._sent.popitem(last=False)
        return task

    async def _deliver(self, message: Outgoing) -> int | None:
        for attempt in range(TRIES):
            try:
                made = None
                for method, parameters in calls(message):
                    made = (await self._api.call(method, parameters)).get("message_id")
                return made
            except RetryAfter as error:
                await asyncio.sleep(wait_ms(error) / 1000)
            except TelegramError as error:
                log.error("crisis reply not sent", error=type(error).__name__, attempt=attempt)
                await asyncio.sleep(min(2**attempt * 0.2, 5.0))
        return None
