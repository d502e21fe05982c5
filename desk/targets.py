"""Where news of leads goes: the operator's own file (INTEGRATIONS_FILE), read as data. Secrets are only named in it."""

import re
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, model_validator

from flows.clinic import Strict
from flows.definition import parse

Event = Literal[
    "lead.created",
    "lead.updated",
    "lead.claimed",
    "lead.released",
    "lead.contacted",
    "lead.scheduled",
    "lead.set_aside",
    "lead.returned",
    "lead.not_a_fit",
    "lead.closed",
    "lead.reopened",
    "lead.consent_withdrawn",
    "lead.deleted",
]
TEST = "test"
"""What a delivery is called that only tries whether one arrives."""


def _shaped(pattern: str, words: str) -> AfterValidator:
    """A check that a text has this form, refused in words."""
    form = re.compile(pattern)

    def check(text: str) -> str:
        if not form.fullmatch(text):
            raise ValueError(f"expected {words}")
        return text

    return AfterValidator(check)


Name = Annotated[str, _shaped(r"[a-z][a-z0-9_-]{0,31}", "a name of small letters, digits, _ and -")]
Variable = Annotated[str, _shaped(r"[A-Z][A-Z0-9_]{0,63}", "the name of a variable, such as CRM_SECRET")]
Line = Annotated[str, _shaped(r"[^\x00-\x1f\x7f]{1,200}", "1 to 200 characters on one line")]
Address = Annotated[str, _shaped(r"[^\s<>,;@\x00-\x1f\x7f]+@[^\s<>,;@\x00-\x1f\x7f]+", "an e-mail address")]
Host = Annotated[str, _shaped(r"[A-Za-z0-9.:_-]{1,253}", "the name of a mail server")]
LOOPBACK = re.compile(r"(localhost|127(\.[0-9]{1,3}){3}|::1)")


class HubSpot(Strict):
    """Which form of which account; `subscription` is the id of the subscription type a consent is filed under."""

    portal: Annotated[str, _shaped(r"[0-9]{1,20}", "the number of an account, in quotes")]
    form: Annotated[str, _shaped(r"[0-9a-fA-F-]{36}", "the id of a form")]
    subscription: int | None = Field(default=None, ge=1)


class Webhook(Strict):
    """An address that is told by HTTP POST."""

    name: Name
    url: str = ""
    url_env: Variable | None = None
    loopback_http: bool = False
    secret_env: Variable | None = None
    token_env: Variable | None = None
    events: tuple[Event, ...] = Field(min_length=1)
    content: Literal["thin", "full"] = "thin"
    preset: Literal["standard", "hubspot", "gohighlevel"] = "standard"
    fields: dict[Line, Name] = Field(default_factory=dict)
    tags: tuple[Line, ...] = ("intake",)
    hubspot: HubSpot | None = None

    @property
    def channel(self) -> str:
        """The way a delivery goes."""
        return "webhook"

    @property
    def address(self) -> str:
        """The address that stands in the file or follows from it; empty where a variable holds it."""
        if self.url or self.hubspot is None:
            return self.url
        form = f"{self.hubspot.portal}/{self.hubspot.form}"
        return f"https://api.hsforms.com/submissions/v3/integration/secure/submit/{form}"

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if (self.preset == "hubspot") != (self.hubspot is not None):
            raise ValueError("preset hubspot and the part hubspot (portal, form) belong together")
        if bool(self.address) == bool(self.url_env):
            raise ValueError("give either url or url_env, the name of a variable that holds the address")
        if self.address and (fault := address_fault(self.address, loopback_http=self.loopback_http)):
            raise ValueError(f"url: {fault}")
        return self

    @model_validator(mode="after")
    def _preset_has_what_it_needs(self) -> Self:
        if self.preset == "standard":
            if self.secret_env is None:
                raise ValueError("secret_env is missing: the name of the variable that holds the whsec_ secret")
            if self.fields:
                raise ValueError("fields belong to the presets hubspot and gohighlevel")
        elif self.content != "full":
            raise ValueError(f"preset {self.preset} passes on name, phone and e-mail: say so with content: full")
        if self.preset == "hubspot":
            if self.token_env is None:
                raise ValueError("token_env is missing: the name of the variable that holds the private app's token")
            if set(self.events) - {"lead.created", "lead.updated"}:
                raise ValueError("a HubSpot form takes only lead.created and lead.updated")
        return self


class Mail(Strict):
    """People who are told by e-mail that there is something to look at; what it is stands in the console alone."""

    name: Name
    host: Host
    port: int = Field(default=587, ge=1, le=65535)
    security: Literal["starttls", "tls", "none"] = "starttls"
    user_env: Variable | None = None
    password_env: Variable | None = None
    sender: Address = Field(alias="from")
    to: tuple[Address, ...] = Field(min_length=1)
    events: tuple[Event, ...] = Field(min_length=1)

    @property
    def channel(self) -> str:
        """The way a delivery goes."""
        return "email"

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if (self.user_env is None) != (self.password_env is None):
            raise ValueError("user_env and password_env belong together")
        if self.security == "none" and not LOOPBACK.fullmatch(self.host):
            raise ValueError("security none is for a mail server on this machine alone")
        return self


Target = Webhook | Mail


class Integrations(Strict):
    """The whole file. A host named here may have a private address."""

    allowed_hosts: tuple[str, ...] = ()
    webhooks: tuple[Webhook, ...] = ()
    email: tuple[Mail, ...] = ()

    @property
    def targets(self) -> tuple[Target, ...]:
        """Everything that is told."""
        return (*self.webhooks, *self.email)

    @model_validator(mode="after")
    def _names_differ(self) -> Self:
        names = [target.name for target in self.targets]
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            raise ValueError(f"the name {min(twice)} is used twice")
        return self


def address_fault(address: str, *, loopback_http: bool) -> str:
    """Why news may not be sent to this address, or "" where it may: https, or http to this machine where allowed."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "this is no address"
    if not host or parts.scheme not in {"http", "https"}:
        return "this is no address that begins with https://"
    if parts.username is not None or parts.password is not None:
        return "a name or password does not belong into an address"
    if parts.scheme == "https":
        return ""
    if not LOOPBACK.fullmatch(host):
        return "https is needed"
    return "" if loopback_http else "https is needed; loopback_http: true allows http to this machine"


def read_integrations(text: str, name: str) -> Integrations:
    """What the YAML `text` of the file `name` says.

    Raises:
        DefinitionError: the file cannot be used; the text names file, line and reason.
    """
    return parse(text, name, Integrations)
