"""Updates by webhook: 200 only after the update is kept; requests that wait together are kept together."""

import asyncio
import hmac
import re
from hashlib import sha256
from typing import Any

import orjson
import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from bot.api import BotApi
from bot.intake import Intake
from bot.translate import ALLOWED_UPDATES
from storage.store import StorageDown

log = structlog.get_logger()
BATCH = 100
BODY_LIMIT = 1_000_000
"""Bytes of one update; Telegram's are a few thousand."""
CONNECTIONS = 100
GLANCE_SECONDS = 1.0
"""How long an update may wait to be kept before words of crisis in it are answered all the same."""
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # the header's name
_SECRET = re.compile(r"^[A-Za-z0-9_-]{1,256}$")


def secret_from(token: str) -> str:
    """A webhook secret for who sets none: derived from the token, which whoever can set the webhook has anyway."""
    return hmac.new(token.encode(), b"webhook secret", sha256).hexdigest()


def is_secret(text: str) -> bool:
    """True for a secret that Telegram takes."""
    return bool(_SECRET.match(text))


async def set_webhook(api: BotApi, url: str, secret: str) -> None:
    """Tell Telegram where to bring updates."""
    parameters = {
        "url": url,
        "secret_token": secret,
        "allowed_updates": ALLOWED_UPDATES,
        "max_connections": CONNECTIONS,
    }
    await api.call("setWebhook", parameters)


class Webhook:
    """The route that Telegram posts to, and the task that keeps what came in."""

    def __init__(self, secret: str, intake: Intake) -> None:
        self._secret, self._intake = secret, intake
        self._waiting: asyncio.Queue[tuple[dict[str, Any], asyncio.Future[bool]]] = asyncio.Queue()

    async def receive(self, request: Request) -> Response:
        """Answer one request: 200 once its update is kept, 503 where it could not be."""
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            return Response(status_code=403)
        raw = await _read(request)
        if isinstance(raw, int):
            return Response(status_code=raw)
        kept: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        await self._waiting.put((raw, kept))
        if not (await asyncio.wait([kept], timeout=GLANCE_SECONDS))[0]:
            self._intake.answer_crises([raw])
        return Response(status_code=200 if await kept else 503)

    async def run(self) -> None:
        """Keep what waits, all together, for ever."""
        while True:
            batch = [await self._waiting.get()]
            while len(batch) < BATCH and not self._waiting.empty():
                batch.append(self._waiting.get_nowait())
            kept = False
            try:
                await self._intake.keep([raw for raw, _ in batch])
                kept = True
            except StorageDown as error:
                log.error("database is down, Telegram will try again", error=str(error), updates=len(batch))
            finally:
                for _, future in batch:
                    if not future.done():
                        future.set_result(kept)


async def _read(request: Request) -> dict[str, Any] | int:
    """The update in the request, or the HTTP status that refuses it."""
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > BODY_LIMIT:
                return 413
    except ClientDisconnect:
        return 400
    try:
        raw = orjson.loads(bytes(body))
    except orjson.JSONDecodeError:
        return 400
    return raw if isinstance(raw, dict) and isinstance(raw.get("update_id"), int) else 400
