"""Reading: a message to the string of code characters that the rules are matched against, and to its words."""

from typing import NamedTuple

from flows.understand.safety.speller import Speller
from flows.understand.safety.spelling import Spelling
from flows.understand.safety.surface import plain
from flows.understand.safety.tokens import BOUNDARIES, DOT, HARD, SOFT, TIES, split
from flows.understand.safety.torn import letters_joined, pieces_joined
from flows.understand.safety.vocabulary import UNKNOWN, Vocabulary


class Reading(NamedTuple):
    """A message as it is read."""

    codes: str  # one character for each word, and each mark that ends a clause
    words: list[str]  # as the rules would write them, or as typed where no rule knows them; "." ends a sentence


class Reader:
    """Reads messages; built once."""

    def __init__(self, vocabulary: Vocabulary, spelling: Spelling, by_ear: frozenset[str]) -> None:
        self._codes = vocabulary.codes
        self._spelling = spelling
        self._speller = Speller(spelling, vocabulary.codes.keys(), by_ear)

    @staticmethod
    def tokens(text: str) -> list[str]:
        """The plain words and marks of `text`."""
        return split(plain(text))

    def read(self, typed: list[str]) -> Reading:
        """The codes and the words of the `typed` tokens."""
        tokens = letters_joined(typed, self._speller.read)
        codes: list[str] = []
        words: list[str] = []
        for token in pieces_joined(tokens, self._spelling.pairs, self._spelling.torn, self._speller.knows):
            if token in BOUNDARIES or token == DOT:
                codes.append(HARD if token == DOT else token)
                words += () if token == SOFT else (HARD,)
            elif token not in TIES:
                meant = self._speller.read(token)
                codes += [self._code(word) for word in meant] or [UNKNOWN]
                words += [word for word in meant if word != SOFT] or [token]
        return Reading("".join(codes), words)

    def _code(self, word: str) -> str:
        return word if word in BOUNDARIES else self._codes.get(word, UNKNOWN)
