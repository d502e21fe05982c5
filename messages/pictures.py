"""The picture of what to expect: a card of the first series of ketamine infusions and of boosters, as PNG."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Literal

import resvg_py

from messages import picture_fonts
from messages.picture_text import fit
from messages.words import DEFAULT, LANGUAGES, Words

Kind = Literal["first", "booster"]
_KEPT = 32
_LABEL = 60


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG; equal names mean equal pictures."""

    name: str
    png: bytes


class NoFontError(RuntimeError):
    """There is no font to write with: neither the Python package nor one of the system."""


class Pictures:
    """Draws cards and keeps the last ones drawn; used from any thread.

    Drawing takes about 0.3 s of CPU without holding the interpreter's lock, so call it in a worker thread.
    """

    def __init__(self, words: Words, fonts: picture_fonts.Fonts | None = None) -> None:
        self._words = words
        self._fonts = fonts or picture_fonts.installed()
        self._svg = lru_cache(_KEPT)(self._written)
        self._drawn = lru_cache(_KEPT)(self._draw)

    def expectations(self, *, language: str, kind: Kind, clinic: str) -> Picture:
        """The card: the series first for `first`, boosters first for `booster`; `clinic` is a city, or empty.

        Raises:
            NoFontError: this machine has no font at all; send the caption alone.
        """
        return self._drawn(_known(language), kind, clinic)

    def key(self, *, language: str, kind: Kind, clinic: str) -> str:
        """The name of the picture, without drawing it; another one as soon as words, layout or fonts change."""
        known = _known(language)
        told = repr((self._svg(known, kind, clinic), resvg_py.__version__, self._fonts.family))
        return f"expectations_{kind}_{known}_{hashlib.sha256(told.encode()).hexdigest()[:12]}"

    def svg(self, *, language: str, kind: Kind, clinic: str) -> str:
        """The card as it is drawn from, with its words as text."""
        return self._svg(_known(language), kind, clinic)

    def caption(self, *, language: str, kind: Kind, clinic: str) -> str:
        """The facts of the card in words, as Telegram HTML of at most 1024 characters."""
        return self._words.text("picture_caption", language, {"kind": kind, "clinic": _label(clinic)})

    def _written(self, language: str, kind: Kind, clinic: str) -> str:
        context = {
            "kind": kind,
            "clinic": _label(clinic),
            "family": self._fonts.family,
            "fit": partial(fit, wider=self._fonts.wider),
        }
        return self._words.svg("expectations", language, context)

    def _draw(self, language: str, kind: Kind, clinic: str) -> Picture:
        self._check_fonts()
        png = self._png(self._svg(language, kind, clinic))
        return Picture(self.key(language=language, kind=kind, clinic=clinic), png)

    def _png(self, svg: str) -> bytes:
        # Shadows are drawn as shapes: filters of SVG would take three times as long.
        return resvg_py.svg_to_bytes(
            svg_string=svg, skip_system_fonts=bool(self._fonts.files), font_files=list(self._fonts.files) or None
        )

    def _check_fonts(self) -> None:
        """Without a font the renderer leaves words out and says nothing."""
        empty, sample = (
            self._png(
                '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
                f'<text y="30" font-size="30" font-family="{self._fonts.family}">{letter}</text></svg>'
            )
            for letter in ("", "m")
        )
        if empty == sample:
            raise NoFontError("no font found to draw a picture with; install a font or the font package")


def _known(language: str) -> str:
    return language if language in LANGUAGES else DEFAULT


def _label(clinic: str) -> str:
    """A clinic's own label, fit for XML and for a card."""
    plain = " ".join("".join(character if character.isprintable() else " " for character in clinic).split())
    return plain if len(plain) <= _LABEL else plain[: _LABEL - 1].rstrip() + "…"
