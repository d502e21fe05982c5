"""How Spanish is typed by ear: "aser" is "hacer", "bida" is "vida", "akabar" is "acabar"."""

import re
from collections.abc import Iterable

_SHORTEST = 4
_SOUNDS = (
    (re.compile(r"ch"), "1"),
    (re.compile(r"h"), ""),
    (re.compile(r"qu(?=[ei])|q|c(?![ei])"), "k"),
    (re.compile(r"[czx]"), "s"),
    (re.compile(r"gu(?=[ei])"), "2"),
    (re.compile(r"g(?=[ei])"), "j"),
    (re.compile(r"g"), "2"),
    (re.compile(r"v"), "b"),
    (re.compile(r"ll"), "y"),
    (re.compile(r"w"), "u"),
    (re.compile(r"y(?=[^aeiou]|$)"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)


def sound(word: str) -> str:
    """`word` as it sounds: one sign for all spellings of one sound."""
    for spelling, sign in _SOUNDS:
        word = spelling.sub(sign, word)
    return word


def by_sound(words: Iterable[str]) -> dict[str, str]:
    """The sounds of those `words` that are long enough to be told by ear; the first of two that sound alike."""
    found: dict[str, str] = {}
    for word in sorted(words):
        if len(word) >= _SHORTEST:
            found.setdefault(sound(word), word)
    return found
