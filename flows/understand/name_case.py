"""Gently setting the capitals of a person's name that was typed all small or all large."""

import re

_INNER = re.compile(r"[^\W\d_]+", re.UNICODE)
_SPLIT = re.compile(r"(\s+)")
_MC = re.compile(r"^(Mc)([a-z])(?=[a-z]{2})")
_INITIALS = re.compile("[^aeiouy]+|[a-z]j")
_ROMAN = frozenset({"ii", "iii", "iv"})
_LETTERS_OF_A_NICKNAME = 2
_SHOUTED = 4
"""Letters; a shorter word in capitals may be initials ("JD Vance")."""


def set_capitals(name: str, particles: frozenset[str]) -> str:
    """`name` with capitals where a name has them; words typed in mixed case stay as they are.

    Particles ("de la", "van der") are small inside a name that was typed all in one case, and stay as typed otherwise.
    """
    one_case = name == name.lower() or name == name.upper()
    parts = _SPLIT.split(name)
    return "".join(_word(part, particles, one_case=one_case, first=place == 0) for place, part in enumerate(parts))


def _word(word: str, particles: frozenset[str], *, one_case: bool, first: bool) -> str:
    if word.lower() in particles and not first:
        return word.lower() if one_case else word
    letters = sum(map(str.isalpha, word))
    shouted = word == word.upper() and letters > 1 and (one_case or letters >= _SHOUTED)
    if word.lower() in _ROMAN:
        return word.upper()
    if not shouted and word != word.lower():
        return word
    if shouted and letters == _LETTERS_OF_A_NICKNAME and _INITIALS.fullmatch(word.lower()):
        return word
    capital = _INNER.sub(lambda inner: _capital(inner[0]), word)
    return _MC.sub(lambda mc: mc[1] + mc[2].upper(), capital)


def _capital(letters: str) -> str:
    """Capitalise each run of letters, so that O'Brien and José-Luis get both of theirs."""
    return letters[0].upper() + letters[1:].lower()
