"""Words around a treatment that say whether the person had it, found in a text (`treatment_cues.yaml`)."""

from functools import cache

from flows.understand.clauses import HARD, Words
from flows.understand.word_lists import Phrase, phrase_lists

Cues = tuple[dict[str, int], ...]
"""For each word, the kinds of cue that begin there, with how many words each takes."""


@cache
def _index() -> dict[str, tuple[tuple[Phrase, tuple[str, ...]], ...]]:
    kinds: dict[Phrase, list[str]] = {}
    for kind, phrases in phrase_lists("treatment_cues.yaml").items():
        for phrase in phrases:
            kinds.setdefault(phrase, []).append(kind)
    index: dict[str, list[tuple[Phrase, tuple[str, ...]]]] = {}
    for phrase in sorted(kinds, key=len):
        index.setdefault(phrase[0], []).append((phrase, tuple(kinds[phrase])))
    return {first: tuple(entries) for first, entries in index.items()}


def find_cues(words: Words) -> Cues:
    """The cues in `words`; no cue reaches across the end of a sentence, and of one kind the longest counts."""
    index = _index()
    found: list[dict[str, int]] = []
    for place, word in enumerate(words.words):
        here: dict[str, int] = {}
        for phrase, kinds in index.get(word, ()):
            end = place + len(phrase)
            if len(phrase) > 1 and (
                words.words[place:end] != phrase or any(mark in HARD for mark in words.before[place + 1 : end])
            ):
                continue
            here.update(dict.fromkeys(kinds, len(phrase)))
        found.append(here)
    return tuple(found)
