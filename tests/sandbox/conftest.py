"""A world on a free port for each test, a bot's side and the people's side of it."""

import http.client
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import orjson
import pytest

from sandbox.client import Sandbox
from sandbox.server import running
from sandbox.world import World


class BotSide:
    """Calls methods the way a bot does: over HTTP, with JSON."""

    def __init__(self, address: str, token: str) -> None:
        self.address = address
        self.token = token

    def post(self, path: str, body: bytes, content_type: str) -> tuple[int, Any]:
        parts = urlsplit(self.address)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=20)
        try:
            connection.request("POST", path, body, {"Content-Type": content_type})
            response = connection.getresponse()
            return response.status, orjson.loads(response.read())
        finally:
            connection.close()

    def answer(self, method: str, **params: Any) -> dict[str, Any]:
        """The whole answer; status and error code agree, as on Telegram."""
        status, body = self.post(f"/bot{self.token}/{method}", orjson.dumps(params), "application/json")
        assert status == (200 if body["ok"] else body["error_code"])
        return dict(body)

    def __call__(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed."""
        body = self.answer(method, **params)
        assert body["ok"], body
        return body["result"]

    def refusal(self, method: str, **params: Any) -> str:
        """The description of a call that must be refused."""
        body = self.answer(method, **params)
        assert not body["ok"], body
        return str(body["description"])

    def updates(self, offset: int = 0, **params: Any) -> list[dict[str, Any]]:
        return list(self("getUpdates", offset=offset, **params))


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def address(world: World) -> Iterator[str]:
    with running(world, pace=0.01) as url:
        yield url


@pytest.fixture
def bot(world: World, address: str) -> BotSide:
    return BotSide(address, world.token)


@pytest.fixture
def people(address: str) -> Sandbox:
    return Sandbox(address)
