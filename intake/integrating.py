"""From INTEGRATIONS_FILE and the variables it names to targets the desk tells and destinations the relay reaches."""

import os
from urllib.parse import urlsplit

from dotenv import dotenv_values

from desk.outgoing import FIELDS
from desk.targets import Integrations, Mail, Target, Webhook, address_fault, read_integrations
from flows.definition import DefinitionError
from flows.flow import Flow
from intake.reading import read_file
from intake.settings import Settings
from intake.stopping import Stop
from relay.destinations import Destination, MailDestination, WebhookDestination
from relay.guard import Reach
from relay.webhooks import is_secret


def build_integrations(settings: Settings, flow: Flow) -> Integrations:
    """What the file says, or nothing where none is set; raises Stop with file, line and reason."""
    text = read_file(settings.integrations_file, "INTEGRATIONS_FILE")
    if text is None:
        return Integrations()
    try:
        found = read_integrations(text, str(settings.integrations_file))
    except DefinitionError as error:
        raise Stop(str(error)) from None
    known = {*FIELDS, *flow.items}
    for webhook in found.webhooks:
        unknown = set(webhook.fields.values()) - known
        if unknown:
            raise Stop(
                f"{settings.integrations_file}: {webhook.name}: fields: there is no {min(unknown)}; "
                f"there are {', '.join(sorted(known))}"
            )
    return found


def build_destinations(settings: Settings, flow: Flow) -> list[Destination]:
    """Every target with its secrets; raises Stop where a variable is missing or does not fit."""
    found = build_integrations(settings, flow)
    return [destination_of(target, found) for target in found.targets]


def destination_of(target: Target, integrations: Integrations) -> Destination:
    """Where and with which secrets this target is reached; raises Stop."""
    return _mail(target) if isinstance(target, Mail) else _webhook(target, integrations)


def _webhook(target: Webhook, integrations: Integrations) -> WebhookDestination:
    url = target.address or _variable(target, target.url_env)
    if fault := address_fault(url, loopback_http=target.loopback_http):
        raise Stop(f"{target.url_env} (webhook {target.name}): {fault}")
    secret = _variable(target, target.secret_env)
    if secret and not is_secret(secret):
        raise Stop(f"{target.secret_env} (webhook {target.name}): whsec_ and 24 to 64 bytes in base64")
    parts = urlsplit(url)
    reach: Reach = "public"
    if (parts.hostname or "") in {host.lower() for host in integrations.allowed_hosts}:
        reach = "any"
    elif parts.scheme == "http":
        reach = "loopback"
    return WebhookDestination(target.name, url, secret, _variable(target, target.token_env), reach)


def _mail(target: Mail) -> MailDestination:
    return MailDestination(
        target.name,
        target.host,
        target.port,
        target.security,
        target.sender,
        target.to,
        _variable(target, target.user_env),
        _variable(target, target.password_env),
    )


def _variable(target: Target, name: str | None) -> str:
    """The value of a variable that the file names, from the environment or `.env`; empty where it names none."""
    if name is None:
        return ""
    value = os.environ.get(name) or dotenv_values(".env").get(name)
    if not value:
        raise Stop(f"{name} is not set; {target.channel} {target.name} in INTEGRATIONS_FILE needs it")
    return value
