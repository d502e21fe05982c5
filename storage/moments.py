"""Moments as the tables keep them: whole milliseconds since 1970 in UTC."""

from datetime import UTC, datetime


def to_ms(moment: datetime) -> int:
    """`moment`, which knows its zone, in milliseconds since 1970 in UTC."""
    return int(moment.timestamp() * 1000)


def from_ms(milliseconds: int) -> datetime:
    """The moment, in UTC."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
