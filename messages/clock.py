"""What the clock shows somewhere, for staff: "2:05 PM, Pacific Time"."""

from datetime import datetime

from babel.dates import format_time, get_timezone_name


def clock_and_zone(moment: datetime) -> tuple[str, str]:
    """The time of day and the name of its zone in English; `moment` knows its zone."""
    clock = format_time(moment, "h:mm a", locale="en").replace("\u202f", " ")
    return clock, get_timezone_name(moment.tzinfo, width="long", zone_variant="generic", locale="en")
