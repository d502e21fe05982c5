"""Misspelt words: the known word that is meant, where one is close enough to be sure."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from flows.understand.question.stems import stem

_SHORTEST = 5
_LONG = 10


class Spelling:
    """The words that are known; a word one slip away (two in a long word) from a known one is taken for it."""

    def __init__(self, known: Iterable[str], beginnings: Iterable[str] = ()) -> None:
        self._known = frozenset(known)
        self._beginnings = tuple(beginning for beginning in beginnings if len(beginning) >= _SHORTEST - 1)
        self._stems = frozenset(stem(word) for word in self._known)
        self._shelves: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(self._known.union(self._beginnings)):
            if len(word) >= _SHORTEST and word.isalpha():
                self._shelves[word[0], len(word)].append(word)

    def knows(self, word: str) -> bool:
        """Whether `word` is a known one, or one of a known family."""
        return (
            word in self._known or stem(word) in self._stems or not word.isalpha() or word.startswith(self._beginnings)
        )

    def correct(self, word: str) -> str:
        """`word`, or the known word it was meant to be; numbers and short words stay as they are."""
        if len(word) < _SHORTEST or word in self._known or not word.isalpha() or word.startswith(self._beginnings):
            return word
        slips = 2 if len(word) >= _LONG else 1
        best, fewest = word, slips + 1
        for length in range(len(word) + slips, len(word) - slips - 1, -1):  # a letter left out is the commonest slip
            for other in self._shelves.get((word[0], length), ()):
                distance = OSA.distance(word, other, score_cutoff=fewest - 1)
                if distance < fewest:
                    best, fewest = other, distance
        return best
