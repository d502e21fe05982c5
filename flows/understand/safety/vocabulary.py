"""The vocabulary: classes of words, and one code character for all words that no rule tells apart.

A message becomes a string with one character a word, so that a rule over words is a small regular expression over
characters: quick, and bounded because every gap in a rule is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

UNKNOWN = "o"  # a word no rule knows
SETTLED = "_"  # a word whose reading is settled: no rule may use it any more
_FIRST_CODE = 0x100


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words to code characters, and classes (in braces) and plain words to the characters of their words."""

    codes: Mapping[str, str]
    classes: Mapping[str, frozenset[str]]

    def chars(self, *names: str) -> frozenset[str]:
        """The code characters of all words of the classes `names`; a plain word is the class of itself."""
        return frozenset().union(*(self.classes[name] for name in names))


def members(lists: Mapping[str, str], known: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """The words of each class, beside the `known` classes; `@name` in a list stands for all words of that class."""
    found = dict(known)

    def fill(name: str) -> frozenset[str]:
        if name not in found:
            words: set[str] = set()
            for word in lists[name].split():
                words |= fill(word[1:]) if word.startswith("@") else {word}
            found[name] = frozenset(words)
        return found[name]

    for name in lists:
        fill(name)
    return found


def build(classes: Mapping[str, frozenset[str]], literals: Iterable[str]) -> Vocabulary:
    """The vocabulary of `classes` and of the `literals` that rules name plainly."""
    groups = {f"{{{name}}}": words for name, words in classes.items()} | {word: frozenset((word,)) for word in literals}
    signatures: dict[str, list[str]] = {}
    for name in sorted(groups):
        for word in groups[name]:
            signatures.setdefault(word, []).append(name)
    codes: dict[str, str] = {}
    by_signature: dict[tuple[str, ...], str] = {}
    for word in sorted(signatures):
        codes[word] = by_signature.setdefault(tuple(signatures[word]), chr(_FIRST_CODE + len(by_signature)))
    chars = {name: frozenset(codes[word] for word in words) for name, words in groups.items()}
    return Vocabulary(codes, chars)
