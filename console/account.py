"""One's own account: where one is signed in, and the second factor."""

from dataclasses import dataclass

from console.gate import Visit
from console.navigation import ACCOUNT
from console.pages import Answer, GoTo, Page, not_found
from desk.console_sessions import end_others, end_session, live_sessions
from desk.desk import Desk
from storage.sessions import SessionRow

_DONE = {
    "ended": (True, "That session has ended."),
    "others": (True, "You are signed in here alone now."),
    "factor": (True, "From now on you are asked for a code when you sign in."),
    "factor_off": (True, "You are not asked for a code any more."),
    "factor_kept": (False, "That was not the code of now. Nothing was changed."),
}


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session as it is shown: from where, since when, last used when."""

    uid: str
    address: str
    opened: str
    used: str
    here: bool
    waiting: bool


def session_line(desk: Desk, found: SessionRow, here: str) -> SessionLine:
    """`found` in words; `here` is the uid of the session of whoever looks."""
    opened, used = desk.local_time(found.opened_at), desk.local_time(found.seen_at)
    return SessionLine(found.uid, found.address or "unknown", opened, used, found.uid == here, not found.passed)


def show_account(visit: Visit) -> Answer:
    """Who I am here, and where I am signed in."""
    member, done = visit.member, _DONE.get(visit.asked.query.get("done", ""))
    found = live_sessions(visit.desk, visit.books, member.telegram_id)
    clinics = [visit.desk.location_label(code) for code in member.locations]
    return Page("account.html", {
        "member": member,
        "clinics": clinics,
        "lines": [session_line(visit.desk, row, visit.who.uid) for row in found],
        "required": visit.desk.require_totp,
        "done": done,
    })  # fmt: skip


def end_one(visit: Visit) -> Answer:
    """End one of my sessions."""
    ended = end_session(visit.desk, visit.books, visit.member, visit.asked.form.get("uid", ""))
    return GoTo(f"{ACCOUNT.href}?done=ended") if ended else not_found()


def end_all_others(visit: Visit) -> Answer:
    """End all of my sessions but this one."""
    end_others(visit.desk, visit.books, visit.member, visit.who.uid)
    return GoTo(f"{ACCOUNT.href}?done=others")
