"""/staff: owners see who works here, add somebody by their Telegram id, and take rights away."""

from desk.desk import Desk
from desk.staffing import Settled, Signature, remove_member, save_member
from desk.tapping import SURFACE
from desk.wording import plain
from storage import outbox, staff
from storage.staff import COORDINATOR, OWNER, Member
from storage.store import Books


def commanded_staff(desk: Desk, books: Books, member: Member, argument: str) -> None:
    """`/staff`, `/staff add ID [role] [clinic …]` or `/staff remove ID`, for owners."""
    words = argument.split()
    outcome = ""
    if member.role != OWNER:
        outcome = "Only owners look after staff."
    elif words:
        outcome = _change(desk, books, member, words)
    context = {
        "outcome": outcome,
        "members": [_line(desk, other) for other in staff.members(books) if other.active],
        "owner": member.role == OWNER,
        "places": [place.code for place in desk.flow.clinic.locations],
    }
    body = plain(desk.words.text("staff/roster", "en", context))
    outbox.put(books, member.telegram_id, "send", body, desk.now_ms())


def _change(desk: Desk, books: Books, member: Member, words: list[str]) -> str:
    act, number = words[0].lower(), words[1] if len(words) > 1 else ""
    if not (number.isascii() and number.isdigit()):
        return "A Telegram id is a whole number, such as 123456789."
    by = Signature(str(member.telegram_id), SURFACE)
    if act == "remove":
        return _said(remove_member(desk, books, by, int(number)), "Removed.")
    if act != "add":
        return "That is not understood."
    role, *places = [word.lower() for word in words[2:]] or [COORDINATOR]
    return _said(save_member(desk, books, by, int(number), role=role, locations=tuple(places)), "Added.")


def _said(settled: Settled, done: str) -> str:
    return done if settled.done else settled.why


def _line(desk: Desk, member: Member) -> dict[str, str]:
    where = ", ".join(desk.location_label(place) for place in member.locations) or "all clinics"
    name = member.name or "no name yet"
    return {"number": str(member.telegram_id), "name": name, "role": member.role.replace("_", " "), "where": where}
