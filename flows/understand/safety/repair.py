"""Misspellings of the few words that must not be missed, by the letters two spellings share."""

from collections.abc import Iterable, Mapping

_SHORT, _LONG = 6, 7  # from so many letters on one slip, or two, are forgiven


def slips(words: Iterable[str]) -> dict[str, str]:
    """Spellings with a letter or two left out, to the word they came from.

    Two words a slip apart (a letter more, less, other, or two swapped) share such a spelling; this is the
    deletion neighbourhood of the SymSpell algorithm (Wolf Garbe, 2012).
    """
    found: dict[str, str] = {}
    for word in words:
        if len(word) < _SHORT:
            continue
        ones = list(_shorter(word))
        twos = [two for one in ones for two in _shorter(one)] if len(word) >= _LONG else []
        for spelling in (word, *ones, *twos):
            found.setdefault(spelling, word)
    return found


def repaired(word: str, table: Mapping[str, str]) -> str:
    """The word that `word` is a slip away from, beginning or ending alike; "" where there is none."""
    if len(word) < _SHORT - 1:
        return ""
    for spelling in (word, *_shorter(word)):
        meant = table.get(spelling)
        if meant and _alike(word, meant):
            return meant
    return ""


def _shorter(word: str) -> Iterable[str]:
    return (word[:i] + word[i + 1 :] for i in range(len(word)))


def _alike(word: str, meant: str) -> bool:
    """Whether the beginnings agree, and for a short word the endings too: "hunting" is not "hurting"."""
    return word[:2] == meant[:2] and (word[-1] == meant[-1] or len(meant) >= _LONG)
