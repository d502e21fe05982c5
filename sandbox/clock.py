"""The sandbox's time: the machine's, or a test's, with a hand on the dial."""

import time
from collections.abc import Callable


class Clock:
    """Seconds since 1970; `forward` moves it on, so that hours pass in a test without waiting."""

    def __init__(self, base: Callable[[], float] = time.time) -> None:
        self._base = base
        self._ahead = 0.0

    def now(self) -> float:
        return self._base() + self._ahead

    def forward(self, seconds: float) -> None:
        """Move on by `seconds`; ValueError for a negative number, time has one direction here."""
        if seconds < 0:
            raise ValueError("the clock only moves forward")
        self._ahead += seconds
