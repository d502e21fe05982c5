"""Pacing: Telegram takes about one message a second in a chat, in bursts more, and twenty a minute in a group.

Source: the Bot FAQ, "My bot is hitting limits"; the exact numbers are not published, so a 429 still rules.
"""

from collections import deque
from dataclasses import dataclass

PRIVATE_BURST, PRIVATE_PER_SECOND = 20.0, 1.0
GROUP_MOST, GROUP_SECONDS = 18, 61.0
"""Messages of a group in any so many seconds; a second more than a minute, for the way there is not always equal."""
URGENT_RESERVE = 2
"""Messages a group can always take at once beyond the rest, kept for alerts."""
_KEPT = 4096


@dataclass(slots=True)
class _Bucket:
    level: float
    at: float


class Pacer:
    """How long a chat has to wait for its next message."""

    def __init__(self) -> None:
        self._buckets: dict[int, _Bucket] = {}
        self._windows: dict[int, deque[float]] = {}

    def wait(self, chat_id: int, now: float, *, urgent: bool = False) -> float:
        """Seconds until `chat_id` may get one more message, counted as sent when this gives 0; `now` is monotonic."""
        return self._in_group(chat_id, now, urgent=urgent) if chat_id < 0 else self._in_private(chat_id, now)

    def _in_group(self, chat_id: int, now: float, *, urgent: bool) -> float:
        sent = self._windows.setdefault(chat_id, deque())
        while sent and sent[0] <= now - GROUP_SECONDS:
            sent.popleft()
        most = GROUP_MOST + (URGENT_RESERVE if urgent else 0)
        if len(sent) >= most:
            return sent[len(sent) - most] + GROUP_SECONDS - now
        sent.append(now)
        return 0.0

    def _in_private(self, chat_id: int, now: float) -> float:
        bucket = self._buckets.get(chat_id)
        if bucket is None:
            self._forget_full(now)
            bucket = self._buckets[chat_id] = _Bucket(PRIVATE_BURST, now)
        bucket.level = min(PRIVATE_BURST, bucket.level + (now - bucket.at) * PRIVATE_PER_SECOND)
        bucket.at = now
        if bucket.level < 1:
            return (1 - bucket.level) / PRIVATE_PER_SECOND
        bucket.level -= 1
        return 0.0

    def _forget_full(self, now: float) -> None:
        """Chats that have been quiet are not remembered."""
        if len(self._buckets) >= _KEPT:
            self._buckets = {chat: b for chat, b in self._buckets.items() if now - b.at < PRIVATE_BURST}
