"""What an operator gets wrong is answered in one line that says what to do, with an exit code, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from live import ROOT, live

from sandbox.server import running
from sandbox.world import World
from storage.sealing import new_key

pytestmark = pytest.mark.slow
KEY = new_key()
MISTAKES = [
    ({"FIELD_KEYS": ""}, "FIELD_KEYS is missing"),
    ({"FIELD_KEYS": "abc"}, "FIELD_KEYS: key 1 is not a key"),
    ({"TELEGRAM_BOT_TOKEN": ""}, "TELEGRAM_BOT_TOKEN is missing"),
    ({"TELEGRAM_API_URL": "http://127.0.0.1:9"}, "TELEGRAM_API_URL: the Bot API server cannot be reached"),
    ({"TELEGRAM_API_URL": "telegram"}, "TELEGRAM_API_URL: an address that begins with http"),
    ({"DATABASE_URL": "sqlite:////no/such/folder/x.db"}, "DATABASE_URL: the database cannot be opened or written"),
    ({"DATABASE_URL": "mysql://x"}, "DATABASE_URL: mysql is not supported"),
    ({"OWNER_IDS": "dana"}, "OWNER_IDS: Telegram user ids"),
    ({"FLOW_FILE": "missing.yaml"}, "FLOW_FILE: cannot read missing.yaml"),
    ({"FLOW_FILE": "broken.yaml"}, "broken.yaml:4: items.0.typ: there is no such key"),
    ({"HTTP_PORT": "99999"}, "HTTP_PORT:"),
]


def _run(folder: Path, *command: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    environment = {
        **os.environ, "FIELD_KEYS": KEY, "TELEGRAM_BOT_TOKEN": "1000000001:sandbox-token-not-a-secret",
        "TELEGRAM_API_URL": "http://127.0.0.1:9", "DATABASE_URL": f"sqlite:///{folder / 'x.db'}", "HTTP_PORT": "0",
        "PYTHONPATH": str(ROOT), **settings,
    }  # fmt: skip
    return subprocess.run(
        [sys.executable, "-m", "intake", *command], env=environment, cwd=folder, capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "line"), MISTAKES, ids=[line.split(":")[0] + str(n) for n, (_, line) in enumerate(MISTAKES)]
)
def test_a_mistake_is_one_line(tmp_path: Path, settings: dict[str, str], line: str) -> None:
    """The variable, what is wrong, what to do."""
    (tmp_path / "broken.yaml").write_text('version: "1"\nminutes: 3\nitems:\n  - typ: choice\n    link_id: consent\n')
    done = _run(tmp_path, "run", **settings)
    last = done.stderr.strip().splitlines()[-1]
    assert 1 == done.returncode
    assert last.startswith(f"intake: {line}"), last
    assert "Traceback" not in done.stderr


def test_a_wrong_token_is_one_line(tmp_path: Path) -> None:
    """Telegram's refusal is passed on in words."""
    with running(World()) as address:
        done = _run(
            tmp_path, "run", TELEGRAM_API_URL=address, TELEGRAM_BOT_TOKEN="1000000002:not-the-token-of-this-one"
        )
    assert 1 == done.returncode
    assert "intake: TELEGRAM_BOT_TOKEN: Telegram refuses this token; ask @BotFather for a new one" in done.stderr


def test_doctor_is_content_with_a_whole_setup(tmp_path: Path) -> None:
    """And names what is missing in one that is not."""
    with live(tmp_path) as bot:
        bot.start()
        settings = {"TELEGRAM_API_URL": bot.address, "FIELD_KEYS": bot.key, "DATABASE_URL": f"sqlite:///{bot.file}"}
        well = _run(tmp_path, "doctor", STAFF_CHAT_ID=str(bot.group), OWNER_IDS="9001", **settings)
        ill = _run(tmp_path, "doctor", STAFF_CHAT_ID="-1", **settings)
    assert (0, False) == (well.returncode, "FAIL" in well.stdout), well.stdout
    assert 1 == ill.returncode
    assert "FAIL  staff group" in ill.stdout
    assert "→ add the bot to the group" in ill.stdout
