"""Where a target is reached and with which secrets; these never stand in the database, a log or an error."""

from dataclasses import dataclass, field
from typing import Literal

from relay.guard import Reach


@dataclass(frozen=True, slots=True)
class WebhookDestination:
    """An address to post to; `secret` signs (empty: no signature), `token` is sent as a bearer token (empty: none)."""

    name: str
    url: str = field(repr=False)
    secret: str = field(default="", repr=False)
    token: str = field(default="", repr=False)
    reach: Reach = "public"


@dataclass(frozen=True, slots=True)
class MailDestination:
    """A mail server and who writes to whom through it."""

    name: str
    host: str
    port: int
    security: Literal["starttls", "tls", "none"]
    sender: str
    recipients: tuple[str, ...]
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)


Destination = WebhookDestination | MailDestination
