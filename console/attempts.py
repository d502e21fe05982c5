"""How often somebody has failed to sign in lately; kept in memory, for this process."""

from threading import Lock

MOST_FAILED = 20
MOST_CODES = 5
"""Wrong codes of one person: of a million possible ones, three are right at any time."""
WINDOW_MS = 5 * 60_000
MOST_REMEMBERED = 10_000
"""Addresses, or people, remembered at once; beyond it the oldest is forgotten."""


class Attempts:
    """Counts failures, by address or by person.

    Links cannot be guessed anyway; counting them keeps noise out of database and audit log. Codes could be.
    """

    def __init__(self, most: int = MOST_FAILED) -> None:
        self._most = most
        self._failed: dict[str, list[int]] = {}
        self._lock = Lock()

    def too_many(self, who: str, now: int) -> bool:
        """True where they have failed too often in the last minutes."""
        with self._lock:
            return len(self._recent(who, now)) >= self._most

    def failed(self, who: str, now: int) -> None:
        """Note a failure."""
        with self._lock:
            self._failed[who] = [*self._recent(who, now), now]
            while len(self._failed) > MOST_REMEMBERED:
                del self._failed[next(iter(self._failed))]

    def _recent(self, who: str, now: int) -> list[int]:
        """The failures that still count; whoever it is moves to the end, as the one last heard of."""
        recent = [at for at in self._failed.pop(who, []) if now - at < WINDOW_MS]
        if recent:
            self._failed[who] = recent
        return recent
