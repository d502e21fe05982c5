"""The long poll: one at a time, ended by an update, its time, a second poll or a webhook."""

import time
from typing import Any

from sandbox.bell import rung
from sandbox.refusals import POLL_BY_ANOTHER, POLL_BY_WEBHOOK, POLL_WHILE_WEBHOOK, conflict
from sandbox.world import World


async def long_poll(world: World, offset: int, limit: int, seconds: float) -> list[dict[str, Any]]:
    """Updates for getUpdates, waiting at most `seconds` for the first.

    Of two polls at once the older one is refused, as Telegram does. The wait is in real time.
    """
    with world.lock:
        if world.webhook.url:
            raise conflict(POLL_WHILE_WEBHOOK)
        world.poll = mine = object()
    world.bell.ring()
    end = time.monotonic() + seconds
    with world.bell.listening() as bell:
        while True:
            bell.clear()
            with world.lock:
                _check_turn(world, mine)
                found = world.updates.take(offset, limit)
            left = end - time.monotonic()
            if found or left <= 0 or world.closed:
                return found
            await rung(bell, left)


def _check_turn(world: World, mine: object) -> None:
    if world.webhook.url:
        raise conflict(POLL_BY_WEBHOOK)
    if world.poll is not mine:
        raise conflict(POLL_BY_ANOTHER)
