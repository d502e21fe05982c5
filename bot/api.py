"""Calls to the Bot API with plain values: method and parameters in, result out, Telegram's errors as exceptions."""

from collections.abc import Mapping
from typing import Any

from telegram import InputFile
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter  # the public RequestData takes nothing else

DEFAULT_ROOT = "https://api.telegram.org"


class BotApi:
    """One bot at one Bot API server."""

    def __init__(self, token: str, request: BaseRequest, root: str = DEFAULT_ROOT) -> None:
        self._address = f"{root.rstrip('/')}/bot{token}"
        self._request = request

    def __repr__(self) -> str:
        """Nothing of the address, which holds the token."""
        return "<BotApi>"

    async def call(
        self, method: str, parameters: Mapping[str, Any] | None = None, *, seconds: float | None = None
    ) -> Any:
        """The result of `method`; waits `seconds` for it, or the request's usual time.

        Raises:
            telegram.error.TelegramError: Telegram refused, or could not be reached.
        """
        data = RequestData([_parameter(name, value) for name, value in (parameters or {}).items() if value is not None])
        timeout = BaseRequest.DEFAULT_NONE if seconds is None else seconds
        return await self._request.post(f"{self._address}/{method}", data, read_timeout=timeout)

    async def open(self) -> None:
        """Open the connections."""
        await self._request.initialize()

    async def close(self) -> None:
        """Close the connections."""
        await self._request.shutdown()


def _parameter(name: str, value: Any) -> RequestParameter:
    if isinstance(value, InputFile):
        return RequestParameter.from_input(name, value)
    return RequestParameter(name, value, None)
