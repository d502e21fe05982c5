"""`intake audit`: proves the chain with an exit code, and reads rows."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from live import ROOT
from sqlalchemy import text

from storage import audit
from storage.schema import migrate
from storage.sealing import new_key, read_keys
from storage.store import Store

pytestmark = pytest.mark.slow
KEY = new_key()
Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A database with three rows in its log."""
    made = Store(f"sqlite:///{tmp_path / 'x.db'}", read_keys(KEY))
    migrate(made)
    with made.transaction() as books:
        for number in range(3):
            audit.append(books, actor="9001", surface="console", act="lead_viewed", subject=f"s{number}", now=number)
    return made


@pytest.fixture
def command(tmp_path: Path, store: Store) -> Command:
    def run(*words: str) -> "subprocess.CompletedProcess[str]":
        environment = os.environ | {
            "FIELD_KEYS": KEY, "DATABASE_URL": f"sqlite:///{tmp_path / 'x.db'}", "PYTHONPATH": str(ROOT)
        }  # fmt: skip
        return subprocess.run(
            [sys.executable, "-m", "intake", "audit", *words],
            env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip

    return run


def test_a_whole_log_is_proven_and_read(command: Command, store: Store) -> None:
    """The hash it gives is found again; one that was never there is not."""
    whole = command("verify")
    assert (0, "") == (whole.returncode, whole.stderr)
    head = re.fullmatch(r"3 rows hold\. Note the last hash elsewhere: ([0-9a-f]{64})\n", whole.stdout)
    assert head
    assert 0 == command("verify", "--head", head[1]).returncode
    cut = command("verify", "--head", "0123456789abcdef")
    assert (
        1,
        "intake: the audit log holds in itself, 3 rows, but the noted hash is not in it: rows are missing\n",
    ) == (cut.returncode, cut.stderr)
    assert "3\t1970-01-01 00:00:00Z\t9001\tconsole\tlead_viewed\ts2\t\n" == command("list", "--limit", "1").stdout
    assert ["2"] == [line.split("\t")[0] for line in command("list", "--subject", "s1").stdout.splitlines()]


def test_a_broken_log_is_told_with_exit_code_one(command: Command, store: Store) -> None:
    with store.engine.begin() as connection:
        connection.execute(text("drop trigger audit_no_update"))
        connection.execute(text("update audit set act = 'x' where id = 2"))
    broken = command("verify")
    assert (1, "", "intake: the audit log breaks at row 2; 1 rows before it hold\n") == (
        broken.returncode,
        broken.stdout,
        broken.stderr,
    )
