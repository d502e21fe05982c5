"""The rulebook: the data files read once, every line compiled and indexed by the words it cannot do without."""

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from flows.resources import read_bytes, read_yaml
from flows.understand.safety.assessment import Level
from flows.understand.safety.conjugation import conjugated
from flows.understand.safety.pattern import Pattern, Translator, expand, literals
from flows.understand.safety.signs import Signs
from flows.understand.safety.spelling import Spelling
from flows.understand.safety.vocabulary import Vocabulary, build, members

_LANGUAGES = ("english", "spanish")
_COMMON = "common"
_BELIEF = {"? ": "doubtful", "! ": "certain"}
_COMMON_WEIGHT = 40


@dataclass(frozen=True, slots=True)
class Rule:
    """What a line says where it matches, and what may take it back."""

    level: Level = Level.CRISIS
    category: str = ""
    deniable: bool = True  # a negation before it takes it back
    fades: bool = True  # said of a past that is over, it asks for support only
    others: str = "crisis"  # said of somebody else, it is that one's "crisis", the "same" thing, or "nothing"
    belief: str = "sure"  # or what the mark before its line says: "? " doubtful, "! " certain
    blank: str = ""  # of a settled reading: only words of this class count no more


@dataclass(frozen=True, slots=True)
class Line:
    """One compiled line of a rule."""

    rule: Rule
    pattern: Pattern


class Index:
    """Lines by the words they need, so that an ordinary message meets few of them."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = tuple(lines)
        self._always = [at for at, line in enumerate(self._lines) if not line.pattern.anchors]
        self._by_word: dict[str, list[int]] = {}
        for at, line in enumerate(self._lines):
            for char in line.pattern.anchors:
                self._by_word.setdefault(char, []).append(at)

    def worth_trying(self, codes: str) -> list[Line]:
        """The lines that could match the coded message, in the order of the file."""
        found = set(self._always)
        for char in set(codes):
            found.update(self._by_word.get(char, ()))
        return [self._lines[at] for at in sorted(found)]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All that is known: words, readings that settle a phrase, rules, how times are told, what words weigh together."""

    vocabulary: Vocabulary
    spelling: Spelling
    by_ear: frozenset[str]  # Spanish words, that may be spelt as they sound
    settled: Index
    rules: Index
    past: Index
    recent: Index
    safe: Index
    signs: Mapping[str, Signs]  # by language


def load() -> Rulebook:
    """The rulebook of the packaged data files.

    Raises:
        PatternError: a line of a data file is not of the rule language.
    """
    books = [_data(name) for name in _LANGUAGES]
    spanish = _data("spanish_words")
    verbs = conjugated(spanish["verbs"], spanish["odd"])
    sources = (spanish, *books)
    classes = members(ChainMap(*(source.get("classes", {}) for source in sources), _data("vocabulary")), verbs)
    spelling = Spelling(**_data("spelling"), verbs=classes["es_verb"].union(*verbs.values()))
    parts: dict[str, list[tuple[Rule, str]]] = {"settled": [], "rules": [], "past": [], "recent": [], "safe": []}
    for book in books:
        for part, found in parts.items():
            found += [(rule, expand(line, book["macros"])) for rule, line in _lines(book, part)]
    named = {word for found in parts.values() for _, line in found for word in literals(line, spelling.canonical)}
    by_ear = frozenset(spanish["by_ear"].split()).union(
        *verbs.values(), *(classes[name] for name in spanish["classes"])
    )
    vocabulary = build(classes, named | spelling.meanings)
    weight = dict.fromkeys(vocabulary.chars(f"{{{_COMMON}}}"), _COMMON_WEIGHT)
    translator = Translator(vocabulary, spelling.canonical, weight)
    indices = {
        part: Index(Line(rule, Pattern(line, translator)) for rule, line in found) for part, found in parts.items()
    }
    signs = {
        code: Signs.read(read_bytes(f"understand/safety/{name}_signs.bin"))
        for code, name in zip(("en", "es"), _LANGUAGES, strict=True)
    }
    return Rulebook(vocabulary, spelling, by_ear, **indices, signs=signs)


def _lines(book: Mapping[str, Any], part: str) -> Iterator[tuple[Rule, str]]:
    """The lines of one part of a language's file, each with its rule."""
    for section in book[part]:
        told = {key: value for key, value in section.items() if key not in ("lines", "level")}
        rule = Rule(level=Level(section.get("level", Level.CRISIS)), **told)
        for line in section["lines"].splitlines():
            belief = _BELIEF.get(line[:2])
            yield (replace(rule, belief=belief), line[2:]) if belief else (rule, line)


def _data(name: str) -> dict[str, Any]:
    return read_yaml(f"understand/safety/{name}.yaml")
