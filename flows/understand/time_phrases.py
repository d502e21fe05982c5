"""The phrases for a time in the past that are looked for in a text, English and Spanish."""

import re
from collections.abc import Iterable

from flows.understand import time_reckoning as reckoning
from flows.understand.time_reckoning import LONG_AGO, Reckon


def _one_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_COUNT = rf"(?P<count>\d{{1,3}}|{_one_of(reckoning.NUMBERS)})"
_UNIT = rf"(?P<unit>{_one_of(reckoning.UNITS)})"
_MONTH = rf"(?P<month>{_one_of(reckoning.MONTHS)})"
_SEASON = rf"(?P<season>{_one_of(reckoning.SEASONS)})"
_FEAST = rf"(?P<feast>{_one_of(reckoning.FEASTS)})"
_YEAR = r"(?P<year>(?:19[5-9]|20[0-4])\d)"
_MORE = r"(?P<more>over|more than|at least|mas de|al menos)"
_LESS = r"(?P<less>under|less than|within|not even|menos de)"
_NEARLY = r"(?P<nearly>almost|nearly|casi)"
_ABOUT = r"(?:about|around|like|roughly|maybe|approximately|exactly|probably|como|mas o menos|aproximadamente)"
_VAGUE = rf"(?:(?:{_MORE}|{_LESS}|{_NEARLY}|{_ABOUT})\s+)*"
_HALF = r"(?P<half>\s+and\s+a\s+half|\s+y\s+medi[oa])?"
_PART = r"(?:early\s+|late\s+|mid\s*-?\s*|around\s+|about\s+|like\s+|principios\s+de\s+|finales\s+de\s+)?"
_OF = r"\s+(?:of\s+|de\s+|del\s+)?"
_IN = r"(?:back\s+in|in|since|around|during|until|till|til|en|desde|por|hasta|como\s+en)\s+"
_WEEKDAY = (
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend"
    r"|lunes|martes|miercoles|jueves|viernes|sabado|domingo|fin\s+de\s+semana)"
)
_AGES = r"(?:kid|child|teen|teenager|little|young|younger|minor|pregnant|student)"
_LIFE = (
    r"(?:\d0s|twenties|thirties|forties|fifties|teens|high\s+school|middle\s+school|college|university|grad\s+school|school"
    r"|childhood|the\s+pandemic|covid|lockdown|the\s+navy|the\s+army|the\s+military|the\s+divorce|la\s+pandemia"
    r"|la\s+universidad|la\s+prepa|la\s+secundaria|mi\s+infancia)"
)

_LONG = (r"(?:a\s+)?(?:long(?:\s+long)?\s+time|ages|long)\s+(?:ago|back)", r"hace\s+much(?:o|isimo)(?:\s+tiempo)?")
_NEAR = (
    r"(?:just\s+)?yesterday|today|tonight|last\s+night|this\s+(?:morning|week)|the\s+other\s+day",
    r"ayer|anteayer|antier|anoche|hoy|esta\s+(?:manana|semana)|el\s+otro\s+dia",
)
_SHORTLY = (
    r"(?:a\s+(?:little\s+)?while|some\s+time)\s+(?:ago|back)|recently|lately",
    r"hace\s+(?:poco|rato|un\s+tiempo|algun\s+tiempo)|recientemente|ultimamente",
)
_BY_LIFE = (
    rf"(?:back\s+)?(?:in|during|since|after|before|en|durante|desde)\s+(?:my\s+|mis\s+)?{_PART}{_LIFE}",
    rf"(?:when|while|since)\s+i\s+was\s+(?:about\s+|around\s+|like\s+)?(?:a\s+|in\s+(?:my\s+)?)?{_PART}(?:\d+|{_AGES}|{_LIFE})",
    rf"as\s+a\s+(?:young\s+)?(?:adult|{_AGES})",
    r"cuando\s+(?:era|estaba|tenia)\s+(?:muy\s+)?(?:nin[oa]|joven|chic[oa]|adolescente|\d+\s+anos|embarazada)",
    r"de\s+(?:nin[oa]|joven|adolescente)",
)
_HOW_LONG = (
    rf"(?:for|over|during|por|durante)\s+{_VAGUE}(?:the\s+(?:past|last)\s+)?{_COUNT}\s*{_UNIT}{_HALF}",
    r"for\s+(?:years|months|weeks|decades|ages)",
    r"(?:por|durante)\s+(?:anos|meses|semanas)",
    rf"(?:from\s+|del?\s+)?{_YEAR}\s*(?:-|to|through|al?|hasta)\s*(?:(?:19|20)?\d\d|now|present)",
    rf"(?:between|entre)\s+{_YEAR}\s+(?:and|y)\s+(?:19|20)?\d\d",
)


