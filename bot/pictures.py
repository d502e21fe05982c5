"""Pictures on their way to Telegram: drawn in a thread once, uploaded once, then named by Telegram's file_id."""

import asyncio
from concurrent.futures import Executor
from functools import partial
from typing import Any, cast

import structlog
from telegram import InputFile
from telegram.error import BadRequest

from bot.api import BotApi
from desk.desk import Desk
from desk.sending import keep_picture, kept_picture
from messages.pictures import Kind, NoFontError, Pictures
from storage.store import StorageDown

log = structlog.get_logger()


class PictureSender:
    """Sends photos; knows which Telegram has already."""

    def __init__(self, api: BotApi, desk: Desk, worker: Executor) -> None:
        self._api, self._desk, self._worker = api, desk, worker
        self._pictures = Pictures(desk.words)
        self._known: dict[str, str] = {}

    async def send(self, wanted: dict[str, str], parameters: dict[str, Any]) -> Any:
        """The message that Telegram made of the picture `wanted`, with its caption in `parameters`.

        Where it cannot be drawn, the caption goes out as a text: it says the same.

        Raises:
            telegram.error.TelegramError: Telegram refused, or could not be reached.
        """
        kind = cast("Kind", wanted["kind"])
        about = {"language": wanted["language"], "clinic": wanted["clinic"]}
        key = self._pictures.key(kind=kind, **about)
        known = await self._file_id(key)
        if known:
            try:
                return await self._api.call("sendPhoto", parameters | {"photo": known})
            except BadRequest:
                log.info("picture is not known to Telegram any more", picture=key)
        try:
            picture = await asyncio.to_thread(partial(self._pictures.expectations, kind=kind, **about))
        except NoFontError:
            log.warning("no font to draw a picture with; its words are sent instead")
            rest = {name: value for name, value in parameters.items() if name != "caption"}
            return await self._api.call("sendMessage", rest | {"text": parameters["caption"]})
        photo = InputFile(picture.png, filename=f"{picture.name}.png")
        made = await self._api.call("sendPhoto", parameters | {"photo": photo})
        await self._keep(key, made)
        return made

    async def _file_id(self, key: str) -> str | None:
        if key not in self._known:
            kept = await self._in_worker(kept_picture, key)
            if kept:
                self._known[key] = kept
        return self._known.get(key)

    async def _keep(self, key: str, made: Any) -> None:
        sizes = made.get("photo") if isinstance(made, dict) else None
        if sizes:
            self._known[key] = str(sizes[-1]["file_id"])
            await self._in_worker(keep_picture, key, self._known[key])

    async def _in_worker(self, work: Any, *arguments: str) -> Any:
        """The id is a convenience: without the database the picture is simply uploaded again."""
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._worker, partial(work, self._desk, *arguments))
        except StorageDown:
            return None
