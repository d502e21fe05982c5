"""One typed word, however disguised, to the known words it stands for."""

import re
from collections.abc import Set as AbstractSet

from flows.understand.safety.repair import repaired, slips
from flows.understand.safety.segment import segment
from flows.understand.safety.sounding import by_sound, sound
from flows.understand.safety.spelling import DOING, Spelling, squeeze
from flows.understand.safety.tokens import SOFT

_NUMBER = re.compile(r"(\d+)([a-z]*)")
_MARK = re.compile(r"['@$!|*+]+")
_STAR = "*"
_LAUGHTER = re.compile(r"a?(?:[jh][aeis]+){2,}[jh]?|(?:js|ks){2,}[jk]?|x+d+")
_PRONOUNS = ("me", "te", "se", "lo", "la", "le")
_LEET = tuple(str.maketrans("034578@$9", "oeastbasg") | str.maketrans("1!|+", to) for to in ("iiit", "llit", "lilt"))
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_MANY, _DOZENS, _HUNDRED = 7, 13, 100
_LONGEST = 64
_LONGEST_UNIT = 2
_DRAWN_OUT = 3
_SHORTEST_DOING = 5
_CLIPPED, _DROPPED = "in", "g"  # "thinkin"
_SHORTEST_HEARD = 4
UNREAD = "#"  # a word nobody knows, beside one that is known
_CONTRACTED = {"s": (), "d": ("would",), "ll": ("will",), "ve": ("have",), "re": ("are",), "m": ("am",)}
Words = tuple[str, ...]


class Speller:
    """Reads single words; built once from the spelling tables and the words that rules know."""

    def __init__(self, spelling: Spelling, known: AbstractSet[str], by_ear: AbstractSet[str]) -> None:
        self._spelling = spelling
        self._means = {word: (word,) for word in known} | spelling.means
        self._grave = sorted(spelling.grave)
        self._drawn_out = {squeeze(word): word for word in sorted(self._means, reverse=True)}
        self._doubled = {squeeze(word): word for word in reversed(self._grave)}
        self._drawn_out |= self._doubled
        self._slips = slips(self._grave)
        self._sounds = by_sound(by_ear & known)

    def knows(self, word: str) -> bool:
        """Whether `word` is understood as it stands."""
        return word in self._means or word in self._spelling.ordinary

    def read(self, word: str) -> Words:
        """The known words that `word` stands for; () for a word that no rule knows."""
        if word in self._means:
            return self._means[word]
        if word in self._spelling.ordinary:
            return ()
        if len(word) > _LONGEST:
            word = squeeze(word)[:_LONGEST]
        if word.isalpha():
            return self._spelled(word)
        return self._counted(word) or self._disguised(word)

    def _spelled(self, word: str) -> Words:
        """A word of letters only: drawn out, with its pronoun, misspelt, or several words run together."""
        doing = self._means.get(word + _DROPPED) if word.endswith(_CLIPPED) else None
        if doing:
            return doing
        short = squeeze(word)
        drawn_out = short != word and any(letter * _DRAWN_OUT in word for letter in short)
        meant = (self._drawn_out if drawn_out else self._doubled).get(short)
        if meant:
            return self._means[meant]
        for typed in (word, short) if drawn_out else (word,):
            found = (
                self._spelling.without_clitic(typed)
                or self._repaired(typed)
                or self._heard(typed)
                or self._apart(typed)
            )
            if found:
                return found
        return _by_ending(short)

    def _repaired(self, word: str) -> Words:
        meant = repaired(word, self._slips)
        return self._means[meant] if meant else ()

    def _heard(self, word: str) -> Words:
        """A Spanish word typed by ear, perhaps with its pronoun: "aserme"."""
        if len(word) < _SHORTEST_HEARD:
            return ()
        meant = self._sounds.get(sound(word))
        if meant:
            return self._means[meant]
        for stem, pronoun in self._spelling.pronoun_apart(word):
            meant = self._sounds.get(sound(stem))
            if meant and meant in self._spelling.verbs:
                return (*self._means[meant], pronoun)
        return ()

    def _apart(self, word: str) -> Words:
        parts = segment(word, self._means.keys(), self._spelling.cores)
        return tuple(meant for part in parts for meant in self._means[part])

    def _counted(self, word: str) -> Words:
        """A number, perhaps with a unit or a word run on to it: "20mg", "1998", "30pills"."""
        match = _NUMBER.fullmatch(word)
        if not match:
            return ()
        digits, rest = match.groups()
        size = int(digits[:9])
        number = "#dozens" if _DOZENS <= size < _HUNDRED else "#many" if size >= _MANY else "#n"
        if len(digits) == len(str(_LAST_YEAR)) and _FIRST_YEAR <= size <= _LAST_YEAR:
            number = "#year"
        if len(rest) <= _LONGEST_UNIT:
            return (number, rest) if rest else (number,)
        follows = self._means.get(rest, ())
        return (*self._means.get(digits, (number,)), *follows) if follows else ()

    def _disguised(self, word: str) -> Words:
        """Digits and marks that stand for letters, letters under stars, or two words with a mark between."""
        stem, mark, ending = word.rpartition("'")
        if mark and stem.isalpha() and ending in _CONTRACTED:
            return (*(self._means.get(stem) or self._spelled(stem) or (UNREAD,)), *_CONTRACTED[ending])
        for table in _LEET:
            spelled = word.translate(table).replace("'", "")
            found = (self._means.get(spelled) or self._spelled(spelled)) if spelled.isalpha() else ()
            if found:
                return found
        under_stars = next((grave for grave in self._grave if _fits(word, grave)), None) if _STAR in word else None
        return self._means[under_stars] if under_stars else self._torn(word)

    def _torn(self, word: str) -> Words:
        parts = [part for part in _MARK.split(word) if part]
        if len(parts) == 1:
            return ()
        found: list[str] = []
        for part in parts:
            found += [*(self._means.get(part) or (self._spelled(part) if part.isalpha() else ())), SOFT]
        return tuple(found)


def _by_ending(word: str) -> Words:
    """An unknown word that is by its ending what somebody is doing, in English or Spanish, or laughter."""
    if _LAUGHTER.fullmatch(word):
        return ("jaja",)
    bare = word[:-2] if word.endswith(_PRONOUNS) else word
    return ("#ing",) if bare.endswith(DOING) and len(bare) > _SHORTEST_DOING else ()


def _fits(starred: str, word: str) -> bool:
    """Whether `word` is `starred` with a letter for each star."""
    return len(starred) == len(word) and all(
        star in (_STAR, letter) for star, letter in zip(starred, word, strict=True)
    )
