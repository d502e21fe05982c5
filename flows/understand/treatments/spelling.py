"""Slips of spelling, guarded: near-certain ones are read, weaker ones wait for a tap, ordinary words stay."""

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from flows.understand.ordinary import ordinary_words
from flows.understand.treatments.lexicon import SHORTEST, Sense, known_words, spellings

_FARTHEST = 3
"""Steps (a letter more, less, other, or two swapped) beyond which nothing is near."""
_SURE = (0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3)
_MAYBE = (0, 0, 0, 0, 0, 1, 2, 2, 2, 3, 3, 3)
"""By the letters of the word meant: how many steps are near-certain, and how many are worth asking about."""
_SOUND_SURE = 8
"""Letters of a word from which a sound one step off is near-certain too; an equal sound always is."""

_SOUNDS = (
    (re.compile("ph"), "f"),
    (re.compile("ck|qu|q|ch(?=[lr])"), "k"),
    (re.compile("c(?=[eiy])|z"), "s"),
    (re.compile("^x"), "s"),
    (re.compile("c"), "k"),
    (re.compile("x"), "ks"),
    (re.compile("h"), ""),
    (re.compile("ee|ea|ie|y"), "i"),
    (re.compile(r"(\w)\1+"), r"\1"),
    (re.compile("(?<=.)e$"), ""),
)


@dataclass(frozen=True, slots=True)
class Guess:
    """The word that a slip stands for; `sure` ones are read as it."""

    word: str
    sense: Sense
    score: int
    sure: bool


def sound(word: str) -> str:
    """A rough spelling by ear, the same for "cymbalta" and "simbalta"."""
    for pattern, letters in _SOUNDS:
        word = pattern.sub(letters, word)
    return word


@cache
def _sounds() -> dict[str, str]:
    return {word: sound(word) for word in spellings()}


def guess(word: str) -> Guess | None:
    """What `word` is a slip of; None for words that are right as they are, too short, or near nothing, or near two."""
    if len(word) < SHORTEST or not word.isalpha() or word in known_words() or word in ordinary_words():
        return None
    senses = spellings()
    near = process.extract(word, senses.keys(), scorer=OSA.distance, score_cutoff=_FARTHEST, limit=6)
    if not near:
        return None
    heard = sound(word)
    ranked = sorted(
        (min(distance, OSA.distance(heard, _sounds()[meant])), distance, meant) for meant, distance, _ in near
    )
    by_ear, distance, meant = ranked[0]
    rival = next((step for step, _, other in ranked if senses[other] != senses[meant]), _FARTHEST + 1)
    alike = heard[:1] == _sounds()[meant][:1]
    sure = _is_sure(meant, distance, by_ear) and rival > by_ear and (alike or distance == 1)
    worth_asking = alike and distance <= _allowed(_MAYBE, meant) and by_ear <= (1 if len(meant) < _SOUND_SURE else 2)
    if not (sure or worth_asking):
        return None
    return Guess(meant, senses[meant], round(100 * OSA.normalized_similarity(word, meant)), sure)


def _allowed(steps: tuple[int, ...], meant: str) -> int:
    return steps[min(len(meant), len(steps) - 1)]


def _is_sure(meant: str, distance: int, by_ear: int) -> bool:
    if distance <= _allowed(_SURE, meant) and by_ear < _FARTHEST:
        return True
    return by_ear == 0 or (by_ear <= 1 and len(meant) >= _SOUND_SURE)
