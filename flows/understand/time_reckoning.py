"""How many days ago a time in the past was that somebody put into words, English or Spanish."""

import calendar
import re
from collections.abc import Callable
from datetime import date

Span = tuple[int, int]
"""Least and most days ago."""
Reckon = Callable[[re.Match[str], date], Span | None]

LONG_AGO = 36500
"""The far end of "years ago"."""
_YEAR, _MONTH, _WEEK = 365, 30, 7
_ALMOST = 0.75
"""The least part of a stretch that is "almost" the whole of it."""
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *(
                "january jan enero",
                "february feb febrero",
                "march marzo",
                "april apr abril",
                "may mayo",
                "june jun junio",
            ),
            *("july jul julio", "august aug agosto", "september sept sep septiembre", "october oct octubre"),
            *("november nov noviembre", "december dec diciembre"),
        ),
        1,
    )
    for name in names.split()
}
SEASONS = {
    **dict.fromkeys(("spring", "primavera"), (3, 5)),
    **dict.fromkeys(("summer", "verano"), (6, 8)),
    **dict.fromkeys(("fall", "autumn", "otono"), (9, 11)),
    **dict.fromkeys(("winter", "invierno"), (12, 14)),
}
FEASTS = {
    **dict.fromkeys(("christmas", "xmas", "navidad", "navidades"), (12, 25)),
    **dict.fromkeys(("new years", "new year", "ano nuevo"), (1, 1)),
    **dict.fromkeys(("thanksgiving", "accion de gracias"), (11, 25)),
    "halloween": (10, 31),
    **dict.fromkeys(("easter", "semana santa", "pascua"), (4, 10)),
}
NUMBERS: dict[str, tuple[float, float]] = {
    **{
        word: (number, number)
        for number, words in enumerate(
            (
                *("a an one un una uno", "two dos", "three tres", "four cuatro", "five cinco", "six seis"),
                *("seven siete", "eight ocho", "nine nueve", "ten diez", "eleven once", "twelve doce"),
            ),
            1,
        )
        for word in words.split()
    },
    **dict.fromkeys(("couple", "a couple", "couple of", "a couple of", "un par de", "par de"), (2, 2)),
    **dict.fromkeys(("few", "a few", "unos", "unas", "algunos", "algunas", "unos cuantos", "unas cuantas"), (3, 4)),
    **dict.fromkeys(("several", "varios", "varias"), (3, 8)),
    **dict.fromkeys(("many", "muchos", "muchas"), (5, 50)),
    **dict.fromkeys(("half a", "medio", "media"), (0.5, 0.5)),
}
UNITS = {
    **dict.fromkeys(("day", "days", "dia", "dias"), 1),
    **dict.fromkeys(("week", "weeks", "wk", "wks", "semana", "semanas"), _WEEK),
    **dict.fromkeys(("month", "months", "mo", "mos", "mth", "mths", "mes", "meses"), _MONTH + 0.4),
    **dict.fromkeys(("year", "years", "yr", "yrs", "ano", "anos"), _YEAR),
    **dict.fromkeys(("decade", "decades", "decada", "decadas"), 10 * _YEAR),
}


def ago(found: re.Match[str], _today: date) -> Span:
    """A count of units; without a count ("years ago") more than one of them, with "over" more than the count."""
    parts = found.groupdict()
    low, high = (2.0, float(LONG_AGO)) if not parts.get("count") else _counted(parts["count"])
    if parts.get("half"):
        low, high = low + 0.5, high + 0.5
    unit = UNITS[parts["unit"]]
    span = (int(low * unit), min(LONG_AGO, int(high * unit)))
    if parts.get("more"):
        return (span[0] + 2, LONG_AGO if unit >= _YEAR else span[1] + int(unit))
    if parts.get("nearly"):
        return (int(span[0] * _ALMOST), max(0, span[1] - 1))
    if parts.get("less"):
        return (max(0, int((low - 1) * unit)), max(0, span[1] - 1))
    return span


def _counted(count: str) -> tuple[float, float]:
    return (float(count), float(count)) if count.isdigit() else NUMBERS[count]


def _between(first: date, last: date, today: date) -> Span | None:
    """Days ago of a stretch of time; None where it is still to come."""
    if first > today:
        return None
    return (max(0, (today - last).days), (today - first).days)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _stretch(year: int, first: int, last: int) -> tuple[date, date]:
    """From the first to the last month, where months beyond twelve are next year's."""
    end = _month_end(year + (last - 1) // 12, (last - 1) % 12 + 1)
    return date(year + (first - 1) // 12, (first - 1) % 12 + 1, 1), end


def month_of_year(found: re.Match[str], today: date) -> Span | None:
    """A month of a year that is told."""
    month = MONTHS[found["month"]]
    return _between(*_stretch(int(found["year"]), month, month), today)


def month_over(found: re.Match[str], today: date) -> Span | None:
    """The latest month of that name that has begun."""
    month = MONTHS[found["month"]]
    return _between(*_stretch(today.year - (month > today.month), month, month), today)


def named_year(found: re.Match[str], today: date) -> Span | None:
    """The whole of a year."""
    return _between(date(int(found["year"]), 1, 1), date(int(found["year"]), 12, 31), today)


def season_of_year(found: re.Match[str], today: date) -> Span | None:
    """A season of a year that is told; winter ends in the next."""
    return _between(*_stretch(int(found["year"]), *SEASONS[found["season"]]), today)


def season_over(found: re.Match[str], today: date) -> Span | None:
    """The latest season of that name that is over."""
    stretches = (_stretch(today.year - back, *SEASONS[found["season"]]) for back in range(3))
    return next((_between(*stretch, today) for stretch in stretches if stretch[1] < today), None)


def season_on(found: re.Match[str], today: date) -> Span | None:
    """The latest season of that name that has begun."""
    stretches = (_stretch(today.year - back, *SEASONS[found["season"]]) for back in range(3))
    return next((_between(*stretch, today) for stretch in stretches if stretch[0] <= today), None)


def feast(found: re.Match[str], today: date) -> Span:
    """The days around a feast."""
    month, day = FEASTS[found["feast"]]
    year = today.year - (date(today.year, month, day) > today)
    days = (today - date(year, month, day)).days
    return (max(0, days - 10), days + 10)


def last_unit(found: re.Match[str], today: date) -> Span | None:
    """Last week, month or year by the calendar."""
    unit = found["unit"]
    if unit in {"week", "wk", "semana"}:
        return (1, 13)
    if unit in {"month", "mes"}:
        year, month = (today.year, today.month - 1) if today.month > 1 else (today.year - 1, 12)
        return _between(*_stretch(year, month, month), today)
    if unit in {"decade", "decada"}:
        return (3 * _YEAR, 15 * _YEAR)
    return _between(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31), today)


def month_in_figures(found: re.Match[str], today: date) -> Span | None:
    """A month as a number before its year ("3/2020", "03/15/2020")."""
    month, year = int(found["m"]), int(found["year"])
    return _between(*_stretch(year, month, month), today) if 1 <= month <= 12 else None  # noqa: PLR2004  months


def fixed(low: int, high: int) -> Reckon:
    """Always from `low` to `high` days ago."""

    def reckon(_found: re.Match[str], _today: date) -> Span:
        return (low, high)

    return reckon


def untold(_found: re.Match[str], _today: date) -> None:
    """A time by a life's own clock, or a length of time: kept as words, never reckoned."""


def this_year(_found: re.Match[str], today: date) -> Span | None:
    """From New Year's Day to now."""
    return _between(date(today.year, 1, 1), today, today)
