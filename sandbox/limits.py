"""Flood limits as Telegram's FAQ for bots tells them; off until switched on.

About one message a second in one chat with short bursts, 20 a minute in one group, 30 a second over all.
"""

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

MINUTE = 60.0


@dataclass(slots=True)
class Limits:
    """`burst` messages of one chat may come at once, then `per_second` each second."""

    enabled: bool = False
    per_second: float = 1.0
    burst: int = 4
    group_per_minute: int = 20
    overall_per_second: int = 30


class FloodGate:
    """Counts what was sent and says how long to wait."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self.limits = Limits()
        self._tokens: dict[int, tuple[float, float]] = {}
        self._groups: dict[int, deque[float]] = {}
        self._overall: deque[float] = deque()

    def wait(self, chat_id: int, *, group: bool) -> int:
        """Whole seconds the chat must wait; 0 lets the message through and counts it."""
        if not self.limits.enabled:
            return 0
        now = self._now()
        sent = self._groups.setdefault(chat_id, deque()) if group else deque[float]()
        waits = (
            _window(sent, now, MINUTE, self.limits.group_per_minute) if group else 0.0,
            _window(self._overall, now, 1.0, self.limits.overall_per_second),
            self._bucket(chat_id, now),
        )
        if max(waits) > 0:
            return max(1, math.ceil(max(waits)))
        sent.append(now)
        self._overall.append(now)
        tokens, _ = self._tokens[chat_id]
        self._tokens[chat_id] = (tokens - 1, now)
        return 0

    def clear(self) -> None:
        self._tokens.clear()
        self._groups.clear()
        self._overall.clear()

    def _bucket(self, chat_id: int, now: float) -> float:
        tokens, since = self._tokens.get(chat_id, (float(self.limits.burst), now))
        tokens = min(float(self.limits.burst), tokens + (now - since) * self.limits.per_second)
        self._tokens[chat_id] = (tokens, now)
        return 0.0 if tokens >= 1 else (1 - tokens) / self.limits.per_second


def _window(sent: deque[float], now: float, seconds: float, most: int) -> float:
    while sent and sent[0] <= now - seconds:
        sent.popleft()
    return 0.0 if len(sent) < most else sent[0] + seconds - now
