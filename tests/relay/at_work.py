"""The relay at work until something holds."""

import asyncio
import contextlib
from collections.abc import Callable

from aiohttp.abc import AbstractResolver
from filed_leads import FiledLeads

from relay.destinations import Destination
from relay.service import Relay

PATIENCE = 20.0


async def work_until(
    filed: FiledLeads,
    holds: Callable[[], object],
    *destinations: Destination,
    resolver: AbstractResolver | None = None,
) -> None:
    """Let a relay work until `holds`, then stop it as a signal would."""
    relay = asyncio.ensure_future(Relay(filed.desk, destinations, resolver=resolver, idle_seconds=0.02).run())
    try:
        async with asyncio.timeout(PATIENCE):
            while not holds():
                assert not relay.done(), relay.exception()
                await asyncio.sleep(0.02)
    finally:
        relay.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await relay


async def deliver(filed: FiledLeads, *destinations: Destination, resolver: AbstractResolver | None = None) -> None:
    """Let a relay try everything that is due once."""
    await work_until(filed, lambda: not due(filed), *destinations, resolver=resolver)


def due(filed: FiledLeads) -> int:
    """How many deliveries wait and are due."""
    query = "select count(*) as n from delivery where status = 'pending' and (due_at <= :now or leased_until > 0)"
    return int(filed.rows(query, now=filed.desk.now_ms())[0]["n"])
