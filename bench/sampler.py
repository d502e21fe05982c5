"""A sampling profiler of one's own process: stacks of every thread, weighted by the CPU time each thread used."""

import sys
import threading
import time
from collections import Counter
from types import FrameType

EVERY = 0.002
"""Seconds between samples."""
SWITCHING = 0.0001
"""Seconds after which a thread has to let go; still, samples gather a little where threads let go by themselves."""


class Sampler(threading.Thread):
    """Samples until told to stop; `seconds` holds CPU time by stack, outermost call first."""

    def __init__(self) -> None:
        super().__init__(name="sampler", daemon=True)
        self.seconds: Counter[tuple[str, ...]] = Counter()
        self._used: dict[int, float] = {}
        self._told = threading.Event()

    def run(self) -> None:
        sys.setswitchinterval(SWITCHING)
        self._sample(weigh=False)
        while not self._told.wait(EVERY):
            self._sample(weigh=True)

    def stop(self) -> None:
        """Sample no more."""
        self._told.set()
        self.join()

    def _sample(self, *, weigh: bool) -> None:
        for thread, frame in sys._current_frames().items():  # noqa: SLF001  # the documented way to see all threads
            if thread == self.ident:
                continue
            try:
                used = time.clock_gettime(time.pthread_getcpuclockid(thread))
            except OSError:  # the thread has ended
                continue
            spent, self._used[thread] = used - self._used.get(thread, used), used
            if weigh and spent > 0:
                self.seconds[_stack(frame)] += spent  # type: ignore[assignment]  # a Counter adds fractions as well


def _stack(frame: FrameType | None) -> tuple[str, ...]:
    names = []
    while frame is not None:
        code = frame.f_code
        names.append(f"{code.co_filename}:{code.co_qualname}")
        frame = frame.f_back
    return tuple(reversed(names))
