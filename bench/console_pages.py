"""Timing the real pages of the console over HTTP, each kind many times.

The time is that between request and answer inside the server, as staff would wait for it on a quick network.
"""

import os
import random
import re
import socket
import statistics
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import httpx
import uvicorn
from starlette.applications import Starlette

from bench.console_clock import Timed
from bench.console_people import COMMON, DAY, LATE_SOURCE, RARE_SOURCE, SCREEN_EVERY
from bench.figures_table import percentile
from console.application import console_routes
from desk.desk import Desk
from desk.sign_in import make_link
from storage.lead_scope import ORDER
from storage.schema import migrate
from storage.tables import LEAD

TIMES = 25
OWNER, OF_SEDONA = 9001, 9005
Ask = Callable[[], httpx.Response]


@dataclass(frozen=True, slots=True)
class Browser:
    """Somebody signed in, and the desk behind."""

    http: httpx.Client
    desk: Desk

    def get(self, path: str) -> httpx.Response:
        return self.http.get(path)

    def search(self, words: str) -> httpx.Response:
        """Search as the form does."""
        return self.http.post("/search", data={"form_token": self._token(), "words": words})

    def _token(self) -> str:
        found = re.search(r'name="form_token" value="(\w+)"', self.http.get("/inbox?tab=mine").text)
        return found[1] if found else ""


def measure(desks: Sequence[Desk]) -> None:
    """Print a table for each database."""
    for desk in desks:
        migrate(desk.store)
        load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
        print(f"\n{desk.store.engine.dialect.name}, ms in the server, {TIMES} times each; load before {load}")
        print(f"{'page':<78}{'min':>8}{'median':>8}{'p95':>8}{'max':>8}{'CPU':>8}")
        with serving(desk) as (address, timed):
            for name, ask in pages(address, desk):
                _measure(name, ask, timed)


def _measure(name: str, ask: Ask, timed: Timed) -> None:
    figures, worked = [], []
    ask()  # the first one of a kind compiles its templates and statements
    for _ in range(TIMES):
        answer = ask()
        if answer.status_code not in {200, 303}:
            raise SystemExit(f"{name}: {answer.status_code}")
        figures.append(timed.taken)
        worked.append(timed.worked)
    shown = (min(figures), statistics.median(figures), percentile(sorted(figures), 0.95), max(figures))
    print(f"{name:<78}" + "".join(f"{one:>8.1f}" for one in (*shown, statistics.median(worked))), flush=True)


def pages(address: str, desk: Desk) -> Iterator[tuple[str, Ask]]:
    """Every kind of page, as one who sees all and one of a single clinic see it."""
    everybody, sedona = sign_in(address, desk, OWNER), sign_in(address, desk, OF_SEDONA)
    for path in INBOX:
        yield f"inbox {path or '(new)'}", _getting(everybody, f"/inbox?{path}")
    for path in INBOX_OF_ONE:
        yield f"one clinic's inbox {path}", _getting(sedona, f"/inbox?{path}")
    for name, days in (("half way", 900), ("at the end", 30)):
        place = ORDER.write((desk.now_ms() - days * DAY, 0))
        for path in DEEP:
            yield f"inbox {path}, {name}", _getting(everybody, f"/inbox?{path}&after={place}")
            yield f"inbox {path}, {name}, backwards", _getting(everybody, f"/inbox?{path}&before={place}")
    yield from _one_request(everybody, desk)


