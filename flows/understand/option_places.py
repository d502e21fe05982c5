"""Options named by their place: "2", "1 and 3", "the second one", "both", "la última", "todas menos"."""

from dataclasses import dataclass
from typing import Literal

from flows.understand.clauses import Words, word_set
from flows.understand.wrapping_words import WRAPPING

_CARDINALS = (
    ("one", "uno", "una"),
    ("two", "dos"),
    ("three", "tres"),
    ("four", "cuatro"),
    ("five", "cinco"),
    ("six", "seis"),
    ("seven", "siete"),
    ("eight", "ocho"),
    ("nine", "nueve"),
)
_ORDINALS = (
    ("first", "primero", "primera", "primer"),
    ("second", "segundo", "segunda"),
    ("third", "tercero", "tercera", "tercer"),
    ("fourth", "cuarto", "cuarta"),
    ("fifth", "quinto", "quinta"),
    ("sixth", "sexto", "sexta"),
    ("seventh", "septimo", "septima"),
    ("eighth", "octavo", "octava"),
    ("ninth", "noveno", "novena"),
)
NUMBER = {word: place for place, words in enumerate(_CARDINALS, 1) for word in words}
"""The place that a number word means, from 1."""
_ORDINAL = {word: place for place, words in enumerate(_ORDINALS, 1) for word in words}
_SUFFIXES = frozenset({"st", "nd", "rd", "th", "a", "o", "ra", "da", "er", "do", "ro"})
_FIRST = frozenset({"first", "top", "primeras", "primeros"})
_LAST_FEW = frozenset({"last", "bottom", "ultimas", "ultimos"})
_LAST = frozenset({"last", "ultimo", "ultima", "bottom"})
_BOTH = frozenset({"both", "ambos", "ambas"})
_ALL = frozenset({"all", "everything", "every", "each", "todas", "todos", "todo", "cada"})
_EVERYTHING = {
    ("the", "works"), ("the", "whole", "works"), ("the", "whole", "shebang"), ("the", "full", "package"),
    ("the", "lot"),
    ("the", "whole", "package"), ("the", "whole", "menu"), ("the", "whole", "thing"), ("el", "paquete", "completo"),
    ("give", "me", "the", "works"), ("todo", "el", "paquete"),
}  # fmt: skip
_THE_TWO = {("los", "dos"), ("las", "dos"), ("the", "two")}
_ONE = frozenset({"one", "option", "choice"})
_OF_THEM = word_set(
    "of them these those above de ellas ellos listed list you got have has offer offered services service options"
    " treatments therapies in interested me interesan interesa gustarian servicios opciones tratamientos ofrecen tienen"
    " youve ve whole lot every single they sound good do can honestly really actually please sinceramente una uno"
)
_AROUND = frozenset({"both", "ambas", "ambos", "of", "de", "all", "todas", "todos"})
"""What may stand beside places: "both of the first two", "las dos de arriba"."""
_JOINING = frozenset({"and", "y", "e", "or", "o"})


@dataclass(frozen=True, slots=True)
class Places:
    """The places named, from 0, in the order of the text."""

    places: tuple[int, ...]
    method: Literal["number", "ordinal"]


def read_places(text: Words, count: int) -> Places | None:
    """The places that `text` names among `count` options; None where it says anything else besides, or a wrong one."""
    places: list[int] = []
    ordinal = False
    place = 0
    while place < len(text):
        step = _few(text, place, count) or _one(text, place, count)
        if step is None:
            if text.words[place] not in WRAPPING and text.words[place] not in _AROUND:
                return None
            place += 1
            continue
        named, length, by_order = step
        if any(not 0 <= number < count for number in named):
            return None
        places += named
        ordinal = ordinal or by_order
        place += length
    if not places:
        return None
    return Places(tuple(dict.fromkeys(places)), "ordinal" if ordinal else "number")


def _few(text: Words, place: int, count: int) -> tuple[list[int], int, bool] | None:
    """Read "first two", "last three", "dos primeras" at `place`."""
    pair = text.words[place : place + 2]
    if len(pair) < 2:  # noqa: PLR2004  two words, as the phrase has
        return None
    for word, number in (pair, pair[::-1]):
        few = _number(number)
        if few is None or few < 2:  # noqa: PLR2004  "the first one" is an ordinal
            continue
        if word in _FIRST:
            return list(range(few)), 2, True
        if word in _LAST_FEW:
            return list(range(count - few, count)), 2, True
    return None


def _one(text: Words, place: int, count: int) -> tuple[list[int], int, bool] | None:
    """Read "2", "two", "2nd", "second", "last" at `place`; "one" after an ordinal is no number."""
    word = text.words[place]
    if word in _LAST:
        return [count - 1], 1, True
    if word in _ORDINAL:
        length = 2 if place + 1 < len(text) and text.words[place + 1] in _ONE else 1
        return [_ORDINAL[word] - 1], length, True
    number = _number(word)
    if number is None or (word in {"one", "una", "uno"} and not _names_one(text, place)):
        return None
    suffixed = place + 1 < len(text) and word.isdigit() and text.words[place + 1] in _SUFFIXES
    return [number - 1], 2 if suffixed else 1, suffixed


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) < 3 else NUMBER.get(word)  # noqa: PLR2004  99 options at most


def _names_one(text: Words, place: int) -> bool:
    """True where "one" is the number: alone, beside another number, or after "number"."""
    around = [text.words[at] for at in (place - 1, place + 1) if 0 <= at < len(text)]
    return all(word in _JOINING or word in {"number", "option", "opcion", "numero", "please"} for word in around)


def says_all(text: Words, count: int) -> bool:
    """True for "all", "all of them", "everything", "todas", "las cuatro" of `count` options, and nothing else."""
    many = {word for word, number in NUMBER.items() if number == count and count > 2} | {str(count)}  # noqa: PLR2004
    every = _ALL | many if _counts_them(text, many) else _ALL
    return text.words in _EVERYTHING or _says(text, every)


def _counts_them(text: Words, many: set[str]) -> bool:
    """True for "all four", "las cuatro" and "the four", where the number counts all there are."""
    return any(
        word in many and text.words[place] in _ALL | {"the", "las", "los"} for place, word in enumerate(text.words[1:])
    )


def says_both(text: Words) -> bool:
    """True for "both", "both of them", "los dos", "ambas" and nothing else."""
    return text.words in _THE_TWO or _says(text, _BOTH)


def _says(text: Words, wanted: frozenset[str]) -> bool:
    return any(word in wanted for word in text.words) and all(
        word in wanted or word in WRAPPING or word in _OF_THEM for word in text.words
    )
