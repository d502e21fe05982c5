"""The gate every request passes: read it, see who it is and whether the form is ours, let the handler answer, render.

The handler works in a thread, inside one transaction, on values; nothing is rendered while the database is held.
"""

import hmac
from collections.abc import Callable
from dataclasses import dataclass

import anyio
import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from console.asked import Asked, TooLong, read_asked
from console.attempts import MOST_CODES, Attempts
from console.cookies import Cookies
from console.origins import home_of
from console.pages import Answer, GoTo, Unchanged, refusal
from console.responses import Responses
from desk.console_sessions import CODE, SETUP, SignedIn, keep_awake, signed_in
from desk.desk import Desk
from desk.sign_in import note_denied
from storage.staff import Member
from storage.store import Books, StorageDown

log = structlog.get_logger()
SIGN_IN = "/sign-in"
WAITING_AT = {CODE: "/code", SETUP: "/second-factor"}
"""The one page that a session reaches while it waits for something."""
AT_ONCE = 8
"""Requests that may use the database at once: fewer than it has connections, so the bot never waits for one."""
_FOREIGN = refusal("Not accepted", "This form did not come from this page. Go back, reload, and try again.", 403)
_NOT_ALLOWED = refusal("Not allowed", "Your role does not open this page.", 403)
_TOO_LONG = refusal("Too long", "That was more than this form takes.", 413)
_DOWN = refusal("One moment", "The database cannot be reached just now. Nothing was changed. Please try again.", 503)
_FAILED = refusal("That did not work", "Something went wrong on our side. Nothing was changed.", 500)


@dataclass(frozen=True, slots=True)
class Visit:
    """A request of somebody signed in, with the books of its transaction open."""

    desk: Desk
    books: Books
    who: SignedIn
    asked: Asked

    @property
    def member(self) -> Member:
        """Who asks."""
        return self.who.member


def _everybody(_member: Member) -> bool:
    return True


Handler = Callable[[Visit], Answer]
OpenHandler = Callable[[Asked], Answer]
Mark = Callable[[Visit], str]
"""How what a page shows stands now, in a few letters; empty where this member may not see it."""
_Worked = tuple[Answer, SignedIn | None]


class Gate:
    """The gate of one console."""

    def __init__(self, desk: Desk, base_url: str) -> None:
        """The gate under `base_url`; raises BadBaseUrl."""
        self.desk = desk
        self.attempts = Attempts()
        self.codes = Attempts(MOST_CODES)
        self._home = home_of(base_url)
        self._cookies = Cookies(self._home)
        self._responses = Responses(desk, self._home, self._cookies)
        self.static = self._responses.static
        self._limiter = anyio.CapacityLimiter(AT_ONCE)

    def signed(
        self,
        path: str,
        handler: Handler,
        *,
        method: str = "GET",
        writes: bool = False,
        waiting: bool = False,
        allowed: Callable[[Member], bool] = _everybody,
        mark: Mark | None = None,
    ) -> Route:
        """A route for staff; `writes` where the handler does, as every form does, and `allowed` says for whom it is.

        `waiting` opens it to those whose second factor is still asked for, or still to be set up. `mark` tells, for a
        page that keeps itself fresh, whether anything changed: where not, the handler is not asked, nothing is shown.
        """

        def guarded(visit: Visit) -> Answer:
            return handler(visit) if allowed(visit.member) else _NOT_ALLOWED

        def work(asked: Asked) -> _Worked:
            if mark and asked.refresh and asked.known and self._has(asked, mark):
                return Unchanged(), None
            return self._for_staff(asked, guarded, writes=writes or asked.posted, waiting=waiting)

        return self._route(path, method, work)

    def open(self, path: str, handler: OpenHandler, *, method: str = "GET") -> Route:
        """A route for anybody; the handler opens its own transaction."""
        return self._route(path, method, lambda asked: (handler(asked), None))

    def _route(self, path: str, method: str, work: Callable[[Asked], _Worked]) -> Route:
        async def endpoint(request: Request) -> Response:
            try:
                asked = await read_asked(request, self._home, self._cookies)
            except TooLong:
                return self._responses.make(_TOO_LONG)
            return await anyio.to_thread.run_sync(self._carry_out, work, asked, path, limiter=self._limiter)

        return Route(path, endpoint, methods=[method])

    def _carry_out(self, work: Callable[[Asked], _Worked], asked: Asked, path: str) -> Response:
        try:
            answer, who = work(asked)
            return self._responses.make(answer, who, asked)
        except StorageDown:
            return self._responses.make(_DOWN)
        except Exception as error:  # noqa: BLE001  # an error may hold words of people: its kind and place must do
            log.error("console request failed", path=path, error=type(error).__name__)
            return self._responses.make(_FAILED)

    def _has(self, asked: Asked, mark: Mark) -> bool:
        """True where this browser has what there is to see already."""
        with self.desk.store.reading() as books:
            who = signed_in(self.desk, books, asked.secret)
            return bool(who and not who.waits_for and asked.known == mark(Visit(self.desk, books, who, asked)))

    def _for_staff(self, asked: Asked, handler: Handler, *, writes: bool, waiting: bool) -> _Worked:
        store = self.desk.store
        with store.transaction() if writes else store.reading() as books:
            who = signed_in(self.desk, books, asked.secret)
            if who is None:
                return GoTo(SIGN_IN, leave=bool(asked.secret)), None
            if who.waits_for and not waiting:
                return GoTo(WAITING_AT[who.waits_for]), who
            if asked.posted and not _is_ours(asked, who):
                note_denied(
                    self.desk, books, str(who.member.telegram_id), "form", "foreign" if asked.foreign else "token"
                )
                return _FOREIGN, who
            answer = handler(Visit(self.desk, books, who, asked))
        if answer is _NOT_ALLOWED:
            with store.transaction() as books:
                note_denied(self.desk, books, str(who.member.telegram_id), "page", asked.page)
        if who.stale and not asked.refresh and not isinstance(answer, GoTo):
            with store.transaction() as books:
                keep_awake(self.desk, books, asked.secret)
        return answer, who


def _is_ours(asked: Asked, who: SignedIn) -> bool:
    given = asked.form.get("form_token", "")
    return not asked.foreign and hmac.compare_digest(given.encode(), who.form_token.encode())
