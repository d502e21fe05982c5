"""Reading when something was: the words as typed, and how long ago where that can be told."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from flows.understand.time_phrases import PATTERNS, TELLING
from flows.understand.time_reckoning import LONG_AGO, Reckon

Bucket = Literal["under_1_month", "1_to_3_months", "3_to_6_months", "6_to_12_months", "over_1_year"]
_BORDERS: tuple[tuple[int, Bucket], ...] = (
    (29, "under_1_month"),
    (92, "1_to_3_months"),
    (183, "3_to_6_months"),
    (366, "6_to_12_months"),
    (LONG_AGO, "over_1_year"),
)
"""The most days ago of each; a border ("three months ago") belongs to the nearer one."""
_NEARLY_ALL = 0.8
"""The part of a stretch of time that must lie in one answer."""
_A_MONTH = 365.25 / 12
_ONGOING = re.compile(
    r"\b(?:still (?:going|doing|in|on|getting)|ongoing|current(?:ly)?|right now|todavia|sigo|actualmente)\b"
)
_QUOTES = str.maketrans("\u2018\u2019\u02bc\u00b4`", "'''''")


@dataclass(frozen=True, slots=True)
class When:
    """A time in somebody's words.

    `text` is what was typed; `months_ago` the least and most months ago, None where the words do not say;
    `bucket` the one answer that holds at least four fifths of that stretch, None where it lies across two.
    """

    text: str
    months_ago: tuple[int, int] | None = None
    bucket: Bucket | None = None


def read_when(text: str, *, today: date) -> When:
    """The time `text` speaks of, reckoned from `today`; of several the latest counts, as the last time is asked for."""
    plain = " ".join(text.split())
    level = _level(plain)
    spans = [span for found, reckon in _found(level) if (span := reckon(found, today)) is not None]
    if not spans and _ONGOING.search(level):
        spans = [(0, 0)]
    if not spans:
        return When(plain)
    low, high = min(spans)
    return When(plain, (round(low / _A_MONTH), round(high / _A_MONTH)), _bucket(low, high))


def time_phrases(text: str) -> tuple[str, ...]:
    """The words for times in `text`, as typed, in their order ("in 2019", "last spring", "hace dos semanas")."""
    plain = unicodedata.normalize("NFC", text)
    return tuple(dict.fromkeys(plain[found.start() : found.end()].strip() for found, _ in _found(_level(plain))))


def _bucket(low: int, high: int) -> Bucket | None:
    """The answer that holds the stretch from `low` to `high` days ago, or nearly all of it."""
    least = 0
    for most, bucket in _BORDERS:
        inside = min(high, most) - max(low, least) + 1
        if inside >= _NEARLY_ALL * (high - low + 1):
            return bucket
        least = most + 1
    return None


def _level(text: str) -> str:
    """`text` in small letters without accents, letter for letter, so that places in it are places in the text."""
    return "".join(map(_plain_letter, unicodedata.normalize("NFC", text).translate(_QUOTES)))


def _plain_letter(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if len(base) == 1 else letter


def _found(level: str) -> Iterator[tuple[re.Match[str], Reckon]]:
    """The phrases in `level` that do not overlap, the more telling ones first to claim their letters."""
    if not TELLING.search(level):
        return
    taken: list[tuple[re.Match[str], Reckon]] = []
    for pattern, reckon in PATTERNS:
        for match in pattern.finditer(level):
            if all(match.end() <= other.start() or other.end() <= match.start() for other, _ in taken):
                taken.append((match, reckon))
    yield from sorted(taken, key=lambda pair: pair[0].start())
