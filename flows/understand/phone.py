"""Reading a phone number out of what somebody typed.

The matcher of `phonenumbers` looks first: handing it whole sentences to `parse` would read letters as a telephone
keypad ("4487 please" becomes 4487 753273). Only what the matcher leaves is searched by hand, digits alone.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

import phonenumbers as pn

PhoneReason = Literal[
    "ok", "empty", "too_short", "too_long", "not_possible", "not_valid", "several", "emergency", "premium"
]
Missing = Literal["", "area_code", "digits", "country_code"]

EMERGENCY = frozenset({"911", "988", "112", "999", "741741"})
"""Numbers for help in danger; nobody is reached there when we call back."""

_ADDRESS = re.compile(r"\S+@\S+")
_RUN = re.compile(r"\+?[( ]*\d(?:[\d\s().\-/_,·•*|]*\d)?")
_GROUPS = re.compile(r"\d+")
_OLD_MEXICAN_MOBILE = re.compile(r"^(\+52)1(?=\d{10}$)")
_MEXICAN_LAYOUT = re.compile(r"\(?\d{2}\)?[\s.\-]\d{4}[\s.\-]\d{4}")
_DASHES = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212\u00a0\u202f", "------  ")
_ENGLISH = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SPANISH = ("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve")
_SPOKEN = {word: str(i % 10) for i, word in enumerate(_ENGLISH + _SPANISH)} | {"oh": "0", "o": "0"}
_SPOKEN_RUN = re.compile(rf"\b(?:(?:{'|'.join(_SPOKEN)})\b[\s,\-]*){{7,}}", re.IGNORECASE)
_SHORTEST = 4
_LOCAL = 7
_MOST_GROUPS = 16


@dataclass(frozen=True, slots=True)
class Contact:
    """A phone number as understood.

    `value` is E.164 or None; `reason` is "ok" exactly when there is a value; `display` is what a person reads (national
    layout at home, international abroad, with the extension); `missing` says which part a short number lacks;
    `choices` are the E.164 numbers found when there are several.
    """

    value: str | None
    reason: PhoneReason
    display: str = ""
    missing: Missing = ""
    extension: str = ""
    choices: tuple[str, ...] = ()


def read_phone(text: str, region: str = "US") -> Contact:
    """The one phone number in `text`; numbers without a country code are read as numbers of `region` (ISO 3166)."""
    plain = _plain(text)
    found = {pn.format_number(number, pn.PhoneNumberFormat.E164): number for number in _numbers(plain, region)}
    if len(found) > 1:
        return Contact(None, "several", choices=tuple(found))
    if not found:
        return _refused(plain, region)
    value, number = next(iter(found.items()))
    if pn.number_type(number) == pn.PhoneNumberType.PREMIUM_RATE:
        return Contact(None, "premium")
    return Contact(value, "ok", _display(number, region), extension=number.extension or "")


def show_phone(value: str, region: str = "US") -> str:
    """An E.164 number as a person reads it; what is no phone number comes back as it is."""
    try:
        return _display(pn.parse(value, None), region)
    except pn.NumberParseException:
        return value


def _plain(text: str) -> str:
    """`text` with plain digits and dashes, spoken digits written out, and without e-mail addresses."""
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES)
    plain = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in plain)
    return _SPOKEN_RUN.sub(_spoken_digits, _ADDRESS.sub(" ", plain))


def _spoken_digits(spoken: re.Match[str]) -> str:
    return "".join(_SPOKEN[word] for word in re.findall(r"\w+", spoken[0].casefold())) + " "


def _numbers(plain: str, region: str) -> list[pn.PhoneNumber]:
    matches = list(pn.PhoneNumberMatcher(plain, region))
    if any(region == "US" and _MEXICAN_LAYOUT.fullmatch(match.raw_string) for match in matches):
        return []
    if matches:
        return [match.number for match in matches]
    found = (_of_run(run, region) for run in _RUN.findall(plain))
    return [number for number in found if number is not None]


def _of_run(run: str, region: str) -> pn.PhoneNumber | None:
    """The number in a run of digits and separators, with or without stray figures before or after it."""
    digits = "".join(_GROUPS.findall(run))
    if "+" in run or digits.startswith("00"):
        abroad = _OLD_MEXICAN_MOBILE.sub(r"\1", "+" + digits.removeprefix("00"))
        return _valid(abroad, region)
    if _MEXICAN_LAYOUT.fullmatch(run.strip()):
        return None
    groups = _GROUPS.findall(run)
    whole = _valid(digits, region)
    if whole is not None or len(groups) == 1:
        return whole
    count = min(len(groups), _MOST_GROUPS)
    parts = ("".join(groups[start:end]) for start in range(count) for end in range(start + 1, count + 1))
    return next((number for part in parts if len(part) > _LOCAL and (number := _valid(part, region))), None)


def _valid(digits: str, region: str) -> pn.PhoneNumber | None:
    try:
        number = pn.parse(digits, region)
    except pn.NumberParseException:
        return None
    return number if pn.is_valid_number(number) else None


def _refused(plain: str, region: str) -> Contact:
    runs = [run.strip() for run in _RUN.findall(plain)]
    if not runs:
        return Contact(None, "empty")
    run = max(runs, key=lambda run: sum(map(str.isdigit, run)))
    digits = "".join(_GROUPS.findall(run))
    if digits in EMERGENCY:
        return Contact(None, "emergency")
    if region == "US" and _MEXICAN_LAYOUT.fullmatch(run):
        return Contact(None, "not_valid", missing="country_code")
    if len(digits) < _SHORTEST:
        return Contact(None, "too_short", missing="digits")
    return _impossible(("+" if run.startswith("+") else "") + digits, region)


def _impossible(digits: str, region: str) -> Contact:
    try:
        verdict = pn.is_possible_number_with_reason(pn.parse(digits, region))
    except pn.NumberParseException as trouble:
        long = trouble.error_type == pn.NumberParseException.TOO_LONG
        return Contact(None, "too_long" if long else "not_possible")
    if verdict == pn.ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
        return Contact(None, "too_short", missing="area_code")
    if verdict in {pn.ValidationResult.TOO_SHORT, pn.ValidationResult.INVALID_LENGTH}:
        return Contact(None, "too_short", missing="area_code" if len(digits) == _LOCAL else "digits")
    if verdict == pn.ValidationResult.TOO_LONG:
        return Contact(None, "too_long")
    return Contact(None, "not_valid" if verdict == pn.ValidationResult.IS_POSSIBLE else "not_possible")


def _display(number: pn.PhoneNumber, region: str) -> str:
    at_home = number.country_code == pn.country_code_for_region(region)
    layout = pn.PhoneNumberFormat.NATIONAL if at_home else pn.PhoneNumberFormat.INTERNATIONAL
    return pn.format_number(number, layout)
