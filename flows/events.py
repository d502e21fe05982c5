"""What a person can do in the chat: past participles, one value each."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Said:
    """A typed text, or the caption of a picture."""

    text: str
    message: int | None = None


@dataclass(frozen=True, slots=True)
class ToldStaff:
    """A reply to a message of staff about the lead `reference`: it is for them, whatever question is open."""

    text: str
    reference: str
    message: int | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """An earlier message was edited and now reads `text`."""

    text: str
    message: int


@dataclass(frozen=True, slots=True)
class Tapped:
    """A button was tapped: `ask.draw` says which drawing of which question it stood on."""

    ask: str
    draw: int
    verb: str
    value: str = ""
    query: str = ""
    message: int | None = None


@dataclass(frozen=True, slots=True)
class SharedContact:
    """The contact button: a phone number, and whether it is the sender's own."""

    phone: str
    own: bool
    message: int | None = None


@dataclass(frozen=True, slots=True)
class Commanded:
    """A slash command with what follows it."""

    name: str
    argument: str = ""
    message: int | None = None


@dataclass(frozen=True, slots=True)
class SentOther:
    """Something that is no text: voice, photo, sticker, location, document."""

    kind: str
    message: int | None = None


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person blocked the bot."""


@dataclass(frozen=True, slots=True)
class Unblocked:
    """The person let the bot back in."""


Event = Said | ToldStaff | Corrected | Tapped | SharedContact | Commanded | SentOther | Blocked | Unblocked
Kind = Literal["said", "told_staff", "corrected", "tapped", "contact", "commanded", "other", "blocked", "unblocked"]
