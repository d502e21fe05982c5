"""What the crisis check says of one message."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a message calls for: nothing, a soft word with the numbers, or the crisis reply before anything else."""

    NONE = "none"
    SUPPORT = "support"
    CRISIS = "crisis"


@dataclass(frozen=True, slots=True)
class Assessment:
    """The level of a message, what it speaks of (codes, sorted) and the language it is written in: "en", "es" or ""."""

    level: Level
    categories: tuple[str, ...] = ()
    language: str = ""
