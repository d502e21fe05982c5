"""A desk with leads of made-up people, and visitors who use its console over HTTP as a browser would."""

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import httpx
import uvicorn
from filed_leads import ALICE
from starlette.applications import Starlette
from starlette.types import Receive, Scope, Send

from console.application import console_routes
from desk.bookkeeping import contact, summary
from desk.desk import Desk
from desk.sign_in import make_link
from flows.answers import Answer
from flows.flow import Flow
from messages.words import Words
from storage import leads, timeline
from storage.staff import COORDINATOR, OWNER, READ_ONLY, member, save_member
from storage.store import Store

KEYS = [bytes(range(32))]
NOON = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
DANA, OMAR, RHEA, SAM = 9001, 9002, 9004, 9005
"""Dana owns the desk, Omar coordinates, Rhea may only read, Sam coordinates for Sedona alone."""
STAFF = (
    (DANA, "Dana", OWNER, ()),
    (OMAR, "Omar", COORDINATOR, ()),
    (RHEA, "Rhea", READ_ONLY, ()),
    (SAM, "Sam", COORDINATOR, ("sedona",)),
)
BOT_TOKEN = "1000000001:sandbox-token-not-a-secret"
SECURE = "https://desk.example.com"
GROUP = -1_009_000_000_001


class StillClock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **time: float) -> None:
        self.now += timedelta(**time)


@dataclass
class ConsoleDesk:
    """A desk at `url` with four members of staff; leads are filed as the flow would file them."""

    url: str
    flow: Flow
    words: Words
    keys: list[bytes] = field(default_factory=lambda: KEYS)

    def __post_init__(self) -> None:
        self.clock = StillClock()
        self.store = Store(self.url, self.keys)
        self.desk = Desk(self.store, self.flow, self.words, GROUP, clock=self.clock)
        with self.store.transaction() as books:
            for telegram_id, name, role, locations in STAFF:
                save_member(books, telegram_id, name, role, locations, self.desk.now_ms())
        self._leads = 0

    def application(self, address: str) -> Starlette:
        """The console of this desk, as it is reached at `address`."""
        return Starlette(routes=console_routes(self.desk, address, bot_token=BOT_TOKEN))

    def requiring_codes(self) -> None:
        """As with REQUIRE_TOTP=1."""
        self.desk = replace(self.desk, require_totp=True)

    def rights(self, telegram_id: int) -> tuple[str, tuple[str, ...]] | None:
        """Role and locations of an active member."""
        with self.store.reading() as books:
            found = member(books, telegram_id)
        return (found.role, found.locations) if found else None

    def link(self, telegram_id: int = DANA) -> str:
        """A fresh link, as the bot or the command line would make it."""
        with self.store.transaction() as books:
            return make_link(self.desk, books, telegram_id)

    def lead(
        self, reference: str = "", *, language: str = "en", source: str = "", said: str = "", **answers: Any
    ) -> str:
        """File a lead of Alice's, or with other answers; an empty one is a skip. Gives its uid."""
        self._leads += 1
        given = {**ALICE, **answers}
        packed = {
            link_id: Answer(value, "typed" if value else "skipped", self.clock(), "2026.11", said=said)
            for link_id, value in given.items()
            if value is not None
        }
        with self.store.transaction() as books:
            uid = leads.create(
                books,
                reference=reference or f"BT-{self._leads:06d}",
                chat_id=100 + self._leads,
                previous="",
                summary=summary(self.flow, packed),
                contact=contact(packed),
                answers=packed,
                language=language,
                source=source,
                flow_version="2026.11",
                now=self.desk.now_ms(),
            )
            timeline.note(books, uid, "submitted", "patient", self.desk.now_ms())
        return uid

    def set(self, uid: str, **changes: Any) -> None:
        """Change a lead behind everybody's back."""
        with self.store.transaction() as books:
            leads.flag(books, uid, **changes)

    def rows(self, query: str, *values: object) -> list[dict[str, Any]]:
        """Rows of the database as they are, by plain SQL."""
        with self.store.reading() as books:
            return [dict(row) for row in books.connection.exec_driver_sql(query, values).mappings()]

    def audit(self, act: str = "") -> list[dict[str, Any]]:
        """The audit log, oldest first."""
        found = self.rows("select actor, surface, act, subject, detail from audit order by id")
        return [row for row in found if row["act"] == act or not act]

    def status(self, uid: str) -> tuple[str, int | None]:
        """Status and holder of a lead."""
        with self.store.reading() as books:
            found = leads.by_uid(books, uid)
        assert found is not None
        return found.status, found.holder_id


