"""Does everything reach whom it is for: requests looked at, alerts taken on, messages delivered, other systems told."""

from desk import delivery_signs, lead_signs
from desk.desk import Desk
from desk.signs import Sign
from storage.staff import Member
from storage.store import Books


def signs(desk: Desk, books: Books, member: Member) -> tuple[Sign, ...]:
    """Everything that is looked at, as it stands for what this member may see; what presses most comes first."""
    now = desk.now_ms()
    stuck = delivery_signs.stuck(books, now)
    return (
        lead_signs.unseen(desk, books, member, now),
        lead_signs.open_alerts(desk, books),
        delivery_signs.group(desk, books, stuck, now),
        lead_signs.without_card(desk, books, member, now),
        delivery_signs.messages(desk, books, stuck, now),
        delivery_signs.elsewhere(desk, books, now),
        lead_signs.unreachable(desk, books, member),
        delivery_signs.updates(books),
    )


def is_red(desk: Desk, books: Books, member: Member) -> bool:
    """True where somebody must act on something."""
    return any(sign.red for sign in signs(desk, books, member))
