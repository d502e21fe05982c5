"""The second factor: codes of an authenticator app (TOTP, RFC 6238), each taken once, within one step of the clock.

OWASP ASVS 5.0: 6.5.1 (a code is used once), 6.5.4 and 6.5.5 (short-lived), 6.5.8 (time from a trusted clock).
"""

from dataclasses import dataclass

import pyotp
from pyotp.exceptions import OTPVerificationError

from desk.console_sessions import note
from desk.desk import Desk
from storage import factors, sessions
from storage.staff import Member
from storage.store import Books

WINDOW = 1
"""Steps of thirty seconds that a phone's clock may be off, either way."""
DIGITS = 6


@dataclass(frozen=True, slots=True)
class Setup:
    """What an authenticator app is given: by typing the secret, or as the address in a QR code."""

    secret: str
    address: str


def begin(desk: Desk, books: Books, member: Member) -> Setup:
    """The secret to set up; the same one until it is confirmed, so that a page drawn again shows no other."""
    secret = factors.secret_of(books, member.telegram_id)
    if not secret:
        secret = pyotp.random_base32()
        factors.put_secret(books, member.telegram_id, secret)
    issuer = f"{desk.flow.clinic.name} front desk"
    name = member.name or str(member.telegram_id)
    return Setup(secret, pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=issuer))


def confirm(desk: Desk, books: Books, member: Member, code: str, keep: str = "") -> bool:
    """Ask for codes from now on, where `code` shows that the app has the secret; other sessions than `keep` end."""
    if member.second_factor or not _is_right(desk, books, member, code):
        return False
    factors.confirm(books, member.telegram_id, desk.now_ms())
    ended = sessions.end_sessions_of(books, member.telegram_id, but=keep)
    _note(desk, books, member, "factor_set_up", f"{ended} other sessions ended")
    return True


def check(desk: Desk, books: Books, member: Member, code: str) -> bool:
    """True where this is the code of now and was not given before; what was refused is audited."""
    right = member.second_factor and _is_right(desk, books, member, code)
    if not right:
        _note(desk, books, member, "denied", "code")
    return right


def turn_off(desk: Desk, books: Books, member: Member, code: str) -> bool:
    """Ask for no codes any more, where the desk allows it and the code is right."""
    if desk.require_totp or not check(desk, books, member, code):
        return False
    factors.forget(books, member.telegram_id)
    _note(desk, books, member, "factor_turned_off")
    return True


def _is_right(desk: Desk, books: Books, member: Member, code: str) -> bool:
    secret, digits = factors.secret_of(books, member.telegram_id), code.replace(" ", "")
    if not secret or len(digits) != DIGITS or not digits.isascii() or not digits.isdigit():
        return False
    try:
        step = pyotp.TOTP(secret).verify_and_get_timecode(digits, for_time=desk.clock(), valid_window=WINDOW)
    except OTPVerificationError:
        return False
    return factors.take_step(books, member.telegram_id, step)


def _note(desk: Desk, books: Books, member: Member, act: str, detail: str = "") -> None:
    note(desk, books, str(member.telegram_id), act, detail=detail)
