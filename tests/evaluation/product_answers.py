"""What the product makes of texts, asked the way anybody can ask: through its command line."""

import importlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
COMMAND_KINDS = {
    "location": "location",
    "treatments": "treatments",
    "services": "services",
    "questions": "question",
    "safety": "safety",
    "families": "safety",
    "ordinary": "safety",
    "phone": "phone",
    "email": "email",
}
READERS = {
    "yes_no": ("flows.understand.yes_no", "read_yes_no"),
    "names": ("flows.understand.person_name", "read_name"),
}


class NotMeasurable(Exception):
    """The product has no answer of this kind yet, or its answer breaks the contract."""


def answers_to(kind: str, texts: list[str]) -> list[dict[str, Any]]:
    """One answer for each text, in order. Raises NotMeasurable with the reason in plain words."""
    if kind in READERS:
        return _from_reader(kind, texts)
    return _from_command(COMMAND_KINDS[kind], texts)


def _from_command(command_kind: str, texts: list[str]) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "intake", "understand", command_kind]
    shown = f"`python -m intake understand {command_kind}`"
    lines = "".join(" ".join(text.splitlines()) + "\n" for text in texts)
    done = subprocess.run(command, cwd=ROOT, input=lines, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise NotMeasurable(f"{shown} is missing or failed (exit code {done.returncode}): {last}")
    try:
        answers = [json.loads(line) for line in done.stdout.split("\n") if line]
    except json.JSONDecodeError as error:
        raise NotMeasurable(f"{shown} wrote a line that is not JSON") from error
    if len(answers) != len(texts):
        raise NotMeasurable(f"{shown} answered {len(answers)} lines of {len(texts)}")
    if not all(isinstance(answer, dict) for answer in answers):
        raise NotMeasurable(f"{shown} wrote a line that is not a JSON object")
    return answers


def _from_reader(kind: str, texts: list[str]) -> list[dict[str, Any]]:
    module_name, function_name = READERS[kind]
    read = _reader(module_name, function_name)
    results = [read(text) for text in texts]
    return [{"value": getattr(result, "value", result)} for result in results]


def _reader(module_name: str, function_name: str) -> Callable[[str], Any]:
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    try:
        reader: Callable[[str], Any] = getattr(importlib.import_module(module_name), function_name)
    except (ImportError, AttributeError) as error:
        raise NotMeasurable(f"{module_name}.{function_name} is missing") from error
    return reader
