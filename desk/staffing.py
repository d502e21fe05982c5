"""Who may work leads: added, changed, removed by owners, on the console or the command line; all of it audited."""

import re
from dataclasses import dataclass

from desk.desk import Desk
from flows import lead as life
from storage import audit, factors, sessions, staff
from storage.staff import OWNER, ROLES, Member
from storage.store import Books

LONGEST_NAME = 80
_STAFF_LOCK = 0x57AF
"""One change of staff at a time, so that two owners cannot remove each other."""
_LARGEST_ID = 2**52
"""Telegram's ids of people have at most 52 significant bits."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who changes something, and where, as the audit log has it."""

    actor: str
    surface: str


OPERATOR = Signature("operator", "command")


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of a change: done, or why not, in words for staff."""

    done: bool
    why: str = ""


def save_member(
    desk: Desk,
    books: Books,
    by: Signature,
    telegram_id: int,
    *,
    name: str | None = None,
    role: str,
    locations: tuple[str, ...] = (),
) -> Settled:
    """Add a member, or change one; None keeps the name as it is, no locations means all of them.

    A member who loses the owner's role or a location sees it at the next click; the last owner stays one.
    """
    books.lock([_STAFF_LOCK])
    known = {place.code for place in desk.flow.clinic.locations}
    before = staff.member(books, telegram_id)
    if not 0 < telegram_id < _LARGEST_ID:
        return Settled(False, "A Telegram id is a whole number, such as 123456789.")
    if role not in ROLES or not set(locations) <= known:
        return Settled(False, "There is no such role or clinic.")
    if role != OWNER and _is_last_owner(books, before):
        return Settled(False, "This is the only owner. Make somebody else an owner first.")
    shown = _one_line(name)[:LONGEST_NAME] if name is not None else (before.name if before else "")
    staff.save_member(books, telegram_id, shown, role, locations, desk.now_ms())
    where = ",".join(locations) or "all clinics"
    act = "staff_changed" if before else "staff_added"
    _note(desk, books, by, act, telegram_id, f"{role}, {where}"[:200])
    return Settled(True)


def remove_member(desk: Desk, books: Books, by: Signature, telegram_id: int) -> Settled:
    """Take a member's rights away at once: sessions, links and second factor end with them."""
    books.lock([_STAFF_LOCK])
    member = staff.member(books, telegram_id)
    if member is None:
        return Settled(False, f"{telegram_id} is no member of staff.")
    if _is_last_owner(books, member):
        return Settled(False, "This is the only owner. Make somebody else an owner first.")
    staff.remove_member(books, telegram_id)
    factors.forget(books, telegram_id)
    ended = sessions.end_sessions_of(books, telegram_id)
    _note(desk, books, by, "staff_removed", telegram_id, f"{ended} sessions ended")
    return Settled(True)


def reset_factor(desk: Desk, books: Books, by: Signature, telegram_id: int) -> Settled:
    """Take a member's second factor away, as after a lost phone; their sessions end."""
    if staff.member(books, telegram_id) is None:
        return Settled(False, f"{telegram_id} is no member of staff.")
    if not factors.forget(books, telegram_id):
        return Settled(False, "There is no second factor to reset.")
    ended = sessions.end_sessions_of(books, telegram_id)
    _note(desk, books, by, "factor_reset", telegram_id, f"{ended} sessions ended")
    return Settled(True)


def open_requests(books: Books, members: list[Member]) -> dict[int, int]:
    """How many open requests each of these holds."""
    held = staff.held_leads(books, tuple(life.LIVE))
    return {member.telegram_id: held.get(member.telegram_id, 0) for member in members}


def _is_last_owner(books: Books, member: Member | None) -> bool:
    if member is None or member.role != OWNER:
        return False
    return not any(m.active and m.role == OWNER and m.telegram_id != member.telegram_id for m in staff.members(books))


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", "".join(c for c in text if c.isprintable() or c.isspace())).strip()


def _note(desk: Desk, books: Books, by: Signature, act: str, telegram_id: int, detail: str = "") -> None:
    now = desk.now_ms()
    audit.append(books, actor=by.actor, surface=by.surface, act=act, subject=str(telegram_id), now=now, detail=detail)
