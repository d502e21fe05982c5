"""One stretch of load: wait for the bot, let the patients come, measure, let them leave."""

import asyncio
import contextlib
import time
from typing import Any, Protocol

from meter import Meter
from patients import Crowd
from process_figures import cpu_seconds, is_running

SETTLING = 0.5
"""Seconds in which what is under way after a stretch comes to rest."""
REST_SECONDS, REST_CPU = 0.4, 0.04
"""A bot that takes no more CPU time than this in so many seconds is at rest."""


class Api(Protocol):
    """The server as a stretch sees it."""

    crowd: Crowd | None
    meter: Meter | None
    fetching: asyncio.Event
    poll_seconds: float

    def put(self, update: dict[str, Any]) -> None:
        """Make an update available."""


async def carry_out(api: Api, order: dict[str, Any], first_chat: int) -> tuple[dict[str, Any], int]:
    """Carry out one stretch of load; gives the figures, and how many chats were used up so far."""
    pid = int(order["pid"])
    meter = api.meter = Meter(pid, int(order["warm_up"]), int(order["updates"]))
    api.poll_seconds = order["poll_ms"] / 1000
    crowd = api.crowd = Crowd(
        api.put, meter, patients=order["patients"], pause=order["pause_ms"] / 1000, first=first_chat
    )
    until, trouble = time.monotonic() + float(order["seconds"]), ""
    while not api.fetching.is_set() and not trouble:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(api.fetching.wait(), 0.1)
        trouble = _trouble(pid, until)
    meter.figures.start = time.monotonic() - until + float(order["seconds"])
    trouble = trouble or await _at_rest(pid, until)
    crowd.arrive()
    while not meter.done.done() and not trouble:
        await asyncio.wait([meter.done], timeout=0.5)
        trouble = "" if meter.done.done() else _trouble(pid, until)
        if len(meter.figures.stuck) >= order["patients"]:
            trouble = "the patients are stuck"
    crowd.leave()
    await asyncio.sleep(SETTLING)
    return meter.as_json() | {"trouble": trouble}, crowd.last_chat


async def _at_rest(pid: int, until: float) -> str:
    """Wait until the bot has done what it does at its start, so that none of it is measured."""
    used = -1.0
    while not (trouble := _trouble(pid, until)) and (now := cpu_seconds(pid)) - used > REST_CPU:
        used = now
        await asyncio.sleep(REST_SECONDS)
    return trouble


def _trouble(pid: int, until: float) -> str:
    if not is_running(pid):
        return "the bot ended"
    return "the time for this stretch is over" if time.monotonic() > until else ""
