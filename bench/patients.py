"""Simulated patients: each waits for what the bot shows in its chat, then at once does the next step of the script."""

import asyncio
import random
import time
from collections.abc import Callable
from typing import Any

from meter import Meter
from script import FAREWELL, OPENING, STEPS, Step, label_of

Update = dict[str, Any]
PATIENCE = 20.0
"""Seconds without a next step before a patient gives up."""
SPREAD = 0.3
"""Seconds over which the patients arrive, so that they do not walk in step."""
_FIRST_CHAT = 100_000


class Patient:
    """One conversation in one chat."""

    __slots__ = ("answered", "chat", "place", "screen", "since", "spoken")

    def __init__(self, chat: int) -> None:
        self.chat = chat
        self.place = 0
        self.since = 0.0
        self.answered = True
        self.spoken = 0
        self.screen = ""


class Crowd:
    """The patients of one stretch: a new chat for each conversation, so that no chat is ever paced."""

    def __init__(self, put: Callable[[Update], None], meter: Meter, *, patients: int, pause: float, first: int) -> None:
        self._put, self._meter, self._pause, self._size = put, meter, pause, patients
        self._random = random.Random(first)
        self._loop = asyncio.get_running_loop()
        self._people: dict[int, Patient] = {}
        self._chat = _FIRST_CHAT + first
        self._open = True

    @property
    def last_chat(self) -> int:
        """How many chats were used up, counted from the first one."""
        return self._chat - _FIRST_CHAT

    def arrive(self) -> None:
        """Let the patients come."""
        for number in range(self._size):
            self._loop.call_later(SPREAD * number / self._size, self._begin)
        self._loop.call_later(1.0, self._look_after)

    def leave(self) -> None:
        """Nobody does anything any more."""
        self._open = False
        self._people.clear()

    def _begin(self) -> None:
        if not self._open:
            return
        self._chat += 1
        patient = self._people[self._chat] = Patient(self._chat)
        self._say(patient, OPENING)

    def _look_after(self) -> None:
        """Who waited too long is counted as stuck, and somebody new comes."""
        now = time.perf_counter()
        for patient in [p for p in self._people.values() if p.since and now - p.since > PATIENCE]:
            del self._people[patient.chat]
            self._meter.stuck(f"step {patient.place}: {patient.screen}")
            self._begin()
        if self._open:
            self._loop.call_later(1.0, self._look_after)

    def shown(self, chat: int, message: dict[str, Any]) -> None:
        """The bot sent or edited `message` in this chat."""
        patient = self._people.get(chat)
        if patient is None:
            return
        waited = time.perf_counter() - patient.since
        if not patient.answered:
            patient.answered = True
            self._meter.answered(waited)
        patient.screen = message.get("text") or message.get("caption") or ""
        act = self._next(patient, message)
        if act is None or patient.since == 0.0:
            return
        self._meter.ready(waited)
        patient.since = 0.0
        if self._pause:
            self._loop.call_later(self._pause * self._random.uniform(0.5, 1.5), act)
        else:
            act()

    def _next(self, patient: Patient, message: dict[str, Any]) -> Callable[[], None] | None:
        """What the patient does on seeing this message, if it is what they wait for."""
        text, place = message.get("text") or message.get("caption") or "", patient.place
        while place < len(STEPS):
            step = STEPS[place]
            data = _data(step, message) if step.tap else ""
            if step.sees in text and (data or step.say):
                return lambda: self._do(patient, place + 1, step, message, data)
            if not step.optional:
                return None
            place += 1
        return (lambda: self._complete(patient)) if FAREWELL in text else None

    def _do(self, patient: Patient, place: int, step: Step, message: dict[str, Any], data: str) -> None:
        if not self._open:
            return
        patient.place = place
        if data:
            self._tap(patient, message, data)
        else:
            self._say(patient, step.say)

    def _complete(self, patient: Patient) -> None:
        self._people.pop(patient.chat, None)
        self._meter.completed()
        self._begin()

    def _say(self, patient: Patient, text: str) -> None:
        patient.spoken += 1
        message: dict[str, Any] = {
            # Telegram counts a chat's messages from both sides; here the patient's are far above the bot's.
            "message_id": 1_000_000_000 + patient.spoken,
            "from": person(patient.chat),
            "chat": chat_of(patient.chat),
            "date": int(time.time()),
            "text": text,
        }
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
        self._send(patient, {"message": message})

    def _tap(self, patient: Patient, message: dict[str, Any], data: str) -> None:
        patient.spoken += 1
        query = {
            "id": f"{patient.chat}{patient.spoken:04}",
            "from": person(patient.chat),
            "message": message,
            "chat_instance": str(patient.chat),
            "data": data,
        }
        self._send(patient, {"callback_query": query})

    def _send(self, patient: Patient, update: Update) -> None:
        patient.since, patient.answered = time.perf_counter(), False
        self._put(update)


def _data(step: Step, message: dict[str, Any]) -> str:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    found = (b for row in rows for b in row if step.tap in label_of(b) and "callback_data" in b)
    return next((str(button["callback_data"]) for button in found), "")


def person(chat: int) -> dict[str, Any]:
    """Who writes in this chat."""
    return {"id": chat, "is_bot": False, "first_name": "Carla", "language_code": "en"}


def chat_of(chat: int) -> dict[str, Any]:
    """The private chat of this id."""
    return {"id": chat, "type": "private", "first_name": "Carla"}
