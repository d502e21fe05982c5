"""When a clinic is open, and when so many minutes of opening time have passed; safe across clock changes.

Hours are wall-clock times of the clinic's own zone; lengths are counted on the absolute line of time, so an hour that
the clocks skip is not counted and one they repeat is counted twice.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MIDNIGHT = 24 * 60
"""The end of a day, in minutes of it: the clock's 24:00."""
_SPAN = re.compile(r"(\d{2}):(\d{2})-(\d{2}):(\d{2})")
_LONGEST_SEARCH = 366
"""Days: a week's hours are met again and again before that, and an endless search would hang the desk."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From when to when a clinic is open, in minutes of the day."""

    start: int
    end: int


def read_span(text: object) -> Span:
    """The span that "09:00-17:00" states.

    Raises:
        ValueError: it is no such text; says in which way.
    """
    found = _SPAN.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        raise ValueError('opening hours are written "09:00-17:00"')
    hours = [int(part) for part in found.groups()]
    span = Span(hours[0] * 60 + hours[1], hours[2] * 60 + hours[3])
    if max(hours[1], hours[3]) > 59 or max(span.start, span.end) > MIDNIGHT:  # noqa: PLR2004  # minutes of an hour
        raise ValueError(f"{text} is no time of day; hours go from 00:00 to 24:00")
    if span.start >= span.end:
        raise ValueError(f"{text} ends before it begins; what is after midnight belongs to the next day")
    return span


def _read_day(value: Any) -> tuple[Span, ...]:
    """One span or several, as a clinic's file has them."""
    if isinstance(value, tuple) and all(isinstance(part, Span) for part in value):
        return value
    parts = value if isinstance(value, list) else [value]
    if not parts:
        raise ValueError("leave a day out on which the clinic is closed")
    return tuple(read_span(part) for part in parts)


def _apart(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    ordered = tuple(sorted(spans))
    if any(later.start < earlier.end for earlier, later in pairwise(ordered)):
        raise ValueError("two of these times overlap")
    return ordered


DayHours = Annotated[tuple[Span, ...], BeforeValidator(_read_day), AfterValidator(_apart)]
WeekHours = Mapping[Day, tuple[Span, ...]]
"""Opening hours by weekday; a day that is not in it is a closed one, none at all means that nobody set them."""


def after_open_minutes(
    hours: WeekHours, zone: ZoneInfo, moment: datetime, minutes: int, closed: Collection[date] = ()
) -> datetime | None:
    """When `minutes` of opening time after `moment` have passed, in the clinic's zone; None without any hours.

    On the days that are `closed`, holidays say, there is no opening time.
    """
    left = timedelta(minutes=minutes)
    for start, end in _open_times(hours, zone, moment.astimezone(zone).date(), closed):
        begin = max(start, moment)
        if begin >= end:
            continue
        if end - begin >= left:
            return (begin + left).astimezone(zone)
        left -= end - begin
    return None


def _open_times(
    hours: WeekHours, zone: ZoneInfo, first: date, closed: Collection[date]
) -> Iterator[tuple[datetime, datetime]]:
    """From when to when the clinic is open from a day on, in UTC and in order."""
    if not hours:
        return
    for number in range(_LONGEST_SEARCH):
        day = first + timedelta(days=number)
        for span in () if day in closed else hours.get(DAYS[day.weekday()], ()):
            start, end = _moment(day, span.start, zone, fold=0), _moment(day, span.end, zone, fold=1)
            if start < end:
                yield start, end


def _moment(day: date, minutes: int, zone: ZoneInfo, *, fold: int) -> datetime:
    """A wall-clock time as a moment; of a time that the clocks repeat the first (0) or the second (1)."""
    days, rest = divmod(minutes, MIDNIGHT)
    clock = time(rest // 60, rest % 60, fold=fold)
    return datetime.combine(day + timedelta(days=days), clock, tzinfo=zone).astimezone(UTC)
