"""The real bot as a process of its own, against the sandbox over HTTP."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sandbox.client import Person, Sandbox
from sandbox.server import running
from sandbox.world import World
from storage.sealing import new_key

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 40.0


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Live:
    """One bot, its database in `folder`, and the sandbox it talks to."""

    people: Sandbox
    address: str
    token: str
    group: int
    folder: Path
    key: str
    process: "subprocess.Popen[str] | None" = None
    port: int = 0
    log: Path | None = None

    @property
    def file(self) -> Path:
        """The database."""
        return self.folder / "intake.db"

    def start(self, *, webhook: bool = False, launcher: tuple[str, ...] = ("-m", "intake", "run"), **more: str) -> None:
        """Start the bot; returns once it says that it has started."""
        self.port = self.port or free_port()
        self.log = self.folder / "bot.log"
        environment = os.environ | {
            "TELEGRAM_API_URL": self.address,
            "TELEGRAM_BOT_TOKEN": self.token,
            "DATABASE_URL": f"sqlite:///{self.file}",
            "FIELD_KEYS": self.key,
            "STAFF_CHAT_ID": str(self.group),
            "OWNER_IDS": "9001,9002",
            "HTTP_PORT": str(self.port),
            "WEBHOOK_URL": f"http://127.0.0.1:{self.port}/telegram" if webhook else "",
            "PYTHONPATH": str(ROOT),
            **more,
        }
        with self.log.open("a") as log:
            before = log.tell()
            self.process = subprocess.Popen(
                [sys.executable, *launcher], env=environment, cwd=self.folder, stderr=log, text=True
            )
        self.until(lambda: '"started"' in self.log.read_text()[before:] or self.process.poll() is not None)  # type: ignore[union-attr]  # both are set above

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, "it did not come"
            time.sleep(0.05)

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Send a signal and wait for the end; gives the exit code."""
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)


@contextmanager
def live(folder: Path) -> Iterator[Live]:
    """A sandbox and a bot that is not started yet; what runs at the end is killed."""
    world = World()
    with running(world) as address:
        bot = Live(Sandbox(address), address, world.token, world.group().id, folder, new_key())
        try:
            yield bot
        finally:
            if bot.process and bot.process.poll() is None:
                bot.process.kill()
                bot.process.wait()


SCRIPT: tuple[tuple[str, str, str], ...] = (
    ("May I keep", "tap", "Yes, let's begin"),
    ("contact you about", "tap", "Yes, you may contact me"),
    ("Who is this for", "tap", "For me (18 or older)"),
    ("Which location", "tap", "Las Vegas"),
    ("Which services", "say", "ketamine infusion"),
    ("help with", "tap", "Skip"),
    ("What treatments", "say", "Zoloft and therapy"),
    ("What to expect", "tap", "Continue"),
    ("A small check", "tap", "Six"),
    ("What name", "say", "Wilhelmina Q"),
    ("What number", "say", "702 365 4487"),
    ("e-mail address", "tap", "Skip"),
    ("good time", "say", "mornings"),
    ("leave a voicemail", "tap", "No voicemail"),
    ("Is this right?", "tap", "Send to our team"),
)
"""What is waited for, and what is done then."""


def do(person: Person, wait: str, act: str, words: str, seconds: float = PATIENCE) -> None:
    """One step: wait for the open question, then tap or say."""

    def asked(p: Person) -> bool:
        last = p.last()
        ready = words in p.buttons() if act == "tap" else True
        return wait in last["text"] and ready

    person.wait_for(asked, seconds=seconds)
    person.tap(words) if act == "tap" else person.say(words)


def walk(person: Person, script: tuple[tuple[str, str, str], ...] = SCRIPT, seconds: float = PATIENCE) -> str:
    """A whole intake, each answer of the bot within `seconds`; gives the reference of the receipt."""
    for step in script:
        do(person, *step, seconds=seconds)
    receipt = person.wait_for("Your reference is", seconds=seconds)
    assert receipt
    text = next(m["text"] for m in reversed(person.messages()) if "Your reference is" in m["text"])
    return str(text.partition("Your reference is ")[2].split()[0].rstrip("."))
