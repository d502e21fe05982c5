"""The spelling tables: how words are really typed, and the one way each is written for the rules."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property

_RUN = re.compile(r"(.)\1+")
DOING = ("ing", "ando", "endo")  # how words for what somebody is doing end
_PAIRS = ("melos", "melas", "melo", "mela", "selos", "selas", "selo", "sela")
_CLITICS = (*_PAIRS, "nos", "les", "los", "las", "me", "te", "se", "le", "lo", "la")
_ONE_PRONOUN = 3  # letters at most
_PLAIN_STEMS = ("r", "ndo")
_SHORTEST_STEM = 4  # of a command, "maten", lest "vale" be "va" and "le"


def squeeze(word: str) -> str:
    """`word` with every run of one letter as a single letter."""
    return _RUN.sub(r"\1", word)


class Spelling:
    """What the spelling file tells, turned from "phrase: ways to type it" into "typed word: its words"."""

    def __init__(
        self,
        *,
        means: Mapping[str, str],
        joined: Mapping[str, str],
        grave: str,
        cores: str,
        ordinary: str,
        verbs: AbstractSet[str],
    ) -> None:
        self.verbs = verbs
        self.means: dict[str, tuple[str, ...]] = {}
        for phrase, listed in means.items():
            self.means |= dict.fromkeys(listed.split(), self._split(phrase))
        self.grave = frozenset(grave.split())
        self.cores = tuple(cores.split())
        self.ordinary = frozenset(ordinary.split())
        self.pairs: dict[str, dict[str, tuple[str, ...]]] = {}
        for pair, phrase in joined.items():
            first, second = pair.split()
            self.pairs.setdefault(first, {})[second] = self._split(phrase)
        self._written: dict[str, tuple[str, ...]] = {}

    @cached_property
    def meanings(self) -> frozenset[str]:
        """All words that some typed word means."""
        phrases = [*self.means.values(), *(phrase for seconds in self.pairs.values() for phrase in seconds.values())]
        return frozenset(word for phrase in phrases for word in phrase) | self.grave

    @cached_property
    def torn(self) -> frozenset[str]:
        """The words to look for in pieces: the grave ones, and what is typed for them."""
        return self.grave | {word for word, phrase in self.means.items() if not self.grave.isdisjoint(phrase)}

    def canonical(self, word: str) -> tuple[str, ...]:
        """The words that the `word` of a rule is written as; itself, where the tables say nothing of it."""
        if word not in self._written:
            self._written[word] = self.means.get(word) or self.without_clitic(word) or (word,)
        return self._written[word]

    def without_clitic(self, word: str) -> tuple[str, ...]:
        """A Spanish verb and the pronoun written on to it: "matarme" is "matar me"; () for any other word."""
        for stem, pronoun in self.pronoun_apart(word):
            verb = self.means.get(stem, (stem,))[0]
            if verb in self.verbs:
                return (verb, pronoun)
        return ()

    def pronoun_apart(self, word: str) -> Iterator[tuple[str, str]]:
        """`word` taken for a verb with a pronoun written on to it, in the ways there are; the first of two pronouns."""
        for ending in _CLITICS:
            stem = word.removesuffix(ending)
            if stem != word and (stem.endswith(_PLAIN_STEMS) or len(stem) >= _SHORTEST_STEM):
                yield stem, ending if len(ending) <= _ONE_PRONOUN else ending[:2]

    def _split(self, phrase: str) -> tuple[str, ...]:
        return tuple(part for word in phrase.split() for part in self.without_clitic(word) or (word,))
