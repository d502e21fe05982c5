"""Command menus of staff, set at Telegram whenever staff, their group or the console's address change."""

import asyncio
from concurrent.futures import Executor
from functools import partial
from typing import Any

import structlog
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.api import BotApi
from desk.desk import Desk
from desk.staff_menus import Menu, keep_menu, menus_to_set
from storage.store import StorageDown

log = structlog.get_logger()
LOOK_SECONDS = 30.0
TRY_AGAIN_LOOKS = 20
"""A chat that does not take a menu yet (its member has not pressed Start) is tried again after so many looks."""


class Menus:
    """Keeps the menus at Telegram as the desk wants them."""

    def __init__(self, api: BotApi, desk: Desk, worker: Executor) -> None:
        self._api, self._desk, self._worker = api, desk, worker
        self._left_alone: dict[int, int] = {}

    async def run(self) -> None:
        """Look for ever."""
        while True:
            try:
                await self.look()
            except StorageDown as error:
                log.warning("menus not looked at, database is down", error=str(error))
            await asyncio.sleep(LOOK_SECONDS)

    async def look(self) -> None:
        """Set what has changed; a refusal is logged and stops nothing. Raises StorageDown."""
        self._left_alone = {chat: looks - 1 for chat, looks in self._left_alone.items() if looks > 1}
        for menu in await self._in_worker(menus_to_set, self._desk):
            if menu.chat_id in self._left_alone:
                continue
            try:
                await self._set(menu)
            except (BadRequest, Forbidden) as error:
                log.info("menu not taken", chat=menu.chat_id, error=type(error).__name__)
                self._left_alone[menu.chat_id] = TRY_AGAIN_LOOKS
            except TelegramError as error:
                log.info("menu not set yet", error=type(error).__name__)
                return

    async def _set(self, menu: Menu) -> None:
        scope = {"type": "chat", "chat_id": menu.chat_id}
        if menu.commands:
            commands = [{"command": name, "description": text} for name, text in menu.commands]
            await self._api.call("setMyCommands", {"commands": commands, "scope": scope})
        else:
            await self._api.call("deleteMyCommands", {"scope": scope})
        if menu.chat_id > 0:
            await self._api.call("setChatMenuButton", {"chat_id": menu.chat_id, "menu_button": _button(menu)})
        await self._in_worker(keep_menu, self._desk, menu)

    async def _in_worker(self, work: Any, *arguments: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._worker, partial(work, *arguments))


def _button(menu: Menu) -> dict[str, Any]:
    if menu.app:
        return {"type": "web_app", "text": "Console", "web_app": {"url": menu.app}}
    return {"type": "default"}
