"""The card of what to expect: its facts, its keys, its lines inside the paper, its words beside it."""

import gettext
import html
import re
import struct
from collections.abc import Iterator
from importlib import resources
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from messages import picture_fonts
from messages.picture_fonts import SYSTEM, Fonts
from messages.picture_text import SMALLEST, fit, width
from messages.pictures import Kind, NoFontError, Pictures
from messages.words import Words

KINDS: tuple[Kind, ...] = ("first", "booster")
CARDS = [(kind, language) for kind in KINDS for language in ("en", "es")]
SERIES = (
    "The first series Six infusions over two to three weeks",
    "about every other day",
    "When people feel it Some within an hour of the first Others after at least three Some only after all six",
)
BOOSTERS = (
    "Boosters, as needed Relief may last about three months then symptoms may slowly return",
    "Usually two infusions, one or two days apart Some have one every month Others every six months",
)
CAVEATS = ("Results vary from person to person.", "A sketch, not a prescription. Your plan is your own.")
DATES = re.compile(
    r"\d{2,}|\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b"
)


class Stretched(gettext.NullTranslations):
    """A language that needs half as many words again."""

    def gettext(self, message: str) -> str:
        return f"{message} {message[: len(message) // 2]}".strip()


@pytest.fixture(scope="module")
def pictures() -> Pictures:
    return Pictures(Words())


@pytest.fixture
def stretched(monkeypatch: pytest.MonkeyPatch) -> Pictures:
    monkeypatch.setattr("messages.words._catalogue", lambda _: Stretched())
    return Pictures(Words())


def texts(svg: str) -> Iterator[tuple[float, float, int, int, str]]:
    """Each line of text: x, baseline, font size, weight, words; numbers in the circles left out."""
    for element in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"):  # noqa: S314  # our own drawing
        a = element.attrib
        if a.get("text-anchor") != "middle":
            yield float(a["x"]), float(a["y"]), int(a["font-size"]), int(a["font-weight"]), element.text or ""


def said(svg: str) -> str:
    return " ".join(words for *_, words in texts(svg))


@pytest.mark.parametrize(("kind", "language"), CARDS)
def test_a_card_is_a_png_that_telegram_takes(pictures: Pictures, kind: Kind, language: str) -> None:
    """1080 pixels wide, no slimmer than one to two, under 300 kB."""
    png = pictures.expectations(language=language, kind=kind, clinic="Santa Monica").png
    wide, high = struct.unpack(">II", png[16:24])

    assert b"\x89PNG\r\n\x1a\n" == png[:8]
    assert wide == 1080
    assert 1080 < high < 2 * 1080
    assert len(png) < 300_000


@pytest.mark.parametrize(("kind", "order"), [("first", SERIES + BOOSTERS), ("booster", BOOSTERS + SERIES)])
def test_the_facts_stand_on_the_card_in_order(pictures: Pictures, kind: Kind, order: tuple[str, ...]) -> None:
    """The series first for the first time, boosters first for people who had it before; then that results vary."""
    words = said(pictures.svg(language="en", kind=kind, clinic="Sedona"))
    places = [words.find(fact) for fact in order + CAVEATS]

    assert -1 not in places
    assert sorted(places) == places
    assert words.startswith(f"Sedona What to expect from ketamine {'infusions' if kind == 'first' else 'boosters'}")


def test_the_spanish_card_says_what_the_catalogue_says(pictures: Pictures) -> None:
    """Every text of the two cards goes through the catalogue."""
    words = Words()
    drawn = " ".join(said(pictures.svg(language="es", kind=kind, clinic="")) for kind in KINDS)
    marked = [
        text
        for path in Path(str(resources.files("messages") / "pictures")).glob("*.svg.j2")
        for text in re.findall(r'_\("([^"]+)"\)', path.read_text(encoding="utf-8"))
    ]

    assert len(marked) > 12
    assert [] == [text for text in marked if words._in("es", text) not in drawn]


@pytest.mark.parametrize(("kind", "language"), CARDS)
def test_no_date_is_promised(pictures: Pictures, kind: Kind, language: str) -> None:
    """No year, no day, no name of a month, on the card or beside it."""
    asked = {"language": language, "clinic": "Las Vegas"}

    assert not DATES.search(said(pictures.svg(kind=kind, **asked)))
    assert not DATES.search(pictures.caption(kind=kind, **asked))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("clinic", ["Sedona", "Rancho Santa Margarita and Mission Viejo Wellness Center of the West"])
def test_long_words_stay_on_the_paper(stretched: Pictures, kind: Kind, clinic: str) -> None:
    """By the width rule no line leaves its column; lines of a column never touch; type stays big."""
    lines = list(texts(stretched.svg(language="es", kind=kind, clinic=clinic)))
    wider = stretched._fonts.wider

    assert [] == [line for line in lines if line[0] + width(line[4], line[2], line[3], wider) > 1080 - 88]
    assert [] == [line for line in lines if line[2] < SMALLEST]
    for (_, above, *_), (_, below, size, *_) in pairwise(lines):
        assert below - above >= size * 0.98, (above, below)


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_line_is_painted_wider_than_guessed(pictures: Pictures, language: str) -> None:
    """What the renderer paints to the right of the guessed width is nothing."""
    fonts = pictures._fonts

    def painted(inside: str, left: float) -> bytes:
        frame = f'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80" viewBox="{left} 0 300 80">'
        return pictures._png(f'{frame}<g font-family="{fonts.family}">{inside}</g></svg>')

    for *_, size, weight, words in texts(pictures.svg(language=language, kind="first", clinic="Santa Monica")):
        text = f'<text y="56" font-size="{size}" font-weight="{weight}">{html.escape(words)}</text>'
        assert painted("", 0) == painted(text, width(words, size, weight, fonts.wider)), words
        assert painted("", 0) != painted(text, 0), words


