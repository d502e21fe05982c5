"""No text that people see promises, judges, or states a number that the register of claims does not hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import pytest
import yaml
from babel.messages.pofile import read_po

from flows.claims import own_claims
from flows.resources import read_text
from flows.topics import own_topics
from flows.understand.fold import fold
from messages.buttons import BUTTONS, TOASTS
from messages.safety_numbers import NUMBERS
from messages.words import Words

LANGUAGES = ("en", "es")
MESSAGES = Path(str(resources.files("messages")))
CLAIMS = own_claims()
REVIEWED = max(claim.reviewed_on for claim in CLAIMS.claims)
SAFETY_NUMBERS = {number for n in NUMBERS.values() for number in (n.emergency, n.lifeline, n.text_line)}
FORMATS = {"702", "10", "7"}
"""Parts of a phone number, in the hints of how to type one."""

BRANCH = re.compile(r"\{%-?\s*(?:if|elif|else|endif|for|endfor|include)\b.*?%\}")
TRANSLATED = re.compile(r"\{%-?\s*trans\b[^%]*%\}(.*?)\{%-?\s*endtrans\s*-?%\}", re.DOTALL)
PLURAL = re.compile(r"\{%-?\s*pluralize\b[^%]*%\}")
VARIABLE = re.compile(r"\{\{\s*(\w+)[^}]*\}\}")
DRAWN = re.compile(r'_\("([^"]+)"\)')
SENTENCE = re.compile(r"(?<=[.!?])\s+")
PROMISES = {
    "en": r"\bcur(?:e|es|ed|ing)\b|\bguarant\w*|\byou (?:will )?(?:likely )?qualify|\b(?:in)?eligib\w*"
    r"|\bcontraindicat\w*|\bmiracle|\bmagic",
    "es": r"\bcura(?:r|n|s|do|da|cion)?\b|\bgarantiz\w*|\bgarantia|\b(?:usted )?califica\b|\belegib\w*"
    r"|\bcontraindica\w*|\bmilagr\w*|\bmagi\w*",
}
LASTING = {
    "en": r"\bremission\b|\brelief\b[^.]*\blast|\blast\w*[^.]*\brelief\b|\bsustained\b|\bmonths before\b",
    "es": r"\bremision\b|\balivio\b[^.]*\bdura|\bdura\w*[^.]*\balivio\b|\bsostenid\w*|\bmeses antes\b",
}
VARY = {"en": "results vary", "es": "resultados varian"}
FEELINGS = {
    "en": r"depress|anxi|pain|trauma|ptsd|suicid|symptom|crisis|danger|hard this is",
    "es": r"depre|ansied|dolor|trauma|tept|suicid|sintoma|crisis|peligro|dificil",
}


@dataclass(frozen=True, slots=True)
class Text:
    """A text as one person sees it, and where it stands."""

    where: str
    language: str
    words: str

    @property
    def plain(self) -> str:
        return fold(self.words)


def from_topics() -> Iterator[Text]:
    for topic in own_topics(CLAIMS).topics:
        for language in LANGUAGES:
            yield Text(f"title of {topic.code}", language, getattr(topic.title, language))
            if topic.answer:
                yield Text(f"answer of {topic.code}", language, getattr(topic.answer, language))


def from_questionnaire() -> Iterator[Text]:
    def walk(node: object, where: str) -> Iterator[Text]:
        if isinstance(node, dict) and set(node) == set(LANGUAGES):
            for language, words in node.items():
                yield Text(where, language, words)
        elif isinstance(node, dict):
            for key, value in node.items():
                yield from walk(value, f"{where} {key}")
        elif isinstance(node, list):
            for place, value in enumerate(node):
                name = value.get("link_id") or value.get("code") if isinstance(value, dict) else None
                yield from walk(value, f"{where} {name or place}")

    yield from walk(yaml.safe_load(read_text("intake.yaml")), "intake.yaml")


def from_templates() -> Iterator[Text]:
    """Each branch of a template is one text: branches are never seen together."""
    with (MESSAGES / "locale/es/LC_MESSAGES/messages.po").open("rb") as source:
        spanish = {
            "".join(message.id[:1] if message.pluralizable else message.id): message for message in read_po(source)
        }

    def translate(found: re.Match[str]) -> str:
        message = spanish.get(VARIABLE.sub(r"%(\1)s", PLURAL.split(found.group(1))[0].strip()))
        if message is None:  # another test tells of it
            return ""
        return " / ".join(message.string) if message.pluralizable else str(message.string)

    for path in sorted((MESSAGES / "templates").rglob("*.j2")):
        for place, branch in enumerate(BRANCH.split(path.read_text(encoding="utf-8"))):
            where = f"{path.relative_to(MESSAGES)} branch {place}"
            yield Text(where, "en", branch)
            if "staff" not in path.parts:  # staff read English
                yield Text(where, "es", TRANSLATED.sub(translate, branch))


def from_pictures() -> Iterator[Text]:
    """The card is one text: its parts are only seen together. What is not marked for translation is drawing."""
    with (MESSAGES / "locale/es/LC_MESSAGES/messages.po").open("rb") as source:
        spanish = {str(message.id): str(message.string) for message in read_po(source) if not message.pluralizable}
    drawn = [found for path in MESSAGES.rglob("*.svg.j2") for found in DRAWN.findall(path.read_text(encoding="utf-8"))]
    yield Text("pictures", "en", " | ".join(drawn))
    yield Text("pictures", "es", " | ".join(spanish.get(words, "") for words in drawn))


def from_buttons() -> Iterator[Text]:
    words = Words()
    for language in LANGUAGES:
        yield from (Text(f"button {key}", language, words.button(key, language)) for key in BUTTONS)
        yield from (Text(f"toast {key}", language, words.toast(key, language)) for key in TOASTS)
        yield from (Text(f"command {name}", language, text) for name, text in words.commands(language))


TEXTS = [*from_topics(), *from_questionnaire(), *from_templates(), *from_pictures(), *from_buttons()]


def sinners(pattern: dict[str, str]) -> list[Text]:
    return [text for text in TEXTS if re.search(pattern[text.language], text.plain)]


def test_all_sources_are_read() -> None:
    """The lints would pass over an empty list without a word."""
    sources = {text.where.split()[0] for text in TEXTS if text.words.strip()}

    assert {"title", "answer", "intake.yaml", "button", "toast", "command"} <= sources
    assert any(source.startswith("templates/") for source in sources)


def test_fda_approved_stands_only_beside_anesthetic() -> None:
    """The approval is for anesthesia; beside anything else it would mislead."""
    approval = re.compile(r"fda[- ]approved|aprobad\w+ por la fda")
    lone = [
        (text.where, sentence)
        for text in TEXTS
        for sentence in SENTENCE.split(text.plain)
        if approval.search(sentence) and not re.search(r"\banest(?:hetic|esico)", sentence)
    ]
    assert [] == lone


def test_a_text_with_the_approval_says_off_label() -> None:
    """Who reads of the approval reads in the same text that depression is not what it is for."""
    approval = re.compile(r"fda[- ]approved|aprobad\w+ por la fda")
    assert [] == [t.where for t in TEXTS if approval.search(t.plain) and not re.search(r"off[- ]label", t.plain)]


def test_nothing_is_promised_and_nobody_is_judged() -> None:
    """No cure, no guarantee, no verdict on who may have a treatment."""
    assert [] == sinners(PROMISES)


def test_lasting_relief_is_never_mentioned_without_results_vary() -> None:
    """How long it may last is only said beside how much that differs."""
    assert [] == [text for text in sinners(LASTING) if VARY[text.language] not in text.plain]


def test_every_number_is_a_live_claim() -> None:
    """What is not in the register of claims is not said; help numbers and phone formats are no claims."""
    loose = [
        (text.where, text.language, number.words, number.noun)
        for text in TEXTS
        for number, ids in CLAIMS.behind(text.words, text.language, REVIEWED)
        if not ids and number.words not in SAFETY_NUMBERS | FORMATS
    ]
    assert [] == loose


def test_numbers_of_an_answer_rest_on_the_claims_it_names() -> None:
    """An answer lists the very rows its numbers come from."""
    for topic in own_topics(CLAIMS).topics:
        for language in LANGUAGES if topic.answer else ():
            for number, ids in CLAIMS.behind(getattr(topic.answer, language), language, REVIEWED):
                assert set(ids) & set(topic.claims), (topic.code, language, number.words)


def test_no_exclamation_mark_beside_a_symptom() -> None:
    """Nothing is cheered about where somebody hurts."""
    assert [] == [text.where for text in sinners(FEELINGS) if re.search(r"[!\u00a1]", VARIABLE.sub("", text.words))]


@pytest.mark.parametrize(
    ("language", "promise"),
    [
        ("en", "It cures depression."),
        ("en", "Relief is guaranteed."),
        ("en", "You qualify for it."),
        ("es", "La ketamina cura la depresión."),
        ("es", "Le garantizamos alivio."),
        ("es", "Usted califica."),
    ],
)
def test_the_lint_knows_a_promise(language: str, promise: str) -> None:
    """The pattern would catch what it is there for."""
    assert re.search(PROMISES[language], fold(promise))
