"""The dot in the navigation that says that something needs somebody."""

from threading import Lock

from desk.delivery_health import is_red
from desk.desk import Desk
from storage.staff import Member
from storage.store import StorageDown

LOOK_AGAIN_MS = 20_000
"""How old the dot may be: every page has it, so it is not looked up for each."""
_MOST_REMEMBERED = 500


class Alarm:
    """Whether the dot is shown, remembered for some seconds for each member."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._lock = desk, Lock()
        self._known: dict[int, tuple[int, bool]] = {}

    def rings(self, member: Member) -> bool:
        """True where something needs somebody; False where it cannot be told just now."""
        now = self._desk.now_ms()
        with self._lock:
            at, red = self._known.get(member.telegram_id, (-LOOK_AGAIN_MS, False))
        if 0 <= now - at < LOOK_AGAIN_MS:
            return red
        try:
            with self._desk.store.reading() as books:
                red = is_red(self._desk, books, member)
        except StorageDown:
            return False
        with self._lock:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            self._known[member.telegram_id] = (now, red)
        return red
