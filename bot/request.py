"""HTTP for the Bot API over aiohttp: python-telegram-bot's default client costs several times the rest of an update."""

from typing import Any
from urllib.parse import urlencode

import aiohttp
import orjson
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

_ENCODED = {"Content-Type": "application/x-www-form-urlencoded"}
POOL = 100
"""Connections at once; httpcore's pool slows down with size, this one does not."""


class AiohttpRequest(BaseRequest):
    """The one way to Telegram."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer, unless a call says otherwise."""
        return 10.0

    async def initialize(self) -> None:
        """Open the pool of connections."""
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=POOL, keepalive_timeout=60))

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """What Telegram answered; raises TelegramError. The library's own would log an answer it cannot read."""
        try:
            answer = orjson.loads(payload)
        except orjson.JSONDecodeError:
            answer = None
        if not isinstance(answer, dict):
            raise TelegramError("Invalid server response")
        return answer

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  # part of the interface
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  # part of the interface
    ) -> tuple[int, bytes]:
        """Send one request; the address holds the bot's token, so it stands in no error."""
        if self._session is None:
            raise RuntimeError("the request was not initialised")
        timeout = aiohttp.ClientTimeout(
            total=read_timeout if isinstance(read_timeout, int | float) else self.read_timeout,
            sock_connect=connect_timeout if isinstance(connect_timeout, int | float) else 5.0,
        )
        try:
            body, headers = _body(request_data)
            async with self._session.request(method, url, data=body, headers=headers, timeout=timeout) as response:
                return response.status, await response.read()
        except TimeoutError:
            raise TimedOut from None
        except aiohttp.ClientError as error:
            raise NetworkError(type(error).__name__) from None


def _body(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    """What is sent, and its headers. Without files it is encoded here: aiohttp's form costs as much as all the rest."""
    if data is None:
        return None, {}
    if not data.contains_files:
        return urlencode(data.json_parameters).encode(), _ENCODED
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form, {}
