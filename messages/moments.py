"""Moments in a person's language and a clinic's time."""

from datetime import datetime

from babel.dates import format_datetime

_DAY = {"en": "EEEE h:mm a", "es": "EEEE '{at}' h:mm a"}
_DATED = {"en": "EEEE, MMMM d, h:mm a", "es": "EEEE d 'de' MMMM '{at}' h:mm a"}
_PLACED = {"en": "{when} ({city} time)", "es": "{when} (hora de {city})"}
_ONE_O_CLOCK = (1, 13)


def day_and_time(moment: datetime, city: str, language: str, *, dated: bool = False) -> str:
    """A moment, given in the zone of `city`: "Tuesday 11:00 AM (Las Vegas time)".

    `dated` says the date as well, for a day so far off that its name alone would not tell which.
    """
    patterns = _DATED if dated else _DAY
    at = "a la" if moment.hour in _ONE_O_CLOCK else "a las"
    pattern = patterns.get(language, patterns["en"]).format(at=at)
    when = format_datetime(moment, pattern, locale=language).replace("\u202f", " ")
    return _PLACED.get(language, _PLACED["en"]).format(when=when, city=city)
