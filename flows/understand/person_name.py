"""Reading a person's name out of what somebody typed."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Literal

from flows.understand.clauses import word_set
from flows.understand.fold import fold
from flows.understand.name_case import set_capitals
from flows.understand.ordinary import ordinary_words
from flows.understand.word_lists import phrase_lists

NameReason = Literal["ok", "empty", "too_long", "not_a_name"]
LONGEST = 80
"""Characters; the longest names in use stay below."""
_MOST_WORDS = 9
_NOT_IN_NAMES = re.compile(r"[\d@?\u00bf/\\_=<>#%&*{}\[\]|~^+$]|https?:|www\.|\.(?:com|net|org)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\([^)]*\)|(?<=\s)[\"\u201c\u00ab][^\"\u201d\u00bb]*[\"\u201d\u00bb](?=\s)")
"""What stands in parentheses, and a nickname in quotes between two names."""
_QUOTED = re.compile(r"[\u2018\u2019\u02bc`\u00b4]")
_WORD = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f]*(?:['\-\u2010\u2011\u00b7.][^\W\d_]+)*[.']?")
_BREAK = re.compile(
    r"\s*[,;:.!\u2014\n]\s*|\s+-+\s+|\s+(?:but|pero|and|y)\s+(?=my\b|me\b|i\b|everyone|people|todos)", re.IGNORECASE
)
_FIRST_LABEL = (
    r"(?:my |mi |the |el )?(?:first name|given name|primer nombre|first|given|name|nombres?)(?:'?s| is| es)?\s*[:,]?"
)
_LAST_LABEL = (
    r"(?:and |y )?(?:my |mi |the |el )?(?:last name|family name|last|surname|apellidos?)(?:'?s| is| es)?\s*[:,]?"
)
_FIELDS = (
    re.compile(rf"^{_FIRST_LABEL}\s+(?P<first>.+?)[\s,;.]+{_LAST_LABEL}\s+(?P<last>.+)$", re.IGNORECASE),
    re.compile(rf"^{_LAST_LABEL}\s+(?P<last>.+?)[\s,;.]+(?:and |y )?{_FIRST_LABEL}\s+(?P<first>.+)$", re.IGNORECASE),
)
"""A name told in fields, "first: Naomi, last: Adler"."""
_VOWEL = re.compile("[aeiouy]")
_NO_VOWEL = 4
_ABBREVIATED = 2
"""Letters: the dot after "J", "Ma" or "St" ends no sentence."""


@dataclass(frozen=True, slots=True)
class NameReading:
    """A name as understood: `value` is the name or None, `reason` is "ok" exactly when there is a value."""

    value: str | None
    reason: NameReason


@dataclass(frozen=True, slots=True)
class _NameWords:
    introducing: tuple[str, ...]
    greeting: tuple[str, ...]
    closing: tuple[str, ...]
    titles: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    given: frozenset[str]
    never: frozenset[str]
    sentence: frozenset[str]


def read_name(text: str) -> NameReading:
    """The name in `text`, without its introduction ("my name is", "me llamo") and title; one name is enough.

    Particles and accents stay; all capitals or none are set right. Numbers, addresses, questions and sentences are
    `not_a_name`: it is kinder to ask again than to greet somebody as "Why Do You Need It".
    """
    plain = _ASIDE.sub(" ", _QUOTED.sub("'", unicodedata.normalize("NFC", " ".join(text.split())))).strip()
    if not plain:
        return NameReading(None, "empty")
    if _NOT_IN_NAMES.search(plain):
        return NameReading(None, "not_a_name")
    fields = next((found for pattern in _FIELDS if (found := pattern.match(_without_greeting(plain)))), None)
    name = _tidied(f"{fields['first']} {fields['last']}" if fields else _last_introduced(plain))
    if len(name) > LONGEST:
        return NameReading(None, "too_long")
    if not _is_name(name):
        return NameReading(None, "not_a_name")
    return NameReading(set_capitals(name, _words().particles), "ok")


def _last_introduced(plain: str) -> str:
    """What follows the last introduction; all of it where there is none."""
    parts = _cut(plain)
    if len(parts) > 1 and fold(parts[0]).startswith(("no ", "not ")):
        del parts[0]
    found = [(place, rest) for place, part in enumerate(parts) if (rest := _after_introduction(part)) is not None]
    if not found:
        return _joined(parts)
    place, rest = found[-1]
    if rest.startswith("de "):
        return ""
    return _joined([rest, *parts[place + 1 :]] if rest else parts[place + 1 :])


def _cut(plain: str) -> list[str]:
    """The clauses of a text; the dots of initials, titles and "Jr." part nothing."""
    parts: list[str] = []
    start = 0
    for mark in _BREAK.finditer(plain):
        if "." in mark[0] and _dot_belongs(plain[start : mark.start()]):
            continue
        parts.append(plain[start : mark.start()] + ("." if "." in mark[0] and mark.end() == len(plain) else ""))
        start = mark.end()
    return [part.strip() for part in [*parts, plain[start:]] if part.strip(" .")]


def _dot_belongs(before: str) -> bool:
    word = fold(before.rpartition(" ")[2]).split(".")[-1]
    return len(word) <= _ABBREVIATED or word in _words().titles or word in _words().suffixes


def _after_introduction(part: str) -> str | None:
    """`part` without what introduces the name; None where nothing does."""
    part = _without_greeting(part)
    folded = fold(part).replace("'", "")
    for phrase in _words().introducing:
        if folded == phrase:
            return ""
        if folded.startswith(phrase + " "):
            return " ".join(part.split()[phrase.count(" ") + 1 :])
        at = folded.find(f" {phrase} ")
        if at >= 0 and " " in phrase:
            return " ".join(part.split()[folded[:at].count(" ") + phrase.count(" ") + 2 :])
    return None


def _without_greeting(part: str) -> str:
    folded = fold(part)
    for phrase in _words().greeting:
        if folded.startswith(phrase + " "):
            return _without_greeting(" ".join(part.split()[phrase.count(" ") + 1 :]))
    return part


def _joined(parts: list[str]) -> str:
    """One name of the clauses left: "Smith, John" makes one, of "Sharon, like the rose" the first is the name."""
    parts = [part for part in parts if fold(part) not in {*_words().greeting, *_words().closing}]
    if not parts:
        return ""
    first = parts[0]
    if len(parts) > 1 and _is_name(_tidied(parts[1])):
        second = parts[1]
        if fold(second.rstrip(".")) in _words().suffixes:
            return f"{first} {second}"
        if fold(first) in fold(second):
            return second
        return f"{second} {first}" if " " not in first else f"{first} {second}"
    return first


def _tidied(name: str) -> str:
    """`name` without pictures, greeting, title and closing words."""
    name = _without_greeting(" ".join(_WORD.findall(name)))
    words = name.split()
    while len(words) > 1 and _is_title(words[0], words[1]):
        del words[0]
    name = " ".join(words)
    folded = fold(name)
    closing = next((phrase for phrase in _words().closing if folded.endswith(" " + phrase)), None)
    if closing:
        name = " ".join(name.split()[: -closing.count(" ") - 1])
    last = name.rpartition(" ")[2]
    return name if _dot_belongs(last.rstrip(".")) else name.rstrip(".'")


def _is_title(word: str, following: str) -> bool:
    """True for "Dra.", for "Sr." in front of a name, and for a small "don"; "Don Smith" is called Don."""
    title = fold(word.rstrip("."))
    return title in _words().titles or title == "sr" or (word == "don" and following[0].isupper())


def _is_name(name: str) -> bool:
    listed = _words()
    words = name.split()
    folded = [fold(word).replace("'", "").rstrip(".") for word in words]
    whole = " ".join(folded)
    if not words or len(words) > _MOST_WORDS or whole in listed.never or (len(whole) == 1 and whole.isascii()):
        return False
    if all(word in listed.never for word in folded):
        return False
    spoken = [
        word
        for place, (word, plain) in enumerate(zip(words, folded, strict=True))
        if plain in listed.sentence and (place or plain not in listed.given)
    ]
    small = [word for word in spoken if word == word.lower() and fold(word) not in listed.particles]
    if small or len(spoken) > 1 + sum(fold(word) in listed.particles for word in spoken):
        return False
    if folded[0] in {"the", "a", "an", "un", "una"} or words[0] in {"de", "el", "la", "los", "las", "en", "of", "in"}:
        return len(words) > 2 and words[0] not in {"the", "a", "an", "un", "una", "el", "en", "of", "in"}  # noqa: PLR2004
    ordinary = [word for word in folded if word in ordinary_words() and word not in listed.given]
    if ordinary and (2 * len(ordinary) > len(words) or len(words) == 1):
        return False
    return all(len(word) < _NO_VOWEL or not word.isascii() or _VOWEL.search(word) for word in folded)


@cache
def _words() -> _NameWords:
    lists = {kind: tuple(map(" ".join, phrases)) for kind, phrases in phrase_lists("name_words.yaml").items()}

    def longest_first(name: str) -> tuple[str, ...]:
        return tuple(sorted(lists[name], key=len, reverse=True))

    return _NameWords(
        introducing=longest_first("introducing"),
        greeting=longest_first("greeting"),
        closing=longest_first("closing"),
        titles=frozenset(lists["titles"]),
        particles=frozenset(lists["particles"]),
        suffixes=frozenset(lists["suffixes"]),
        given=word_set(" ".join(lists["given"])),
        never=frozenset(lists["never"]),
        sentence=word_set(" ".join(lists["sentence"])),
    )
