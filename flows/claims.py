"""The register of claims: every number and clinical statement that may be shown, its source and its review."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, StringConstraints, field_validator, model_validator

from flows.clinic import Code, Strict
from flows.definition import parse
from flows.resources import read_text
from flows.understand.fold import fold

_EN = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty
"""
_ES = """
dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho
diecinueve veinte
"""
_TENS = {
    "en": {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90", "hundred": "100"},
    "es": {"treinta": "30", "cuarenta": "40", "cincuenta": "50", "sesenta": "60", "noventa": "90", "cien": "100"},
}
_DIGITS = {
    "en": {word: str(value) for value, word in enumerate(_EN.split(), 2)} | _TENS["en"],
    "es": {word: str(value) for value, word in enumerate(_ES.split(), 2)} | _TENS["es"],
}
_SPELT = {language: re.compile(rf"\b(?:{'|'.join(words)})\b") for language, words in _DIGITS.items()}
_ONES = {"en": re.compile(r"\bone\b"), "es": re.compile(r"\b(?:un|una|uno)\b")}

_UNIT_EN = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))"
_UNIT_ES = r"(?:segundos?|minutos?|horas?|dias?|semanas?|mes(?:es)?|anos?|decadas?|siglos?)"
_COUNTED_EN = rf"(?:{_UNIT_EN}|infusions?|sessions?|treatments?|visits?|doses?|boosters?|time)"
_NUMBERS = {
    "en": re.compile(
        rf"(?P<number>\d+(?:[.,]\d+)*(?:st|nd|rd|th|%)?)"
        rf"|\bone(?=[ -]{_COUNTED_EN}\b|,? (?:or|to|in|and) \d|, (?:after )?\d)|(?<=after )one\b|(?<=just )one\b"
        rf"|\b(?:every|each|per|once an?|twice an?) (?:other |single )?{_UNIT_EN}"
        rf"|\b(?:an?|half an?|half of the|within) {_UNIT_EN}\b|\bonce\b(?= an? )|\btwice\b|\bthird of\b|\bdozens?\b"
        rf"|\b(?:hour|dai|week|month|year)ly\b|\bpercent\b"
    ),
    "es": re.compile(
        rf"(?P<number>\d+(?:[.,]\d+)*%?)"
        rf"|\bun[ao]?(?=,? (?:o|a|y) \d| de cada| sola?\b|, (?:tras |despues de )?\d)|(?<=tras )una\b"
        rf"|\b(?:cada|al|por|un|una|medio|media) {_UNIT_ES}\b|\bdia (?:si|por medio)\b|\ben (?:pocas |unas )?horas\b"
        rf"|\b(?:el|la) (?:tercio|mitad)\b|\buna vez\b|\bdocenas?\b"
        rf"|\b(?:diari|semanal|mensual|anual)(?:o|a|es|mente)?\b"
    ),
}
_NOUN = re.compile(r"[ -](?:(?:ketamine|more|booster|de|o mas) )?([a-z]+)")
_MARKUP = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<[^<>]*>|https?://\S+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity in a text: its words (spelt numbers as digits), the noun counted, its place in what `plain` gives."""

    words: str
    noun: str
    start: int
    end: int


class Forms(Strict):
    """How a text may word a claim's numbers: regular expressions over what `plain` gives."""

    en: tuple[str, ...] = ()
    es: tuple[str, ...] = ()

    @field_validator("en", "es")
    @classmethod
    def _are_patterns(cls, forms: tuple[str, ...]) -> tuple[str, ...]:
        for form in forms:
            try:
                re.compile(form)
            except re.error as error:
                raise ValueError(f"{form!r} is no regular expression: {error}") from None
        return forms


class Claim(Strict):
    """One row of the register."""

    id: Code
    statement: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10)]
    source: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3)]
    reviewed_on: date
    review_by: date
    forms: Forms = Forms()

    @model_validator(mode="after")
    def _review_lies_ahead(self) -> Self:
        if self.review_by <= self.reviewed_on:
            raise ValueError("review_by must be later than reviewed_on")
        return self

    def is_live(self, on: date) -> bool:
        """Whether the claim may be shown on that day."""
        return self.reviewed_on <= on < self.review_by

    @cached_property
    def patterns(self) -> dict[str, tuple[re.Pattern[str], ...]]:
        """The forms as patterns, by language."""
        return {
            language: tuple(re.compile(rf"\b(?:{_one_or_digit(plain(form, language), language)})\b") for form in forms)
            for language, forms in (("en", self.forms.en), ("es", self.forms.es))
        }


class Claims(Strict):
    """The register, as in the file `claims.yaml`."""

    claims: tuple[Claim, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        if len(self.by_id) < len(self.claims):
            raise ValueError("an id is used twice")
        return self

    @cached_property
    def by_id(self) -> dict[str, Claim]:
        """Every claim by its id."""
        return {claim.id: claim for claim in self.claims}

    def behind(self, text: str, language: str, on: date) -> Iterator[tuple[Number, tuple[str, ...]]]:
        """Every number of `text` with the ids of the live claims that word it; none where it is invented or stale."""
        spread = plain(text, language)
        spans = [
            (claim.id, found.span())
            for claim in self.claims
            if claim.is_live(on)
            for pattern in claim.patterns[language]
            for found in pattern.finditer(spread)
        ]
        for number in numbers_in(text, language):
            ids = (claim for claim, (start, end) in spans if start <= number.start and number.end <= end)
            yield number, tuple(dict.fromkeys(ids))


def plain(text: str, language: str) -> str:
    """`text` folded, its markup and template variables blanked, its spelt numbers from two upwards as digits."""
    folded = fold(_MARKUP.sub(" _ ", text))
    digits = _DIGITS[language]
    return _SPELT[language].sub(lambda found: digits[found.group()], folded)


def numbers_in(text: str, language: str) -> tuple[Number, ...]:
    """Every quantity stated in `text` ("6 infusions", "every other day", "half a century"), in order.

    "One" and Spanish "un, una" count only where they count something ("one in three"), not as a pronoun or article.
    """
    spread = plain(text, language)
    return tuple(_number(spread, found) for found in _NUMBERS[language].finditer(spread))


def _number(spread: str, found: re.Match[str]) -> Number:
    noun = _NOUN.match(spread, found.end()) if found["number"] or found.group() in {"one", "un", "una", "uno"} else None
    return Number(found.group(), noun.group(1) if noun else "", *found.span())


def _one_or_digit(form: str, language: str) -> str:
    return _ONES[language].sub(lambda found: f"(?:{found.group()}|1)", form)


def load_claims(text: str, name: str = "claims.yaml") -> Claims:
    """The register in the YAML `text`; raises flows.definition.DefinitionError where it is none."""
    return parse(text, name, Claims)


def own_claims() -> Claims:
    """The register that is shipped."""
    return load_claims(read_text("claims.yaml"))
