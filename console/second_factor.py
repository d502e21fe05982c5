"""Pages of the second factor: giving a code, and setting up the app that shows them."""

import segno
from markupsafe import Markup

from console.attempts import Attempts
from console.gate import Visit
from console.navigation import ACCOUNT, INBOX
from console.pages import Answer, GoTo, Page, refusal
from desk import second_factor
from desk.console_sessions import CODE, SETUP, pass_on, sign_out

_TOO_MANY = refusal("Too many wrong codes", "Please wait five minutes, then sign in again with a new link.", 429)
_WRONG = "That is not the code of now, or it was used already. Wait for the next one and try again."
_INK, _PAPER = "#15181a", "#ffffff"


class FactorPages:
    """Handlers of these pages; wrong codes of one person are counted over all of their sessions."""

    def __init__(self, codes: Attempts) -> None:
        self._codes = codes

    def ask(self, visit: Visit) -> Answer:
        """The page that asks for a code, for whom a code is asked of."""
        return Page("code.html", {"why": ""}) if visit.who.waits_for == CODE else GoTo(_way_on(visit))

    def give(self, visit: Visit) -> Answer:
        """Take the code: a right one opens the console, in a new session."""
        if visit.who.waits_for != CODE:
            return GoTo(_way_on(visit))
        if self._too_many(visit):
            sign_out(visit.desk, visit.books, visit.asked.secret, visit.member)
            return _TOO_MANY
        if not second_factor.check(visit.desk, visit.books, visit.member, visit.asked.form.get("code", "")):
            self._codes.failed(str(visit.member.telegram_id), visit.desk.now_ms())
            return Page("code.html", {"why": _WRONG}, 422)
        return GoTo(INBOX.href, secret=_passed(visit))

    def explain(self, visit: Visit) -> Answer:
        """How to set up an app, with its secret; for whom has none yet."""
        return self._setup(visit) if _may_set_up(visit) else GoTo(_way_on(visit))

    def confirm(self, visit: Visit) -> Answer:
        """The code of the app shows that it has the secret: from now on codes are asked for."""
        if not _may_set_up(visit):
            return GoTo(_way_on(visit))
        if self._too_many(visit):
            return _TOO_MANY
        code = visit.asked.form.get("code", "")
        if not second_factor.confirm(visit.desk, visit.books, visit.member, code, keep=visit.who.uid):
            self._codes.failed(str(visit.member.telegram_id), visit.desk.now_ms())
            return self._setup(visit, _WRONG)
        return GoTo(f"{ACCOUNT.href}?done=factor", secret=_passed(visit))

    def turn_off(self, visit: Visit) -> Answer:
        """Ask for no codes any more, where the desk leaves that to everybody."""
        if self._too_many(visit):
            return _TOO_MANY
        if second_factor.turn_off(visit.desk, visit.books, visit.member, visit.asked.form.get("code", "")):
            return GoTo(f"{ACCOUNT.href}?done=factor_off")
        self._codes.failed(str(visit.member.telegram_id), visit.desk.now_ms())
        return GoTo(f"{ACCOUNT.href}?done=factor_kept")

    def _too_many(self, visit: Visit) -> bool:
        return self._codes.too_many(str(visit.member.telegram_id), visit.desk.now_ms())

    def _setup(self, visit: Visit, why: str = "") -> Page:
        setup = second_factor.begin(visit.desk, visit.books, visit.member)
        groups = [setup.secret[start : start + 4] for start in range(0, len(setup.secret), 4)]
        context = {"picture": _picture(setup.address), "secret": " ".join(groups), "why": why}
        return Page("second_factor.html", context | {"required": bool(visit.who.waits_for)}, 422 if why else 200)


def _picture(address: str) -> Markup:
    """The address as a QR code: numbers and colours only, nothing of the address as text."""
    code = segno.make(address, error="m", micro=False)
    drawn = code.svg_inline(omitsize=True, border=3, dark=_INK, light=_PAPER, svgclass="qr", lineclass=None)
    return Markup(drawn)  # noqa: S704  # drawn by the library from bits


def _may_set_up(visit: Visit) -> bool:
    return not visit.member.second_factor and visit.who.waits_for in {"", SETUP}


def _way_on(visit: Visit) -> str:
    return {CODE: "/code", SETUP: "/second-factor"}.get(visit.who.waits_for, ACCOUNT.href)


def _passed(visit: Visit) -> str:
    return pass_on(visit.desk, visit.books, visit.asked.secret, visit.member, visit.asked.address)