INBOX = (
    "", "tab=mine", "tab=all", "tab=urgent", "tab=not_now", "tab=unfinished",
    "tab=new&clinic=sedona", "tab=new&service=dbt", "tab=new&source=podcast&language=es",
    "tab=new&age=1d&remote=online",
    *(f"tab=all&status={narrowed}" for narrowed in (
        "closed", "any", "any&age=1w", "closed&service=dbt", f"closed&source={RARE_SOURCE}",
        f"closed&source={LATE_SOURCE}", "closed&language=es", "closed&remote=online", "closed&remote=clinic",
        "closed&clinic=sedona", f"any&source={RARE_SOURCE}&language=es&clinic=sedona",
        f"any&source={LATE_SOURCE}&service=dbt", "closed&source=nobody-came-by-this",
        "closed&language=es&clinic=sedona&service=tms", "not_a_fit&source=instagram&service=tms",
        "scheduled&service=dbt&clinic=sedona", "closed&clinic=none&service=dbt",
    )),
    "tab=urgent&status=closed&clinic=sedona", "tab=urgent&status=any&language=es", "tab=mine&status=closed",
    "tab=mine&status=any&service=dbt", "tab=mine&status=closed&source=podcast&clinic=sedona",
    "tab=not_now&service=dbt", "tab=unfinished&clinic=sedona&service=tms", "tab=unfinished&language=es&age=1w",
)  # fmt: skip
INBOX_OF_ONE = ("tab=new", "tab=all&status=any", "tab=all&status=closed&source=podcast", "tab=urgent&status=any",
                "tab=unfinished", f"tab=all&status=any&source={RARE_SOURCE}")  # fmt: skip
DEEP = ("tab=all&status=closed", "tab=all&status=any&service=tms", "tab=all&status=closed&clinic=sedona&language=es")


def _one_request(browser: Browser, desk: Desk) -> Iterator[tuple[str, Ask]]:
    random_ = random.Random(7)
    with desk.store.reading() as books:
        highest = int(books.connection.exec_driver_sql("select max(id) from lead").scalar() or 0)

    def somebody(every: int = 1) -> str:
        """One of the requests, or of those for which the chat is kept as well."""
        number = random_.randrange(highest // every) * every + 1
        with desk.store.reading() as books:
            return str(books.connection.execute(LEAD.select().where(LEAD.c.id == number)).one().uid)

    def unfinished() -> str:
        found = re.findall(r'href="(/unfinished/[^"]+)"', browser.get("/inbox?tab=unfinished").text)
        return random_.choice(found).removeprefix("/unfinished/")

    yield "search: reference", lambda: browser.search(f"BT-{random_.randrange(highest):06d}")
    yield "search: phone", lambda: browser.search(f"+1{2_000_000_000 + random_.randrange(highest)}")
    yield "search: e-mail", lambda: browser.search(f"person{random_.randrange(highest)}@example.com")
    yield "search: a name of thousands", lambda: browser.search(COMMON)
    yield "search: nobody", lambda: browser.search("Nobody Atall")
    yield "request", lambda: browser.get(f"/leads/{somebody()}")
    yield "request, what the patient saw", lambda: browser.get(f"/leads/{somebody(SCREEN_EVERY)}/screen")
    yield "unfinished, one of them", lambda: browser.get(f"/unfinished/{unfinished()}")


def _getting(browser: Browser, path: str) -> Ask:
    return lambda: browser.get(path)


def sign_in(address: str, desk: Desk, telegram_id: int) -> Browser:
    """Somebody signed in through a link, as with the button."""
    with desk.store.transaction() as books:
        token = make_link(desk, books, telegram_id)
    http = httpx.Client(base_url=address, headers={"Sec-Fetch-Site": "same-origin"}, timeout=60)
    mark = re.search(r'name="mark" value="([^"]+)"', http.get(f"/sign-in/{token}").text)
    if mark is None or http.post("/sign-in", data={"token": token, "mark": mark[1]}).status_code != 303:
        raise SystemExit("signing in failed")
    return Browser(http, desk)


@contextmanager
def serving(desk: Desk) -> Iterator[tuple[str, Timed]]:
    """The console of this desk on a free port of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
        timed = Timed(Starlette(routes=console_routes(desk, address)), desk.store.engine)
        server = uvicorn.Server(uvicorn.Config(timed, log_level="critical", lifespan="off", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [free]}, name="console")
        thread.start()
        try:
            yield address, timed
        finally:
            server.should_exit = True
            thread.join()
