"""What medicines and treatments are called: `drugs.csv` and `treatment_words.yaml`, indexed by phrase."""

import csv
import io
from dataclasses import dataclass
from functools import cache

from flows.resources import read_text
from flows.understand.clauses import plain_words
from flows.understand.word_lists import Phrase, phrase_lists

KETAMINE, MEDICATION, ANY, GUESS, IGNORED = "ketamine", "medication", "any", "guess", "ignored"
"""Senses that are no code: ketamine of a form still to be told, a nameless medicine, any treatment, what may be a slip
of something, and what only looks like a treatment."""
_CORRECTABLE = "correctable"
_ROLES = {"antidepressant": "antidepressant", "other": "other_medication"}


SHORTEST = 5
"""Letters; shorter words are never corrected, nor anything to them."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a phrase stands for: a code (or one of the senses above), and the generic name of a medicine."""

    code: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every phrase for a medicine or treatment; `longest` is the number of words of the longest."""

    senses: dict[Phrase, Sense]
    longest: int


@cache
def lexicon() -> Lexicon:
    """The phrases of the packaged data; the medicines come first where a phrase is in both files."""
    senses: dict[Phrase, Sense] = {}
    for row in csv.DictReader(io.StringIO(read_text("understand/drugs.csv"))):
        generic = row["generic"]
        role = row["class"].split("/")[0]
        sense = Sense(_ROLES[role], generic) if role in _ROLES else Sense(generic)
        for column in ("generic", "brands", "spanish", "also"):
            for spelling in row[column].split(";"):
                if spelling and spelling != "SAMe":
                    senses.setdefault(plain_words(spelling), sense)
    for code, phrases in phrase_lists("treatment_words.yaml").items():
        for phrase in phrases if code != _CORRECTABLE else ():
            senses.setdefault(phrase, Sense(code))
    return Lexicon(senses, max(map(len, senses)))


@cache
def spellings() -> dict[str, Sense]:
    """The single words that a slip may be measured against: the names of medicines and some treatment words."""
    slips = _slips()
    named = {
        phrase[0]: sense
        for phrase, sense in lexicon().senses.items()
        if len(phrase) == 1 and sense.name and len(phrase[0]) >= SHORTEST and phrase[0] not in slips
    }
    listed = phrase_lists("treatment_words.yaml")[_CORRECTABLE]
    return named | {phrase[0]: lexicon().senses[phrase] for phrase in listed} | _treatments_by_generic_name()


def _slips() -> frozenset[str]:
    """Spellings that are slips themselves: read as they are, but no slip is measured against a slip."""
    rows = csv.DictReader(io.StringIO(read_text("understand/drugs.csv")))
    return frozenset(spelling.casefold() for row in rows for spelling in row["also"].split(";"))


def _treatments_by_generic_name() -> dict[str, Sense]:
    return {word: lexicon().senses[(word,)] for word in ("esketamine", "esketamina", "ketamina")}


@cache
def known_words() -> frozenset[str]:
    """Every word that occurs in a phrase of the data: spelled right as it is."""
    words = {word for phrase in lexicon().senses for word in phrase}
    for phrases in phrase_lists("treatment_cues.yaml").values():
        words.update(word for phrase in phrases for word in phrase)
    return frozenset(words)
