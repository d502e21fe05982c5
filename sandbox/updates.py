"""The queue of updates: ids, offsets, expiry, and one order per chat.

Facts from tdlib/telegram-bot-api (Client.cpp): messages live 24 hours after their date, callback queries 150 seconds,
polling and webhook read the same queue; messages queue by chat, callback queries by user.
"""

import math
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any

MESSAGE_LIFETIME = 86_400.0
QUERY_LIFETIME = 150.0
LEFT_OUT_UNLESS_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
FIRST_UPDATE_ID = 700_000_001
REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Pending:
    """An update that waits: `body` is the whole Update object, `lane` the name of the order it keeps."""

    update_id: int
    lane: str
    expires: float
    body: dict[str, Any]


class UpdateQueue:
    """Updates in order of arrival until they are confirmed, delivered or too old."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._next_id = FIRST_UPDATE_ID
        self._waiting: OrderedDict[int, Pending] = OrderedDict()
        self._lanes: dict[str, OrderedDict[int, None]] = {}
        self._remembered: OrderedDict[int, Pending] = OrderedDict()
        self._repeats: list[Pending] = []
        self._soonest = math.inf
        self.allowed: frozenset[str] | None = None

    def __len__(self) -> int:
        self._expire()
        return len(self._waiting) + len(self._repeats)

    def wants(self, kind: str) -> bool:
        """Whether updates of this kind are kept for the bot, by its last `allowed_updates`."""
        return kind not in LEFT_OUT_UNLESS_ASKED if self.allowed is None else kind in self.allowed

    def add(self, kind: str, content: dict[str, Any], lane: str, lifetime: float) -> int | None:
        """Queue one update; its id, or nothing where the bot does not want this kind."""
        if not self.wants(kind):
            return None
        return self.add_raw({kind: content}, lane, lifetime)

    def add_raw(self, body: dict[str, Any], lane: str = "raw", lifetime: float = MESSAGE_LIFETIME) -> int:
        """Queue an object as it is, whatever it holds; it gets an update_id unless it brings one."""
        update_id = body.get("update_id", self._next_id)
        if not isinstance(update_id, int):
            raise TypeError("update_id must be a number: without one nothing can be confirmed")
        self._next_id = max(self._next_id, update_id + 1)
        self._soonest = min(self._soonest, self._now() + lifetime)
        pending = Pending(update_id, lane, self._now() + lifetime, {"update_id": update_id} | body)
        self._waiting[update_id] = pending
        self._lanes.setdefault(lane, OrderedDict())[update_id] = None
        self._remembered[update_id] = pending
        if len(self._remembered) > REMEMBERED:
            self._remembered.popitem(last=False)
        return update_id

    def again(self, update_id: int) -> None:
        """Deliver an update once more under its own id, confirmed or not; KeyError if it is unknown."""
        self._repeats.append(self._remembered[update_id])

    def take(self, offset: int, limit: int) -> list[dict[str, Any]]:
        """What getUpdates gives: everything below a positive offset is forgotten, -n keeps only the last n."""
        self._expire()
        if offset > 0:
            self._forget([number for number in self._waiting if number < offset])
        elif offset < 0:
            self._forget(list(self._waiting)[:offset])
        repeats, self._repeats = self._repeats[:limit], self._repeats[limit:]
        fresh = sorted(islice(self._waiting, limit - len(repeats)))
        return [pending.body for pending in repeats] + [self._waiting[number].body for number in fresh]

    def lanes(self) -> list[str]:
        """The orders in which something waits."""
        self._expire()
        return [*self._lanes, *(f"repeat:{pending.update_id}" for pending in self._repeats)]

    def head(self, lane: str) -> Pending | None:
        """The oldest update of a lane."""
        self._expire()
        for pending in self._repeats:
            if lane == f"repeat:{pending.update_id}":
                return pending
        waiting = self._lanes.get(lane)
        return self._waiting[next(iter(waiting))] if waiting else None

    def done(self, lane: str, update_id: int) -> None:
        """A lane's head was delivered."""
        if lane == f"repeat:{update_id}":
            self._repeats = [pending for pending in self._repeats if pending.update_id != update_id]
        else:
            self._forget([update_id])

    def clear(self) -> None:
        self._waiting.clear()
        self._lanes.clear()
        self._repeats.clear()

    def _expire(self) -> None:
        now = self._now()
        if now < self._soonest:
            return
        if late := [number for number, pending in self._waiting.items() if pending.expires <= now]:
            self._forget(late)
        self._soonest = min((pending.expires for pending in self._waiting.values()), default=math.inf)

    def _forget(self, numbers: list[int]) -> None:
        for number in numbers:
            if pending := self._waiting.pop(number, None):
                lane = self._lanes[pending.lane]
                del lane[number]
                if not lane:
                    del self._lanes[pending.lane]
