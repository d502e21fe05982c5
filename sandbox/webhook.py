"""Delivery to the bot's webhook: one update at a time per lane, repeated until it is taken or too old.

After tdlib/telegram-bot-api (WebhookActor.cpp): the first failure is repeated at once, then the wait doubles from one
second to a minute, `Retry-After` is honoured, any 2xx is success, and a body that names a `method` is carried out.
"""

import asyncio
import contextlib
import http.client
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

import orjson

from sandbox.bell import rung
from sandbox.dispatch import answer
from sandbox.parameters import Parameters
from sandbox.updates import Pending
from sandbox.world import World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
LONGEST_WAIT = 60.0
MOST_RETRY_AFTER = 3600.0
REQUEST_SECONDS = 60.0
LOOK_SECONDS = 1.0
SUCCESS = range(200, 300)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one delivery went; status 0 means there was no answer."""

    status: int
    body: bytes = b""
    retry_after: float = 0.0
    error: str = ""


class Deliverer:
    """Runs beside the server. `pace` scales every wait, so that a test need not sit out seconds."""

    def __init__(self, world: World, pace: float = 1.0) -> None:
        self._world = world
        self._pace = pace
        self._busy: dict[str, asyncio.Task[None]] = {}
        self._open: set[http.client.HTTPConnection] = set()
        self._threads = ThreadPoolExecutor(max_workers=100, thread_name_prefix="webhook")

    async def run(self) -> None:
        """Start a worker for every lane that waits, until the world is closed."""
        try:
            with self._world.bell.listening() as bell:
                while not self._world.closed:
                    bell.clear()
                    self._start_workers()
                    await rung(bell, LOOK_SECONDS)
        finally:
            for task in self._busy.values():
                task.cancel()
            for connection in list(self._open):
                if connection.sock:
                    with contextlib.suppress(OSError):
                        connection.sock.shutdown(socket.SHUT_RDWR)
            self._threads.shutdown(wait=False, cancel_futures=True)

    def _start_workers(self) -> None:
        settings = self._world.webhook
        if not settings.url:
            return
        with self._world.lock:
            lanes = self._world.updates.lanes()
        for lane in lanes:
            if lane not in self._busy and len(self._busy) < settings.max_connections:
                task = asyncio.create_task(self._work(lane, settings.generation))
                self._busy[lane] = task
                task.add_done_callback(partial(self._idle, lane))

    def _idle(self, lane: str, _: asyncio.Task[None]) -> None:
        self._busy.pop(lane, None)
        self._world.bell.ring()

    def _head(self, lane: str, generation: int) -> Pending | None:
        with self._world.lock:
            current = self._world.webhook.generation == generation and not self._world.closed
            return self._world.updates.head(lane) if current else None

    async def _work(self, lane: str, generation: int) -> None:
        failures = 0
        while pending := self._head(lane, generation):
            loop = asyncio.get_running_loop()
            outcome = await loop.run_in_executor(self._threads, self._post, pending)
            if outcome.status in SUCCESS:
                failures = 0
                with self._world.changing():
                    self._world.updates.done(lane, pending.update_id)
                await self._carry_out(outcome.body)
                continue
            failures += 1
            why = outcome.error or f"Wrong response from the webhook: {outcome.status}"
            with self._world.changing():
                self._world.webhook.failed(self._world.now, why)
            await self._pause(self._wait(failures, outcome) * self._pace, generation)

    def _wait(self, failures: int, outcome: Outcome) -> float:
        if outcome.retry_after:
            return min(outcome.retry_after, MOST_RETRY_AFTER)
        return 0.0 if failures == 1 else float(min(LONGEST_WAIT, 2 ** (failures - 2)))

    async def _pause(self, seconds: float, generation: int) -> None:
        """Wait, but not longer than the webhook stays as it is: one that is set anew is tried at once."""
        end = time.monotonic() + seconds
        with self._world.bell.listening() as bell:
            while (left := end - time.monotonic()) > 0 and not self._world.closed:
                bell.clear()
                if self._world.webhook.generation != generation:
                    return
                await rung(bell, left)

    async def _carry_out(self, body: bytes) -> None:
        with contextlib.suppress(orjson.JSONDecodeError):
            value = orjson.loads(body)
            if isinstance(value, dict) and isinstance(name := value.pop("method", None), str):
                await answer(self._world, name, Parameters(value))

    def _post(self, pending: Pending) -> Outcome:
        settings = self._world.webhook
        parts = urlsplit(settings.url)
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        connection = kind(parts.hostname or "", parts.port, timeout=REQUEST_SECONDS)
        headers = {"Content-Type": "application/json"} | ({SECRET_HEADER: settings.secret} if settings.secret else {})
        self._open.add(connection)
        try:
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request("POST", path, orjson.dumps(pending.body), headers)
            response = connection.getresponse()
            retry_after = response.getheader("Retry-After") or ""
            return Outcome(response.status, response.read(), float(retry_after) if retry_after.isdigit() else 0.0)
        except TimeoutError:
            return Outcome(0, error="Read timeout expired")
        except (OSError, http.client.HTTPException) as error:
            refused = isinstance(error, ConnectionRefusedError)
            return Outcome(0, error="Connection refused" if refused else f"Connection failed: {type(error).__name__}")
        finally:
            self._open.discard(connection)
            connection.close()
