"""Trouble to order: the next calls that are refused, broken or cut off."""

from dataclasses import dataclass

KINDS = ("429", "500", "error", "timeout", "drop")
MOMENTS = ("before", "after")


@dataclass(slots=True)
class Fault:
    """The next `times` matching calls fail.

    Attributes:
        kind: 429, 500, error (`code` and `description`), timeout (hang `seconds`, then cut), drop (cut at once).
        times: how many calls are hit.
        method: only this method, or every one but getUpdates.
        chat_id: only this chat, or every one.
        when: `before` the call takes effect, or `after`, when only the answer is lost.
        retry_after: seconds asked for by a 429.
        seconds: how long a timeout hangs.
        code: status of an error.
        description: words of an error.
    """

    kind: str
    times: int = 1
    method: str | None = None
    chat_id: int | None = None
    when: str = "before"
    retry_after: int = 1
    seconds: float = 30.0
    code: int = 400
    description: str = "Bad Request: made up by the fault plan"

    def __post_init__(self) -> None:
        if self.kind not in KINDS or self.when not in MOMENTS:
            raise ValueError(f"a fault is one of {KINDS}, {MOMENTS}; not {self.kind!r}, {self.when!r}")

    def hits(self, method: str, chat_id: int | None) -> bool:
        named = method.lower() == self.method.lower() if self.method else method.lower() != "getupdates"
        return self.times > 0 and named and self.chat_id in {None, chat_id}


class FaultPlan:
    """Faults in the order they were asked for; each is used up before the next of its kind matters."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self.faults.append(fault)

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault that hits this call, counted down."""
        for fault in self.faults:
            if fault.hits(method, chat_id):
                fault.times -= 1
                if fault.times == 0:
                    self.faults.remove(fault)
                return fault
        return None

    def clear(self) -> None:
        self.faults.clear()
