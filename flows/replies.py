"""What to say, decided and not yet worded: a template's key, its context, and the choices under it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Mode = Literal["send", "edit", "freeze"]
Style = Literal["", "primary", "success", "danger"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: either words of the clinic (`label`) or a key of ours (`key`); `data` is what a tap states."""

    data: str
    label: str = ""
    key: str = ""
    ticked: bool = False
    style: Style = ""
    contact: bool = False


Rows = tuple[tuple[Choice, ...], ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to the person: sent anew, drawn again in place, or frozen without its buttons.

    `ask` names the message that is meant by `edit` and `freeze`, and the one that `send` makes.
    """

    mode: Mode
    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    ask: str = ""
    rows: Rows = ()
    reply_keyboard: bool = False
    remove_keyboard: bool = False
    protect: bool = False
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Toast:
    """A short notice at a tap; `alert` makes it a box that must be closed."""

    key: str
    context: Mapping[str, Any] = field(default_factory=dict)
    alert: bool = False
