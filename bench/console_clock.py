"""How long a request takes in the server: by the clock, and of the processor, PostgreSQL's part included.

On a machine that others use too, the clock says as much about them; the processor's time is what the page itself costs,
and what the clock would show on a machine that waits for nothing else, disk aside.
"""

import time
from pathlib import Path

from sqlalchemy import Engine, text
from starlette.types import ASGIApp, Receive, Scope, Send

_BACKENDS = text("select pid from pg_stat_activity where datname = current_database()")


class Timed:
    """An application whose time for each request is noted, in milliseconds."""

    def __init__(self, app: ASGIApp, engine: Engine) -> None:
        self._app, self._engine = app, engine
        self.taken = self.worked = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        pids = self._backends()
        begun, worked = time.perf_counter(), time.process_time() + _on_processor(pids)
        await self._app(scope, receive, send)
        self.taken = (time.perf_counter() - begun) * 1000
        self.worked = (time.process_time() + _on_processor(pids) - worked) * 1000

    def _backends(self) -> list[int]:
        """The processes of PostgreSQL that work for this desk."""
        if self._engine.dialect.name != "postgresql":
            return []
        with self._engine.connect() as connection:
            return list(connection.execute(_BACKENDS).scalars())


def _on_processor(pids: list[int]) -> float:
    """Seconds these processes have had the processor (Linux: the first number of /proc/…/schedstat, nanoseconds)."""
    return sum(int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) for pid in pids) / 1e9
