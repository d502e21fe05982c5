"""The doctor's look at other systems: the file, the secrets it names, and whether each host is there to be told."""

import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

from flows.flow import Flow
from intake.finding import Finding
from intake.integrating import build_integrations, destination_of
from intake.settings import Settings
from intake.stopping import Stop
from relay.destinations import Destination, MailDestination
from relay.guard import may_reach
from storage.deliveries import DEAD, PENDING, counts
from storage.store import Books


def integrations(settings: Settings, flow: Flow) -> Iterator[Finding]:
    """What holds of INTEGRATIONS_FILE; nothing where none is set, for then nobody is told."""
    if settings.integrations_file is None:
        return
    try:
        found = build_integrations(settings, flow)
    except Stop as stop:
        yield Finding(False, "integrations", str(stop), "correct the file at that line; docs/integrations.md shows it")
        return
    yield Finding(True, "integrations", f"{len(found.webhooks)} webhooks, {len(found.email)} mailboxes")
    for target in found.targets:
        what = f"{target.channel} {target.name}"
        try:
            yield _host(what, destination_of(target, found))
        except Stop as stop:
            yield Finding(False, what, str(stop), "set the variable in the environment or in .env")


def _host(what: str, to: Destination) -> Finding:
    """Whether the host has an address, and one that may be told."""
    mail = isinstance(to, MailDestination)
    host, port = (to.host, to.port) if isinstance(to, MailDestination) else _place(to.url)
    try:
        addresses = {str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        return Finding(False, what, f"{host} has no address", "check the name, and that this machine can look names up")
    if isinstance(to, MailDestination) or any(may_reach(address, to.reach) for address in addresses):
        advice = "reached with the first e-mail" if mail else "reached with the first delivery"
        return Finding(True, what, f"{host} has an address; {advice}, or now with: intake deliveries test {to.name}")
    return Finding(
        False, what, f"{host} has only addresses inside, which are not told",
        "if that is meant, add the host to allowed_hosts in INTEGRATIONS_FILE",
    )  # fmt: skip


def _place(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


def undelivered(books: Books) -> Finding:
    """Whether anything lies dead."""
    found = counts(books)
    dead = sum(number for (_, status), number in found.items() if status == DEAD)
    waiting = sum(number for (_, status), number in found.items() if status == PENDING)
    return Finding(
        not dead, "deliveries to other systems", f"{dead} given up, {waiting} waiting",
        "see: intake deliveries list; then: intake deliveries retry", warning=True,
    )  # fmt: skip
