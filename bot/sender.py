"""One message of the outbox on its way to Telegram: its calls, the topic it goes to, and what came of it."""

from dataclasses import replace
from typing import Any

import structlog
from telegram.error import BadRequest, TelegramError

from bot.api import BotApi
from bot.forum_topics import ForumTopics
from bot.payloads import Call, calls
from bot.pictures import PictureSender
from bot.refusals import is_done_already, lost_target, lost_thread, result_of
from desk.sending import Delivered, Result
from storage.outbox import Outgoing

log = structlog.get_logger()


class Sender:
    """Carries out what the outbox holds; knows no order and no pace."""

    def __init__(self, api: BotApi, pictures: PictureSender, topics: ForumTopics) -> None:
        self._api, self._pictures, self._topics = api, pictures, topics

    async def send(self, message: Outgoing) -> Result:
        """What became of `message`; raises Fatal where nothing can be sent any more."""
        try:
            return await self._carry_out(message)
        except TelegramError as error:
            if message.mode == "edit" and message.body.get("rows") and lost_target(error):
                return await self._send_anew(message)
            return self._refused(error, message)

    async def _send_anew(self, message: Outgoing) -> Result:
        """Send what was to be edited and is gone; what may be left of it goes too."""
        left = (*message.parts, message.target) if message.parts else ()
        try:
            done = await self._carry_out(replace(message, target=None, parts=()))
            if left:
                await self._delete(("deleteMessages", {"chat_id": message.chat_id, "message_ids": list(left)}))
        except TelegramError as error:
            return self._refused(error, message)
        return done

    def _refused(self, error: TelegramError, message: Outgoing) -> Result:
        result = result_of(error, message)
        if not isinstance(result, Delivered):
            # The text of an error may quote what was sent.
            log.warning(
                "not sent",
                row=message.id,
                mode=message.mode,
                outcome=type(result).__name__,
                error=type(error).__name__,
            )
        return result

    async def _carry_out(self, message: Outgoing) -> Delivered:
        topic, thread = str(message.body.get("topic", "")), message.body.get("thread")
        if topic and _makes_new(message):
            thread = await self._topics.thread(message.chat_id, topic)
        try:
            return await self._call_all(message, calls(message, thread))
        except BadRequest as error:
            if thread is None or not lost_thread(error):
                raise
            if topic:
                await self._topics.lost(message.chat_id, topic)
            thread = await self._topics.thread(message.chat_id, topic) if topic else None
            return await self._call_all(message, calls(message, thread))

    async def _call_all(self, message: Outgoing, todo: list[Call]) -> Delivered:
        made: list[int] = []
        for call in todo:
            method, parameters = call
            if method == "deleteMessages" and message.mode != "delete":
                await self._delete(call)
            elif method == "sendPhoto":
                made += _id_of(await self._pictures.send(message.body["picture"], parameters))
            elif method.startswith("send"):
                made += _id_of(await self._api.call(method, parameters))
            else:
                await self._change(call, last=call is todo[-1])
        return Delivered(message.id, made[-1] if made else None, tuple(made[:-1]))

    async def _change(self, call: Call, *, last: bool) -> None:
        """Edit or delete; that one part of a long text stays as it is says nothing of the others."""
        try:
            await self._api.call(*call)
        except BadRequest as error:
            if last or not is_done_already(error) or lost_target(error):
                raise

    async def _delete(self, call: Call) -> None:
        """Best effort: what is too old to be deleted stays."""
        try:
            await self._api.call(*call)
        except BadRequest:
            log.info("older messages not deleted")


def _makes_new(message: Outgoing) -> bool:
    """True where a new message may come of it: sent, or edited into another number of messages, or gone."""
    return message.mode == "send" or (message.mode == "edit" and message.target is None)


def _id_of(answer: Any) -> list[int]:
    return [int(answer["message_id"])] if isinstance(answer, dict) and "message_id" in answer else []
