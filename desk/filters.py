"""What a list of requests is narrowed to: a tab of the inbox, and filters that combine freely."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace

from desk.cards import STATUS_WORDS
from desk.desk import Desk
from flows import lead as life
from flows.clinic import ONLINE, in_language
from flows.record import STAFF_LANGUAGE
from storage.distinct import distinct_texts
from storage.lead_scope import Scope
from storage.staff import Member
from storage.store import Books
from storage.tables import LEAD

ANY, UNPLACED, NO_SOURCE = "any", "none", ":none"
TABS = {
    "new": "New",
    "mine": "Mine",
    "all": "All open",
    "urgent": "Urgent",
    "not_now": "Not now",
    "unfinished": "Unfinished",
}
LEAD_TABS = tuple(tab for tab in TABS if tab != "unfinished")
LANGUAGE_NAMES = {"en": "English", "es": "Spanish"}
REMOTE = {"online": "Online or phone", "clinic": "At a clinic"}
AGES = {"1h": "Over 1 hour", "4h": "Over 4 hours", "1d": "Over 1 day", "1w": "Over 1 week"}
_HOUR, _DAY = 3_600_000, 86_400_000
_AGE_MS = {"1h": _HOUR, "4h": 4 * _HOUR, "1d": _DAY, "1w": 7 * _DAY}
MOST_SOURCES = 40
"""Sources offered for choosing; where there are more, one is typed."""
LONGEST_SOURCE = 64
_OPEN = tuple(status for status in life.STATUSES if status in life.LIVE)
_TAB_STATUSES = {
    "new": ("new",),
    "mine": tuple(status for status in _OPEN if status != "new"),
    "all": _OPEN,
    "urgent": _OPEN,
    "not_now": ("not_now",),
}
BY_STATUS = frozenset({"mine", "all", "urgent"})
"""Tabs that can be filtered by status; the others are one status."""
_OF_UNFINISHED = frozenset({"clinic", "service", "language", "age"})


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is narrowed to; empty means not. `status` may be ANY, `clinic` UNPLACED, `source` NO_SOURCE."""

    clinic: str = ""
    status: str = ""
    service: str = ""
    remote: str = ""
    language: str = ""
    source: str = ""
    age: str = ""

    @property
    def chosen(self) -> dict[str, str]:
        """The filters that are set, by name."""
        return {name: value for name, value in asdict(self).items() if value}


NAMES = tuple(one.name for one in fields(Filters))


def offered(tab: str) -> tuple[str, ...]:
    """The filters that make sense on a tab."""
    if tab == "unfinished":
        return tuple(name for name in NAMES if name in _OF_UNFINISHED)
    return tuple(name for name in NAMES if name != "status" or tab in BY_STATUS)


def choices(desk: Desk, books: Books, member: Member, tab: str) -> dict[str, dict[str, str]]:
    """What can be chosen at each filter of this tab: codes with their words."""
    all_of_them = {
        "clinic": clinics_of(desk, member),
        "status": {ANY: "Any status", **STATUS_WORDS},
        "service": {s.code: in_language(s.label, STAFF_LANGUAGE) for s in desk.flow.clinic.services},
        "remote": REMOTE,
        "language": LANGUAGE_NAMES,
        "source": {},
        "age": AGES,
    }
    if "source" in offered(tab):
        known = distinct_texts(books, LEAD.c.source, MOST_SOURCES + 1)
        all_of_them["source"] = {one or NO_SOURCE: one or "Came by themselves" for one in known}
    return {name: all_of_them[name] for name in offered(tab)}


def clinics_of(desk: Desk, member: Member) -> dict[str, str]:
    """The places this member may see, by code: clinics, online or phone, and requests without a place."""
    places = [place.code for place in desk.flow.clinic.locations if member.covers(place.code)]
    return {code: desk.location_label(code) for code in (*places, ONLINE)} | {UNPLACED: desk.location_label("")}


def read_filters(desk: Desk, member: Member, tab: str, given: Mapping[str, str]) -> Filters:
    """The filters among what an address or a form gives; what cannot be chosen here counts as not given."""
    known = {
        "clinic": clinics_of(desk, member),
        "status": {ANY, *STATUS_WORDS},
        "service": {service.code for service in desk.flow.clinic.services},
        "remote": REMOTE,
        "language": LANGUAGE_NAMES,
        "age": AGES,
    }
    taken = {name: given.get(name, "") for name in offered(tab)}
    kept = {name: value for name, value in taken.items() if name == "source" or value in known[name]}
    return Filters(**kept | {"source": kept.get("source", "")[:LONGEST_SOURCE]})


def scope_of(desk: Desk, member: Member, tab: str, filters: Filters | None = None) -> Scope:
    """The leads of a tab that this member may see, narrowed by `filters`."""
    scope = Scope(
        _TAB_STATUSES[tab],
        locations=seen_by(member),
        holder_id=member.telegram_id if tab == "mine" else None,
        urgent=tab == "urgent",
    )
    return _narrowed(scope, tab, filters, desk.now_ms()) if filters else scope


def seen_by(member: Member) -> tuple[str, ...]:
    """The locations whose leads this member may see, as `Member.covers` has it; none means all."""
    return (*member.locations, ONLINE, "") if member.locations else ()


def places_of(member: Member, filters: Filters) -> tuple[str, ...]:
    """The locations that the filter means, of those this member may see; none means all."""
    if not filters.clinic:
        return seen_by(member)
    return ("" if filters.clinic == UNPLACED else filters.clinic,)


def until_of(filters: Filters, now: int) -> int | None:
    """The latest moment that is as long ago as the filter by age asks for; None where it does not."""
    return now - _AGE_MS[filters.age] if filters.age else None


def _narrowed(scope: Scope, tab: str, filters: Filters, now: int) -> Scope:
    if filters.clinic:
        scope = replace(scope, locations=("" if filters.clinic == UNPLACED else filters.clinic,))
    if filters.status and tab in BY_STATUS:
        scope = replace(scope, statuses=life.STATUSES if filters.status == ANY else (filters.status,))
    return replace(
        scope,
        language=filters.language,
        service=filters.service,
        source=None if not filters.source else "" if filters.source == NO_SOURCE else filters.source,
        online={"": None, "online": True, "clinic": False}[filters.remote],
        until=until_of(filters, now),
    )
