"""`intake staff`: the same rules as on the console, answered in one line."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from live import ROOT

from storage.factors import confirm, put_secret
from storage.sealing import new_key, read_keys
from storage.store import Store

pytestmark = pytest.mark.slow
Command = Callable[..., "subprocess.CompletedProcess[str]"]
KEY = new_key()


@pytest.fixture
def staff(tmp_path: Path) -> Command:
    """Run a command of `intake staff` on a database of its own."""

    def run(*words: str) -> "subprocess.CompletedProcess[str]":
        environment = os.environ | {
            "FIELD_KEYS": KEY, "DATABASE_URL": f"sqlite:///{tmp_path / 'x.db'}", "PYTHONPATH": str(ROOT)
        }  # fmt: skip
        command = [sys.executable, "-m", "intake", "staff", *words]
        return subprocess.run(
            command, env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
        )

    return run


def test_from_the_first_owner_to_a_lost_phone(staff: Command, tmp_path: Path) -> None:
    """Add, change, reset, remove, list; the last owner stays."""
    assert "9001 is owner now.\n" == staff("add", "9001", "--name", "Dana", "--role", "owner").stdout
    assert "9001 is owner now.\n" == staff("add", "9001", "--role", "owner", "--location", "sedona").stdout
    last = staff("remove", "9001")
    assert (1, "intake: This is the only owner. Make somebody else an owner first.") == (
        last.returncode,
        last.stderr.strip(),
    )
    assert "intake: There is no second factor to reset." == staff("reset-totp", "9001").stderr.strip()
    store = Store(f"sqlite:///{tmp_path / 'x.db'}", read_keys(KEY))
    with store.transaction() as books:
        put_secret(books, 9001, "JBSWY3DPEHPK3PXP")
        confirm(books, 9001, 1)
    store.close()
    assert "9001\towner\tsedona\tsecond factor\tDana\n" == staff("list").stdout
    assert "9001 has no second factor any more.\n" == staff("reset-totp", "9001").stdout
    assert "9001\towner\tsedona\tno second factor\tDana\n" == staff("list").stdout
