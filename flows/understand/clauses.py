"""Words with the marks between them: what the readers of free text share."""

import re
from dataclasses import dataclass

from flows.understand.fold import fold

HARD = frozenset(".?;")
"""Marks that end a sentence; a question mark stays itself, a line break becomes ";"."""
SOFT = frozenset(",:(/")
"""Marks that part a list or a clause."""

_LINES = re.compile(r"[\r\n]+|\s[\u2022\u00b7\u25cf*]\s")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
_ABBREVIATION = re.compile(r"\b(st|dr|dra|mr|mrs|ms|sr|sra|vs|approx)\.")
_DASH = re.compile(r"\s-+\s|\s-+$|--+")
_ARROW = re.compile(r"\s-+>?\s?|\s>\s|->|=>|[=|\u2192]")
_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:\.\d+)?|[.,;:!?()/]|[&+]")
_JOINING = frozenset("&+")
_RANK = {"": 0, ",": 1, ")": 1, "/": 2, "(": 3, ":": 4, "!": 5, ".": 5, ";": 6, "?": 7}
_KEPT = {")": ",", "!": "."}


@dataclass(frozen=True, slots=True)
class Words:
    """A text as plain words; `before[i]` is the mark in front of word i ("" for none), `end` the one after the last.

    Words are folded, without apostrophes ("dont"), letters and digits apart ("50", "mg"), hyphens opened
    ("anti", "depressant") and spelled-out initials closed up ("tms" for "T.M.S."); "&" and "+" are the word "and".
    """

    words: tuple[str, ...]
    before: tuple[str, ...]
    end: str = ""

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.words)

    def after(self, place: int) -> str:
        """The mark behind the word at `place`."""
        return self.before[place + 1] if place + 1 < len(self.words) else self.end

    def alone(self, start: int, end: int) -> bool:
        """True where the words from `start` to before `end` have a mark or an end on either side."""
        return (start == 0 or self.before[start] != "") and (end == len(self.words) or self.before[end] != "")


def read_words(text: str) -> Words:
    """`text` as `Words`; what is neither letter, digit nor one of the marks is dropped."""
    plain = fold(_LINES.sub(" ; ", text)).replace("'", "")
    plain = _ARROW.sub(
        " , ", _DASH.sub(" : ", _INITIALS.sub(lambda found: found[0].replace(".", ""), _ABBREVIATION.sub(r"\1", plain)))
    )
    words: list[str] = []
    before: list[str] = []
    mark = ""
    for token in _TOKEN.findall(plain):
        if token in _RANK:
            mark = max(mark, token, key=_RANK.__getitem__)
            continue
        words.append("and" if token in _JOINING else token)
        before.append(_KEPT.get(mark, mark))
        mark = ""
    return Words(tuple(words), tuple(before), _KEPT.get(mark, mark))


def plain_words(text: str) -> tuple[str, ...]:
    """The words of `text` without the marks, as `read_words` spells them."""
    return read_words(text).words


def word_set(listed: str) -> frozenset[str]:
    """The words of a list written with blanks between them, spelled as `read_words` spells them."""
    return frozenset(listed.split())


def squeezed(word: str) -> str:
    """`word` with each run of one letter cut to a single one: "yesss" and "siii" become "yes" and "si"."""
    return re.sub(r"(\w)\1+", r"\1", word)
