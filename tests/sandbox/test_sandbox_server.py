"""The server itself: its page, its own process, its start and stop, and who is turned away."""

import http.client
import signal
import subprocess
import sys
from typing import Any
from urllib.parse import urlsplit

import pytest

from sandbox.client import Sandbox
from sandbox.server import running
from sandbox.world import World


def _get(address: str, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=20)
    try:
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        return response.status, dict(response.headers), response.read()
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/", "text/html"), ("/sandbox/page/page.css", "text/css"), ("/sandbox/page/page.js", "text/javascript")],
)
def test_the_page_comes_from_here_and_allows_nothing_from_elsewhere(address: str, path: str, kind: str) -> None:
    """Own files only, under a policy without inline scripts or styles."""
    status, headers, body = _get(address, path)
    assert (200, True) == (status, headers["content-type"].startswith(kind))
    assert headers["content-security-policy"].startswith("default-src 'self'; ")
    assert b"<script>" not in body
    assert b" style=" not in body


@pytest.mark.parametrize("path", ["/sandbox/page/nothing.js", "/sandbox/page/..%2fserver.py", "/elsewhere"])
def test_nothing_else_is_served(address: str, path: str) -> None:
    """No file outside the page's folder."""
    assert 404 == _get(address, path)[0]


def test_another_sites_page_is_turned_away(address: str) -> None:
    """A web page open in the same browser cannot drive the phones."""
    assert 403 == _get(address, "/sandbox/api/state", Origin="https://example.org")[0]
    assert 200 == _get(address, "/sandbox/api/state", Origin=address)[0]


def test_a_world_survives_its_server(world: World) -> None:
    """Telegram can be away for a while and come back with what was waiting."""
    with running(world) as address:
        Sandbox(address).patient().say("hello")
    with running(world) as address:
        assert ["hello"] == [message["text"] for message in Sandbox(address).patient(101).messages()]
    assert 1 == len(world.updates)


def test_changes_are_streamed(address: str, people: Sandbox) -> None:
    """Server-Sent Events carry a number that grows with every change."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=20)
    try:
        connection.request("GET", "/sandbox/api/events")
        stream = connection.getresponse()
        first = _event(stream)
        people.patient()
        assert first < _event(stream)
    finally:
        connection.close()


def _event(stream: Any) -> int:
    line = stream.readline()
    while not line.startswith(b"data: "):
        line = stream.readline()
    return int(line.removeprefix(b"data: "))


@pytest.mark.slow
def test_it_runs_on_its_own_and_stops_when_interrupted() -> None:
    """`python -m sandbox` says where the page is and what a bot needs, and ends cleanly on Ctrl-C."""
    command = [sys.executable, "-m", "sandbox", "--port", "0", "--group", "group"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        lines = [process.stdout.readline(), process.stdout.readline()]
        address = lines[0].split()[1].rstrip("/")
        assert (
            f"TELEGRAM_API_URL={address} TELEGRAM_BOT_TOKEN=1000000001:sandbox-token-not-a-secret STAFF_CHAT_ID=-500\n"
            == lines[1]
        )
        assert "Alice" == Sandbox(address).request("POST", "/people", {})["first_name"]
        process.send_signal(signal.SIGINT)
        assert 0 == process.wait(20)
