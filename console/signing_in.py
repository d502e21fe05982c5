"""The way in: looking at a link shows whom it is for and spends nothing; only the button on that page spends it."""

import hmac
import secrets

from console.asked import Asked
from console.attempts import WINDOW_MS, Attempts
from console.navigation import INBOX as _INBOX
from console.pages import Answer, GoTo, Page, refusal
from desk.desk import Desk
from desk.sign_in import LINK_MS, link_member, note_denied, sign_in
from storage.staff import Member

INBOX = _INBOX.href
MARK_BYTES = 16
_DEAD = Page("sign_in.html", {"dead": True, "minutes": LINK_MS // 60_000}, 410)
TOO_MANY = refusal("Too many attempts", f"Please wait {WINDOW_MS // 60_000} minutes, then ask for a new link.", 429)
FOREIGN = refusal("Not accepted", "Please open your link again, in this browser, and press the button there.", 403)


class SigningIn:
    """Handlers of the pages that need nobody signed in."""

    def __init__(self, desk: Desk, attempts: Attempts) -> None:
        self._desk, self._attempts = desk, attempts

    def explain(self, _asked: Asked) -> Answer:
        """How to get a link."""
        return Page("sign_in.html", {"dead": False, "minutes": LINK_MS // 60_000})

    def confirm(self, asked: Asked) -> Answer:
        """Whom this link would sign in, and the button that does it."""
        token = asked.path["token"]
        if self._attempts.too_many(asked.address, self._desk.now_ms()):
            return TOO_MANY
        with self._desk.store.reading() as books:
            member = link_member(self._desk, books, token)
        if member is None:
            return self._refused(asked, _DEAD)
        mark = asked.confirm or secrets.token_urlsafe(MARK_BYTES)
        return Page("confirm.html", {"name": _name(member), "token": token, "mark": mark}, confirm=mark)

    def spend(self, asked: Asked) -> Answer:
        """Sign in; the form must come from the page this browser was shown."""
        if self._attempts.too_many(asked.address, self._desk.now_ms()):
            return TOO_MANY
        mark = asked.form.get("mark", "")
        shown = bool(mark) and hmac.compare_digest(mark.encode(), asked.confirm.encode())
        if asked.foreign or not shown:
            return self._refused(asked, FOREIGN)
        token = asked.form.get("token", "")
        with self._desk.store.transaction() as books:
            secret = sign_in(self._desk, books, token, leaving=asked.secret, address=asked.address)
        if secret is None:
            self._attempts.failed(asked.address, self._desk.now_ms())
            return _DEAD
        return GoTo(INBOX, secret=secret)

    def _refused(self, asked: Asked, page: Page) -> Page:
        self._attempts.failed(asked.address, self._desk.now_ms())
        with self._desk.store.transaction() as books:
            note_denied(self._desk, books, "", "sign_in", asked.address)
        return page


def _name(member: Member) -> str:
    return member.name or f"staff {member.telegram_id}"
