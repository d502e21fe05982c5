"""How wide words are in a picture, guessed from above, and how they are put into lines."""

from dataclasses import dataclass

SMALLEST = 30
"""No text on a card 1080 pixels wide is smaller: that is about ten points on a phone."""

_STEP = 2
_WIDEST = 1.05
_WIDTHS = (
    (0.275, "ijlí"),
    (0.300, " IÍ"),
    (0.350, ".,:;'\u2019·!¡"),
    (0.375, "|t"),
    (0.400, "()/f"),
    (0.425, "r"),
    (0.450, "1"),
    (0.475, "-"),
    (0.500, "\u2013"),
    (0.550, "\u201c\u201d"),
    (0.575, '"¿?szL'),
    (0.600, "7acekvxáéFJ"),
    (0.625, "5hnouyóñúüýEÉ"),
    (0.650, "2369bdgpqP"),
    (0.675, "&08BRSTZ"),
    (0.700, "+4"),
    (0.725, "DK"),
    (0.750, "ACHUVXYÁÚÜ"),
    (0.775, "GNOÓÑ"),
    (0.800, "Q"),
    (0.875, "w"),
    (0.925, "m"),
    (0.950, "M"),
)
_EM = {character: em for em, characters in _WIDTHS for character in characters}
"""Advance widths of Inter Bold, in em, rounded up; as it is drawn for small print, which is wider than in headings."""

_BOLD_FROM = 600
_LIGHTER = 0.95
"""Lighter weights are narrower, by more than this leaves."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Text put into lines, its font size in pixels and its weight from 100 to 900."""

    lines: tuple[str, ...]
    size: int
    weight: int


def width(text: str, size: float, weight: int = 400, wider: float = 1.0) -> float:
    """Pixels that the text surely fits into; a character that is not in the table counts as the widest one.

    `wider` is how much wider than Inter the font at hand may be.
    """
    em = sum(_EM.get(character, _WIDEST) for character in text)
    return em * size * wider * (1 if weight >= _BOLD_FROM else _LIGHTER)


def fit(text: str, size: int, room: float, *, weight: int = 400, most: int = 2, wider: float = 1.0) -> Fitted:
    """`text` in lines no wider than `room` pixels.

    The font shrinks, down to `SMALLEST`, until at most `most` lines are needed; after that there are more lines.
    Nothing is cut off, and lines are made about equally long.
    """
    lines = _wrap(text, size, room, weight, wider)
    while len(lines) > most and size - _STEP >= SMALLEST:
        size -= _STEP
        lines = _wrap(text, size, room, weight, wider)
    return Fitted(_even(lines, size, weight, wider), size, weight)


def _wrap(text: str, size: int, room: float, weight: int, wider: float) -> tuple[str, ...]:
    lines: list[str] = []
    # A text of the catalogues comes marked as safe; as a plain string it is escaped again on its way into the picture.
    for word in str(text).split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size, weight, wider) <= room:
            lines[-1] = joined
        else:
            lines += _pieces(word, size, room, weight, wider)
    return tuple(lines)


def _even(lines: tuple[str, ...], size: int, weight: int, wider: float) -> tuple[str, ...]:
    """The same words in as many lines, none of them longer than it has to be; a word alone on its line ends it."""
    while len(lines) > 1:
        longest = max(lines, key=lambda line: width(line, size, weight, wider))
        tighter = _wrap(" ".join(lines), size, width(longest, size, weight, wider) - 1, weight, wider)
        if " " not in longest or len(tighter) > len(lines):
            break
        lines = tighter
    return lines


def _pieces(word: str, size: int, room: float, weight: int, wider: float) -> list[str]:
    """The word, broken where it alone is wider than the room."""
    pieces = [""]
    for character in word:
        if pieces[-1] and width(pieces[-1] + character, size, weight, wider) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces
