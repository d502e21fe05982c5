"""What Telegram finds in plain words by itself: commands, links, e-mail addresses, phone numbers, names, hashtags."""

import re
from typing import Any

from sandbox.formatting.units import length, offset

PATTERNS = (
    ("url", re.compile(r"\bhttps?://[^\s<>\"]+[^\s<>\".,!?;:)]", re.IGNORECASE)),
    ("email", re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")),
    ("bot_command", re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z]\w{3,31}\b")),
    ("hashtag", re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")),
    ("phone_number", re.compile(r"(?<![\w+])\+\d[\d ()-]{8,18}\d\b")),
)


def detect(text: str, taken: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The entities given and found, in order; nothing is found inside links and code, nor across an edge."""
    entities = list(taken)
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            found = {"type": kind, "offset": offset(text, match.start()), "length": length(match[0])}
            if not any(_in_the_way(found, other) for other in entities):
                entities.append(found)
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _in_the_way(found: dict[str, Any], other: dict[str, Any]) -> bool:
    start, end = found["offset"], found["offset"] + found["length"]
    other_start, other_end = other["offset"], other["offset"] + other["length"]
    if end <= other_start or other_end <= start:
        return False
    surrounds = other_start <= start and end <= other_end
    return not surrounds or other["type"] in {"text_link", "code", "pre", *(kind for kind, _ in PATTERNS)}
