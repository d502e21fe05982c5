"""From the outbox to Telegram: in order within a chat, side by side over chats, paced, retried, written down."""

import asyncio
import contextlib
import time
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from bot.api import BotApi
from bot.forum_topics import ForumTopics
from bot.pacing import Pacer
from bot.pictures import PictureSender
from bot.refusals import Fatal
from bot.sender import Sender
from desk.desk import Desk
from desk.sending import Delivered, PutOff, Result, lease_due, settle
from storage.outbox import Outgoing
from storage.store import StorageDown

IDLE_SECONDS = 0.5
"""How often the outbox is looked at unasked: for rows put off, and for what other processes put in."""
DOWN_SECONDS = 1.0
FINISH_SECONDS = 8.0
SHORT_WAIT = 1.0
"""Seconds a sender waits with a message in hand; longer waits go back to the outbox, whose leases end."""
T = TypeVar("T")


class Outbound:
    """The sender of one process."""

    def __init__(self, api: BotApi, desk: Desk, worker: Executor, clock: Callable[[], float] = time.monotonic) -> None:
        self._desk, self._worker = desk, worker
        self._sender = Sender(api, PictureSender(api, desk, worker), ForumTopics(api, desk, worker))
        self._wake = asyncio.Event()
        self._pacer, self._clock = Pacer(), clock
        self._results: list[Result] = []
        self._settled = asyncio.Event()
        self._busy: set[asyncio.Task[None]] = set()
        self._fatal: Fatal | None = None

    def wake(self) -> None:
        """There is something new in the outbox."""
        self._wake.set()

    async def run(self) -> None:
        """Send until cancelled; raises Fatal where nothing can be sent any more."""
        while True:
            try:
                await self._round()
            except StorageDown:
                await asyncio.sleep(DOWN_SECONDS)
            if self._fatal:
                raise self._fatal
            if not self._results:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._wake.wait(), IDLE_SECONDS)

    async def finish(self) -> None:
        """Let what is under way end, and write down what became of it, so that nothing is sent twice after a stop."""
        if self._busy:
            await asyncio.wait(self._busy, timeout=FINISH_SECONDS)
        if self._results:
            with contextlib.suppress(StorageDown):
                await self._in_worker(settle, self._desk, self._results)

    async def _round(self) -> None:
        self._wake.clear()
        results, self._results = self._results, []
        try:
            leased = await self._in_worker(lease_due, self._desk, results)
        except StorageDown:
            self._results = results + self._results
            raise
        chats: dict[int, list[Outgoing]] = {}
        for message in leased:
            chats.setdefault(message.chat_id, []).append(message)
        for messages in chats.values():
            task = asyncio.create_task(self._send_in_order(messages))
            self._busy.add(task)
            task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._busy.discard(task)
        if not task.cancelled() and task.exception():
            error = task.exception()
            self._fatal = error if isinstance(error, Fatal) else Fatal(type(error).__name__)
        self._wake.set()

    async def _send_in_order(self, messages: list[Outgoing]) -> None:
        """One chat's messages; the first that has to wait holds those behind it."""
        made: dict[str, Delivered] = {}
        for place, message in enumerate(messages):
            result = await self._send(message, made.get(message.ask) if message.ask else None)
            self._results.append(result)
            self._wake.set()
            if isinstance(result, PutOff):
                self._results += [PutOff(later.id, 0, "") for later in messages[place + 1 :]]
                return
            if isinstance(result, Delivered) and result.message and message.ask:
                made[message.ask] = result

    async def _send(self, message: Outgoing, before: Delivered | None) -> Result:
        """Send one; `before` is what stands under its name by now, where that is newer than its lease."""
        if before:
            message = replace(message, target=before.message, parts=before.parts)
        if message.mode == "send" and (wait := await self._pace(message)):
            return PutOff(message.id, wait, "")
        return await self._sender.send(message)

    async def _pace(self, message: Outgoing) -> int:
        """Wait a moment where that is enough; else how long the chat has to be left alone, in milliseconds."""
        wait = self._pacer.wait(message.chat_id, self._clock(), urgent=message.urgent)
        if 0 < wait <= SHORT_WAIT:
            await asyncio.sleep(wait)
            wait = self._pacer.wait(message.chat_id, self._clock(), urgent=message.urgent)
        return int(wait * 1000)

    async def _in_worker(self, work: Callable[..., T], *arguments: Any) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._worker, partial(work, *arguments))
