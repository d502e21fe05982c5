"""The words around places, read once from `place_words.yaml`."""

from dataclasses import dataclass, fields
from functools import cache

from flows.resources import read_yaml


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded words and phrases; what each set is for stands in the file."""

    online: frozenset[str]
    perhaps_online: frozenset[str]
    in_person: frozenset[str]
    filler: frozenset[str]
    cue: frozenset[str]
    street_after: frozenset[str]
    street_before: frozenset[str]
    never: frozenset[str]
    name: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The sets of `place_words.yaml`."""
    lists: dict[str, str] = read_yaml("understand/place_words.yaml")
    return Lexicon(**{field.name: _words(lists[field.name]) for field in fields(Lexicon)})


def _words(listed: str) -> frozenset[str]:
    return frozenset(" ".join(word.split()) for word in listed.split(","))
