"""The surface of a message: signs, markup and look-alike letters that stand for words, made plain before reading."""

import html
import re
import unicodedata

from flows.understand.fold import fold

_SIGNS = {
    "\N{PISTOL}": "gunsign",
    "\N{HOCHO}": "knifesign",
    "\N{DAGGER KNIFE}": "knifesign",
    "\N{PILL}": "pillsign",
    "\N{COFFIN}": "coffinsign",
    "\N{HEADSTONE}": "coffinsign",
    "\N{FUNERAL URN}": "coffinsign",
    "\N{SKULL}": "skullsign",
    "\N{SKULL AND CROSSBONES}": "skullsign",
    "\N{KNOT}": "ropesign",
    "\N{DROP OF BLOOD}": "bloodsign",
    "\N{FACE WITH TEARS OF JOY}": "laughsign",
    "\N{ROLLING ON THE FLOOR LAUGHING}": "laughsign",
}
_SIGN_WORDS = str.maketrans({sign: f" {word} " for sign, word in _SIGNS.items()})
# Letters of other alphabets, and signs, that are drawn like a Latin one; compatibility forms are left to the folding.
_LOOK_ALIKE = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04cf\u043a\u043c\u0442\u043d\u0432"
    "\u03b1\u03b5\u03bf\u03b9\u03ba\u03bd\u03c1\u03c4\u03c5\u03c7\u0131\u0142\u00f8\u0111\u026a\u029f\u0280\u1d07",
    "aeopcyxijsdlkmthbaeoikvptuxilodilre",
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_BREAK = re.compile(r"[\r\n\u2028\u2029]+|</?(?:br|p|div|li)\b[^<>]{0,200}>", re.IGNORECASE)
_JOINER = re.compile("[\u00b7\u2022\u2027\u30fb\u00a6]")
# A pile of marks on a letter is decoration; longer ones only cost time.
_MARKS = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{2,}")


def plain(text: str) -> str:
    """`text` folded to one plain spelling; line breaks are commas, picture signs words, markup and disguises gone."""
    if "&" in text:
        text = html.unescape(text)
    text = _BREAK.sub(" , ", text)
    if "<" in text:
        text = _TAG.sub("", text)
    if text.isascii():
        return " ".join(text.casefold().replace("`", "'").split())
    text = _JOINER.sub("-", _MARKS.sub("", text)).translate(_SIGN_WORDS)
    return fold(unicodedata.normalize("NFC", text)).translate(_LOOK_ALIKE)