class Switchboard:
    """One web server for all tests of a run; each test plugs its own application in."""

    def __init__(self) -> None:
        self.app: Starlette | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        assert self.app is not None
        await self.app(scope, receive, send)

    @contextmanager
    def listening(self) -> Iterator[str]:
        """Serve on a free port of this machine; gives the address."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            server = uvicorn.Server(uvicorn.Config(self, log_level="critical", lifespan="off", ws="none"))
            thread = threading.Thread(target=server.run, kwargs={"sockets": [free]}, name="console")
            thread.start()
            try:
                yield f"http://127.0.0.1:{free.getsockname()[1]}"
            finally:
                server.should_exit = True
                thread.join()


class Proxy(httpx.HTTPTransport):
    """What stands before the console with the certificate: takes requests for any host, passes them on in the clear."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = httpx.URL(address)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        behind = request.url.copy_with(scheme="http", host=self._address.host, port=self._address.port)
        passed = httpx.Request(request.method, behind, headers=request.headers, stream=request.stream)
        return super().handle_request(passed)


class Visitor:
    """Somebody with a browser: keeps cookies, sends what a browser sends, follows nothing by itself."""

    def __init__(self, address: str, desk: ConsoleDesk, way: httpx.BaseTransport | None = None) -> None:
        self.desk = desk
        self.http = httpx.Client(base_url=address, headers={"Sec-Fetch-Site": "same-origin"}, transport=way)
        self.page = httpx.Response(200)

    def get(self, path: str, **headers: str) -> httpx.Response:
        self.page = self.http.get(path, headers=headers)
        return self.page

    def post(self, path: str, *, headers: dict[str, str] | None = None, **form: str) -> httpx.Response:
        """Send a form as it stands."""
        self.page = self.http.post(path, data=form, headers=headers or {})
        return self.page

    def submit(self, path: str, **form: str) -> httpx.Response:
        """Send a form of the page that is shown, with the hidden fields it has."""
        return self.post(path, **{**self.hidden(path), **form})

    def hidden(self, path: str) -> dict[str, str]:
        """The hidden fields of the first form of this page that goes to `path`."""
        found = re.search(rf'<form[^>]*action="{re.escape(path)}".*?</form>', self.page.text, re.DOTALL)
        assert found, f"no form goes to {path}"
        return _fields(found[0])

    def form_with(self, path: str, **known: object) -> dict[str, str]:
        """The hidden fields of the form of this page that goes to `path` and has these values in it."""
        for form in re.findall(rf'<form[^>]*action="{re.escape(path)}".*?</form>', self.page.text, re.DOTALL):
            fields = _fields(form)
            if all(fields.get(name) == str(value) for name, value in known.items()):
                return fields
        raise AssertionError(f"no form goes to {path} with {known}")

    def press(self, path: str, **known: object) -> httpx.Response:
        """Send that form as it stands."""
        return self.post(path, **self.form_with(path, **known))

    def sign_in(self, telegram_id: int = DANA) -> "Visitor":
        """Through a link and its button."""
        self.get(f"/sign-in/{self.desk.link(telegram_id)}")
        assert self.submit("/sign-in").status_code == 303
        return self

    def move(self, uid: str, act: str, **form: str) -> httpx.Response:
        """Open a lead and press the button of an act."""
        self.get(f"/leads/{uid}")
        return self.submit(f"/leads/{uid}/move", **{"act": act, **form})

    def references(self) -> list[str]:
        """The references on the page shown, from top to bottom."""
        return re.findall(r'<a href="/leads/[\w-]+">([^<]+)</a>', self.page.text)

    @property
    def session(self) -> str:
        """The secret in the cookie."""
        return self.http.cookies.get("desk_session", "")


def _fields(form: str) -> dict[str, str]:
    fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form)
    return {name: unescape(value) for name, value in fields}
