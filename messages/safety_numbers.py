"""The help numbers every crisis reply names: one dated place, read again whenever it is dated anew.

Sources: 988lifeline.org ("What to expect"; call, text or chat, any hour; Spanish: press 2, or text AYUDA),
crisistextline.org (HOME to 741741; Spanish AYUDA).
"""

from dataclasses import dataclass
from datetime import date

REVIEWED_ON = date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class SafetyNumbers:
    """What to call or text in danger or crisis, in the United States."""

    emergency: str = "911"
    lifeline: str = "988"
    text_line: str = "741741"
    text_word: str = "HOME"


NUMBERS = {
    "en": SafetyNumbers(),
    "es": SafetyNumbers(text_word="AYUDA"),
}
