"""The Bot API over HTTP: {root}/bot{token}/{method} and {root}/file/bot{token}/{path}."""

import asyncio
import hmac
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox import dispatch, files, parameters
from sandbox.refusals import RefusedError, not_found, unauthorized
from sandbox.world import World


def json_response(body: Any, status: int = 200) -> Response:
    return Response(orjson.dumps(body), status, media_type="application/json")


def _opens(world: World, request: Request) -> bool:
    return hmac.compare_digest(request.path_params["token"].encode(), world.token.encode())


async def call(request: Request) -> Response:
    """One call of the bot."""
    world: World = request.app.state.world
    if not _opens(world, request):
        return _refused(unauthorized())
    try:
        given = await parameters.read(request)
    except RefusedError as error:
        return _refused(error)
    answer = await dispatch.answer(world, request.path_params["method"], given)
    if answer.cut:
        await asyncio.sleep(answer.hang)
        request.state.transport.abort()
    headers = _retry_header(answer.body)
    return Response(orjson.dumps(answer.body), answer.status, headers, media_type="application/json")


async def download(request: Request) -> Response:
    """A file the bot asked for with getFile."""
    world: World = request.app.state.world
    if not _opens(world, request):
        return _refused(unauthorized())
    stored = files.by_path(world, request.path_params["path"])
    if stored is None:
        return _refused(not_found())
    return Response(stored.body, media_type="application/octet-stream")


def _retry_header(body: dict[str, Any]) -> dict[str, str]:
    seconds = body.get("parameters", {}).get("retry_after")
    return {} if seconds is None else {"Retry-After": str(seconds)}


def _refused(error: RefusedError) -> Response:
    return json_response(error.body(), error.code)


ROUTES = (
    Route("/bot{token}/{method}", call, methods=["GET", "POST"]),
    Route("/file/bot{token}/{path:path}", download),
)
