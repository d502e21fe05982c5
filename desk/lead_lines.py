"""Leads as lines of a list: what each is about, how long it waits, and what about it must not be overlooked."""

from collections.abc import Iterable
from dataclasses import dataclass

from desk.cards import STATUS_WORDS
from desk.desk import Desk
from desk.filters import LANGUAGE_NAMES
from flows import lead as life
from flows.clinic import ONLINE
from storage import staff
from storage.leads import LeadRow
from storage.staff import Member
from storage.store import Books

_MINUTE, _HOUR, _DAY = 60_000, 3_600_000, 86_400_000
_YEAR_DAYS = 365
LONG_WAIT_MS = 4 * _HOUR
"""A new request that nobody has claimed for this long is waiting too long."""
UNKEPT = frozenset({"new", "claimed", "not_now"})
"""Statuses in which a promise to be in touch can still be broken."""


@dataclass(frozen=True, slots=True)
class LeadLine:
    """A lead as a line of a list: no name, number or word of the person. `flags` are code and words."""

    uid: str
    reference: str
    clinic: str
    services: str
    waiting: str
    since: str
    late: bool
    status: str
    status_words: str
    holder: str
    mine: bool
    flags: tuple[tuple[str, str], ...]


def lines(desk: Desk, books: Books, member: Member, found: Iterable[LeadRow]) -> tuple[LeadLine, ...]:
    """These leads as lines of a list."""
    names = {m.telegram_id: m.name or f"staff {m.telegram_id}" for m in staff.members(books)}
    return tuple(_line(desk, lead, member, names) for lead in found)


def _line(desk: Desk, lead: LeadRow, member: Member, names: dict[int, str]) -> LeadLine:
    mine = lead.holder_id == member.telegram_id
    now = desk.now_ms()
    return LeadLine(
        uid=lead.uid,
        reference=lead.reference,
        clinic=place_words(desk, lead),
        services=desk.service_labels(lead.services),
        waiting=age_words(now - lead.submitted_at),
        since=desk.local_time(lead.submitted_at, lead.location),
        late=waits_too_long(lead, now) or promise_broken(lead, now),
        status=lead.status,
        status_words=STATUS_WORDS[lead.status],
        holder="You" if mine else names.get(lead.holder_id or 0, ""),
        mine=mine,
        flags=flags_of(lead, now),
    )


def place_words(desk: Desk, lead: LeadRow) -> str:
    """Where this request belongs, in words."""
    online = " (online)" if lead.online and lead.location != ONLINE else ""
    return desk.location_label(lead.location) + online


def waits_too_long(lead: LeadRow, now: int) -> bool:
    """True where nobody has taken this up for longer than a person should wait."""
    return lead.status == "new" and now - lead.submitted_at >= LONG_WAIT_MS


def promise_broken(lead: LeadRow, now: int) -> bool:
    """True where the person was told when they hear from us, and nobody was in touch by then."""
    due = lead.promised_at is not None and lead.promised_at <= now and lead.contacted_at is None
    return lead.status in UNKEPT and (due or (lead.promise_missed_at is not None and lead.contacted_at is None))


def flags_of(lead: LeadRow, now: int) -> tuple[tuple[str, str], ...]:
    """What must not be overlooked, the gravest first."""
    possible = (
        (lead.urgent, ("urgent", "Urgent")),
        (promise_broken(lead, now), ("late", "Promise missed")),
        (waits_too_long(lead, now) and not promise_broken(lead, now), ("late", "Waiting long")),
        (not lead.may_contact, ("no_contact", "No contact agreed")),
        (not lead.reachable, ("unreachable", "Call instead")),
        (bool(lead.merged_into), ("merged", "Merged")),
        (lead.version > 1, ("amended", "Answers changed")),
        (bool(lead.previous), ("returning", "Came before")),
        (lead.language != "en", ("language", LANGUAGE_NAMES.get(lead.language, lead.language))),
    )
    return tuple(flag for holds, flag in possible if holds)


def is_open(lead: LeadRow) -> bool:
    """True while somebody still has to do something."""
    return lead.status in life.LIVE


def age_words(milliseconds: int) -> str:
    """How long that is, in the largest unit that still says something: "40 min", "5 h", "3 days", "2 years"."""
    unit, words = (
        (_MINUTE, "min") if milliseconds < _HOUR
        else (_HOUR, "h") if milliseconds < 2 * _DAY
        else (_DAY, "days") if milliseconds < 2 * _YEAR_DAYS * _DAY
        else (_YEAR_DAYS * _DAY, "years")
    )  # fmt: skip
    return f"{max(0, milliseconds) // unit} {words}"
