"""Reading an e-mail address out of what somebody typed, with "did you mean gmail.com?" for slips of the finger."""

import re
from dataclasses import dataclass
from typing import Literal

from email_validator import EmailNotValidError, validate_email
from rapidfuzz.distance import OSA

from flows.understand.fold import fold

EmailReason = Literal["ok", "empty", "no_at", "not_valid", "several"]

COMMON_DOMAINS = (
    *("gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "icloud.com", "aol.com", "live.com", "msn.com"),
    *("me.com", "mac.com", "ymail.com", "protonmail.com", "proton.me", "comcast.net", "verizon.net", "att.net"),
    *("sbcglobal.net", "cox.net", "bellsouth.net", "charter.net", "googlemail.com", "rocketmail.com", "gmx.com"),
    *("yahoo.es", "hotmail.es", "outlook.es", "yahoo.com.mx", "hotmail.com.mx", "mail.com", "zoho.com"),
)
"""Where most private addresses in the US and Mexico live; slips are measured against these, the likeliest first."""

_REAL_NEIGHBOURS = frozenset({"email.com", "gmx.net", "protonmail.ch", "live.com.mx", "gmx.us", "fastmail.com"})
_NO_SUCH_ENDING = frozenset({"con", "cmo", "ocm", "comm", "coom", "cim", "vom", "xom", "cpm", "conm", "nte", "ner"})
_ONLY_COM = frozenset({"gmail", "icloud"})
_COUNTRY = re.compile(r"(?:com?\.)?(?!co$|cm$|om$)[a-z]{2}")
_SHORT_LABEL, _LONG_LABEL = 5, 8
_NEAR_ENDING = 2

_EDGE = "'.,;-_"
_MOST_READ = 1000
_LOCAL = r"[\w.+%'!#$&*=^{|}~-]"
_CLEAN = re.compile(rf"(?<!{_LOCAL}){_LOCAL}+@[\w.-]+")
_ENDING = "com|net|org|edu|gov|mil|info|biz|me|us|es|mx|co|io|ca|uk|con|cmo"
_SPACED_AT = re.compile(r"(?<!\s)\s*@\s*")
_SPACED_DOT = re.compile(rf"(?<=@)([\w.-]+?)\s*\.\s*({_ENDING})\b", re.IGNORECASE)
_DOT = r"(?:\.|\s+[\[({]?(?:dot|punto)[\])}]?\s+|[\[({](?:dot|punto)[\])}])"
_JOIN = rf"(?:{_DOT}|\s+(?:underscore|guion bajo|dash|hyphen|guion|plus)\s+)"
_AT = r"(?:@|\s*[\[({<]\s*(?:at|@|arroba|a)\s*[\])}>]\s*|\s+arroba\s+|\s+(?P<bare>at)\s+)"
_NAME = rf"(?P<local>[\w+-]+(?:{_JOIN}[\w+-]+){{0,8}})"
_SPELLED = re.compile(rf"(?<![\w+.-]){_NAME}{_AT}(?P<domain>[\w-]+(?:{_DOT}[\w-]+)+)")
_SIGNS = {"dot": ".", "punto": ".", "underscore": "_", "guion bajo": "_", "dash": "-", "hyphen": "-", "guion": "-"}
_SIGN = re.compile(rf"\s*[\[({{]?\b({'|'.join(sorted(_SIGNS, key=len, reverse=True))}|plus)\b[\])}}]?\s*")
_NO_NAME = frozenset({"me", "us", "it", "him", "her", "them", "email", "mail", "am", "at", "here", "www", "correo"})
_FORGOTTEN_AT = re.compile(rf"(?<![\w.+-])([\w.+-]*?\w)[\s.#&*]*?({'|'.join(map(re.escape, COMMON_DOMAINS))})\b")


@dataclass(frozen=True, slots=True)
class EmailReading:
    """An e-mail address as understood.

    `value` is the address, its domain in lower case, or None; `reason` is "ok" exactly when there is a value.
    `suggestion` is what was probably meant, to be confirmed by the person: beside a value when the domain looks like a
    slip, alone when what was typed cannot be an address. `choices` are the addresses found when there are several.
    """

    value: str | None
    reason: EmailReason
    suggestion: str | None = None
    choices: tuple[str, ...] = ()


def read_email(text: str) -> EmailReading:
    """The one e-mail address in `text`; no look-up is made, so a good reading may still be nobody's address."""
    plain = text[:_MOST_READ].replace("\uff20", "@").replace("\u200b", "")
    if not any(map(str.isalnum, plain)):
        return EmailReading(None, "empty")
    typed = [typed.strip(_EDGE) for typed in _CLEAN.findall(plain)]
    found = _valid(typed) or _valid(_CLEAN.findall(_closed_up(plain))) or _valid(_spelled(plain))
    if len(found) > 1:
        return EmailReading(None, "several", choices=tuple(found))
    if found:
        return _checked(found[0])
    if "@" in plain:
        return EmailReading(None, "not_valid", _repaired(plain))
    return EmailReading(None, "no_at", _with_at(plain))


def _valid(typed: list[str]) -> list[str]:
    """The addresses among `typed`, normalised, each once."""
    found: dict[str, str] = {}
    for address in typed:
        try:
            checked = validate_email(address.strip(_EDGE), check_deliverability=False)
        except EmailNotValidError:
            continue
        found.setdefault(checked.normalized.casefold(), checked.normalized)
    return list(found.values())


def _checked(address: str) -> EmailReading:
    name, _, domain = address.rpartition("@")
    likely = likely_domain(domain)
    suggestion = f"{name}@{likely}" if likely else None
    if domain.rpartition(".")[2] in _NO_SUCH_ENDING:
        return EmailReading(None, "not_valid", suggestion)
    return EmailReading(address, "ok", suggestion)


def likely_domain(domain: str) -> str | None:
    """The common domain that `domain` (lower case) is probably a slip of, or None where it stands for itself."""
    if domain in COMMON_DOMAINS or domain in _REAL_NEIGHBOURS:
        return None
    label, _, ending = domain.partition(".")
    if label not in _ONLY_COM and _COUNTRY.fullmatch(ending) and f"{label}.com" in COMMON_DOMAINS:
        return None
    near = [(distance, known) for known in COMMON_DOMAINS if (distance := _slips(label, ending, known)) is not None]
    if near:
        return min(near, key=lambda pair: pair[0])[1]
    stem, _, last = domain.rpartition(".")
    return f"{stem}.com" if last in _NO_SUCH_ENDING and last not in {"nte", "ner"} else None


def _slips(label: str, ending: str, known: str) -> int | None:
    """How many slips lie between `label.ending` and a known domain; None where too many for its length."""
    known_label, _, known_ending = known.partition(".")
    if not ending and label == known.replace(".", ""):
        return 1
    of_label = OSA.distance(label, known_label)
    of_ending = OSA.distance(ending, known_ending)
    if not of_label and (not ending or known_label in _ONLY_COM):
        return of_ending
    allowed = 0 if len(known_label) < _SHORT_LABEL else 2 if len(known_label) >= _LONG_LABEL else 1
    swapped = len(known_label) >= _SHORT_LABEL and sorted(label) == sorted(known_label)
    near = of_label <= allowed or swapped
    return of_label + of_ending if near and (not ending or of_ending <= _NEAR_ENDING) else None


def _closed_up(plain: str) -> str:
    """`plain` with the blanks around "@" and before a known ending gone."""
    return _SPACED_DOT.sub(r"\1.\2", _SPACED_AT.sub("@", plain))


def _spelled(plain: str) -> list[str]:
    """The addresses written out in words: "ana (at) gmail dot com", "ana arroba gmail punto com"."""
    found = []
    for match in _SPELLED.finditer(_closed_up(fold(plain))):
        name, domain = (_SIGN.sub(_sign, match[part]) for part in ("local", "domain"))
        in_words = domain != match["domain"] or domain in COMMON_DOMAINS
        if name not in _NO_NAME and (in_words or not match["bare"]):
            found.append(f"{name}@{domain}")
    return found


def _sign(word: re.Match[str]) -> str:
    return _SIGNS.get(word[1], "+")


def _repaired(plain: str) -> str | None:
    """What an impossible address probably was: doubled or misplaced signs, a comma for a dot, no ending."""
    closed = re.sub(r"\s*(@)[\s@.]*", r"\1", plain)
    match = re.search(r"([\w.+%-]+)@([\w.,-]+)", re.sub(r"\.{2,}", ".", closed))
    if match is None:
        return None
    name, domain = match[1].strip(_EDGE), match[2].replace(",", ".").strip(_EDGE).lower()
    found = _valid([f"{name}@{likely_domain(domain) or domain}"])
    return found[0] if found else None


def _with_at(plain: str) -> str | None:
    """The address whose "@" was left out before a common domain."""
    match = _FORGOTTEN_AT.search(plain.lower())
    if match is None or match[1] in _NO_NAME:
        return None
    found = _valid([f"{match[1]}@{match[2]}"])
    return found[0] if found else None
