"""One e-mail out, over SMTP with TLS; plain text, about a lead but without a word of the person."""

from email.message import EmailMessage
from email.utils import format_datetime

import aiosmtplib

from desk.delivering import Became, Later, Never, Taken
from desk.desk import utc_now
from relay.backoff import wait_ms
from relay.destinations import MailDestination
from storage.deliveries import Delivery

TIMEOUT_SECONDS = 10.0
AT_ONCE = 2
_FINAL = 500
"""Codes from here on are final (RFC 5321, 4.2.1)."""


def message_of(to: MailDestination, delivery: Delivery) -> EmailMessage:
    """The e-mail; its id stays the same over all tries. Raises ValueError where a header would hold a line break."""
    message = EmailMessage()
    message["Subject"] = str(delivery.body["subject"])
    message["From"] = to.sender
    message["To"] = ", ".join(to.recipients)
    message["Date"] = format_datetime(utc_now())
    message["Message-ID"] = f"<{delivery.uid}@{to.sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(str(delivery.body["text"]))
    return message


class MailSender:
    """Sends through one mail server."""

    def __init__(self, destination: MailDestination) -> None:
        self._to = destination

    async def close(self) -> None:
        """Nothing stays open between e-mails."""

    async def send(self, delivery: Delivery) -> Became:
        """Send once; what becomes of the delivery then."""
        to = self._to
        try:
            message = message_of(to, delivery)
        except ValueError as error:
            return Never(delivery.id, type(error).__name__)
        try:
            await aiosmtplib.send(
                message,
                sender=to.sender,
                recipients=list(to.recipients),
                hostname=to.host,
                port=to.port,
                use_tls=to.security == "tls",
                start_tls=to.security == "starttls",
                username=to.user or None,
                password=to.password or None,
                timeout=TIMEOUT_SECONDS,
            )
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            return _meaning(delivery, error)
        return Taken(delivery.id)


def _meaning(delivery: Delivery, error: Exception) -> Became:
    """Refused for good is only what the server says of this very message; a wrong password can be put right."""
    name = type(error).__name__[:64]
    codes = _codes(error)
    if codes and all(code >= _FINAL for code in codes):
        return Never(delivery.id, f"{name} {codes[0]}"[:64])
    return Later(delivery.id, wait_ms(delivery.attempts), name)


def _codes(error: Exception) -> list[int]:
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        return [refused.code for refused in error.recipients]
    final = (aiosmtplib.SMTPSenderRefused, aiosmtplib.SMTPDataError)
    return [error.code] if isinstance(error, final) else []
