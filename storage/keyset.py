"""Pages out of a large table: read on from where the last one ended, in an order that an index keeps.

A page comes out of one or more ranges, each a stretch of a single index in the wanted order. What the ranges do not
settle by themselves is looked at row by row (`also`), and a page looks at `LOOKED_AT` rows at most: where it found too
few by then it says how far it came, and the next one goes on from there. So no page takes longer than another, however
many rows there are and however few of them are wanted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    CompoundSelect,
    Integer,
    ScalarSelect,
    Select,
    func,
    select,
    tuple_,
    union_all,
)

from storage.store import Books

LOOKED_AT = (2_000, 40_000)
"""Rows looked at for one page, in all ranges together: at first, and where that was not enough, at most."""
_PLACE = re.compile(r"^([0-9a-f]{1,12})-([\w-]{1,32})$", re.ASCII)
_NUMBER = re.compile(r"^\d{1,18}$", re.ASCII)
"""What a database takes for a row's number: 63 bits."""
Place = tuple[int, int | str]
"""A moment and a row: where a page begins or ends. It names no person and stays valid when the row is gone."""
Range = Sequence[ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Order:
    """The columns that put rows in order: a moment, and what parts equal moments, a whole number or a uid."""

    moment: Column[Any]
    row: Column[Any]

    def write(self, place: Place | None) -> str:
        """A place as it stands in an address; empty for none."""
        return f"{place[0]:x}-{place[1]}" if place else ""

    def read(self, text: str) -> Place | None:
        """The place that `write` wrote; None for anything else."""
        found = _PLACE.match(text)
        numbered = isinstance(self.row.type, Integer)
        if found is None or (numbered and not _NUMBER.match(found[2])):
            return None
        return int(found[1], 16), int(found[2]) if numbered else found[2]


@dataclass(frozen=True, slots=True)
class Places:
    """The rows of a page, in order, whether there are more before and behind, and where it stopped looking early."""

    rows: list[Place]
    more_before: bool
    more_behind: bool
    stopped: Place | None = None


def veiled(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """`column`, so that no index is chosen by it: the range alone is to decide which index is read."""
    return func.coalesce(column, column)


def places(
    books: Books,
    order: Order,
    ranges: Sequence[Range],
    also: Sequence[ColumnElement[bool]],
    *,
    limit: int,
    place: Place | None,
    backwards: bool,
) -> Places:
    """The `limit` rows next to `place` (None: the first ones) that are in one of `ranges` and fit `also`."""
    backwards = backwards and place is not None
    walk = _Walk(books, order, ranges, backwards=backwards)
    found, until = walk.look(place, also, limit + 1)
    more, rows = len(found) > limit, found[:limit]
    stopped = None if more else until
    ahead = more or stopped is not None
    if backwards:
        return Places(rows[::-1], more_before=ahead, more_behind=True, stopped=stopped)
    return Places(rows, more_before=place is not None, more_behind=ahead, stopped=stopped)


def count(ranges: Sequence[Range], order: Order, most: int) -> ScalarSelect[int]:
    """A scalar that counts the rows of `ranges`, up to `most`."""
    parts = [_ordered(select(order.row).where(*one), order, backwards=False).limit(most) for one in ranges]
    some = _all(parts).limit(most).subquery()
    return select(func.count()).select_from(some).scalar_subquery()


@dataclass(frozen=True, slots=True)
class _Walk:
    """Going through ranges in one direction."""

    books: Books
    order: Order
    ranges: Sequence[Range]
    backwards: bool

    def look(
        self, place: Place | None, also: Sequence[ColumnElement[bool]], limit: int
    ) -> tuple[list[Place], Place | None]:
        """Rows behind `place`, and where looking stopped, if it did before the end and before there were `limit`."""
        if not also:
            return self.rows(place, None, also, limit), None
        found: list[Place] = []
        until = None
        for most in LOOKED_AT:
            until = self.reach(place, most)
            found = self.rows(place, until, also, limit)
            if len(found) == limit or until is None:
                break
        return found, until

    def reach(self, place: Place | None, most: int) -> Place | None:
        """How far `most` rows go, or None where every range ends before that."""
        each = max(1, most // len(self.ranges))
        parts = [self._part(one, place, ()).offset(each).limit(1) for one in self.ranges]
        ends = [(row[0], row[1]) for row in self.books.connection.execute(_all(parts))]
        return (max(ends) if self.backwards else min(ends)) if ends else None

    def rows(
        self, place: Place | None, until: Place | None, also: Sequence[ColumnElement[bool]], limit: int
    ) -> list[Place]:
        """Rows behind `place`, up to and with `until`."""
        here = self._here()
        bound = [] if until is None else [here >= until if self.backwards else here <= until]
        parts = [self._part(one, place, (*bound, *also)).limit(limit) for one in self.ranges]
        found = [(row[0], row[1]) for row in self.books.connection.execute(_all(parts))]
        return sorted(found, reverse=self.backwards)[:limit]

    def _part(self, one: Range, place: Place | None, more: Sequence[ColumnElement[bool]]) -> Select[Any]:
        query = select(self.order.moment, self.order.row).where(*one, *more)
        if place is not None:
            query = query.where(self._here() < place if self.backwards else self._here() > place)
        return _ordered(query, self.order, backwards=self.backwards)

    def _here(self) -> Any:
        return tuple_(self.order.moment, self.order.row)


def _ordered(query: Select[Any], order: Order, *, backwards: bool) -> Select[Any]:
    by = [order.moment, order.row]
    return query.order_by(*(column.desc() if backwards else column for column in by))


def _all(parts: Sequence[Select[Any]]) -> Select[Any] | CompoundSelect[Any]:
    return parts[0] if len(parts) == 1 else union_all(*(select(part.subquery()) for part in parts))
