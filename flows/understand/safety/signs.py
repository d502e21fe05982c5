"""Signs of despair and danger: words, pairs of words and what rules found, weighed together.

Rules know what they name; a despair that is told in new words still uses words that others in despair have used. The
weights are learnt from the tuning lines (tests/evaluation/learn_signs.py) and kept as a table for each language, so
that a message weighs the same everywhere and every time, and what weighed can be looked up.
"""

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import sqrt
from typing import NamedTuple, Self
from zlib import crc32

from flows.understand.safety.tokens import ASKED, HARD, SOFT
from flows.understand.safety.vocabulary import SETTLED

_STEM = 5  # letters: "kill", "killing", "morir", "moriria"
_BEGINNING, _END = "^", "$"
_HUNDREDTHS = 100
_ENTRY_BYTES = 4 + 3 * 2
BIAS = "#bias"


def laid_out(words: Iterable[str], codes: str) -> list[str]:
    """The words of a message beside its coded form: marks stay, and a word whose reading is settled says nothing."""
    left = iter(words)
    row = []
    for code in codes:
        word = SOFT if code == SOFT else next(left, HARD)
        row.append(HARD if code in (HARD, ASKED) else SETTLED if code == SETTLED else word)
    return row


def signs_of(row: Sequence[str]) -> frozenset[str]:
    """The words, their beginnings, and the pairs of these that stand side by side or with one word between."""
    stems = [word[:_STEM] for word in row]
    return frozenset(row).union(stems, _pairs(stems))


def _pairs(stems: Sequence[str]) -> Iterator[str]:
    yield from (f"{one} {other}" for one, other in zip((_BEGINNING, *stems), (*stems, _END), strict=True))
    yield from (f"{one} _ {other}" for one, other in zip(stems, stems[2:], strict=False))


class Weight(NamedTuple):
    """What the signs of a message come to; above 0, likelier so than not."""

    crisis: float  # that it tells of a crisis
    care: float  # that it asks for care at all, be it a soft word
    stands: float  # that what rules found in it stands, where they found a crisis


class Signs:
    """The weights of signs in one language; holds no message.

    The table is kept as check sums of the signs in order, then the weights of each in hundredths: it is large, and so
    takes ten bytes a sign, on disk as in memory.
    """

    def __init__(self, sums: "array[int]", *weights: "array[int]") -> None:
        self._sums, self._weights = sums, weights
        at = self._at(BIAS)
        self._bias = Weight(*(0.0 if at is None else kind[at] / _HUNDREDTHS for kind in weights))

    @classmethod
    def of(cls, weights: Mapping[str, Weight]) -> Self:
        """The table of these weights; of two signs with one check sum, the one that weighs more stays."""
        lighter_first = sorted(weights.items(), key=lambda item: abs(item[1].crisis))
        table = sorted({_sum(sign): weight for sign, weight in lighter_first}.items())
        kinds = zip(*(weight for _, weight in table), strict=True)
        hundredths = (array("h", (round(_HUNDREDTHS * weight) for weight in kind)) for kind in kinds)
        return cls(array("I", (key for key, _ in table)), *hundredths)

    @classmethod
    def read(cls, data: bytes) -> Self:
        """The table that was written like this."""
        count = len(data) // _ENTRY_BYTES
        sums, weights = data[: 4 * count], data[4 * count :]
        kinds = (weights[at : at + 2 * count] for at in range(0, len(weights), 2 * count))
        return cls(_swapped(array("I", sums)), *(_swapped(array("h", kind)) for kind in kinds))

    def written(self) -> bytes:
        """The table as it is kept, the same on every machine."""
        return b"".join(_swapped(part[:]).tobytes() for part in (self._sums, *self._weights))

    def known(self, row: Sequence[str]) -> int:
        """How many of the words laid out like this the table knows: more of them in a message's own language."""
        return sum(self._at(word) is not None for word in row)

    def weigh(self, row: Sequence[str], found: Iterable[str]) -> Weight:
        """The weight of all signs in a message laid out like this, and of what the rules `found` in it.

        A long message is not heavier for its length, nor does its length thin out what a rule found.
        """
        words = [at for sign in signs_of(row) if (at := self._at(sign)) is not None]
        rules = [at for sign in found if (at := self._at(sign)) is not None]
        size = sqrt(len(words) + 1)
        told = (sum(weights[at] for at in words) / size + sum(weights[at] for at in rules) for weights in self._weights)
        return Weight(*(bias + one / _HUNDREDTHS for bias, one in zip(self._bias, told, strict=True)))

    def _at(self, sign: str) -> int | None:
        key = _sum(sign)
        at = bisect_left(self._sums, key)
        return at if at < len(self._sums) and self._sums[at] == key else None


def _sum(sign: str) -> int:
    return crc32(sign.encode())


def _swapped(part: "array[int]") -> "array[int]":
    if sys.byteorder == "big":
        part.byteswap()
    return part