@pytest.mark.parametrize(("kind", "language"), CARDS)
def test_a_key_is_known_without_drawing(pictures: Pictures, kind: Kind, language: str) -> None:
    """It is the name of the picture, the same from another start, and tells kind and language."""
    key = pictures.key(language=language, kind=kind, clinic="Sedona")

    assert key == pictures.expectations(language=language, kind=kind, clinic="Sedona").name
    assert key == Pictures(Words()).key(language=language, kind=kind, clinic="Sedona")
    assert re.fullmatch(rf"expectations_{kind}_{language}_[0-9a-f]{{12}}", key)


def test_a_key_changes_with_what_is_on_the_card(pictures: Pictures, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other words, another clinic, other fonts: another key."""
    monkeypatch.setattr("messages.words._catalogue", lambda _: Stretched())
    keys = [
        pictures.key(language="es", kind="first", clinic="Sedona"),
        pictures.key(language="es", kind="first", clinic="Las Vegas"),
        pictures.key(language="es", kind="first", clinic=""),
        Pictures(Words()).key(language="es", kind="first", clinic="Sedona"),
        Pictures(pictures._words, Fonts("Another")).key(language="es", kind="first", clinic="Sedona"),
    ]

    assert len(keys) == len(set(keys))


def test_a_picture_is_drawn_once(pictures: Pictures) -> None:
    """The second time it comes from memory; a language without a catalogue gets the English one."""
    first = pictures.expectations(language="en", kind="first", clinic="Sedona")

    assert first is pictures.expectations(language="fr", kind="first", clinic="Sedona")


@pytest.mark.parametrize(("kind", "language"), CARDS)
def test_a_caption_says_the_same_facts_and_fits(pictures: Pictures, kind: Kind, language: str) -> None:
    """At most 1024 characters with the longest clinic, in order of kind."""
    caption = pictures.caption(language=language, kind=kind, clinic="W" * 200)
    plain = html.unescape(re.sub(r"</?b>", "", caption))
    series, boosters = {"en": ("six infusions", "three months"), "es": ("seis infusiones", "tres meses")}[language]

    assert len(plain) <= 1024
    assert "<" not in plain
    assert (kind == "first") == (plain.index(series) < plain.index(boosters))


def test_the_english_caption_names_every_fact(pictures: Pictures) -> None:
    """Who cannot see the card reads the same."""
    caption = pictures.caption(language="en", kind="booster", clinic="Sedona")
    facts = (
        "What to expect from ketamine boosters", "Sedona", "six infusions over two to three weeks",
        "about every other day", "within an hour of the first", "until they have had three", "only after all six",
        "about three months", "usually two infusions, one or two days apart", "as needed", "one every month",
        "every six months", *CAVEATS,
    )  # fmt: skip

    assert [] == [fact for fact in facts if fact not in caption]


def test_a_clinic_is_only_words(pictures: Pictures) -> None:
    """Marks and control characters of a label break neither the drawing nor the caption; no clinic, no pin."""
    svg = pictures.svg(language="en", kind="first", clinic="A & <b>B\x00\n")

    assert said(svg).startswith("A & <b>B What")
    assert "A &amp; &lt;b&gt;B\n" in pictures.caption(language="en", kind="first", clinic="A & <b>B\x00\n")
    assert svg.count("<path") == 1 + pictures.svg(language="en", kind="first", clinic="").count("<path")


def test_a_card_without_letters_is_refused() -> None:
    """The renderer would leave the words out and say nothing."""
    with pytest.raises(NoFontError):
        Pictures(Words(), Fonts("Inter", ("/nowhere/Inter.ttf",))).expectations(language="en", kind="first", clinic="")


def test_fonts_come_from_the_package_or_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Upright files of the package by path; what the system has where there is no package."""
    package = tmp_path / "made_up_font"
    (package / "files").mkdir(parents=True)
    for name in ("__init__.py", "files/Inter[opsz,wght].ttf", "files/Inter-Italic[opsz,wght].ttf"):
        (package / name).touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(picture_fonts, "_PACKAGE", "made_up_font")
    assert Fonts("Inter", (str(package / "files/Inter[opsz,wght].ttf"),)) == picture_fonts.installed()

    monkeypatch.setattr(picture_fonts, "_PACKAGE", "no_such_font")
    assert SYSTEM == picture_fonts.installed()


def test_text_shrinks_before_it_takes_more_lines_and_nothing_is_lost() -> None:
    """Two lines while they do at a size that can be read, then more; a word too wide is broken."""
    words = "six infusions over two to three weeks, about every other day, for as long as it takes"
    small, smallest, broken = fit(words, 60, 1000), fit(words, 60, 200), fit("W" * 40, 40, 400)

    assert (2, True) == (len(small.lines), SMALLEST < small.size < 60)
    assert (SMALLEST, True) == (smallest.size, len(smallest.lines) > 2)
    assert words == " ".join(small.lines) == " ".join(smallest.lines)
    assert "W" * 40 == "".join(broken.lines)
    assert all(width(line, broken.size) <= 400 for line in broken.lines)


def test_lines_are_about_equally_long() -> None:
    """No word is left alone on the second line where it need not be."""
    assert ("What to expect from", "ketamine infusions") == fit(
        "What to expect from ketamine infusions", 56, 904, weight=700
    ).lines
