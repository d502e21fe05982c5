"""Tokens: the words of a plain text and the marks that end a clause."""

import re

HARD, SOFT, ASKED = ".", ",", "?"
BOUNDARIES = frozenset((HARD, SOFT, ASKED))
TIE, DOT = "-", "-."  # marks with no space around: the words may be one word torn apart
TIES = frozenset((TIE, DOT))

_LONE = 2  # a stop and a word

_TOKEN = re.compile(
    r"(?P<word>[$@]?[^\W_]+(?:['@$!|*+]{1,3}[^\W_]+)*)"
    r"|(?P<soft>\.{2,}|-{2,}|[,:()\[\]{}\u00bf]|(?<= )-(?= ))"
    r"|(?P<dot>(?<=[^\W_])\.(?=[^\W_]))"
    r"|(?P<tie>(?<=[^\W_])[\-/_~*|](?=[^\W_]))"
    r"|(?P<hard>[.!;]+)"
    r"|(?P<asked>\?+)",
)
_MARK = {"soft": SOFT, "dot": DOT, "tie": TIE, "hard": HARD, "asked": ASKED}


def split(text: str) -> list[str]:
    """The words, boundary marks and ties of a plain text, in order."""
    found = [
        match.group() if match.lastgroup == "word" else _MARK[str(match.lastgroup)] for match in _TOKEN.finditer(text)
    ]
    return _unstopped(found) if HARD in found else found


def _unstopped(tokens: list[str]) -> list[str]:
    """`tokens` without the full stops that set each of several words apart: "KILL. MY. SELF."."""
    found: list[str] = []
    for at, token in enumerate(tokens):
        before, after = tokens[max(0, at - 2) : at], tokens[at + 1 : at + 3]
        lone_before = len(before) == 1 or (len(before) == _LONE and before[0] == HARD)
        lone_after = after[1:] == [HARD] or (len(after) == 1 and before[:1] == [HARD])
        if not (token == HARD and lone_before and lone_after):
            found.append(token)
    return found
