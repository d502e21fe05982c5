"""Signing in to the console: with a one-time link that is spent once, or with what Telegram says of who opens it there.

A link is 32 random bytes of which only the SHA-256 is kept (OWASP ASVS 5.0, 6.4.1: first secrets are short-lived).
"""

from desk.console_sessions import SURFACE as SURFACE  # noqa: PLC0414  # the surface is named here for all
from desk.console_sessions import TOKEN_LENGTH, hashed, new_token, note, open_session
from desk.desk import Desk
from desk.showing import CONSOLE_LINK, take_away
from storage import sessions, staff
from storage.staff import Member
from storage.store import Books

LINK_MS = 5 * 60_000
"""How long a link can be spent, and how old Telegram's word of somebody may be."""


class NotStaff(Exception):
    """This Telegram id belongs to nobody who is active staff."""


def make_link(desk: Desk, books: Books, telegram_id: int) -> str:
    """The secret part of a link that signs this member in once, within five minutes; earlier ones stop working.

    Raises:
        NotStaff: the id is no active member's.
    """
    if staff.member(books, telegram_id) is None:
        raise NotStaff(str(telegram_id))
    now, token = desk.now_ms(), new_token()
    sessions.add_link(books, hashed(token), telegram_id, now, now + LINK_MS)
    note(desk, books, str(telegram_id), "link_made")
    return token


def link_address(base_url: str, token: str) -> str:
    """The address that shows whom a link signs in, with the button that spends it."""
    return f"{base_url.rstrip('/')}/sign-in/{token}"


def app_address(base_url: str) -> str:
    """The address that opens the console inside Telegram; empty where it cannot, since Telegram asks for https."""
    return f"{base_url.rstrip('/')}/app" if base_url.startswith("https://") else ""


def link_member(desk: Desk, books: Books, token: str) -> Member | None:
    """Whom this link would sign in; looking spends nothing, so a messenger's preview of it does no harm."""
    owner = sessions.link_owner(books, hashed(token), desk.now_ms()) if len(token) == TOKEN_LENGTH else None
    return staff.member(books, owner) if owner is not None else None


def sign_in(desk: Desk, books: Books, token: str, *, leaving: str = "", address: str = "") -> str | None:
    """Spend a link: the new session's secret, or None where the link is wrong, used, expired, or its owner was removed.

    `leaving` is the secret of a session this browser had before; it ends. `address` goes into the audit log.
    """
    owner = sessions.spend_link(books, hashed(token), desk.now_ms()) if len(token) == TOKEN_LENGTH else None
    member = staff.member(books, owner) if owner is not None else None
    if member is None:
        note_denied(desk, books, "", "link", address)
        return None
    take_away(desk, books, member.telegram_id, CONSOLE_LINK)
    return open_session(desk, books, member, "signed_in", leaving=leaving, address=address)


def sign_in_app(
    desk: Desk, books: Books, telegram_id: int, proof: str, issued_at: int, *, leaving: str = "", address: str = ""
) -> str | None:
    """Sign in whom Telegram vouches for with `proof`: the new session's secret, or None where it was used before.

    None as well where the id is no active member's. `issued_at` is in milliseconds; the proof must not be older than a
    link may be, which is for the caller to see.
    """
    now = desk.now_ms()
    member = staff.member(books, telegram_id)
    first = sessions.spend_once(books, hashed(proof), telegram_id, now, max(now, issued_at) + 2 * LINK_MS)
    if member is None or not first:
        note_denied(desk, books, str(telegram_id), "app", address)
        return None
    return open_session(desk, books, member, "signed_in_app", leaving=leaving, address=address)


def note_denied(desk: Desk, books: Books, actor: str, subject: str, detail: str = "") -> None:
    """Write down that something was refused: to whom (empty: nobody we know), what, and why or from where."""
    note(desk, books, actor or "unknown", "denied", subject or "console", detail)
