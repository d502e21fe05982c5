"""Sessions of the console: opened, looked up at every request, listed, ended; they end by themselves.

A secret is 32 random bytes, and only its SHA-256 is kept: the database holds nothing one could sign in with. Limits
follow OWASP ASVS 5.0 (7.2.3 and 7.2.4 new random ids, 7.3.1 and 7.3.2 time limits, 7.4.2 and 7.4.5 ended by others).
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from desk.desk import Desk
from storage import audit, sessions, staff
from storage.sessions import SessionRow
from storage.staff import Member
from storage.store import Books

SURFACE = "console"
IDLE_MS = 12 * 3_600_000
"""A session not used for this long is over."""
ABSOLUTE_MS = 7 * 24 * 3_600_000
"""A session is over after this long, however much it is used."""
WAITING_MS = 10 * 60_000
"""A session that waits for a second factor is over after this long."""
TOUCH_MS = 60_000
"""Use of a session is noted this often at most, so that reading pages writes next to nothing."""
CODE, SETUP = "code", "setup"
"""What a session may wait for: the code of an authenticator app, or one to be set up."""
_BYTES = 32
TOKEN_LENGTH = 43
"""Characters that 32 bytes take in URL-safe base64."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is signed in, in which session, and the token every form of theirs must carry.

    `waits_for` is CODE or SETUP while nothing else may be reached; `stale` means that this use should be noted.
    """

    member: Member
    form_token: str
    uid: str = ""
    waits_for: str = ""
    stale: bool = False


def open_session(
    desk: Desk, books: Books, member: Member, act: str, *, leaving: str = "", address: str = "", passed: bool = False
) -> str:
    """A new session, in the place of the one whose secret is `leaving`; gives its secret.

    Unless the second factor was `passed`, it waits for it where there is one. The audit log calls this `act`.
    """
    now, secret = desk.now_ms(), new_token()
    if leaving:
        sessions.end_session(books, hashed(leaving))
    sessions.forget_sessions(books, now - IDLE_MS, now - ABSOLUTE_MS)
    done = passed or not (member.second_factor or desk.require_totp)
    sessions.open_session(books, hashed(secret), member.telegram_id, now, address=address, passed=done)
    note(desk, books, str(member.telegram_id), act, detail=address)
    return secret


def pass_on(desk: Desk, books: Books, secret: str, member: Member, address: str) -> str:
    """The second factor was given: a new session in the place of the one that waited; gives its secret."""
    return open_session(desk, books, member, "factor_given", leaving=secret, address=address, passed=True)


def signed_in(desk: Desk, books: Books, secret: str) -> SignedIn | None:
    """Who has this session; None where it ran out, was ended, or its owner is staff no longer."""
    found = sessions.session(books, hashed(secret)) if len(secret) == TOKEN_LENGTH else None
    now = desk.now_ms()
    if found is None or not _is_live(found, now):
        return None
    member = staff.member(books, found.telegram_id)
    if member is None:
        return None
    waits_for = _waits_for(desk, member, passed=found.passed)
    return SignedIn(member, form_token(secret), found.uid, waits_for, now - found.seen_at >= TOUCH_MS)


def _is_live(found: SessionRow, now: int) -> bool:
    """True where this session has not run out."""
    whole = ABSOLUTE_MS if found.passed else WAITING_MS
    return now - found.seen_at < IDLE_MS and now - found.opened_at < whole


def _waits_for(desk: Desk, member: Member, *, passed: bool) -> str:
    if member.second_factor:
        return "" if passed else CODE
    return SETUP if desk.require_totp else ""


def keep_awake(desk: Desk, books: Books, secret: str) -> None:
    """Note that a session is in use."""
    sessions.touch_session(books, hashed(secret), desk.now_ms())


def sign_out(desk: Desk, books: Books, secret: str, member: Member) -> None:
    """End this session."""
    if sessions.end_session(books, hashed(secret)):
        note(desk, books, str(member.telegram_id), "signed_out")


def live_sessions(desk: Desk, books: Books, telegram_id: int | None = None) -> list[SessionRow]:
    """The sessions of this member, or of everybody, that have not run out; the last used first."""
    now = desk.now_ms()
    return [found for found in sessions.sessions_of(books, telegram_id) if _is_live(found, now)]


def end_session(desk: Desk, books: Books, member: Member, uid: str, *, anybody: bool = False) -> bool:
    """End the session called `uid` for `member`, whose own it must be unless `anybody`; False where there is none."""
    owners = {found.uid: found.telegram_id for found in live_sessions(desk, books)}
    if uid not in owners or not (anybody or owners[uid] == member.telegram_id):
        return False
    sessions.end_named(books, uid)
    note(desk, books, str(member.telegram_id), "session_ended", str(owners[uid]))
    return True


def end_others(desk: Desk, books: Books, member: Member, keep: str) -> int:
    """End every session of this member except the one called `keep`; gives how many there were."""
    ended = sessions.end_sessions_of(books, member.telegram_id, but=keep)
    note(desk, books, str(member.telegram_id), "sessions_ended", detail=f"{ended} other sessions")
    return ended


def note(desk: Desk, books: Books, actor: str, act: str, subject: str = "", detail: str = "") -> None:
    """Write down what somebody did to their own or another's way in."""
    now = desk.now_ms()
    audit.append(books, actor=actor, surface=SURFACE, act=act, subject=(subject or actor)[:64], now=now, detail=detail)


def form_token(secret: str) -> str:
    """What forms of this session carry; made from the cookie's secret, which a foreign page cannot read."""
    return hmac.new(secret.encode(), b"form", hashlib.sha256).hexdigest()


def new_token() -> str:
    """A fresh secret."""
    return secrets.token_urlsafe(_BYTES)


def hashed(token: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(token.encode()).hexdigest()
