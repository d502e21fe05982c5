"""One webhook out: signed by the Standard Webhooks spec, posted once, and what its answer means.

Spec: github.com/standard-webhooks/standard-webhooks. Only the status of an answer is looked at; its body is not kept.
"""

import asyncio
import base64
import binascii
from datetime import UTC, datetime
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver
from standardwebhooks.webhooks import Webhook as Signer

from desk.delivering import Became, Later, Never, Taken
from relay.backoff import asked_ms, wait_ms
from relay.destinations import WebhookDestination
from relay.guard import AddressRefused, GuardedResolver, GuardedSockets, Reach
from storage.deliveries import Delivery

TIMEOUT = aiohttp.ClientTimeout(total=10)
AT_ONCE = 8
_READ_BYTES = 4096
"""What of an answer is read, so that the connection can be used again; more closes it."""
_GONE = 410
_TOO_MANY, _UNAVAILABLE = 429, 503
_KEY_BYTES = range(24, 65)
"""Sizes of a secret that the spec allows."""


def is_secret(text: str) -> bool:
    """True for a secret of the spec: `whsec_` and 24 to 64 bytes in base64."""
    try:
        return text.startswith("whsec_") and len(base64.b64decode(text[6:], validate=True)) in _KEY_BYTES
    except (binascii.Error, ValueError):
        return False


def open_session(reach: Reach, resolver: AbstractResolver | None = None) -> aiohttp.ClientSession:
    """A session whose connections go only where `reach` allows; proxies of the environment are not used."""
    connector = aiohttp.TCPConnector(
        resolver=GuardedResolver(reach, resolver),
        socket_factory=GuardedSockets(reach),
        use_dns_cache=False,
        limit=AT_ONCE,
    )
    return aiohttp.ClientSession(
        connector=connector, timeout=TIMEOUT, cookie_jar=aiohttp.DummyCookieJar(), trust_env=False
    )


class WebhookSender:
    """Posts to one destination."""

    def __init__(self, destination: WebhookDestination, resolver: AbstractResolver | None = None) -> None:
        self._to, self._resolver = destination, resolver
        self._session: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        """Close the connections."""
        if self._session:
            await self._session.close()
            self._session = None

    async def send(self, delivery: Delivery) -> Became:
        """Post once; what becomes of the delivery then."""
        if self._session is None:
            self._session = open_session(self._to.reach, self._resolver)
        text = str(delivery.body["json"])
        headers = headers_of(self._to, delivery.uid, text, datetime.now(UTC))
        try:
            async with self._session.post(
                self._to.url, data=text.encode(), headers=headers, allow_redirects=False
            ) as answer:
                await _drain(answer)
                return _meaning(delivery, answer.status, answer.headers.get("Retry-After", ""))
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            return Later(delivery.id, wait_ms(delivery.attempts), _trouble(error))


def headers_of(to: WebhookDestination, uid: str, text: str, now: datetime) -> dict[str, str]:
    """The headers of one try: the id stays the same over all tries, time and signature are of this one."""
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "intake-front-desk",
        "webhook-id": uid,
        "webhook-timestamp": str(int(now.timestamp())),
    }
    if to.secret:
        headers["webhook-signature"] = Signer(to.secret).sign(uid, now, text)
    if to.token:
        headers["Authorization"] = f"Bearer {to.token}"
    return headers


async def _drain(answer: aiohttp.ClientResponse) -> None:
    """Read a little of the answer, and forget it."""
    left: Any = await answer.content.read(_READ_BYTES)
    if len(left) == _READ_BYTES:
        answer.close()


def _meaning(delivery: Delivery, status: int, retry_after: str) -> Became:
    if 200 <= status < 300:  # noqa: PLR2004  # success, as HTTP has it
        return Taken(delivery.id)
    error = f"HTTP {status}"
    if status == _GONE:
        return Never(delivery.id, error)
    wait = wait_ms(delivery.attempts)
    asked = asked_ms(retry_after, datetime.now(UTC)) if status in {_TOO_MANY, _UNAVAILABLE} and retry_after else 0
    return Later(delivery.id, max(wait, asked), error, hold=asked > 0)


def _trouble(error: Exception) -> str:
    """What went wrong, by class: a text may quote the address, and the address may be a secret."""
    behind = getattr(error, "os_error", error)
    if isinstance(error, AddressRefused) or isinstance(behind, AddressRefused):
        return "address refused"
    if isinstance(error, asyncio.TimeoutError):
        return "timeout"
    return type(error).__name__[:64]
