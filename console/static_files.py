"""Our own style, scripts and icon, read once; their addresses change with their content, so browsers may keep them."""

import hashlib
from importlib import resources

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from console.headers import headers_for

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_MARK = 12


class StaticFiles:
    """The files of `console/static`."""

    def __init__(self, *, secure: bool) -> None:
        self._secure = secure
        self._files = {
            path.name: path.read_bytes()
            for path in resources.files("console").joinpath("static").iterdir()
            if path.name.endswith(tuple(_TYPES))
        }
        self._marks = {name: hashlib.sha256(body).hexdigest()[:_MARK] for name, body in self._files.items()}

    def url(self, name: str) -> str:
        """The address of a file, as it is now; raises KeyError where there is none."""
        return f"/static/{name}?{self._marks[name]}"

    def route(self) -> Route:
        """The route that gives them out."""
        return Route("/static/{name}", self._give)

    async def _give(self, request: Request) -> Response:
        name = request.path_params["name"]
        body = self._files.get(name)
        if body is None:
            return PlainTextResponse("Not Found", 404, headers_for(secure=self._secure))
        media_type = next(kind for ending, kind in _TYPES.items() if name.endswith(ending))
        return Response(body, 200, headers_for(secure=self._secure, keep=True), media_type)
