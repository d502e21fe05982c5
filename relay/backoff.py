"""How long to wait before the next try: exponential backoff with full jitter.

Source: Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
"""

import random
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

FIRST_MS, LONGEST_MS = 10_000, 8 * 3_600_000
SHORTEST_MS = 1_000
"""Jitter may come out as nothing; a moment is left anyway."""
_DOUBLINGS = 40
_random = random.SystemRandom()


def wait_ms(attempts: int) -> int:
    """Milliseconds to wait after the try with this number (1 for the first), drawn at random up to a growing bound."""
    return max(SHORTEST_MS, int(_random.uniform(0, bound_ms(attempts))))


def bound_ms(attempts: int) -> int:
    """The most that `wait_ms` gives."""
    return min(LONGEST_MS, FIRST_MS << min(max(attempts, 1) - 1, _DOUBLINGS))


def asked_ms(header: str, now: datetime) -> int:
    """Milliseconds that a Retry-After header asks for: seconds or a date (RFC 9110, 10.2.3); 0 where it says nothing.

    Bounded: no answer of another system puts us off for longer than we would ourselves.
    """
    text = header.strip()
    if text.isascii() and text.isdigit():
        return min(int(text[:12]) * 1000, LONGEST_MS)
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return 0
    date = date if date.tzinfo else date.replace(tzinfo=UTC)
    return max(0, min(int((date - now).total_seconds() * 1000), LONGEST_MS))
