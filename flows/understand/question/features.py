"""What a message is weighed by: its telling words, pairs of words that stand together, and the signs in it.

Each feature begins with the letter of its kind; `TRUST` says what a kind is worth.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from flows.understand.question.clauses import END
from flows.understand.question.stems import STOP_WORDS, stem

_SHORT = 4
"""Letters; shorter words stay whole in pairs, where "do" and "does" must not fall together."""


@dataclass(frozen=True, slots=True)
class Trust:
    """`unseen`: what a feature counts where it was never seen (more, and few wordings say less); `weight` of a kind."""

    unseen: float
    weight: float


TRUST = {
    "w": Trust(0.1, 1.0),  # a telling word
    "p": Trust(0.3, 1.0),  # a pair of neighbours
    "s": Trust(1.0, 1.0),  # a pair of small words
    "k": Trust(0.3, 1.0),  # a pair with one word between
    "o": Trust(0.1, 1.0),  # the word a message opens with
    "m": Trust(0.1, 1.6),  # a sign: a meaning, however it is worded
    "c": Trust(1.0, 1.0),  # two signs in company
    "b": Trust(1.0, 0.6),  # a sign beside a word
}
"""Found by trying them on wordings that no list was made with."""


def word_feature(word: str) -> str:
    """The feature of a telling word."""
    return f"w{stem(word)}"


def features(words: list[str], signs: Iterable[str]) -> frozenset[str]:
    """Every feature of a message with these `words` and `signs`."""
    stems = [stem(word) for word in words]
    telling = {one for word, one in zip(words, stems, strict=True) if word != END and word not in STOP_WORDS}
    meanings = sorted(signs)
    found = {f"w{word}" for word in telling}
    found.update(_pairs(words, stems))
    found.update(f"m{sign}" for sign in meanings)
    found.update(f"c{first} {second}" for first, second in combinations(meanings, 2))
    found.update(f"b{sign} {word}" for sign in meanings for word in telling)
    if words:
        found.add(f"o{_whole(words[0], stems[0])}")
    return frozenset(found)


def _pairs(words: list[str], stems: list[str]) -> Iterator[str]:
    spoken = list(zip(words, stems, strict=True))
    for (first, first_stem), (second, second_stem) in pairwise(spoken):
        if END not in {first, second}:
            small = first in STOP_WORDS and second in STOP_WORDS
            yield f"{'s' if small else 'p'}{_whole(first, first_stem)} {_whole(second, second_stem)}"
    said = [one for word, one in spoken if word != END]
    for first, third in zip(said, said[2:], strict=False):
        yield f"k{first} {third}"


def _whole(word: str, stemmed: str) -> str:
    return word if word in STOP_WORDS or len(word) < _SHORT else stemmed
