"""The evaluation sets: what people wrote and what a careful coordinator makes of it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
KINDS = (
    "location",
    "treatments",
    "services",
    "questions",
    "safety",
    "families",
    "ordinary",
    "yes_no",
    "names",
    "phone",
    "email",
)
LANGUAGES = ("en", "es")
SPLITS = ("tune", "report")


@dataclass(frozen=True, slots=True)
class CaseSet:
    """The lines of one file: one kind, one language, one split."""

    kind: str
    language: str
    split: str
    cases: list[dict[str, Any]]

    @property
    def name(self) -> str:
        """Short label for a row of a table."""
        return f"{self.language} {self.split}"

    @property
    def texts(self) -> list[str]:
        """The messages alone, in file order."""
        return [case["text"] for case in self.cases]


def path_of(kind: str, language: str, split: str) -> Path:
    """Where the lines of a kind, language and split are kept."""
    return DATA / f"{kind}_{language}_{split}.jsonl"


def read_set(kind: str, language: str, split: str) -> CaseSet:
    """The lines of one file. Raises FileNotFoundError for a set that was never written."""
    lines = path_of(kind, language, split).read_text("utf-8").splitlines()
    return CaseSet(kind, language, split, [json.loads(line) for line in lines])


def sets_of(kind: str, splits: tuple[str, ...]) -> list[CaseSet]:
    """Every set of a kind that exists in the given splits, languages first."""
    return [
        read_set(kind, language, split)
        for language in LANGUAGES
        for split in splits
        if path_of(kind, language, split).exists()
    ]
