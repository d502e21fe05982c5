"""Finding listed phrases in a list of words, in one pass whatever the length of the lists."""

from collections.abc import Iterable, Iterator, Mapping

_Tree = dict[str, "_Node"]

ANY = "*"
"""Stands for any one word."""


def word_set(text: str) -> frozenset[str]:
    """The words of a list written with spaces between them, over as many lines as it takes."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a list written with commas between them, over as many lines as it takes."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(","))


class _Node:
    """What may follow the words read so far, and the names of the lists that end here."""

    __slots__ = ("after", "names")

    def __init__(self) -> None:
        self.after: _Tree = {}
        self.names: tuple[str, ...] = ()


class Lexicon:
    """Named lists of folded phrases; "insur*" stands for every word that begins so, "*" for any one word."""

    __slots__ = ("_open", "_root", "_words")

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._root = _Node()
        self._open: dict[str, list[tuple[str, str]]] = {}
        self._words: set[str] = set()
        for name, phrases in lists.items():
            for phrase in phrases:
                self._add(name, phrase)

    def _add(self, name: str, phrase: str) -> None:
        node = self._root
        for word in phrase.split():
            if word.endswith("*") and word != ANY:
                family = (word.removesuffix("*"), word)
                families = self._open.setdefault(family[0][:2], [])
                if family not in families:
                    families.append(family)
            else:
                self._words.add(word)
            node = node.after.setdefault(word, _Node())
        node.names = (*node.names, name)

    @property
    def whole_words(self) -> frozenset[str]:
        """Every word that is listed in full, for the spelling to know."""
        return frozenset(self._words)

    @property
    def beginnings(self) -> tuple[str, ...]:
        """Every listed beginning of words, without its star."""
        return tuple(beginning for families in self._open.values() for beginning, _ in families)

    def find(self, words: list[str]) -> Iterator[tuple[str, int, int]]:
        """Name, first word and word behind the last, of every listed phrase in `words`; overlaps included."""
        keys = [self._keys(word) for word in words]
        root = self._root.after
        for start, first in enumerate(keys):
            nodes = [root[key] for key in first if key in root]
            end = start
            while nodes:
                end += 1
                for node in nodes:
                    for name in node.names:
                        yield name, start, end
                if end == len(words):
                    break
                nodes = [node.after[key] for node in nodes if node.after for key in keys[end] if key in node.after]

    def _keys(self, word: str) -> tuple[str, ...]:
        """`word` itself, the listed beginnings it has, and the sign for any word."""
        families = (*self._open.get(word[:1], ()), *self._open.get(word[:2], ()))
        return (word, ANY, *(family for beginning, family in families if word.startswith(beginning)))
