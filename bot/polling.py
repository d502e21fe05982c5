"""Updates by long poll: the offset moves only after a batch is kept.

While nothing can be kept, or keeping takes long, updates go on being looked at from the same offset: whoever writes
words of crisis in that time is among them and is answered. Telegram shows at most the hundred oldest.
"""

import asyncio

import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.api import BotApi
from bot.intake import Batch, Intake
from bot.refusals import Fatal, wait_ms
from bot.translate import ALLOWED_UPDATES
from storage.store import StorageDown

log = structlog.get_logger()
POLL_SECONDS = 25
BATCH = 100
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
FIRST_DOWN, LONGEST_DOWN = 0.2, 2.0
"""Seconds between two looks while the database is away: nobody in crisis may wait for it to come back."""
GLANCE_SECONDS = 1.0
"""How long keeping a batch may take before what comes in behind it is looked at."""
CONFLICT_SECONDS = 60.0
"""How long another poller is waited out: a killed process's long poll lives on at Telegram for a while."""


async def poll(api: BotApi, intake: Intake) -> None:
    """Fetch and keep for ever.

    Raises:
        Fatal: the token is refused, or another process keeps polling with it.
    """
    await api.call("deleteWebhook", {"drop_pending_updates": False})
    fetching = Fetching(api)
    down = FIRST_DOWN
    while True:
        batch = await fetching.fetch(POLL_SECONDS)
        if not batch:
            continue
        try:
            await _keep(intake, batch, fetching)
        except StorageDown as error:
            log.error("database is down, the batch waits", error=str(error), updates=len(batch))
            await asyncio.sleep(down)
            down = min(down * 2, LONGEST_DOWN)
        else:
            fetching.kept(batch)
            down = FIRST_DOWN


async def _keep(intake: Intake, batch: Batch, fetching: "Fetching") -> None:
    """Keep the batch; where that takes long, answer words of crisis in what waits behind it. Raises StorageDown."""
    keeping = asyncio.ensure_future(intake.keep(batch))
    try:
        while not (await asyncio.wait([keeping], timeout=GLANCE_SECONDS))[0]:
            intake.answer_crises(await fetching.fetch(0))
        await keeping
    finally:
        keeping.cancel()


class Fetching:
    """Fetches updates from behind the last batch that was kept, through whatever trouble the network has."""

    def __init__(self, api: BotApi) -> None:
        self._api = api
        self._offset: int | None = None
        self._pause, self._conflict_since = FIRST_PAUSE, 0.0

    def kept(self, batch: Batch) -> None:
        """This batch is kept: the next fetch acknowledges it."""
        self._offset = max(int(raw["update_id"]) for raw in batch) + 1

    async def fetch(self, seconds: int) -> Batch:
        """What waits at Telegram, after at most `seconds`; nothing where it could not be fetched.

        Raises:
            Fatal: the token is refused, or another process keeps polling with it.
        """
        asked = {"offset": self._offset, "limit": BATCH, "timeout": seconds, "allowed_updates": ALLOWED_UPDATES}
        try:
            batch: Batch = await self._api.call("getUpdates", asked, seconds=seconds + 10)
        except TelegramError as error:
            await self._wait_out(error)
            return []
        self._pause, self._conflict_since = FIRST_PAUSE, 0.0
        return batch

    async def _wait_out(self, error: TelegramError) -> None:
        match error:
            case InvalidToken():
                raise Fatal("Telegram refuses the token") from None
            case RetryAfter():
                await asyncio.sleep(wait_ms(error) / 1000)
            case Conflict():
                now = asyncio.get_running_loop().time()
                self._conflict_since = self._conflict_since or now
                if now - self._conflict_since > CONFLICT_SECONDS:
                    raise Fatal("another process polls with the same token; stop it, or use a webhook") from None
                await asyncio.sleep(1.0)
            case _:
                log.warning("poll failed", error=type(error).__name__)
                await asyncio.sleep(self._pause)
                self._pause = min(self._pause * 2, LONGEST_PAUSE)
