"""A bell that wakes everyone who waits for a change, in whichever thread or event loop they are."""

import asyncio
import contextlib
import threading
from collections.abc import Iterator


class Bell:
    """`ring` may be called from any thread; listeners are asyncio events of their own loops."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []

    @contextlib.contextmanager
    def listening(self) -> Iterator[asyncio.Event]:
        """An event that is set at every ring. Clear it, look, then wait: no ring is missed that way."""
        entry = (asyncio.get_running_loop(), asyncio.Event())
        with self._lock:
            self._listeners.append(entry)
        try:
            yield entry[1]
        finally:
            with self._lock:
                self._listeners.remove(entry)

    def ring(self) -> None:
        with self._lock:
            listeners = list(self._listeners)
        for loop, event in listeners:
            with contextlib.suppress(RuntimeError):  # that loop has ended: nobody there to wake
                loop.call_soon_threadsafe(event.set)


async def rung(event: asyncio.Event, seconds: float | None) -> bool:
    """Wait for the bell at most `seconds`; whether it rang."""
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return False
    return True
