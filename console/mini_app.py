"""Signing in from inside Telegram: what Telegram says of who opened the console there (Mini App, `initData`).

Telegram signs it with the bot's token; it must be fresh, and opens one session. Whom it names must be active staff.
"""

import hmac
import secrets
from datetime import timedelta

from init_data_py import InitData, hash_token, validate_by_hash
from init_data_py.errors import InvalidInitDataError

from console.asked import Asked
from console.attempts import Attempts
from console.navigation import INBOX
from console.pages import Answer, GoTo, Page, refusal
from console.signing_in import FOREIGN, MARK_BYTES, TOO_MANY
from desk.desk import Desk
from desk.sign_in import LINK_MS, note_denied, sign_in_app

APP = "/app"
_FRESH = timedelta(milliseconds=LINK_MS)
_REFUSED = refusal(
    "Not signed in", "Telegram's word is too old, or not for this desk. Close this, and open it again.", 403
)


class MiniApp:
    """Handlers of the page that Telegram opens."""

    def __init__(self, desk: Desk, attempts: Attempts, bot_token: str) -> None:
        self._desk, self._attempts = desk, attempts
        self._token_hash = hash_token(bot_token)

    def open(self, asked: Asked) -> Answer:
        """A page whose script sends on what Telegram put behind the # of its address; no server sees that part."""
        mark = asked.confirm or secrets.token_urlsafe(MARK_BYTES)
        return Page("app.html", {"mark": mark}, confirm=mark)

    def enter(self, asked: Asked) -> Answer:
        """Sign in whom Telegram vouches for."""
        now = self._desk.now_ms()
        if self._attempts.too_many(asked.address, now):
            return TOO_MANY
        mark = asked.form.get("mark", "")
        if asked.foreign or not mark or not hmac.compare_digest(mark.encode(), asked.confirm.encode()):
            return self._refused(asked, FOREIGN)
        found = self._valid(asked.form.get("init_data", ""))
        if found is None or found.user is None:
            return self._refused(asked, _REFUSED)
        with self._desk.store.transaction() as books:
            secret = sign_in_app(
                self._desk, books, found.user.id, f"app|{found.hash.lower()}", found.auth_date * 1000,
                leaving=asked.secret, address=asked.address,
            )  # fmt: skip
        if secret is None:
            self._attempts.failed(asked.address, now)
            return _REFUSED
        return GoTo(INBOX.href, secret=secret)

    def _valid(self, given: str) -> InitData | None:
        try:
            return validate_by_hash(
                given, self._token_hash, expires_in=_FRESH, token_hashed=True, now=self._desk.clock()
            )
        except InvalidInitDataError:
            return None

    def _refused(self, asked: Asked, page: Page) -> Page:
        self._attempts.failed(asked.address, self._desk.now_ms())
        with self._desk.store.transaction() as books:
            note_denied(self._desk, books, "", "app", asked.address)
        return page
