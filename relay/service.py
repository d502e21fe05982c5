"""The relay at work: each target has a loop of its own, so that a slow or broken one holds up no other."""

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Protocol, TypeVar

import structlog
from aiohttp.abc import AbstractResolver

from desk.delivering import MOST_ATTEMPTS, Became, Later, Never, lease_deliveries, settle_deliveries
from desk.desk import Desk
from relay import mail, webhooks
from relay.backoff import wait_ms
from relay.destinations import Destination, WebhookDestination
from relay.mail import MailSender
from relay.webhooks import WebhookSender
from storage.deliveries import Delivery
from storage.store import StorageDown

log = structlog.get_logger()
IDLE_SECONDS = 1.0
"""How often a target's deliveries are looked at."""
DOWN_SECONDS = 2.0
T = TypeVar("T")


class Sender(Protocol):
    """What makes one try."""

    async def send(self, delivery: Delivery) -> Became:
        """Try once; trouble is a value."""
        ...

    async def close(self) -> None:
        """Close what is open."""
        ...


def sender_to(destination: Destination, resolver: AbstractResolver | None = None) -> Sender:
    """The sender to a destination."""
    if isinstance(destination, WebhookDestination):
        return WebhookSender(destination, resolver)
    return MailSender(destination)


class Relay:
    """The deliveries of one process."""

    def __init__(
        self,
        desk: Desk,
        destinations: Sequence[Destination],
        *,
        resolver: AbstractResolver | None = None,
        idle_seconds: float = IDLE_SECONDS,
    ) -> None:
        self._desk, self._destinations, self._resolver, self._idle = desk, tuple(destinations), resolver, idle_seconds

    async def run(self) -> None:
        """Deliver until cancelled; what is under way then is let end and written down."""
        worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="relay")
        loops = [asyncio.ensure_future(_Loop(self._desk, to, sender_to(to, self._resolver), worker, self._idle).run())
                 for to in self._destinations]  # fmt: skip
        try:
            await asyncio.gather(*loops)
        finally:
            for loop in loops:
                loop.cancel()
            await asyncio.gather(*loops, return_exceptions=True)
            worker.shutdown(wait=True)


class _Loop:
    """One target: lease, try side by side, write down."""

    def __init__(
        self, desk: Desk, to: Destination, sender: Sender, worker: ThreadPoolExecutor, idle_seconds: float
    ) -> None:
        self._desk, self._name, self._sender, self._worker, self._idle = desk, to.name, sender, worker, idle_seconds
        self._at_once = webhooks.AT_ONCE if isinstance(to, WebhookDestination) else mail.AT_ONCE

    async def run(self) -> None:
        try:
            while True:
                try:
                    if not await self._round():
                        await asyncio.sleep(self._idle)
                except StorageDown:
                    await asyncio.sleep(DOWN_SECONDS)
        finally:
            await self._sender.close()

    async def _round(self) -> bool:
        """One round; False where there was nothing to do."""
        due = await self._in_worker(lease_deliveries, self._desk, self._name, self._at_once)
        if not due:
            return False
        tries = asyncio.ensure_future(asyncio.gather(*(self._try(delivery) for delivery in due)))
        try:
            became = await asyncio.shield(tries)
        except asyncio.CancelledError:
            # Tries have a time limit of their own; what they brought is written down, so that nothing is sent twice.
            with contextlib.suppress(StorageDown):
                await self._in_worker(settle_deliveries, self._desk, self._name, await tries)
            raise
        await self._settle(became)
        return True

    async def _settle(self, became: list[Became]) -> None:
        while True:
            try:
                await asyncio.shield(self._in_worker(settle_deliveries, self._desk, self._name, became))
            except StorageDown:
                await asyncio.sleep(DOWN_SECONDS)
            else:
                return

    async def _try(self, delivery: Delivery) -> Became:
        try:
            became = await self._sender.send(delivery)
        except Exception as error:  # noqa: BLE001  # one delivery must not end the loop; an error may quote an address
            became = Later(delivery.id, wait_ms(delivery.attempts), type(error).__name__[:64])
        if isinstance(became, Later) and delivery.attempts >= MOST_ATTEMPTS:
            became = Never(delivery.id, became.error)
        if isinstance(became, Later | Never):
            log.warning(
                "not delivered",
                target=self._name,
                delivery=delivery.uid,
                delivered_event=delivery.event,
                attempt=delivery.attempts,
                given_up=isinstance(became, Never),
                error=became.error,
            )
        return became

    async def _in_worker(self, work: Callable[..., T], *arguments: Any) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._worker, partial(work, *arguments))
