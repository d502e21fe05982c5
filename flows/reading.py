"""Reading typed words as the answer to one question: dispatch to the readers of `flows.understand`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flows.answers import Method, Value
from flows.clinic import ONLINE
from flows.flow import Flow
from flows.questionnaire import Item
from flows.understand.email import read_email
from flows.understand.option_index import option_index
from flows.understand.options import Reading as OptionsRead
from flows.understand.options import read_options, read_services
from flows.understand.person_name import read_name
from flows.understand.phone import read_phone
from flows.understand.service_scope import without_background
from flows.understand.service_words import service_choosables
from flows.understand.treatments import Treatments, read_treatments
from flows.understand.us_state import read_state
from flows.understand.when import read_when
from flows.understand.yes_no import read_yes_no

Detail = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words were taken for: a value, or candidates that want a confirming tap, or why neither."""

    value: Value | None = None
    method: Method = "typed"
    detail: Detail = ()
    candidates: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    """What was understood surely, beside the candidates."""
    reason: str = ""
    context: dict[str, Any] = field(default_factory=dict)


def read(flow: Flow, item: Item, text: str, today: date) -> Reading:
    """`text` as an answer to `item`; never a guess, and nothing but the words themselves decides."""
    text = text.strip()
    if not text:
        return Reading(reason="empty")
    reading = _READERS[item.reader](flow, item, text, today)
    if reading.value is None and not reading.candidates and item.options and item.reader in _MAY_BE_OPTION:
        chosen = _choice(flow, item, text, today)
        if chosen.value is not None:
            return chosen
    return reading


def _choice(flow: Flow, item: Item, text: str, _today: date) -> Reading:
    return _chosen(item, read_options(text, flow.choosables[item.link_id], many=item.repeats))


def _chosen(item: Item, found: OptionsRead) -> Reading:
    if found.chosen and found.candidates and item.repeats:
        return Reading(candidates=found.candidates[:3], reason="which_one", partial=found.chosen)
    if found.chosen:
        value: Value = found.chosen if item.repeats else found.chosen[0]
        return Reading(value, _METHODS.get(found.method, "typed"))
    return Reading(candidates=found.candidates[:3], reason="which_one" if found.candidates else "not_understood")


def _yes_no(flow: Flow, item: Item, text: str, today: date) -> Reading:
    chosen = _choice(flow, item, text, today)
    if chosen.value is not None:
        return chosen
    answer = read_yes_no(text)
    if answer is None:
        return chosen
    word = "yes" if answer else "no"
    option = next((option for option in item.options if word in option.aliases), None)
    return Reading(option.code, "alias") if option else chosen


def _location(flow: Flow, item: Item, text: str, today: date) -> Reading:
    codes = {option.code for option in flow.options(item)}
    found = flow.gazetteer.read(text)
    if found.location in codes and not found.ask and found.method in {"exact", "alias"}:
        return Reading(found.location, "exact" if found.method == "exact" else "alias")
    named = _choice(flow, item, text, today)
    if named.value is not None and found.location in {None, ONLINE, named.value}:
        return named
    candidates = tuple(
        dict.fromkeys(c for c in (*((found.location,) if found.location else ()), *found.candidates) if c in codes)
    )
    if not candidates:
        return Reading(reason="location_unknown")
    nearest = next((code for code in candidates if code != ONLINE), None)
    miles = round(found.miles) if found.miles is not None else None
    context = {"place": found.place, "miles": miles, "far": found.location == ONLINE, "nearest": nearest}
    reason = "nearest" if found.miles is not None and found.place else "which_one"
    return Reading(candidates=candidates[:3], reason=reason, context=context)


def _services(flow: Flow, item: Item, text: str, today: date) -> Reading:
    codes = {option.code for option in flow.options(item)}
    choosables = service_choosables(flow.clinic)
    found = read_options(without_background(text, option_index(choosables)), choosables, many=True)
    if found.candidates or set(found.chosen) - codes:
        return (
            _chosen(item, found)
            if set(found.chosen) | set(found.candidates) <= codes
            else _choice(flow, item, text, today)
        )
    if found.chosen:
        return _chosen(item, found)
    services = tuple(code for code in read_services(text, flow.clinic) if code in codes)
    return Reading(services, "typed") if services else _choice(flow, item, text, today)


def _treatments(_flow: Flow, _item: Item, text: str, _today: date) -> Reading:
    found = read_treatments(text)
    detail: Detail = tuple(
        (name, values)
        for name, values in (
            ("antidepressants", found.antidepressants),
            ("other_medications", found.other_medications),
            ("negated", found.negated),
            ("times", found.times),
            ("no_relief", ("yes",) if found.no_relief else ()),
        )
        if values
    )
    if found.codes:
        return Reading(found.codes, "typed", detail)
    if found.uncertain:
        return Reading(candidates=_codes_meant(found), reason="which_one", detail=detail)
    if found.no_relief:
        return Reading(reason="nothing_helped", detail=detail)
    return Reading(reason="not_understood", detail=detail)


def _codes_meant(found: Treatments) -> tuple[str, ...]:
    """The treatments behind words that are too far off to be taken without a tap."""
    return tuple(dict.fromkeys(code for guess in found.uncertain for code in read_treatments(guess.meant).codes))


def _when(flow: Flow, item: Item, text: str, today: date) -> Reading:
    chosen = _choice(flow, item, text, today)
    if chosen.value is not None:
        return chosen
    bucket = read_when(text, today=today).bucket
    option = flow.option(item, _BUCKETS.get(bucket or "", ""))
    return Reading(option.code, "typed") if option else chosen


def _state(_flow: Flow, _item: Item, text: str, _today: date) -> Reading:
    found = read_state(text)
    if found.code:
        return Reading(found.code, "exact")
    return Reading(candidates=found.candidates[:3], reason="which_one" if found.candidates else "state_unknown")


def _name(_flow: Flow, _item: Item, text: str, _today: date) -> Reading:
    found = read_name(text)
    return Reading(found.value, "typed") if found.value else Reading(reason="name_unclear")


def _phone(_flow: Flow, _item: Item, text: str, _today: date) -> Reading:
    found = read_phone(text)
    return Reading(found.value, "typed") if found.value else Reading(reason=f"phone_{found.reason}")


def _email(_flow: Flow, _item: Item, text: str, _today: date) -> Reading:
    found = read_email(text)
    if found.suggestion:
        candidates = tuple(dict.fromkeys(filter(None, (found.suggestion, found.value))))
        return Reading(candidates=candidates, reason="did_you_mean")
    return Reading(found.value, "typed") if found.value else Reading(reason="email_unclear")


def _text(_flow: Flow, item: Item, text: str, _today: date) -> Reading:
    if len(text) > item.max_length:
        return Reading(reason="too_long", context={"limit": item.max_length})
    return Reading(text, "typed")


_METHODS: dict[str, Method] = {"exact": "exact", "alias": "alias", "number": "number", "ordinal": "number"}
_MAY_BE_OPTION = frozenset({"phone", "email", "name", "state", "text", "treatments"})
_BUCKETS = {
    "under_1_month": "under_1_month",
    "1_to_3_months": "m1_to_3",
    "3_to_6_months": "m3_to_6",
    "6_to_12_months": "m6_to_12",
    "over_1_year": "over_1_year",
}
_READERS: dict[str, Callable[[Flow, Item, str, date], Reading]] = {
    "choice": _choice,
    "yes_no": _yes_no,
    "location": _location,
    "services": _services,
    "treatments": _treatments,
    "when": _when,
    "state": _state,
    "name": _name,
    "phone": _phone,
    "email": _email,
    "text": _text,
}
