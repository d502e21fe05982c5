"""The staff console: its routes, to be put beside the others of the process."""

from starlette.routing import BaseRoute

from console.asked import Asked
from console.desk_routes import desk_routes
from console.gate import SIGN_IN, Gate, Visit
from console.lead_routes import lead_routes
from console.mini_app import APP, MiniApp
from console.pages import Answer, GoTo, Page, not_found
from console.signing_in import INBOX, SigningIn
from desk.console_sessions import sign_out
from desk.desk import Desk
from desk.sign_in import app_address


def console_routes(desk: Desk, base_url: str, *, bot_token: str = "") -> list[BaseRoute]:
    """The routes of the console as it is reached under `base_url`; with `bot_token` it opens inside Telegram too.

    They come last: what nothing else answers, they answer with a page that says so.

    Raises:
        BadBaseUrl: `base_url` is no address, or plain http to another machine than this one.
    """
    gate = Gate(desk, base_url)
    entrance = SigningIn(desk, gate.attempts)
    inside = MiniApp(desk, gate.attempts, bot_token) if bot_token and app_address(base_url) else None
    return [
        *([gate.open(APP, inside.open), gate.open(APP, inside.enter, method="POST")] if inside else []),
        gate.open("/", _home),
        gate.signed("/shortcuts", _shortcuts),
        gate.open(SIGN_IN, entrance.explain),
        gate.open(SIGN_IN, entrance.spend, method="POST"),
        gate.open(f"{SIGN_IN}/{{token}}", entrance.confirm),
        gate.signed("/sign-out", _leave, method="POST", waiting=True),
        *desk_routes(gate),
        *lead_routes(gate),
        gate.static.route(),
        *(gate.open("/{elsewhere:path}", _nowhere, method=method) for method in ("GET", "POST")),
    ]


def _home(_asked: Asked) -> Answer:
    return GoTo(INBOX)


def _nowhere(_asked: Asked) -> Answer:
    """What no route is for: a page of ours with every header, and never a way on that is made of the address."""
    return not_found()


def _shortcuts(_visit: Visit) -> Answer:
    return Page("shortcuts.html")


def _leave(visit: Visit) -> Answer:
    sign_out(visit.desk, visit.books, visit.asked.secret, visit.member)
    return GoTo(SIGN_IN, leave=True)
