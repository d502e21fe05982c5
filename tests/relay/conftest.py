"""A desk that tells one receiver, and a mail server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from filed_leads import FiledLeads
from receivers import SECRET, Mailbox, Receiver, mail_server, receiving

from relay.destinations import MailDestination, WebhookDestination


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """Somebody else's web server."""
    with receiving() as found:
        yield found


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    """Somebody else's mail server."""
    with mail_server() as found:
        yield found


@pytest.fixture
def filed(tmp_path: Path) -> Iterator[FiledLeads]:
    """A desk that tells `crm` everything, by reference alone."""
    desk = FiledLeads(
        tmp_path,
        """
webhooks:
  - name: crm
    url: https://crm.example.com/hook
    secret_env: CRM_SECRET
    events: [lead.created, lead.updated, lead.claimed, lead.closed, lead.consent_withdrawn, lead.deleted]
""",
    )
    yield desk
    desk.store.close()


@pytest.fixture
def crm(receiver: Receiver) -> WebhookDestination:
    """Where `crm` is: on this machine, for the test."""
    return WebhookDestination("crm", f"{receiver.address}/hook?key=s3cret-part", SECRET, reach="loopback")


@pytest.fixture
def front_mail(mailbox: Mailbox) -> MailDestination:
    """Where `front` is."""
    return MailDestination("front", "127.0.0.1", mailbox.port, "none", "desk@clinic.example", ("staff@clinic.example",))
