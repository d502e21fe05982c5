"""Cells of a table that a spreadsheet may open: none is taken for a formula (OWASP, CSV injection; ASVS 1.2.10)."""

import re
import unicodedata
from typing import Any

_FORMULA = frozenset("=+-@−")  # noqa: RUF001  # the minus sign of typesetters is one to a spreadsheet as well
_BREAKS = ("\t", "\r", "\n", "\0")
_PHONE = re.compile(r"(\+[0-9]{1,3})( [0-9() .-]{1,30})")
_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})


def cell(value: Any) -> str:
    """`value` as text: what could be a formula gets an apostrophe in front, a foreign phone number brackets.

    "+52 55 1234 5678" is "(+52) 55 1234 5678": still a number to call. Neither signs in front that cannot be seen nor
    full width hide a formula.
    """
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    phone = _PHONE.fullmatch(text)
    if phone:
        return f"({phone[1]}){phone[2]}"
    return f"'{text}" if text.startswith(_BREAKS) or _first(text) in _FORMULA else text


def _first(text: str) -> str:
    """The first character that can be seen, in its plain form."""
    seen = next((one for one in text if unicodedata.category(one) not in _INVISIBLE), "")
    return unicodedata.normalize("NFKC", seen)[:1]
