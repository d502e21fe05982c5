"""What holds for the whole tree: contracts, sizes, settings explained, nothing left half done."""

import re
import subprocess
import sys
from pathlib import Path

from intake.settings import Settings

ROOT = Path(__file__).parent.parent.parent
ROOMS = ("intake", "bot", "console", "sandbox", "relay", "desk", "storage", "flows", "messages")
MODULES = [path for room in ROOMS for path in (ROOT / room).rglob("*.py") if "versions" not in path.parts]


def test_imports_point_downwards() -> None:
    """The contracts of pyproject.toml hold."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert 0 == done.returncode, done.stdout


def test_every_setting_is_explained() -> None:
    """.env.example has a line for each variable that is read, and none that is not."""
    explained = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))

    assert {name.upper() for name in Settings.model_fields} == explained


def test_modules_stay_small() -> None:
    """None is longer than 250 lines."""
    assert [] == [str(path) for path in MODULES if len(path.read_text().splitlines()) > 250]


def test_nothing_is_left_half_done() -> None:
    """No note to do it later stands in the code."""
    left = re.compile("|".join(("TO" + "DO", "FIX" + "ME", "NotImplemented" + "Error")))

    assert [] == [str(path) for path in MODULES if left.search(path.read_text())]


def test_the_locks_name_no_index() -> None:
    """They hold versions and hashes, wherever the packages come from."""
    for lock in ROOT.glob("requirements*.lock"):
        assert "://" not in lock.read_text()
        assert "--hash=sha256:" in lock.read_text()
