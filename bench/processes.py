"""Starting and stopping what is measured: the fake Bot API server, and one bot at a time against it."""

import base64
import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
BENCH = Path(__file__).resolve().parent
TOKEN = "7000000:made-up-token-of-the-measuring-side"  # noqa: S105  # nobody's
STOP_SECONDS = 15
OURS, OURS_WEBHOOK, STOCK, STOCK_FORGETFUL = "this bot", "this bot, webhook", "stock, pickle", "stock, no pickle"


class Trouble(Exception):
    """A measurement could not be made; the text says why."""


@dataclass(frozen=True, slots=True)
class Load:
    """One stretch of load."""

    name: str
    patients: int
    pause_ms: float
    poll_ms: float
    warm_up: int
    updates: int
    seconds: float = 120.0


class Server:
    """The fake Bot API server."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.address = f"http://127.0.0.1:{self._read()['port']}"

    def measure(self, pid: int, load: Load) -> dict[str, Any]:
        """The figures of one stretch."""
        order = {key: value for key, value in asdict(load).items() if key != "name"} | {"pid": pid}
        if self._process.stdin:
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()
        return self._read()

    def _read(self) -> dict[str, Any]:
        line = self._process.stdout.readline() if self._process.stdout else ""
        if not line:
            raise Trouble("the fake Bot API server ended")
        return dict(json.loads(line))


@contextmanager
def server(delay_ms: float) -> Iterator[Server]:
    """A fake Bot API server of its own."""
    command = [sys.executable, str(BENCH / "fake_api.py"), "--delay-ms", str(delay_ms)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield Server(process)
    finally:
        _stop(process)


def command_of(name: str) -> list[str]:
    """How a contestant is started; {api} and {folder} are filled in later."""
    if name in {OURS, OURS_WEBHOOK}:
        return [sys.executable, "-m", "intake", "run"]
    command = [sys.executable, str(BENCH / "stock_bot.py"), "--api", "{api}", "--folder", "{folder}"]
    return [*command, "--no-persistence"] if name == STOCK_FORGETFUL else command


@contextmanager
def bot(name: str, command: Sequence[str], address: str) -> Iterator[int]:
    """A bot against the server, with an empty folder for its files; gives its process id.

    Raises:
        Trouble: the measurement failed; with the end of what the bot wrote.
    """
    with tempfile.TemporaryDirectory(prefix="intake-bench-") as folder:
        filled = [part.format(api=address, folder=folder) for part in command]
        log = Path(folder) / "log"
        with log.open("w", encoding="utf-8") as written:
            process = subprocess.Popen(
                filled, env=_environment(name, address, folder), cwd=folder, stdout=written, stderr=written
            )
        try:
            yield process.pid
        except Trouble as trouble:
            last = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-5:]
            raise Trouble("\n  ".join([f"{name}: {trouble}", *last])) from None
        finally:
            _stop(process)


def _environment(name: str, address: str, folder: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key in {"PATH", "HOME", "LANG", "TMPDIR"}}
    port = _free_port()
    ours = {
        "PYTHONPATH": str(ROOT),
        "TELEGRAM_API_URL": address,
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "DATABASE_URL": f"sqlite:///{folder}/bench.db",
        "FIELD_KEYS": base64.urlsafe_b64encode(os.urandom(32)).decode(),
        "HTTP_PORT": str(port),
        "LOG_FORMAT": "json",
    }
    # No STAFF_CHAT_ID: a group takes twenty messages a minute, which would be measured instead of the bot.
    if name == OURS_WEBHOOK:
        ours["WEBHOOK_URL"] = f"http://127.0.0.1:{port}/telegram"
    return kept | ours


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _stop(process: "subprocess.Popen[Any]") -> None:
    """The server ends with its standard input, a bot when told to; who does not is killed."""
    if process.stdin:
        process.stdin.close()
    elif process.poll() is None:
        process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout:
        process.stdout.close()
