"""What staff may put right on a lead, field by field: how it stands, and how a new value is read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from desk.desk import Desk
from flows.answers import Answers, Value
from flows.clinic import ONLINE
from flows.understand.email import read_email
from flows.understand.person_name import read_name
from flows.understand.phone import read_phone
from messages.words import LANGUAGES
from storage.leads import LeadRow
from storage.moments import to_ms

FIELDS = ("location", "services", "language", "urgent", "name", "phone", "email", "follow_up_at")
ANSWERED = ("location", "services", "name", "phone", "email")
"""Fields that are answers: a change of one is a new version of the lead."""
Given = str | Sequence[str] | bool | int | None
"""A new value as a form or a button gives it."""
_MORNING = time(9)


@dataclass(frozen=True, slots=True)
class Read:
    """A new value as it will be kept, or why it cannot be, in words for staff."""

    value: Value | bool | int | None = None
    why: str = ""


def standing(lead: LeadRow, answers: Answers, field: str) -> str:
    """The value of `field` as one text, to compare: codes joined by commas, moments in milliseconds."""
    if field in ANSWERED:
        answer = answers.get(field)
        return ",".join(answer.codes) if answer else ""
    value = getattr(lead, field)
    return "" if value is None else str(value)


def read_value(desk: Desk, lead: LeadRow, field: str, given: Given) -> Read:
    """`given` as a value of `field`."""
    return _READERS[field](desk, lead, given)


def in_words(desk: Desk, lead: LeadRow, field: str, value: str) -> str:
    """A value that `standing` gave, in words for staff."""
    if field in ANSWERED:
        return desk.flow.words_for(desk.flow.items[field], tuple(filter(None, _codes(field, value))), "en")
    if field == "urgent":
        return "Urgent" if value == "True" else "Not urgent"
    if field == "follow_up_at":
        return desk.local_time(int(value), lead.location) if value else ""
    return value


def _codes(field: str, value: str) -> list[str]:
    return value.split(",") if field == "services" else [value]


def _text(given: Given) -> str:
    return given.strip() if isinstance(given, str) else ""


def _location(desk: Desk, _lead: LeadRow, given: Given) -> Read:
    code = _text(given)
    if code == ONLINE or desk.flow.clinic.location(code):
        return Read(code)
    return Read(why="Choose one of the locations.")


def _services(desk: Desk, _lead: LeadRow, given: Given) -> Read:
    listed = given.split(",") if isinstance(given, str) else given if isinstance(given, Sequence) else ()
    wanted = {code.strip() for code in listed if code.strip()}
    chosen = tuple(service.code for service in desk.flow.clinic.services if service.code in wanted)
    if not chosen or set(chosen) != wanted:
        return Read(why="Choose one or more of the services.")
    alone = [code for code in chosen if (found := desk.flow.clinic.service(code)) and found.exclusive]
    if alone and len(chosen) > 1:
        return Read(why="One of these stands alone.")
    return Read(chosen)


def _language(_desk: Desk, _lead: LeadRow, given: Given) -> Read:
    code = _text(given)
    return Read(code) if code in LANGUAGES else Read(why="Choose one of the languages.")


def _urgent(_desk: Desk, _lead: LeadRow, given: Given) -> Read:
    return Read(given if isinstance(given, bool) else _text(given).casefold() in {"1", "true", "yes", "on"})


def _name(_desk: Desk, _lead: LeadRow, given: Given) -> Read:
    read = read_name(_text(given))
    return Read(read.value) if read.value else Read(why="That does not read as a name.")


def _phone(_desk: Desk, lead: LeadRow, given: Given) -> Read:
    read = read_phone(_text(given))
    if not lead.may_contact:
        return Read(why="They did not agree to be contacted, so no number is kept.")
    return Read(read.value) if read.value else Read(why="That does not read as a phone number with its area code.")


def _email(_desk: Desk, lead: LeadRow, given: Given) -> Read:
    if not lead.may_contact:
        return Read(why="They did not agree to be contacted, so no address is kept.")
    if not _text(given):
        return Read("")
    read = read_email(_text(given))
    return Read(read.value) if read.value else Read(why="That does not read as an e-mail address.")


def _follow_up(desk: Desk, lead: LeadRow, given: Given) -> Read:
    """A moment in milliseconds, or a day ("2026-12-01"), which means its morning at the clinic."""
    if lead.status != "not_now":
        return Read(why="Only a request that is set aside has a date to come back.")
    moment = given if isinstance(given, int) and not isinstance(given, bool) else _morning_of(desk, lead, _text(given))
    if moment is None or moment <= desk.now_ms():
        return Read(why="A date that is still to come is needed.")
    return Read(moment)


def _morning_of(desk: Desk, lead: LeadRow, text: str) -> int | None:
    if text.isdigit():
        return int(text)
    place = desk.flow.clinic.location(lead.location) or desk.flow.clinic.locations[0]
    try:
        return to_ms(datetime.combine(date.fromisoformat(text), _MORNING, tzinfo=place.zone))
    except ValueError:
        return None


_READERS: dict[str, Callable[[Desk, LeadRow, Given], Read]] = {
    "location": _location,
    "services": _services,
    "language": _language,
    "urgent": _urgent,
    "name": _name,
    "phone": _phone,
    "email": _email,
    "follow_up_at": _follow_up,
}
