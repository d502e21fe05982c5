"""E-mail reaches a mail server: reference, clinic, service, how long, a link; nothing of the person."""

from pathlib import Path

import pytest
from at_work import deliver
from filed_leads import CONSOLE, FiledLeads
from receivers import Mailbox

from relay.destinations import MailDestination
from relay.mail import message_of
from storage.deliveries import Delivery

FILE = """
email:
  - name: front
    host: 127.0.0.1
    security: none
    from: desk@clinic.example
    to: [staff@clinic.example]
    events: [lead.created, lead.deleted]
"""


@pytest.fixture
def filed(tmp_path: Path) -> FiledLeads:
    return FiledLeads(tmp_path, FILE)


async def test_a_new_lead_is_told_without_the_person(
    filed: FiledLeads, mailbox: Mailbox, front_mail: MailDestination
) -> None:
    """Plain text, marked as sent by a machine."""
    lead = filed.file_lead(name="Alice Archer", said="I feel <b>low</b>")

    await deliver(filed, front_mail)

    (mail,) = mailbox.messages
    assert f"New request: {lead.reference}" == mail["Subject"]
    assert ("desk@clinic.example", "staff@clinic.example") == (mail["From"], mail["To"])
    assert "auto-generated" == mail["Auto-Submitted"]
    assert "text/plain" == mail.get_content_type()
    assert mail.get_content().splitlines() == [
        f"Reference: {lead.reference}",
        "Clinic: Santa Monica",
        "Service: TMS",
        "Waiting since: Nov 24, 9:00 AM (Santa Monica)",
        "",
        f"Open it: {CONSOLE}/leads/{lead.uid}",
    ]
    for word in ("Alice", "Archer", "5550101", "alice@", "I feel", "depression", "psychotherapy"):
        assert word not in mail["Subject"] + mail.get_content()
    assert [("lead.created", "delivered", 1, "")] == filed.states()


async def test_an_erased_lead_is_told_by_reference(
    filed: FiledLeads, mailbox: Mailbox, front_mail: MailDestination
) -> None:
    """Nothing else is left of it."""
    lead = filed.file_lead()
    filed.erase(lead)

    await deliver(filed, front_mail)

    (mail,) = mailbox.messages
    assert f"Request erased: {lead.reference}" == mail["Subject"]
    assert f"Request {lead.reference} was erased with everything in it." == mail.get_content().strip()


@pytest.mark.parametrize(("answer", "status", "error"), [
    ("550 5.1.1 no such mailbox canary", "dead", "SMTPRecipientsRefused 550"),
    ("451 4.7.1 greylisted canary", "pending", "SMTPRecipientsRefused"),
])  # fmt: skip
async def test_only_a_final_refusal_is_final(
    filed: FiledLeads, mailbox: Mailbox, front_mail: MailDestination, answer: str, status: str, error: str
) -> None:
    """5xx of this very message; what the server says is not kept."""
    mailbox.refuse_recipients = answer
    filed.file_lead()

    await deliver(filed, front_mail)

    assert [("lead.created", status, 1, error)] == filed.states()


async def test_a_server_that_is_down_is_tried_again(filed: FiledLeads) -> None:
    """And the e-mail is the same then, by its id."""
    filed.file_lead()

    await deliver(filed, MailDestination("front", "127.0.0.1", 9, "none", "a@b.example", ("c@d.example",)))

    assert [("lead.created", "pending", 1, "SMTPConnectError")] == filed.states()


async def test_a_server_without_tls_gets_no_password(filed: FiledLeads, mailbox: Mailbox) -> None:
    """Where TLS is asked for, nothing is said before it."""
    filed.file_lead()
    to = MailDestination(
        "front", "127.0.0.1", mailbox.port, "starttls", "a@b.example", ("c@d.example",), "user", "s3cret"
    )

    await deliver(filed, to)

    assert [] == mailbox.messages
    assert [("lead.created", "pending", 1, "SMTPException")] == filed.states()


def test_a_line_break_makes_no_header(front_mail: MailDestination) -> None:
    """Whatever a subject holds, it stays one line, or nothing is sent."""
    body = {"subject": "x\r\nBcc: everybody@evil.example", "text": "y"}

    with pytest.raises(ValueError, match="linefeed or carriage return"):
        message_of(front_mail, Delivery(1, "uid", "email", "front", "lead.created", "lead", body, 1))
