"""A front desk in this process: real desk, real database, real Telegram edge, and the sandbox without its network.

Phones are those of `sandbox.client`; whatever a person does is kept and answered before the call returns, unless the
desk is `asleep`: then it waits, and is taken as one batch afterwards.
"""

import asyncio
import contextlib
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import orjson
from sqlalchemy import text
from telegram.request import BaseRequest, RequestData

from bot.api import BotApi
from bot.forum_topics import ForumTopics
from bot.intake import Intake
from bot.pictures import PictureSender
from bot.sender import Sender
from desk.desk import Desk
from desk.sending import Delivered, PutOff, Result, lease_due, settle
from flows.flow import Flow
from flows.loading import load_flow
from messages.words import Words
from sandbox import acts, levers, view
from sandbox.acts.registry import ACTS, chat_of
from sandbox.client import Person, Sandbox, SandboxError
from sandbox.dispatch import answer
from sandbox.parameters import Parameters
from sandbox.world import World
from storage.outbox import Outgoing
from storage.schema import migrate
from storage.staff import seed_owners
from storage.store import Store

KEYS = [bytes(range(32))]
NOON = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
DANA, OMAR, NINA = 9001, 9002, 9003
"""Dana and Omar work the desk; Nina is in the group and does not."""
ROOMS = acts.__all__
MOST_AT_ONCE = 100


@cache
def shipped_flow() -> Flow:
    """The intake that comes with the product."""
    return load_flow()


@cache
def all_words() -> Words:
    """Every template of every language."""
    return Words()


class StillClock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **time: float) -> None:
        """Move on by hours, minutes, seconds."""
        self.now += timedelta(**time)


class ShortWire(BaseRequest):
    """Calls to the sandbox's Bot API without a network in between."""

    def __init__(self, world: World) -> None:
        self._world = world

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: object, **__: object
    ) -> tuple[int, bytes]:
        """One call, carried out by the sandbox as if it had come over HTTP."""
        values: dict[str, Any] = dict(request_data.json_parameters) if request_data else {}
        given = await answer(self._world, url.rpartition("/")[2], Parameters(values))
        return given.status, orjson.dumps(given.body)


class Captions(PictureSender):
    """Uploads are tried over real HTTP elsewhere; here the caption stands for the picture."""

    async def send(self, wanted: dict[str, str], parameters: dict[str, Any]) -> Any:  # nothing is drawn
        """The caption, as a text."""
        rest = {name: value for name, value in parameters.items() if name != "caption"}
        return await self._api.call("sendMessage", rest | {"text": parameters["caption"]})


