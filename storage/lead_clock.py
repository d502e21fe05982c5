"""Leads by the clock: what is due, and when somebody last did something about one."""

from sqlalchemy import func, select, update

from storage.leads import LeadRow, as_leads, public_columns
from storage.store import Books
from storage.tables import LEAD

AT_A_TICK = 200
"""The most of one kind that a tick of the clock takes on; the next one takes the rest."""
UNKEPT = ("new", "claimed", "not_now")
"""Statuses in which a promise to be contacted can still be broken."""


def due_again(books: Books, now: int) -> list[LeadRow]:
    """Leads set aside until a time that has come."""
    query = select(*public_columns()).where(LEAD.c.status == "not_now", LEAD.c.follow_up_at <= now)
    return as_leads(books.connection.execute(query.order_by(LEAD.c.id).limit(AT_A_TICK)))


def claimed_and_silent(books: Books, before: int) -> list[LeadRow]:
    """Claimed leads whose holder did nothing since then, the longest silent first."""
    since = func.coalesce(LEAD.c.acted_at, LEAD.c.held_at)
    query = select(*public_columns()).where(LEAD.c.status == "claimed", since <= before).order_by(since)
    return as_leads(books.connection.execute(query))


def promises_broken(books: Books, now: int) -> list[LeadRow]:
    """Leads whose person was to be contacted by now, may be, was not, and was not told so yet."""
    query = select(*public_columns()).where(
        LEAD.c.may_contact,
        LEAD.c.promised_at <= now,
        LEAD.c.contacted_at.is_(None),
        LEAD.c.promise_missed_at.is_(None),
        LEAD.c.status.in_(UNKEPT),
    )
    return as_leads(books.connection.execute(query.order_by(LEAD.c.promised_at).limit(AT_A_TICK)))


def note_act(books: Books, uid: str, staff_id: int, now: int) -> None:
    """Note that this member did something about a lead; it counts where they hold it."""
    mine = (LEAD.c.uid == uid, LEAD.c.holder_id == staff_id)
    books.connection.execute(update(LEAD).where(*mine).values(acted_at=now))


def note_contact(books: Books, uid: str, now: int) -> None:
    """Note the first contact with the person; later ones change nothing."""
    first = (LEAD.c.uid == uid, LEAD.c.contacted_at.is_(None))
    books.connection.execute(update(LEAD).where(*first).values(contacted_at=now))
