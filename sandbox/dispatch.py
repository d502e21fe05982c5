"""One call of the bot from its parameters to its answer: faults, limits, the method, the log."""

import inspect
from dataclasses import dataclass
from typing import Any

from sandbox import methods
from sandbox.faults import Fault
from sandbox.methods.registry import METHODS, Method, Spoken, check_required
from sandbox.parameters import Parameters
from sandbox.records import PRIVATE, Call
from sandbox.refusals import RefusedError, not_found, too_many
from sandbox.world import World

OFFERED = methods.__all__
HTTP_OK = 200
HTTP_BROKEN = 500


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back over the wire; a `cut` one gets no answer at all, after `hang` seconds."""

    status: int
    body: dict[str, Any]
    cut: bool = False
    hang: float = 0.0


async def answer(world: World, name: str, parameters: Parameters) -> Answer:
    """Carry out one call and write it down; never raises for what the bot did wrong."""
    found = METHODS.get(name.lower())
    fault = world.faults.take(name, parameters.optional_integer("chat_id"))
    if fault and fault.when == "before":
        given = Answer(HTTP_OK, {})
    else:
        given = await _carry_out(world, found, parameters)
    if fault:
        given = _spoil(fault, given)
    with world.lock:
        world.calls.append(_note(world, found.name if found else name, parameters, given, fault))
    return given


async def _carry_out(world: World, found: Method | None, parameters: Parameters) -> Answer:
    try:
        if found is None:
            raise not_found()
        check_required(found, parameters)
        if inspect.iscoroutinefunction(found.handler):
            result = await found.handler(world, parameters)
        else:
            with world.changing():
                _check_flood(world, found, parameters)
                result = found.handler(world, parameters)
    except RefusedError as error:
        return Answer(error.code, error.body())
    if isinstance(result, Spoken):
        return Answer(HTTP_OK, {"ok": True, "result": result.result, "description": result.description})
    return Answer(HTTP_OK, {"ok": True, "result": result})


def _check_flood(world: World, found: Method, parameters: Parameters) -> None:
    if not found.counted:
        return
    chat_id = parameters.integer("chat_id")
    chat = world.chats.get(chat_id)
    if seconds := world.flood.wait(chat_id, group=chat is not None and chat.type != PRIVATE):
        raise too_many(seconds)


def _spoil(fault: Fault, given: Answer) -> Answer:
    match fault.kind:
        case "429":
            refusal = too_many(fault.retry_after)
            return Answer(refusal.code, refusal.body())
        case "500":
            refusal = RefusedError(HTTP_BROKEN, "Internal Server Error")
            return Answer(refusal.code, refusal.body())
        case "error":
            refusal = RefusedError(fault.code, fault.description)
            return Answer(refusal.code, refusal.body())
        case "timeout":
            return Answer(given.status, given.body, cut=True, hang=fault.seconds)
        case _:
            return Answer(given.status, given.body, cut=True)


def _note(world: World, name: str, parameters: Parameters, given: Answer, fault: Fault | None) -> Call:
    params = dict(parameters.values) | {key: f"<{len(file.body)} bytes>" for key, file in parameters.uploads.items()}
    kind = f"{fault.kind} {fault.when}" if fault else None
    body = None if given.cut else given.body
    return Call(world.number(), name, params, world.clock.now(), given.status, body, kind)
