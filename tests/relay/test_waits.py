"""Waits between tries: growing, random, bounded; all of them together about two days."""

from datetime import UTC, datetime

import pytest

from desk.delivering import MOST_ATTEMPTS
from relay.backoff import LONGEST_MS, SHORTEST_MS, asked_ms, bound_ms, wait_ms

NOW = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
DAY_MS = 86_400_000


def test_waits_double_up_to_eight_hours() -> None:
    """The bound of the first is ten seconds."""
    assert [10_000, 20_000, 40_000] == [bound_ms(n) for n in (1, 2, 3)]
    assert LONGEST_MS == bound_ms(13) == bound_ms(1_000)


def test_all_waits_are_about_two_days_on_average() -> None:
    """Full jitter halves the bounds."""
    assert 1.8 * DAY_MS < sum(bound_ms(n) / 2 for n in range(1, MOST_ATTEMPTS)) < 2.2 * DAY_MS


def test_waits_are_drawn_from_the_whole_range() -> None:
    """So that many that failed together do not come back together."""
    drawn = [wait_ms(12) for _ in range(400)]

    assert all(SHORTEST_MS <= wait <= bound_ms(12) for wait in drawn)
    assert min(drawn) < bound_ms(12) / 4
    assert max(drawn) > bound_ms(12) * 3 / 4


@pytest.mark.parametrize(("header", "milliseconds"), [
    ("120", 120_000), (" 5 ", 5_000), ("0", 0), ("99999999999999999999", LONGEST_MS),
    ("Tue, 24 Nov 2026 17:02:00 GMT", 120_000), ("Tue, 24 Nov 2026 16:00:00 GMT", 0),
    ("Fri, 31 Dec 9999 23:59:59 GMT", LONGEST_MS), ("soon", 0), ("", 0), ("-5", 0), ("1e9", 0), ("٣", 0),
])  # fmt: skip
def test_retry_after_is_read(header: str, milliseconds: int) -> None:
    """Seconds or a date; nonsense asks for nothing."""
    assert milliseconds == asked_ms(header, NOW)
