"""From what a handler answers to what goes over the line: pages rendered, cookies put, every header in place."""

import hashlib
from typing import Any

from starlette.responses import HTMLResponse, RedirectResponse, Response

from console.alarm import Alarm
from console.asked import Asked
from console.cookies import Cookies
from console.downloads import download
from console.headers import headers_for
from console.navigation import HEALTH, places
from console.origins import Home
from console.pages import Answer, Download, GoTo, Pages, Unchanged
from console.static_files import StaticFiles
from desk.console_sessions import SignedIn
from desk.desk import Desk

_MARK = 24


class Responses:
    """Makes the responses of one console."""

    def __init__(self, desk: Desk, home: Home, cookies: Cookies) -> None:
        self.static = StaticFiles(secure=home.secure)
        self._pages = Pages(self.static, desk.flow.clinic.name)
        self._alarm = Alarm(desk)
        self._home, self._cookies = home, cookies

    def make(self, answer: Answer, who: SignedIn | None = None, asked: Asked | None = None) -> Response:
        """The response that shows `answer` to `who`, who asked for it."""
        headers = headers_for(secure=self._home.secure)
        if isinstance(answer, GoTo):
            response: Response = RedirectResponse(answer.path, 303, headers)
            if answer.secret:
                self._cookies.put_session(response, answer.secret)
            if answer.leave:
                self._cookies.drop_session(response)
            return response
        if isinstance(answer, Download):
            return download(answer, headers)
        if isinstance(answer, Unchanged):
            return Response(status_code=304, headers=headers)
        live = asked.url if asked and answer.live and not asked.posted else ""
        text = self._pages.render(answer, live=live, mark=answer.mark, **self._around(who))
        if live:
            mark = answer.mark or hashlib.sha256(text.encode()).hexdigest()[:_MARK]
            if asked and asked.refresh and asked.known == mark:
                return Response(status_code=304, headers=headers)
            headers |= {"ETag": f'"{mark}"'}
        response = HTMLResponse(text, answer.status, headers)
        if answer.confirm:
            self._cookies.put_confirm(response, answer.confirm)
        return response

    def _around(self, who: SignedIn | None) -> dict[str, Any]:
        """What stands around every page: where one can go, and what needs somebody."""
        open_to = places(who.member) if who and not who.waits_for else ()
        rings = who is not None and HEALTH in open_to and self._alarm.rings(who.member)
        return {"who": who, "places": open_to, "alarms": (HEALTH.name,) if rings else ()}
