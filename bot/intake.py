"""What happens to a batch of raw updates: words checked, crises answered, all of it kept; then acknowledged."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from functools import partial
from typing import Any

import structlog
from telegram.error import TelegramError

from bot.api import BotApi
from bot.direct import DirectLane
from bot.translate import translate
from desk.arrivals import Arrival, FromPatient, StaffReplied, TapAnswer
from desk.crisis import crisis_body, crisis_name, is_crisis, triage
from desk.desk import Desk
from desk.receiving import receive
from desk.sending import sent_directly
from storage.store import StorageDown

log = structlog.get_logger()
TOAST_LIMIT = 200
Batch = Sequence[dict[str, Any]]


class Intake:
    """The way in, the same for polling and webhook."""

    def __init__(self, api: BotApi, desk: Desk, worker: Executor, wake: Callable[[], None], username: str = "") -> None:
        self._api, self._desk, self._worker, self._wake, self._username = api, desk, worker, wake, username
        self._direct = DirectLane(api)
        self._tasks: set[asyncio.Task[None]] = set()

    async def keep(self, batch: Batch) -> None:
        """Keep a batch. When this returns it is committed and may be acknowledged.

        Raises:
            StorageDown: nothing was kept; crises were answered all the same.
        """
        arrivals = self._arrivals(batch)
        sent = self._send_help(arrivals)
        loop = asyncio.get_running_loop()
        answers = await loop.run_in_executor(self._worker, partial(receive, self._desk, arrivals))
        self._wake()
        for answer in answers:
            self._spawn(self._end_spinner(answer))
        for crisis, task in sent:
            self._spawn(self._note_sent(crisis, task))

    def answer_crises(self, batch: Batch) -> None:
        """Answer the words of crisis in a batch not kept yet; given to `keep` later, it sends nothing twice."""
        self._send_help(self._arrivals(batch))

    def _send_help(self, arrivals: list[Arrival]) -> "list[tuple[FromPatient, asyncio.Task[int | None]]]":
        crises = [patient for a in arrivals if (patient := _patient(a)) and is_crisis(patient)]
        return [(c, self._direct.send(c.update_id, c.chat_id, crisis_body(self._desk.words, c))) for c in crises]

    def _arrivals(self, batch: Batch) -> list[Arrival]:
        return [triage(translate(raw, self._username)) for raw in batch if isinstance(raw.get("update_id"), int)]

    def _spawn(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _end_spinner(self, answer: TapAnswer) -> None:
        """Best effort: a tap's spinner ends by itself, and after 150 seconds Telegram no longer takes an answer."""
        parameters: dict[str, Any] = {"callback_query_id": answer.query}
        if answer.text:
            parameters |= {"text": answer.text[:TOAST_LIMIT], "show_alert": answer.alert or None}
        try:
            await self._api.call("answerCallbackQuery", parameters)
        except TelegramError as error:
            log.info("tap not answered", error=type(error).__name__)

    async def _note_sent(self, crisis: FromPatient, task: "asyncio.Task[int | None]") -> None:
        message = await task
        if message is None:
            return
        name = crisis_name(crisis.update_id)
        try:
            await asyncio.get_running_loop().run_in_executor(
                self._worker, partial(sent_directly, self._desk, crisis.chat_id, name, message)
            )
        except StorageDown:
            log.warning("crisis reply sent, not noted", update=crisis.update_id)

    async def settle(self) -> None:
        """Wait for what is under way."""
        await asyncio.gather(*self._tasks, return_exceptions=True)


def _patient(arrival: Arrival) -> FromPatient | None:
    if isinstance(arrival, StaffReplied):
        return arrival.patient
    return arrival if isinstance(arrival, FromPatient) else None
