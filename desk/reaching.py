"""How and when to reach a person: what they gave, and what time it is where they are."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from desk.desk import Desk
from flows.answers import Answers
from flows.clinic import in_language
from flows.record import STAFF_LANGUAGE
from flows.state_zones import TWO_ZONES, zone_of
from flows.understand.location.states import states
from messages.clock import clock_and_zone
from storage.leads import LeadRow

EARLY, LATE = 8, 21
"""Hours of the day before and from which nobody should be called."""
_VOICEMAIL = {
    "full": "Voicemail is all right; say who calls",
    "discreet": "Voicemail without the clinic's name",
    "none": "No voicemail",
}


@dataclass(frozen=True, slots=True)
class TheirTime:
    """What the clock shows where the person is: time, zone, how that is known, and whether it is no time to call."""

    clock: str
    zone: str
    known_by: str
    unsocial: bool


def their_time(desk: Desk, lead: LeadRow, answers: Answers, now: datetime) -> TheirTime:
    """The time where this person is: by the state they live in where they said it, else by their clinic."""
    lives = answers.get("residence")
    code = lives.codes[0] if lives and lives.codes else ""
    if zone_of(code):
        zone, title = ZoneInfo(zone_of(code)), states().titles.get(code, code)
        known_by = f"in most of {title}" if code in TWO_ZONES else f"in {title}"
    else:
        place = desk.flow.clinic.location(lead.location) or desk.flow.clinic.locations[0]
        zone, known_by = place.zone, f"at the clinic in {place.city}"
    there = now.astimezone(zone)
    clock, name = clock_and_zone(there)
    return TheirTime(clock, name, known_by, unsocial=not EARLY <= there.hour < LATE)


def reaching(desk: Desk, lead: LeadRow, answers: Answers) -> dict[str, Any]:
    """Everything about reaching this person; `phone` and `email` come with the address that a tap on them opens."""
    phone, email = _code(answers, "phone"), _code(answers, "email")
    number = phone if phone.startswith("+") else ""
    return {
        "name": _code(answers, "name"),
        "phone": _words(desk, answers, "phone") if number else "",
        "phone_href": f"tel:{quote(number, safe='+')}" if number else "",
        "write_here": phone == "write_here",
        "email": email,
        "email_href": f"mailto:{quote(email, safe='@')}" if email else "",
        "when": _words(desk, answers, "reach_when"),
        "voicemail": _VOICEMAIL.get(_code(answers, "voicemail"), _words(desk, answers, "voicemail")),
        "voicemail_code": _code(answers, "voicemail"),
        "time": their_time(desk, lead, answers, desk.clock()),
    }


def _code(answers: Answers, link_id: str) -> str:
    answer = answers.get(link_id)
    return answer.codes[0] if answer and answer.codes else ""


def _words(desk: Desk, answers: Answers, link_id: str) -> str:
    answer, item = answers.get(link_id), desk.flow.items.get(link_id)
    if answer is None or item is None:
        return ""
    return desk.flow.wording(item, answer, STAFF_LANGUAGE)


def question_words(desk: Desk, link_id: str) -> str:
    """A question in the short words that staff know it by."""
    item = desk.flow.items.get(link_id)
    return in_language(item.short, STAFF_LANGUAGE) if item else link_id.replace("_", " ")