def _compiled() -> tuple[tuple[re.Pattern[str], Reckon], ...]:
    long_ago = reckoning.fixed(2 * 365, LONG_AGO)
    decades = r"(?:the\s+|los\s+)?(?:anos\s+)?(?:'?[5-9]0'?s|(?:19|20)\d0s|[5-9]0|noventas?|ochentas?|setentas?)"
    table: tuple[tuple[str, Reckon], ...] = (
        (rf"{_VAGUE}(?:{_COUNT}\s*)?{_UNIT}{_HALF}\s+(?:ago|back|atras)", reckoning.ago),
        (rf"(?:desde\s+)?hace\s+(?:ya\s+)?{_VAGUE}(?:{_COUNT}\s+)?{_UNIT}{_HALF}", reckoning.ago),
        *((text, long_ago) for text in _LONG),
        *((text, reckoning.untold) for text in _SHORTLY),
        *((text, reckoning.fixed(0, 7)) for text in _NEAR),
        (r"(?:earlier\s+)?this\s+month|este\s+mes", reckoning.fixed(0, 29)),
        (r"(?:earlier\s+)?this\s+year|este\s+ano", reckoning.this_year),
        (rf"(?:last|this\s+past|this|past|on)\s+{_WEEKDAY}|(?:el\s+)?{_WEEKDAY}\s+pasado", reckoning.fixed(0, 13)),
        (
            rf"(?:in\s+(?:the\s+)?|en\s+(?:el\s+|la\s+)?|el\s+|la\s+)?{_PART}{_SEASON}{_OF}{_YEAR}",
            reckoning.season_of_year,
        ),
        (rf"(?:this\s+past|this|este|esta)\s+{_SEASON}", reckoning.season_on),
        (rf"(?:last|past|in\s+the|in|over\s+the)\s+{_PART}{_SEASON}", reckoning.season_over),
        (rf"(?:el|la)\s+{_SEASON}\s+pasad[oa]", reckoning.season_over),
        (rf"(?:last|at|around|over|la|en)\s+{_FEAST}(?:\s+pasad[oa])?", reckoning.feast),
        (rf"(?:(?:{_IN}|last\s+){_PART})?{_MONTH}{_OF}{_YEAR}", reckoning.month_of_year),
        (rf"(?:{_IN}|last\s+){_PART}{_MONTH}(?:\s+pasado)?", reckoning.month_over),
        (rf"last\s+{_UNIT}", reckoning.last_unit),
        (rf"(?:el|la)\s+{_UNIT}\s+pasad[oa]", reckoning.last_unit),
        (r"(?P<m>\d{1,2})[/-](?:\d{1,2}[/-])?" + _YEAR, reckoning.month_in_figures),
        *((text, reckoning.untold) for text in _HOW_LONG),
        (rf"(?:{_IN}(?:el\s+(?:ano\s+)?)?{_PART})?{_YEAR}", reckoning.named_year),
        (rf"(?:{_IN}{_PART}){decades}", reckoning.fixed(5 * 365, LONG_AGO)),
        *((text, reckoning.untold) for text in _BY_LIFE),
        (rf"{_VAGUE}{_COUNT}\s*{_UNIT}{_HALF}", reckoning.ago),
    )
    return tuple((re.compile(rf"(?<![\w'])(?:{text})(?![\w'])"), reckon) for text, reckon in table)


TELLING = re.compile(
    r"\b(?:ago|back|hace|since|desde|when\s+i|cuando|as\s+a|ayer|anteayer|antier|anoche|hoy|long|tonight)\b"
    r"|(?:19|20)\d\d|\d0'?s\b|day\b|recent|lately|night|week|noventa|ochenta|setenta"
    rf"|\b(?:{_one_of((*reckoning.UNITS, *reckoning.SEASONS, *reckoning.FEASTS, *reckoning.MONTHS))})\b"
    rf"|\b{_LIFE}\b|{_WEEKDAY}|\d\s*(?:{_one_of(reckoning.UNITS)})\b"
)
"""A text without any of these holds none of the phrases; asked first, as most texts do not."""

PATTERNS = _compiled()
"""Phrases with the way to reckon them, the more telling first; a bare length of time stands last."""
