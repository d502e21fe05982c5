"""The bot at work: the way in and the way out, side by side, until told to stop or unable to go on."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor

import structlog

from bot.api import BotApi
from bot.intake import Intake
from bot.menus import Menus
from bot.outbound import Outbound
from bot.polling import poll
from bot.profile import introduce
from bot.webhook import Webhook, set_webhook
from desk.desk import Desk
from desk.ticking import tick
from storage.store import StorageDown

log = structlog.get_logger()
TICK_SECONDS = 20.0


class BotService:
    """One process's bot; `webhook` is set where updates come by webhook."""

    def __init__(
        self, api: BotApi, desk: Desk, *, username: str = "", webhook_url: str = "", webhook_secret: str = ""
    ) -> None:
        self._api, self._desk, self._url, self._secret = api, desk, webhook_url, webhook_secret
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self.outbound = Outbound(api, desk, self._worker)
        self.intake = Intake(api, desk, self._worker, self.outbound.wake, username)
        self.webhook = Webhook(webhook_secret, self.intake) if webhook_url else None

    async def _tick(self) -> None:
        """Let the clock tick, for ever."""
        loop = asyncio.get_running_loop()
        while True:
            try:
                await loop.run_in_executor(self._worker, tick, self._desk)
                self.outbound.wake()
            except StorageDown as error:
                log.warning("tick left out, database is down", error=str(error))
            await asyncio.sleep(TICK_SECONDS)

    async def run(self, ready: Callable[[], None] = lambda: None) -> None:
        """Work until cancelled.

        Raises:
            Fatal: the token is refused, or another process polls with it.
        """
        await introduce(self._api, self._desk.words)
        menus = Menus(self._api, self._desk, self._worker)
        works: list[Awaitable[None]] = [self.outbound.run(), self._tick(), menus.run()]
        if self.webhook:
            works.append(self.webhook.run())
            await set_webhook(self._api, self._url, self._secret)
        else:
            works.append(poll(self._api, self.intake))
        ready()
        tasks = [asyncio.ensure_future(work) for work in works]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self.intake.settle()
            await self.outbound.finish()
            self._worker.shutdown(wait=True)
