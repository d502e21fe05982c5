"""The page with the phones over HTTP, and the rule that only this page may use the sandbox from a browser."""

import asyncio
from pathlib import Path
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

CONSOLE = "/console"
PAGE = Path(__file__).parent / "page"
PAGE_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
POLICY = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}
HTTP_FORBIDDEN = 403
HTTP_NOT_FOUND = 404


async def page(request: Request) -> Response:
    """The page with the phones, and its style, script and icon."""
    path = PAGE / request.path_params.get("name", "index.html")
    if path.suffix not in PAGE_TYPES or not path.is_file():
        return Response(status_code=HTTP_NOT_FOUND)
    return FileResponse(path, media_type=PAGE_TYPES[path.suffix], headers=POLICY)


class OwnPageOnly:
    """Turns away browsers that come from another site's page: they name their origin, and it is not ours."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope) if scope["type"] == "http" else Headers()
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != headers.get("host"):
            await Response("another site's page", HTTP_FORBIDDEN)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


async def console(request: Request) -> Response:
    """The way to the staff console: made anew for each visit, where the one who runs the sandbox can."""
    url = request.app.state.world.console_url
    address = await asyncio.to_thread(url) if callable(url) else url
    return RedirectResponse(address, headers=POLICY) if address else Response(status_code=HTTP_NOT_FOUND)


ROUTES = (Route("/", page), Route(CONSOLE, console), Route("/sandbox/page/{name}", page))
