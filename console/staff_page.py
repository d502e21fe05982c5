"""Staff and their roles, for owners: add, change, remove, reset a second factor, end sessions."""

from dataclasses import dataclass

from console.account import SessionLine, session_line
from console.gate import Visit
from console.navigation import STAFF
from console.pages import Answer, GoTo, Page, not_found
from desk.console_sessions import SURFACE, end_session, live_sessions
from desk.staffing import LONGEST_NAME, Settled, Signature, open_requests, remove_member, reset_factor, save_member
from storage import staff
from storage.staff import COORDINATOR, OWNER, READ_ONLY, Member

ROLE_WORDS = {OWNER: "Owner", COORDINATOR: "Coordinator", READ_ONLY: "Read only"}
_ROLE_MEANS = {
    OWNER: "works requests, and looks after staff and the audit log",
    COORDINATOR: "works requests",
    READ_ONLY: "sees requests and the report, changes nothing",
}
_DONE = {
    "saved": "Saved.",
    "removed": "Removed. Their sessions have ended.",
    "reset": "Reset. They set up a new one when they next sign in.",
    "ended": "That session has ended.",
}
_CLINIC = "clinic_"


@dataclass(frozen=True, slots=True)
class StaffLine:
    """A member as the page shows them."""

    member: Member
    name: str
    role: str
    clinics: str
    holds: int
    me: bool
    sessions: tuple[SessionLine, ...]


def show_staff(visit: Visit) -> Answer:
    """Everybody who may work leads."""
    return _page(visit)


def save(visit: Visit) -> Answer:
    """Add a member, or change one."""
    form = visit.asked.form
    clinics = tuple(sorted(key.removeprefix(_CLINIC) for key in form if key.startswith(_CLINIC)))
    return _after(visit, "saved", save_member(
        visit.desk, visit.books, _signature(visit), _id_in(form), name=form.get("name", ""), role=form.get("role", ""),
        locations=clinics,
    ))  # fmt: skip


def remove(visit: Visit) -> Answer:
    """Take a member's rights away."""
    return _after(visit, "removed", remove_member(visit.desk, visit.books, _signature(visit), _id_in(visit.asked.form)))


def reset(visit: Visit) -> Answer:
    """Take a member's second factor away."""
    return _after(visit, "reset", reset_factor(visit.desk, visit.books, _signature(visit), _id_in(visit.asked.form)))


def end(visit: Visit) -> Answer:
    """End anybody's session."""
    uid = visit.asked.form.get("uid", "")
    ended = end_session(visit.desk, visit.books, visit.member, uid, anybody=True)
    return GoTo(f"{STAFF.href}?done=ended") if ended else not_found()


def _after(visit: Visit, done: str, settled: Settled) -> Answer:
    return GoTo(f"{STAFF.href}?done={done}") if settled.done else _page(visit, why=settled.why)


def _signature(visit: Visit) -> Signature:
    return Signature(str(visit.member.telegram_id), SURFACE)


def _id_in(form: dict[str, str]) -> int:
    """The Telegram id in the form; 0, which nobody has, where there is none."""
    given = form.get("telegram_id", "").strip()
    return int(given) if given.isascii() and given.isdigit() and len(given) < 20 else 0  # noqa: PLR2004  # fits 64 bits


def _page(visit: Visit, why: str = "") -> Page:
    desk, books = visit.desk, visit.books
    active = [member for member in staff.members(books) if member.active]
    holds = open_requests(books, active)
    signed_in = live_sessions(desk, books)
    lines = [
        StaffLine(
            member,
            member.name or f"Staff {member.telegram_id}",
            ROLE_WORDS[member.role],
            ", ".join(desk.location_label(code) for code in member.locations) or "All clinics",
            holds[member.telegram_id],
            member.telegram_id == visit.member.telegram_id,
            tuple(session_line(desk, row, visit.who.uid) for row in signed_in if row.telegram_id == member.telegram_id),
        )
        for member in active
    ]
    return Page("staff.html", {
        "lines": lines, "roles": ROLE_WORDS, "role_means": _ROLE_MEANS, "first_role": COORDINATOR,
        "clinics": {place.code: desk.location_label(place.code) for place in desk.flow.clinic.locations},
        "longest_name": LONGEST_NAME, "done": _DONE.get(visit.asked.query.get("done", ""), ""), "why": why,
    }, 409 if why else 200)  # fmt: skip
