"""Updates to a webhook, as Telegram brings them: over a number of connections, again where they are not taken."""

import asyncio
from collections import deque
from collections.abc import Callable
from urllib.parse import urlsplit

from lean_http import content_length

_RETRY_SECONDS = 0.1


class Courier:
    """Brings updates over connections that stay open."""

    def __init__(self, url: str, secret: str, connections: int) -> None:
        parts = urlsplit(url)
        self._host, self._port = parts.hostname or "127.0.0.1", parts.port or 80
        self._head = (
            f"POST {parts.path or '/'} HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Type: application/json\r\n"
            f"X-Telegram-Bot-Api-Secret-Token: {secret}\r\nContent-Length: "
        ).encode()
        self._free = connections
        self._idle: list[_Line] = []
        self._waiting: deque[bytes] = deque()
        self._opening: set[asyncio.Task[None]] = set()

    def bring(self, update: bytes) -> None:
        """Bring one update, as soon as a connection is free."""
        self._waiting.append(update)
        self._go()

    def _go(self) -> None:
        while self._waiting and self._idle:
            update = self._waiting.popleft()
            self._idle.pop().post(update, self._head + b"%d\r\n\r\n" % len(update) + update)
        while len(self._waiting) > len(self._opening) and self._free:
            self._free -= 1
            task = asyncio.create_task(self._open())
            self._opening.add(task)
            task.add_done_callback(self._opened)

    async def _open(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            _, line = await loop.create_connection(lambda: _Line(self._done, self._closed), self._host, self._port)
        except OSError:
            self._free += 1
            await asyncio.sleep(_RETRY_SECONDS)
        else:
            self._idle.append(line)

    def _opened(self, task: "asyncio.Task[None]") -> None:
        self._opening.discard(task)
        self._go()

    def _done(self, line: "_Line", update: bytes, *, taken: bool) -> None:
        self._idle.append(line)
        if taken:
            self._go()
        else:
            asyncio.get_running_loop().call_later(_RETRY_SECONDS, self.bring, update)

    def _closed(self, line: "_Line", update: bytes | None) -> None:
        self._free += 1
        if line in self._idle:
            self._idle.remove(line)
        if update is not None:
            self.bring(update)


class _Line(asyncio.Protocol):
    """One connection to the webhook, with one update at a time on its way."""

    def __init__(self, done: Callable[..., None], closed: Callable[["_Line", bytes | None], None]) -> None:
        self._done, self._closed = done, closed
        self._update: bytes | None = None
        self._read = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]  # a stream's transport

    def post(self, update: bytes, request: bytes) -> None:
        self._update = update
        if self._transport:
            self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        self._read += data
        end = self._read.find(b"\r\n\r\n")
        if end < 0 or len(self._read) < end + 4 + content_length(self._read[:end].lower()):
            return
        taken, update = self._read[9:12] == b"200", self._update
        self._read, self._update = b"", None
        if update is not None:
            self._done(self, update, taken=taken)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002  # part of the interface
        update, self._update = self._update, None
        self._closed(self, update)
