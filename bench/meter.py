"""One measured stretch of updates: what it cost the bot, and how long each update took."""

import asyncio
import time
from dataclasses import asdict, dataclass, field
from typing import Any

from process_figures import cpu_seconds, resident_mib


@dataclass(slots=True)
class Figures:
    """What was measured, over `updates` updates; times in seconds."""

    updates: int = 0
    seconds: float = 0.0
    bot_cpu: float = 0.0
    server_cpu: float = 0.0
    calls: int = 0
    polls: int = 0
    conversations: int = 0
    resident_mib: float = 0.0
    start: float = 0.0
    """Until the bot first asked for updates; means something in its first stretch only."""
    first: list[float] = field(default_factory=list)
    """From an update being there to the first message or edit in its chat."""
    ready: list[float] = field(default_factory=list)
    """From an update being there to the next question standing in its chat."""
    stuck: list[str] = field(default_factory=list)
    """What the screen showed to patients who could not go on."""
    methods: dict[str, int] = field(default_factory=dict)


class Meter:
    """Counts updates that were answered; measures those behind the first `warm_up`."""

    def __init__(self, pid: int, warm_up: int, updates: int) -> None:
        self.pid, self._warm_up, self._updates = pid, warm_up, updates
        self._answered = 0
        self._measuring = False
        self._begun: tuple[float, float, float] = (0.0, 0.0, 0.0)
        self.figures = Figures()
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def called(self, method: str) -> None:
        """The bot called a method."""
        if not self._measuring:
            return
        if method == "getUpdates":
            self.figures.polls += 1
            return
        self.figures.calls += 1
        self.figures.methods[method] = self.figures.methods.get(method, 0) + 1

    def answered(self, seconds: float) -> None:
        """The first message or edit came, so long after its update."""
        self._answered += 1
        if self._measuring:
            self.figures.first.append(seconds)
        if self._answered == self._warm_up:
            self._measuring, self._begun = True, self._now()
        elif self._answered == self._warm_up + self._updates:
            self._finish()

    def ready(self, seconds: float) -> None:
        """The next question came, so long after the update."""
        if self._measuring:
            self.figures.ready.append(seconds)

    def completed(self) -> None:
        """A conversation came to its end."""
        self.figures.conversations += self._measuring

    def stuck(self, screen: str) -> None:
        """A patient could not go on from this screen."""
        self.figures.stuck.append(screen[:200])

    def _finish(self) -> None:
        self._measuring = False
        seconds, bot, server = (now - then for now, then in zip(self._now(), self._begun, strict=True))
        found = self.figures
        found.updates, found.seconds, found.bot_cpu, found.server_cpu = self._updates, seconds, bot, server
        found.resident_mib = resident_mib(self.pid)
        if not self.done.done():
            self.done.set_result(None)

    def _now(self) -> tuple[float, float, float]:
        return time.perf_counter(), cpu_seconds(self.pid), time.process_time()

    def as_json(self) -> dict[str, Any]:
        """The figures as plain values."""
        return asdict(self.figures)
