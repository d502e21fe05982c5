"""Folding: one plain spelling for the many ways a phone writes the same words."""

import re
import unicodedata

_QUOTES = str.maketrans(
    "\u2018\u2019\u201a\u201b\u02bc\u0060\u00b4\u201c\u201d\u201e\u2013\u2014\u2212", "'''''''\"\"\"---"
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0f]")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[\w']+(?:[.\-][\w']+)*", re.UNICODE)


def fold(text: str) -> str:
    """`text` in lower case, accents resolved, with plain quotes and single spaces, and nothing invisible."""
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).translate(_QUOTES).casefold()
    bare = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    return _SPACE.sub(" ", bare).strip()


def words(folded: str) -> list[str]:
    """The words of a folded text, in order; inner apostrophes, hyphens and dots stay ("don't", "co-pay", "u.s")."""
    return _WORD.findall(folded)
