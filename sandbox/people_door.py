"""The people's side over HTTP, under /sandbox/api: what phones do, what they show, and the levers of a test."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import asdict
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from sandbox import acts, levers, view
from sandbox.acts.registry import ACTS, ActError, chat_of
from sandbox.bell import rung
from sandbox.bot_door import json_response
from sandbox.page_door import CONSOLE
from sandbox.records import ABSENT, Account
from sandbox.world import World

NAMES = acts.__all__
HTTP_BAD_REQUEST = 400
HTTP_NOT_FOUND = 404
HEARTBEAT_SECONDS = 15.0


async def _json(request: Request) -> dict[str, Any]:
    value = orjson.loads(await request.body() or b"{}")
    if not isinstance(value, dict):
        raise TypeError("a JSON object is expected")
    return value


def _sorry(error: Exception, status: int = HTTP_BAD_REQUEST) -> Response:
    return json_response({"error": str(error)}, status)


async def new_person(request: Request) -> Response:
    """A patient's phone; without an id the next of the cast, with a known id that same person."""
    world: World = request.app.state.world
    try:
        wanted = await _json(request)
        with world.changing():
            person = levers.patient(world, **wanted)
    except (TypeError, ValueError) as error:
        return _sorry(error)
    return json_response({"user_id": person.id, "first_name": person.first_name})


async def do(request: Request) -> Response:
    """One act of one person."""
    world: World = request.app.state.world
    act = ACTS.get(request.path_params["act"])
    if act is None:
        return _sorry(LookupError(f"nobody can {request.path_params['act']}; acts: {sorted(ACTS)}"), HTTP_NOT_FOUND)
    try:
        return json_response(act(world, request.path_params["user_id"], **await _json(request)))
    except LookupError as error:
        return _sorry(error, HTTP_NOT_FOUND)
    except (ActError, TypeError, ValueError) as error:
        return _sorry(error)


async def pull(request: Request) -> Response:
    """One lever: a fault, time, limits, a raw or repeated update, reset."""
    world: World = request.app.state.world
    lever = levers.LEVERS.get(request.path_params["lever"])
    if lever is None:
        return _sorry(LookupError(f"levers: {sorted(levers.LEVERS)}"), HTTP_NOT_FOUND)
    try:
        with world.changing():
            return json_response(lever(world, **await _json(request)))
    except (LookupError, TypeError, ValueError) as error:
        return _sorry(error)


def _person(request: Request) -> Account:
    world: World = request.app.state.world
    return world.account(request.path_params["user_id"])


async def phone(request: Request) -> Response:
    """One phone."""
    world: World = request.app.state.world
    try:
        with world.lock:
            return json_response(view.phone_view(world, _person(request)))
    except LookupError as error:
        return _sorry(error, HTTP_NOT_FOUND)


async def messages(request: Request) -> Response:
    """One chat of a phone; `chat` is a chat id or `group`, by default the private chat."""
    world: World = request.app.state.world
    try:
        with world.lock:
            person = _person(request)
            chat = chat_of(world, person, request.query_params.get("chat"))
            return json_response(view.chat_view(world, person, chat))
    except (LookupError, ValueError) as error:
        return _sorry(error, HTTP_NOT_FOUND)


async def state(request: Request) -> Response:
    """What the page shows: who there is, and the phones named in `show`."""
    world: World = request.app.state.world
    wanted = {int(part) for part in request.query_params.get("show", "").split(",") if part.isdigit()}
    with world.lock:
        people = [view.person_view(world, p) for p in world.people.values() if p.role != ABSENT]
        phones = [view.phone_view(world, person) for person in world.people.values() if person.id in wanted]
        shown = {
            "version": world.version,
            "console_url": CONSOLE if world.console_url else "",
            "people": people,
            "phones": phones,
        }
        return json_response(shown)


async def calls(request: Request) -> Response:
    """The bot's calls after number `after`, of one `method` or all but getUpdates."""
    world: World = request.app.state.world
    after, wanted = int(request.query_params.get("after", 0)), request.query_params.get("method", "")
    with world.lock:
        found = [call for call in world.calls if call.number > after]
    chosen = [call for call in found if (call.method == wanted if wanted else call.method != "getUpdates")]
    return json_response([asdict(call) for call in chosen])


async def stored_file(request: Request) -> Response:
    """A picture or file for the page."""
    world: World = request.app.state.world
    stored = world.files.get(request.path_params["file_id"])
    if stored is None:
        return _sorry(LookupError("no such file"), HTTP_NOT_FOUND)
    return Response(stored.body, media_type=stored.mime_type, headers={"Cache-Control": "max-age=3600"})


async def events(request: Request) -> Response:
    """Server-Sent Events: the world's version, whenever it changes."""
    world: World = request.app.state.world

    async def stream() -> AsyncIterator[bytes]:
        with world.bell.listening() as bell:
            while not world.closed:
                bell.clear()
                yield b"data: %d\n\n" % world.version
                await rung(bell, HEARTBEAT_SECONDS)
                await asyncio.sleep(0.03)

    return StreamingResponse(stream(), media_type="text/event-stream", headers={"Cache-Control": "no-store"})


API = "/sandbox/api"
ROUTES = (
    Route(f"{API}/people", new_person, methods=["POST"]),
    Route(f"{API}/people/{{user_id:int}}", phone),
    Route(f"{API}/people/{{user_id:int}}/messages", messages),
    Route(f"{API}/people/{{user_id:int}}/{{act}}", do, methods=["POST"]),
    Route(f"{API}/world/{{lever}}", pull, methods=["POST"]),
    Route(f"{API}/state", state),
    Route(f"{API}/calls", calls),
    Route(f"{API}/files/{{file_id}}", stored_file),
    Route(f"{API}/events", events),
)
