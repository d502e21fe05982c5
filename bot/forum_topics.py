"""Topics of the staff group, where it is a forum: one a clinic, made when first needed, made again when deleted.

The desk names a topic by a code; Telegram's number for it is looked up here, because making one takes a call. Only one
process at a time sends to a group (the outbox leases a chat as a whole), so no topic is made twice.
"""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import Executor
from functools import partial
from typing import Any, TypeVar

import structlog
from telegram.error import BadRequest

from bot.api import BotApi
from desk.desk import Desk
from desk.forum_topics import forget_topic, keep_forum, keep_topic, kept_topic, topic_title

log = structlog.get_logger()
LOOK_AGAIN_SECONDS = 600.0
"""How long what is known of a group is taken for true; then it is looked at again before the next new message."""
T = TypeVar("T")


class ForumTopics:
    """Knows which groups are forums, and the thread of each topic."""

    def __init__(self, api: BotApi, desk: Desk, worker: Executor, clock: Callable[[], float] = time.monotonic) -> None:
        self._api, self._desk, self._worker, self._clock = api, desk, worker, clock
        self._forums: dict[int, tuple[bool, float]] = {}
        self._threads: dict[tuple[int, str], int] = {}

    async def thread(self, chat_id: int, code: str) -> int | None:
        """The thread of this topic in this group; None where there are no topics, or none may be made.

        Raises:
            telegram.error.TelegramError: Telegram could not be reached, or asks to wait.
        """
        if not await self._is_forum(chat_id):
            return None
        known = self._threads.get((chat_id, code)) or await self._in_worker(kept_topic, self._desk, chat_id, code)
        if known is None:
            known = await self._make(chat_id, code)
        if known is not None:
            self._threads[chat_id, code] = known
        return known

    async def lost(self, chat_id: int, code: str) -> None:
        """The topic is not there any more: it is made again when next needed, if this is still a forum."""
        log.info("topic is gone", topic=code)
        self._threads.pop((chat_id, code), None)
        self._forums.pop(chat_id, None)
        await self._in_worker(forget_topic, self._desk, chat_id, code)

    async def _is_forum(self, chat_id: int) -> bool:
        known, until = self._forums.get(chat_id, (False, 0.0))
        if self._clock() < until:
            return known
        try:
            chat = await self._api.call("getChat", {"chat_id": chat_id})
        except BadRequest:
            return False
        await self._keep_forum(chat_id, forum=bool(chat.get("is_forum")))
        return self._forums[chat_id][0]

    async def _keep_forum(self, chat_id: int, *, forum: bool) -> None:
        self._forums[chat_id] = (forum, self._clock() + LOOK_AGAIN_SECONDS)
        await self._in_worker(keep_forum, self._desk, chat_id, forum)

    async def _make(self, chat_id: int, code: str) -> int | None:
        name = topic_title(self._desk, code)
        try:
            made = await self._api.call("createForumTopic", {"chat_id": chat_id, "name": name})
        except BadRequest as error:
            # Without the right to manage topics everything goes into the group itself, as in a group without topics.
            log.warning("topic not made: give the bot the right to manage topics", error=type(error).__name__)
            await self._keep_forum(chat_id, forum=False)
            return None
        thread = int(made["message_thread_id"])
        await self._in_worker(keep_topic, self._desk, chat_id, code, thread)
        return thread

    async def _in_worker(self, work: Callable[..., T], *arguments: Any) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._worker, partial(work, *arguments))
