"""The phrases that stand for the options of one question, and where a text holds them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from flows.understand.clauses import HARD, Words, plain_words

_NOTE = re.compile(r"\(([^)]*)\)")
_EITHER_GENDER = re.compile(r"(\w+?)([oa])/([oa])\b")

_PARTING = HARD | {"/"}
"""Marks that no phrase reaches across."""

How = Literal["exact", "alias"]


@dataclass(frozen=True, slots=True)
class Choosable:
    """An option as the reader wants it: its code, its labels in all languages, other words for it."""

    code: str
    labels: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """The words from `start` to before `end` stand for one of `codes`."""

    start: int
    end: int
    codes: tuple[str, ...]
    how: How


class OptionIndex:
    """Every phrase of a question's options, ready to be looked for."""

    def __init__(self, options: tuple[Choosable, ...]) -> None:
        self.options = options
        self.codes = tuple(option.code for option in options)
        self.exclusive = frozenset(option.code for option in options if option.exclusive)
        self.phrases: dict[tuple[str, ...], tuple[How, list[str]]] = {}
        for option in options:
            for label in option.labels:
                self._add(option.code, _label_phrases(label), "exact")
        for option in options:
            self._add(option.code, (plain_words(alias) for alias in option.aliases), "alias")
        self.spelled_as = tuple(self.phrases)
        self.spelled = tuple(map(" ".join, self.spelled_as))
        lengths: dict[str, set[int]] = {}
        for phrase in self.phrases:
            lengths.setdefault(phrase[0], set()).add(len(phrase))
        self._lengths = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}

    def _add(self, code: str, phrases: Iterator[tuple[str, ...]], how: How) -> None:
        for phrase in phrases:
            if not phrase:
                continue
            codes = self.phrases.setdefault(phrase, (how, []))[1]
            if code not in codes:
                codes.append(code)

    def matches(self, text: Words) -> list[Match]:
        """The phrases in `text`, the longest first to claim its words, then in the order of the text."""
        whole = self.phrases.get(text.words)
        if whole:
            return [Match(0, len(text), tuple(whole[1]), whole[0])]
        found = sorted(self._found(text), key=lambda match: (match.start - match.end, match.start))
        taken: set[int] = set()
        kept = []
        for match in found:
            place = range(match.start, match.end)
            if taken.isdisjoint(place):
                taken.update(place)
                kept.append(match)
        return sorted(kept, key=lambda match: match.start)

    def _found(self, text: Words) -> Iterator[Match]:
        for start, word in enumerate(text.words):
            for length in self._lengths.get(word, ()):
                end = start + length
                if end > len(text) or any(mark in _PARTING for mark in text.before[start + 1 : end]):
                    continue
                phrase = self.phrases.get(text.words[start:end])
                if phrase:
                    yield Match(start, end, tuple(phrase[1]), phrase[0])

    def with_alias(self, *words: str) -> str | None:
        """The code of the one option that has one of `words` for an alias."""
        codes = {code for word in words for code in self.phrases.get((word,), ("alias", []))[1]}
        return codes.pop() if len(codes) == 1 else None


@lru_cache(maxsize=128)
def option_index(options: tuple[Choosable, ...]) -> OptionIndex:
    """The index of `options`, built once for each question."""
    return OptionIndex(options)


def _label_phrases(label: str) -> Iterator[tuple[str, ...]]:
    """A label, the same without its note in parentheses, and the note alone unless it is about a number."""
    if _EITHER_GENDER.search(label):
        yield from _label_phrases(_EITHER_GENDER.sub(r"\1\2", label))
        yield from _label_phrases(_EITHER_GENDER.sub(r"\1\3", label))
        return
    yield plain_words(label)
    note = _NOTE.search(label)
    if note:
        yield plain_words(_NOTE.sub(" ", label))
        if not any(map(str.isdigit, note[1])):
            yield plain_words(note[1])
