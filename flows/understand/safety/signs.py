"""Signs of despair and danger: words and pairs of words that say little alone, weighed together.

Rules know what they name; a despair that is told in new words still uses words that others in despair have used. The
weights are learnt from the tuning lines (tests/evaluation/learn_signs.py) and kept as a plain table for each language,
so that a message weighs the same everywhere and every time, and what weighed can be looked up.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from flows.understand.safety.tokens import ASKED, HARD, SOFT
from flows.understand.safety.vocabulary import SETTLED

_STEM = 5  # letters: "kill", "killing", "morir", "moriria"
_BEGINNING, _END = "^", "$"
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
    """The beginnings of the words, and the pairs of them that stand side by side or with one word between."""
    stems = [word[:_STEM] for word in row]
    return frozenset(stems).union(_pairs(stems))


def _pairs(stems: Sequence[str]) -> Iterator[str]:
    yield from (f"{one} {other}" for one, other in zip((_BEGINNING, *stems), (*stems, _END), strict=True))
    yield from (f"{one} _ {other}" for one, other in zip(stems, stems[2:], strict=False))


class Weight(NamedTuple):
    """What the signs of a message come to; above 0, likelier so than not."""

    crisis: float  # that it tells of a crisis
    care: float  # that it asks for care at all, be it a soft word


class Signs:
    """The weights of signs in one language; holds no message."""

    def __init__(self, weights: Mapping[str, Weight]) -> None:
        self._weights = weights
        self._bias = weights.get(BIAS, Weight(0.0, 0.0))

    def known(self, row: Sequence[str]) -> int:
        """How many of the words laid out like this the table knows: more of them in a message's own language."""
        return sum(word[:_STEM] in self._weights for word in row)

    def weigh(self, row: Sequence[str]) -> Weight:
        """The weight of all signs in a message laid out like this; a long one is not heavier for its length."""
        found = [weight for sign in signs_of(row) if (weight := self._weights.get(sign)) is not None]
        size = sqrt(len(found) + 1)
        return Weight(
            self._bias.crisis + sum(weight.crisis for weight in found) / size,
            self._bias.care + sum(weight.care for weight in found) / size,
        )


def read_weights(lines: Iterable[str]) -> dict[str, Weight]:
    """The table as it is kept, "crisis,care,sign" on each line, weights in hundredths."""
    weights: dict[str, Weight] = {}
    for line in lines:
        crisis, care, sign = line.split(",", 2)
        weights[sign] = Weight(int(crisis) / 100, int(care) / 100)
    return weights
