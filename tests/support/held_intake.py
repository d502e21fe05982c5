"""The real intake, which a test can hold up, and a wait that leaves the loop free."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from front_desk import FrontDesk

from bot.api import BotApi
from bot.intake import Batch, Intake
from storage.store import StorageDown


class HeldIntake(Intake):
    """The real intake; keeping fails or waits for as long as a test wants."""

    def __init__(self, api: BotApi, front: FrontDesk, worker: ThreadPoolExecutor) -> None:
        super().__init__(api, front.desk, worker, lambda: None)
        self.open = asyncio.Event()
        self.open.set()
        self.down = 0
        self.batches: list[list[int]] = []

    async def keep(self, batch: Batch) -> None:
        await self.open.wait()
        if self.down:
            self.down -= 1
            self.answer_crises(batch)
            raise StorageDown("OperationalError")
        await super().keep(batch)
        self.batches.append([raw["update_id"] for raw in batch])


async def until(holds: Any, seconds: float = 20.0) -> None:
    """Wait until something holds, leaving the loop free."""
    async with asyncio.timeout(seconds):
        while not await asyncio.to_thread(holds):
            await asyncio.sleep(0.02)
