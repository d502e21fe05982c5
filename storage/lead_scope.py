"""Which leads are meant, and by which index they are read: whatever is asked for, a page looks at few rows.

What is open is never very much, so it is read by status. What is settled grows for ever: there the rarest thing asked
for decides, found by counting each up to a limit. Every index holds all codes (`storage.tables.leads`), so the rest is
looked at without a way to the table.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select, true

from flows.lead import LIVE, STATUSES
from storage.distinct import distinct_texts
from storage.keyset import Order, Range, count, veiled
from storage.store import Books
from storage.tables import LEAD

ORDER = Order(LEAD.c.submitted_at, LEAD.c.id)
FEW = 5_000
"""A range with fewer rows than this is read whole in no time; how many more there are makes no difference."""
MOST_RANGES = 48
"""A page merges so many ranges at most."""
MOST_SETS = 400
"""Different sets of services looked at, to find those with one service among them."""
_NO_SET = ","
"""No lead has this for its services."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Which leads are meant; no locations means all, None means whatever it is.

    `source` "" means that they came by themselves; `until` is the latest moment of submission.
    """

    statuses: tuple[str, ...] = STATUSES
    locations: tuple[str, ...] = ()
    language: str = ""
    service: str = ""
    source: str | None = None
    online: bool | None = None
    holder_id: int | None = None
    urgent: bool = False
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """How a scope is read: ranges of an index, and what has to be looked at besides."""

    ranges: tuple[Range, ...]
    also: tuple[ColumnElement[bool], ...]


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to read a scope: by what, and in which ranges."""

    by: str
    ranges: tuple[Range, ...]


def reading(books: Books, scope: Scope) -> Reading:
    """The way to read this scope that looks at the fewest rows."""
    ways = list(_ways(books, scope))
    best = ways[0] if len(ways) == 1 else _fewest(books, ways)
    bound = () if scope.until is None else (LEAD.c.submitted_at <= scope.until,)
    return Reading(tuple((*one, *bound) for one in best.ranges), tuple(_also(scope, best.by)))


def by_status(scope: Scope) -> tuple[Range, ...]:
    """A range for each status: what is open, what one member holds, or what is urgent is never very much."""
    held = [] if scope.holder_id is None else [LEAD.c.holder_id == scope.holder_id]
    urgent = [LEAD.c.urgent] if scope.urgent else []
    return tuple((*held, LEAD.c.status == status, *urgent) for status in scope.statuses)


def conditions(scope: Scope, *, but: str = "") -> list[ColumnElement[bool]]:
    """What a lead of this scope fulfils besides status, holder and urgency, except `but`; no index is chosen by it."""
    return [condition for by, condition in _asked(scope) if by != but]


def _asked(scope: Scope) -> Iterator[tuple[str, ColumnElement[bool]]]:
    if scope.locations:
        yield "location", veiled(LEAD.c.location).in_(scope.locations)
    if scope.language:
        yield "language", veiled(LEAD.c.language) == scope.language
    if scope.source is not None:
        yield "source", veiled(LEAD.c.source) == scope.source
    if scope.online is not None:
        yield "online", veiled(LEAD.c.online) == scope.online
    if scope.service:
        yield "service", _among(scope.service)


def _among(service: str) -> ColumnElement[bool]:
    """True where this is one of the services; codes hold letters, digits and underscores, so none holds a comma."""
    return ("," + veiled(LEAD.c.services) + ",").contains(f",{service},", autoescape=True)


def _also(scope: Scope, by: str) -> Iterator[ColumnElement[bool]]:
    yield from conditions(scope, but=by)
    if by != "status" and scope.statuses != STATUSES:
        yield veiled(LEAD.c.status).in_(scope.statuses)


def _ways(books: Books, scope: Scope) -> Iterator[_Way]:
    yield _Way("status", by_status(scope))
    if scope.holder_id is not None or scope.urgent or LIVE.issuperset(scope.statuses):
        return
    if scope.source is not None:
        yield _Way("source", ((LEAD.c.source == scope.source,),))
    if scope.service:
        sets = _sets_with(books, scope.service)
        if sets is not None:
            yield _Way("service", tuple((LEAD.c.services == one,) for one in sets))
    if scope.locations:
        yield _Way("location", tuple((LEAD.c.location == one,) for one in scope.locations))
    if scope.online:
        yield _Way("online", ((LEAD.c.online == true(),),))
    if scope.language:
        yield _Way("language", ((LEAD.c.language == scope.language,),))


def _sets_with(books: Books, service: str) -> list[str] | None:
    """The sets of services that occur and hold this one; None where they are too many to read one by one."""
    known = distinct_texts(books, LEAD.c.services, MOST_SETS)
    if len(known) == MOST_SETS:
        return None
    found = [one for one in known if service in one.split(",")] or [_NO_SET]
    return found if len(found) <= MOST_RANGES else None


def _fewest(books: Books, ways: list[_Way]) -> _Way:
    """The way with the fewest rows; where several have many, the one that comes first."""
    counts = [count(way.ranges, ORDER, FEW).label(way.by) for way in ways]
    found = books.connection.execute(select(*counts)).one()
    # Where all have many, what was asked for beside the status comes first: it may be among old or new leads only.
    best = min(range(len(ways)), key=lambda place: (found[place], ways[place].by == "status", place))
    return ways[best]
