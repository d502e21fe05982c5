"""When a clinic is open and how long its opening time lasts, across weekends and changes of the clock."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from flows.opening_hours import Span, WeekHours, after_open_minutes, read_span

LA, PHOENIX = ZoneInfo("America/Los_Angeles"), ZoneInfo("America/Phoenix")
NINE_TO_FIVE = Span(9 * 60, 17 * 60)
WEEKDAYS: WeekHours = {day: (NINE_TO_FIVE,) for day in ("mon", "tue", "wed", "thu", "fri")}
WITH_LUNCH: WeekHours = {"tue": (Span(9 * 60, 12 * 60), Span(13 * 60, 17 * 60))}
SUNDAY_NIGHT: WeekHours = {"sun": (Span(0, 6 * 60),), "mon": (NINE_TO_FIVE,)}


def at(text: str, zone: ZoneInfo = LA) -> datetime:
    """A wall-clock time in a zone: "2026-11-24 09:00" is a Tuesday."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("moment", "minutes", "by"),
    [
        ("2026-11-24 09:00", 120, "2026-11-24 11:00"),
        ("2026-11-24 06:30", 120, "2026-11-24 11:00"),
        ("2026-11-24 16:00", 120, "2026-11-25 10:00"),
        ("2026-11-24 16:00", 60, "2026-11-24 17:00"),
        ("2026-11-24 17:00", 1, "2026-11-25 09:01"),
        ("2026-11-27 16:30", 60, "2026-11-30 09:30"),
        ("2026-11-28 12:00", 480, "2026-11-30 17:00"),
        ("2026-11-24 09:00", 5 * 480, "2026-11-30 17:00"),
    ],
)
def test_minutes_are_counted_in_opening_time_only(moment: str, minutes: int, by: str) -> None:
    """Within a day, before it opens, over the evening, over the weekend, over a whole week."""
    assert at(by) == after_open_minutes(WEEKDAYS, LA, at(moment), minutes)


def test_a_break_at_noon_is_not_counted() -> None:
    """Two spans of a day are two."""
    assert at("2026-11-24 13:30") == after_open_minutes(WITH_LUNCH, LA, at("2026-11-24 11:30"), 60)
    assert at("2026-12-01 10:00") == after_open_minutes(WITH_LUNCH, LA, at("2026-11-24 16:30"), 90)


def test_the_moment_may_come_in_any_zone_and_goes_out_in_the_clinics() -> None:
    """A patient's message is stamped in UTC."""
    by = after_open_minutes(WEEKDAYS, LA, datetime(2026, 11, 24, 17, 0, tzinfo=UTC), 120)
    assert by is not None
    assert ("2026-11-24T11:00:00-08:00", LA) == (by.isoformat(), by.tzinfo)


def test_without_hours_there_is_no_such_moment() -> None:
    """Nothing is made up."""
    assert after_open_minutes({}, LA, at("2026-11-24 09:00"), 1) is None


@pytest.mark.parametrize(
    ("moment", "minutes", "by"),
    [
        # On March 8, 2026 the clocks go from 2:00 to 3:00; on November 1 from 2:00 back to 1:00.
        ("2026-03-08 00:00", 60, "2026-03-08 01:00"),
        ("2026-03-08 00:00", 180, "2026-03-08 04:00"),
        ("2026-03-08 00:00", 300, "2026-03-08 06:00"),
        ("2026-03-08 00:00", 301, "2026-03-09 09:01"),
        ("2026-11-01 00:00", 240, "2026-11-01 03:00"),
        ("2026-11-01 00:00", 420, "2026-11-01 06:00"),
        ("2026-11-01 00:00", 421, "2026-11-02 09:01"),
    ],
)
def test_an_hour_that_is_skipped_is_none_and_one_that_is_repeated_is_two(moment: str, minutes: int, by: str) -> None:
    """Sunday night is five hours long in March and seven in November."""
    assert at(by) == after_open_minutes(SUNDAY_NIGHT, LA, at(moment), minutes)


def test_a_span_inside_the_hour_that_is_skipped_is_no_opening_time() -> None:
    """Who opens from 2:15 to 2:45 does not open on the day that has no such time."""
    hours: WeekHours = {"sun": (Span(135, 165),)}
    assert at("2026-03-15 02:20") == after_open_minutes(hours, LA, at("2026-03-08 00:00"), 5)


def test_a_zone_without_changes_keeps_its_own_time() -> None:
    """Arizona stays as it is while California moves."""
    for day in ("2026-03-06", "2026-03-09"):
        moment = at(f"{day} 16:00", PHOENIX)
        by = after_open_minutes(WEEKDAYS, PHOENIX, moment, 60)
        assert by is not None
        assert (17, 0) == (by.hour, by.minute)


def test_a_day_that_is_closed_has_no_opening_time() -> None:
    """Thanksgiving, and the day after it."""
    holidays = {date(2026, 11, 26), date(2026, 11, 27)}
    assert at("2026-11-30 10:00") == after_open_minutes(WEEKDAYS, LA, at("2026-11-25 16:00"), 120, holidays)
    assert at("2026-11-25 17:00") == after_open_minutes(WEEKDAYS, LA, at("2026-11-25 16:00"), 60, holidays)


@pytest.mark.parametrize("text", ["9-17", "09:00", "09:00-17:60", "17:00-09:00", "09:00-09:00", "09:00-24:01", 9, None])
def test_what_is_no_span_is_refused(text: object) -> None:
    """A clinic's file is not guessed at."""
    with pytest.raises(ValueError, match=r"09:00-17:00|time of day|before it begins"):
        read_span(text)


def test_a_day_may_end_at_midnight() -> None:
    """Written as 24:00."""
    hours: WeekHours = {"mon": (read_span("20:00-24:00"),), "tue": (read_span("00:00-01:00"),)}
    assert at("2026-11-24 00:30") == after_open_minutes(hours, LA, at("2026-11-23 23:00"), 90)
