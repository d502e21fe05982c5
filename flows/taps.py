"""The code on a button: which drawing of which question it stands on, and what a tap states."""

from flows.events import Tapped

ANYWHERE = "any"
"""The render token of buttons that mean the same whatever is open: those under a crisis reply."""

DATA_LIMIT = 64
"""Bytes that Telegram's callback data holds."""


def encode(ask: str, draw: int, statement: str) -> str:
    """The callback data of a button that states `statement` ("verb" or "verb:value")."""
    return f"{ask}.{draw}:{statement}"


def decode(data: str, *, query: str = "", message: int | None = None) -> Tapped | None:
    """The tap that callback `data` means, or None where it is nothing of ours."""
    token, colon, statement = data.partition(":")
    ask, dot, draw = token.partition(".")
    if not (colon and dot and ask and draw.isascii() and draw.isdigit() and len(data.encode()) <= DATA_LIMIT):
        return None
    verb, _, value = statement.partition(":")
    return Tapped(ask, int(draw), verb, value, query, message)


def staff(verb: str, subject: str, detail: str = "") -> str:
    """The callback data of a staff button: an act on a lead or an alert, by its opaque id."""
    return ":".join(filter(None, ("staff", verb, subject, detail)))
