"""A sign of how the desk is doing: one thing that was looked at, in codes, counts and times only."""

from dataclasses import dataclass

from desk.desk import Desk
from desk.lead_lines import LeadLine, lines
from storage.leads import LeadRow
from storage.staff import Member
from storage.store import Books

MINUTE, DAY = 60_000, 86_400_000
WAITING_MINUTES = 5
"""How long a message may wait for Telegram, an alert for somebody, a request for its card."""
REFUSED_DAYS = 7
SHOWN = 6


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing looked at: `red` where somebody must act, `count` how much there is of it, and what it is made of.

    `head` and `rows` are a table; `leads` are the first of those it is about.
    """

    code: str
    title: str
    count: int
    red: bool
    words: str
    leads: tuple[LeadLine, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def first_of(desk: Desk, books: Books, member: Member, found: list[LeadRow]) -> tuple[LeadLine, ...]:
    """The first of these leads, as lines."""
    return lines(desk, books, member, found[:SHOWN])