class NearSandbox(Sandbox):
    """The people's side of the sandbox, and a desk that works after every act."""

    def __init__(self, front: "FrontDesk") -> None:
        super().__init__("http://in.process")
        self._front = front

    def request(self, verb: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """The same requests as over HTTP."""
        parts = urlsplit(path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        try:
            done = self._carry_out(verb, parts.path.strip("/").split("/"), query, dict(body or {}))
        except (LookupError, TypeError, ValueError) as error:
            raise SandboxError(f"{verb} {path}: {error}") from error
        if verb == "POST":
            self._front.work()
        return done

    def _carry_out(self, verb: str, way: list[str], query: dict[str, str], body: dict[str, Any]) -> Any:
        world = self._front.world
        match verb, way:
            case "POST", ["people"]:
                return {"user_id": levers.patient(world, **body).id}
            case "POST", ["people", number, name]:
                return ACTS[name](world, int(number), **body)
            case "POST", ["world", lever]:
                return levers.LEVERS[lever](world, **body)
            case "GET", ["people", number]:
                return view.phone_view(world, world.account(int(number)))
            case "GET", ["people", number, "messages"]:
                person = world.account(int(number))
                return view.chat_view(world, person, chat_of(world, person, query.get("chat")))
            case "GET", ["calls"]:
                return self._front.calls(query.get("method", ""))
        raise LookupError(f"no such place: {verb} {way}")


class FrontDesk:
    """A desk with a database in `folder` (or at `url`), its staff group, and everybody's phones."""

    def __init__(
        self,
        folder: Path,
        *,
        url: str = "",
        world: World | None = None,
        with_group: bool = True,
        flow: Flow | None = None,
    ) -> None:
        self.world = world or World()
        self.clock = StillClock()
        self.file = folder / "desk.db"
        self.store = Store(url or f"sqlite:///{self.file}", KEYS)
        migrate(self.store)
        self.group = self.world.group().id
        self.desk = Desk(
            self.store, flow or shipped_flow(), all_words(), self.group if with_group else None, clock=self.clock
        )
        with self.store.transaction() as books:
            seed_owners(books, (DANA, OMAR), self.desk.now_ms())
        self.people = NearSandbox(self)
        self.asleep = False
        self.api = BotApi(self.world.token, ShortWire(self.world))
        self._loop = asyncio.new_event_loop()
        self._worker = ThreadPoolExecutor(max_workers=1)
        self.topics = ForumTopics(self.api, self.desk, self._worker, clock=lambda: self.clock().timestamp())
        self.sender = Sender(self.api, Captions(self.api, self.desk, self._worker), self.topics)
        self.intake = Intake(self.api, self.desk, self._worker, lambda: None)
        self._offset = 0

    def close(self) -> None:
        """Close what was opened."""
        self._worker.shutdown()
        self._loop.close()
        self.store.close()

    def patient(self, user_id: int | None = None, **known: str) -> Person:
        """A patient's phone: Alice 101, Ben 102 and so on."""
        return self.people.patient(user_id, **known)

    def staff(self, user_id: int = DANA) -> Person:
        """The phone of somebody in the staff group."""
        return self.people.staff(user_id)

    @contextlib.contextmanager
    def sleeping(self) -> Iterator[None]:
        """What happens in here waits, and comes as one batch."""
        self.asleep = True
        try:
            yield
        finally:
            self.asleep = False
        self.work()

    def work(self) -> None:
        """Keep what came in, then send what is due, until there is nothing of either."""
        if not self.asleep:
            self._loop.run_until_complete(self._work())

    async def _work(self) -> None:
        while batch := self.waiting():
            await self.intake.keep(batch)
            self._offset = max(raw["update_id"] for raw in batch) + 1
            await self.intake.settle()
            await self._send()
        await self._send()

    def keep(self, *updates: dict[str, Any]) -> None:
        """Keep these updates as one batch, and send nothing yet."""
        self._loop.run_until_complete(self.intake.keep(updates))

    def settle(self) -> None:
        """Let what the direct lane and the taps' answers began come to an end."""

        async def finish() -> None:
            others = asyncio.all_tasks() - {asyncio.current_task()}
            await asyncio.gather(*others, return_exceptions=True)

        self._loop.run_until_complete(finish())

    def waiting(self) -> list[dict[str, Any]]:
        """The updates that Telegram holds for the bot."""
        return self.world.updates.take(self._offset, MOST_AT_ONCE)

    async def _send(self) -> None:
        while due := lease_due(self.desk):
            results = await self._take(due)
            settle(self.desk, results)
            if all(isinstance(result, PutOff) for result in results):
                return

    async def _take(self, due: list[Outgoing]) -> list[Result]:
        """Send these as one lease would; what is sent and edited in one go has no target yet when it is leased."""
        made: dict[tuple[int, str], Delivered] = {}
        results: list[Result] = []
        for leased in due:
            before = made.get((leased.chat_id, leased.ask)) if leased.ask else None
            message = replace(leased, target=before.message, parts=before.parts) if before else leased
            result = await self.sender.send(message)
            results.append(result)
            if isinstance(result, Delivered) and result.message and message.ask:
                made[message.chat_id, message.ask] = result
        return results

    # What a test looks at

    def rows(self, query: str, **values: object) -> list[dict[str, Any]]:
        """Rows of the database as they are, by plain SQL with `:names`."""
        with self.store.engine.connect().execution_options(reading=True) as connection:
            return [dict(row) for row in connection.execute(text(query), values).mappings()]

    def count(self, table: str) -> int:
        """How many rows `table` holds."""
        return int(self.rows(f"select count(*) as n from {table}")[0]["n"])  # names come from tests

    def calls(self, method: str = "", *, chat_id: int | None = None) -> list[dict[str, Any]]:
        """What the bot called: `method`, `params` and `answer`, oldest first."""
        found = [call for call in self.world.calls if call.method == method or not method]
        return [
            {"method": call.method, "params": call.params, "answer": call.answer, "status": call.status}
            for call in found
            if chat_id is None or str(call.params.get("chat_id")) == str(chat_id)
        ]
