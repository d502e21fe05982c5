"""The audit log, for owners: who did what, and whether the chain of its rows holds."""

import threading
from dataclasses import dataclass
from urllib.parse import urlencode

import structlog

from console.gate import Visit
from console.navigation import AUDIT
from console.pages import Answer, GoTo, Page
from desk.audit_view import actors, page
from desk.console_sessions import note
from desk.desk import Desk
from storage.audit_log import Followed, follow

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Check:
    """The last look at the chain: under way, or what came of it and when."""

    running: bool = False
    found: Followed | None = None
    at: int = 0
    failed: bool = False


class AuditPages:
    """Handlers of this page; the chain is followed aside, since a long one takes longer than a page may."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._check = Check()

    def show(self, visit: Visit) -> Answer:
        """Rows newest first, narrowed to what is asked for."""
        query = visit.asked.query
        sought = {name: query.get(name, "") for name in ("actor", "act", "subject")}
        before = query.get("before", "")
        start = int(before) if before.isascii() and before.isdigit() and len(before) < 19 else None  # noqa: PLR2004  # fits 64 bits
        found = page(visit.desk, visit.books, **sought, before=start)
        chosen = {name: value for name, value in sought.items() if value}
        check = self._check
        return Page("audit.html", {
            "lines": found.lines, "sought": sought, "actors": actors(visit.books), "narrowed": bool(chosen),
            "older": f"{AUDIT.href}?{urlencode({**chosen, 'before': found.older})}" if found.older else "",
            "newest": f"{AUDIT.href}?{urlencode(chosen)}" if start is not None else "",
            "check": check, "checked": visit.desk.local_time(check.at) if check.at else "",
        }, live=check.running)  # fmt: skip

    def verify(self, visit: Visit) -> Answer:
        """Follow the chain; that somebody asked for it is a row as well."""
        note(visit.desk, visit.books, str(visit.member.telegram_id), "audit_checked", "audit")
        with self._lock:
            begun = not self._check.running
            self._check = Check(running=True)
        if begun:
            threading.Thread(target=self._follow, args=(visit.desk,), name="audit", daemon=True).start()
        return GoTo(f"{AUDIT.href}#chain")

    def _follow(self, desk: Desk) -> None:
        try:
            done = Check(found=follow(desk.store), at=desk.now_ms())
        except Exception as error:  # noqa: BLE001  # whatever it is, the page must say that nothing was proven
            log.error("audit log not followed", error=type(error).__name__)
            done = Check(failed=True, at=desk.now_ms())
        with self._lock:
            self._check = done
