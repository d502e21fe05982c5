"""The topic base as data: what people ask, how they word it, and the clinic's answer or a hand-over to staff."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from flows.claims import Claims
from flows.clinic import Clinic, Code, Strict, in_language
from flows.definition import DefinitionError, parse
from flows.resources import read_text
from flows.understand.fold import fold

TITLE_LIMIT = 24
"""A title is a button's label, and three of them share a narrow screen."""

OTHER = "other"
"""The topic of a question that the topic base does not know."""

HANDED_OVER = ("cost_insurance", "side_effects", "medical_advice", "scheduling", OTHER)
"""Topics a topic base must have, and must leave to staff."""

Phrase = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_KNOWN_PLACEHOLDERS = frozenset({"clinic", "locations", "services"})
_AND = {"en": "and", "es": "y"}


class Titles(Strict):
    """A button's label in every language."""

    en: Annotated[Words, StringConstraints(max_length=TITLE_LIMIT)]
    es: Annotated[Words, StringConstraints(max_length=TITLE_LIMIT)]


class Examples(Strict):
    """How people ask it, by language; fewer than a handful would match by luck."""

    en: tuple[Phrase, ...] = Field(min_length=5)
    es: tuple[Phrase, ...] = Field(min_length=5)


class AnswerText(Strict):
    """What is said, by language."""

    en: Words
    es: Words


class Topic(Strict):
    """One thing people ask about."""

    code: Code
    within: Code | None = None
    answered_by: Literal["content", "staff"]
    title: Titles
    examples: Examples
    answer: AnswerText | None = None
    claims: tuple[Code, ...] = ()

    @model_validator(mode="after")
    def _answer_has_grounds(self) -> Self:
        if self.answered_by == "staff" and (self.answer or self.claims):
            raise ValueError("a topic answered by staff has no answer and no claims")
        if self.answered_by == "content" and not (self.answer and self.claims):
            raise ValueError("a topic answered by content needs an answer and the claims it rests on")
        for text in (self.answer.en, self.answer.es) if self.answer else ():
            unknown = set(_PLACEHOLDER.findall(text)) - _KNOWN_PLACEHOLDERS
            if unknown:
                raise ValueError(f"the answer has a placeholder {{{min(unknown)}}} that nobody fills")
        return self


class TopicFile(Strict):
    """The file `topics.yaml`."""

    topics: tuple[Topic, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        by_code = {topic.code: topic for topic in self.topics}
        if len(by_code) < len(self.topics):
            raise ValueError("a topic's code is used twice")
        for code in HANDED_OVER:
            if code not in by_code or by_code[code].answered_by != "staff":
                raise ValueError(f"the topic {code} must be there and be answered by staff")
        seen: dict[str, str] = {}
        for topic in self.topics:
            if topic.within and (topic.within not in by_code or by_code[topic.within].within):
                raise ValueError(f"{topic.code} is counted within {topic.within}, which is no topic of its own")
            for phrase in (*topic.examples.en, *topic.examples.es):
                if seen.setdefault(fold(phrase), topic.code) != topic.code:
                    raise ValueError(f"{phrase!r} is an example of both {seen[fold(phrase)]} and {topic.code}")
        return self


@dataclass(frozen=True)
class Topics:
    """The topic base, with the register of claims its answers rest on."""

    topics: tuple[Topic, ...]
    register: Claims

    @cached_property
    def by_code(self) -> dict[str, Topic]:
        """Every topic by its code."""
        return {topic.code: topic for topic in self.topics}

    def counted_as(self, code: str) -> str:
        """The broad topic that `code` is counted under: itself, or the one it lies within."""
        return self.by_code[code].within or code

    def title(self, code: str, language: str) -> str:
        """The label of the topic's button."""
        title = self.by_code[code].title
        return title.es if language == "es" else title.en

    def answer(self, code: str, language: str, clinic: Clinic, on: date) -> str | None:
        """The clinic's own answer, or None where staff must answer: a staff topic, or a claim stale by `on`."""
        topic = self.by_code[code]
        if topic.answer is None or not all(self.register.by_id[claim].is_live(on) for claim in topic.claims):
            return None
        fills = {
            "clinic": clinic.name,
            "locations": listed((in_language(place.label, language) for place in clinic.locations), language),
            "services": listed(_services(clinic, language), language),
        }
        text = topic.answer.es if language == "es" else topic.answer.en
        return _PLACEHOLDER.sub(lambda found: fills[found.group(1)], text)


def listed(names: Iterable[str], language: str) -> str:
    """The names as "a, b and c" in the given language; Spanish "y" turns to "e" before the sound of "i"."""
    *first, last = list(names)
    word = _AND.get(language, _AND["en"])
    if word == "y" and re.match(r"h?i(?!e)", fold(last)):
        word = "e"
    return f"{', '.join(first)} {word} {last}" if first else last


def _services(clinic: Clinic, language: str) -> list[str]:
    """The services' names as they stand inside a sentence: "ketamine infusion", but "TMS"."""
    labels = [in_language(service.label, language) for service in clinic.services if not service.exclusive]
    return [label if label[1:2].isupper() else label[:1].lower() + label[1:] for label in labels]


def load_topics(text: str, register: Claims, name: str = "topics.yaml") -> Topics:
    """The topic base in the YAML `text`.

    Raises:
        DefinitionError: it is no topic base, or an answer names a claim that `register` does not hold.
    """
    topics = parse(text, name, TopicFile).topics
    for topic in topics:
        for claim in topic.claims:
            if claim not in register.by_id:
                where = f"{name}:{_line_of(topic.code, text)}"
                raise DefinitionError(f"{where}: {topic.code} rests on the claim {claim}, which is not registered")
    return Topics(topics, register)


def _line_of(code: str, text: str) -> int:
    """The line on which the topic `code` begins."""
    begins = re.search(rf"""\bcode:\s*["']?{code}\b""", text)
    return text.count("\n", 0, begins.start()) + 1 if begins else 1


def own_topics(register: Claims) -> Topics:
    """The topic base that is shipped."""
    return load_topics(read_text("topics.yaml"), register)
