"""Answers by number: "3", "the first one", "la segunda"; treatment from afar comes after the last clinic."""

from collections.abc import Sequence

from flows.clinic import ONLINE, Clinic
from flows.understand.location.tokens import Token

_ORDINALS = (
    ("1", "1st", "first", "primera", "primero", "primer", "1ra", "1ero", "uno", "1a"),
    ("2", "2nd", "second", "segunda", "segundo", "2da", "2do", "dos", "two", "2a"),
    ("3", "3rd", "third", "tercera", "tercero", "3ra", "3ro", "tres", "three", "3a"),
    ("4", "4th", "fourth", "cuarta", "cuarto", "4ta", "4to", "cuatro", "four", "4a"),
    ("5", "5th", "fifth", "quinta", "quinto", "5ta", "5to", "cinco", "five", "5a"),
    ("6", "6th", "sixth", "sexta", "sexto", "6ta", "6to", "seis", "six", "6a"),
)
_COUNTED = frozenset({"number", "option", "choice", "location", "clinic", "no"})
_AROUND = frozenset(
    {
        "the",
        "one",
        "ones",
        "number",
        "no",
        "option",
        "choice",
        "location",
        "clinic",
        "please",
        "pls",
        "id",
        "like",
        "i",
        "ill",
    }
    | {
        "take",
        "choose",
        "pick",
        "go",
        "with",
        "for",
        "me",
        "la",
        "el",
        "numero",
        "opcion",
        "clinica",
        "por",
        "favor",
        "porfa",
    }
    | {
        "quiero",
        "prefiero",
        "elijo",
        "escojo",
        "thanks",
        "gracias",
        "on",
        "list",
        "de",
        "lista",
        "want",
        "office",
        "would",
    }
)


def numbered(clinic: Clinic, tokens: Sequence[Token]) -> str | None:
    """The code of the location that a message picks by its place in the clinic's list, and by nothing else."""
    rest = [token.text for token in tokens if token.text not in _AROUND]
    codes = [*(location.code for location in clinic.locations), ONLINE]
    words = [token.text for token in tokens]
    if not rest and words[-1:] == ["one"] and (len(words) == 1 or words[-2] in _COUNTED):
        return codes[0]
    if len(rest) != 1:
        return None
    return next((code for names, code in zip(_ORDINALS, codes, strict=False) if rest[0] in names), None)
