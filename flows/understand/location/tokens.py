"""Words with what a phone keyboard knows about them: capitals, dots and the signs between them."""

import re
import unicodedata
from dataclasses import dataclass

from flows.understand.fold import fold

_TOKEN = re.compile(r"\b(?:[^\W\d_]\.)+[^\W\d_]\b\.?|[^\W_]+(?:['\u2019\u02bc\u00b4`][^\W_]+)*")
_APOSTROPHE = re.compile("['\u2019\u02bc\u00b4`]")
_ARE = re.compile("['\u2019\u02bc\u00b4`]re$", re.IGNORECASE)
_BREAK = re.compile(r"[,.;:!?()\[\]\n|\u2013\u2014\u2026]|--|\s-+\s")
_MOST_READ = 400


@dataclass(frozen=True, slots=True)
class Token:
    """One word.

    `text` is folded, without dots and apostrophes ("L.A." is "la", "can't" is "cant", but "we're" is "we"); `shout`
    says it stood in capitals (two letters or more) or with dots; `capital` that its first letter was one; `gap` is what
    stood before it.
    """

    text: str
    shout: bool
    capital: bool
    gap: str

    @property
    def breaks(self) -> bool:
        """Whether a comma, a full stop, a bracket, a dash or the like stands before this word."""
        return _BREAK.search(self.gap) is not None


def tokenise(text: str) -> tuple[Token, ...]:
    """The words of `text` in order; what is longer than any answer to a short question is cut off."""
    plain = unicodedata.normalize("NFKC", text[:_MOST_READ])
    tokens: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(plain):
        raw = match[0]
        word = fold(_APOSTROPHE.sub("", _ARE.sub("", raw))).replace(".", "")
        dotted = "." in raw
        shout = dotted or (len(raw) > 1 and raw.isupper())
        tokens.append(Token(word, shout, raw[0].isupper(), plain[end : match.start()]))
        end = match.end()
    return tuple(tokens)


def shouted(tokens: tuple[Token, ...]) -> bool:
    """Whether the whole text is in capitals, so that a capital says nothing about a word."""
    longer = [token for token in tokens if len(token.text) > 2 and not token.text.isdigit()]  # noqa: PLR2004
    return bool(longer) and all(token.shout for token in longer)
