"""Which methods there are, what they need and who answers them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sandbox.parameters import Parameters
from sandbox.refusals import TEXT_EMPTY, bad_request
from sandbox.world import World

Handler = Callable[[World, Parameters], Any]
MISSING = {
    "chat_id": "chat_id is empty",
    "text": TEXT_EMPTY,
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "photo": "there is no photo in the request",
    "user_id": "invalid user_id specified",
    "file_id": "file_id not specified",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "action": "wrong parameter action in request",
    "message_thread_id": "message thread not found",
    "name": "TOPIC_TITLE_EMPTY",
    "commands": "can't parse commands: expected an Array of BotCommand",
}


@dataclass(frozen=True, slots=True)
class Method:
    """One method: `counted` ones are messages to a chat in the sense of the flood limits."""

    name: str
    required: tuple[str, ...]
    handler: Handler
    counted: bool


@dataclass(frozen=True, slots=True)
class Spoken:
    """A result with the sentence Telegram adds to some answers."""

    result: Any
    description: str


METHODS: dict[str, Method] = {}


def method(name: str, *required: str, counted: bool = False) -> Callable[[Handler], Handler]:
    """Offer a function as a method; calls without a required parameter never reach it."""

    def register(handler: Handler) -> Handler:
        METHODS[name.lower()] = Method(name, required, handler, counted)
        return handler

    return register


def check_required(found: Method, parameters: Parameters) -> None:
    for name in found.required:
        if not parameters.has(name):
            raise bad_request(MISSING.get(name, f'parameter "{name}" is required'))
