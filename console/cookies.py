"""The two cookies: who is signed in, and which browser was shown a sign-in page."""

from starlette.requests import Request
from starlette.responses import Response

from console.origins import Home

CONFIRM_SECONDS = 600


class Cookies:
    """Cookies bound to this host: `__Host-` where there is TLS, else plain names on this machine (RFC 6265bis)."""

    def __init__(self, home: Home) -> None:
        prefix = "__Host-" if home.secure else ""
        self.session, self.confirm = f"{prefix}desk_session", f"{prefix}desk_confirm"
        self._secure = home.secure

    def session_in(self, request: Request) -> str:
        """The session's secret that the browser sent; empty where none."""
        return request.cookies.get(self.session, "")

    def confirm_in(self, request: Request) -> str:
        """The mark of the sign-in page that the browser sent; empty where none."""
        return request.cookies.get(self.confirm, "")

    def put_session(self, response: Response, secret: str) -> None:
        """Hand out a session; it ends with the browser, if not before."""
        self._put(response, self.session, secret, None)
        self._drop(response, self.confirm)

    def put_confirm(self, response: Response, mark: str) -> None:
        """Mark the browser that was shown a sign-in page."""
        self._put(response, self.confirm, mark, CONFIRM_SECONDS)

    def drop_session(self, response: Response) -> None:
        """Take the session away."""
        self._drop(response, self.session)

    def _put(self, response: Response, name: str, value: str, seconds: int | None) -> None:
        response.set_cookie(
            name, value, max_age=seconds, path="/", secure=self._secure, httponly=True, samesite="strict"
        )

    def _drop(self, response: Response, name: str) -> None:
        response.delete_cookie(name, path="/", secure=self._secure, httponly=True, samesite="strict")
